"""Panning: the map follows the hand (middle button, or the space bar held)."""

from PySide6.QtCore import QPoint

from app.widgets.canvas.gestures.gesture import Canvas


class Pan:
    """Scrolls the canvas as the pointer moves over it, in pixels."""

    def __init__(self, canvas: Canvas, start: QPoint) -> None:
        self._canvas = canvas
        self._last = start

    def move(self, place: QPoint) -> None:
        step = place - self._last
        self._last = place
        self._canvas.scroll_by(-step.x(), -step.y())
