"""The rubber band: selects the notes that it touches."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.model.records import Id
from app.widgets.canvas.gestures.gesture import Canvas, Gesture
from app.widgets.canvas.painting import mark_painting as overlay


class RubberBand(Gesture):
    """Drawn over the map from where it began; with Shift or Ctrl it adds to what was selected."""

    def __init__(self, canvas: Canvas, start: QPointF) -> None:
        super().__init__(canvas, start)
        self._before: tuple[Id, ...] = canvas.editor.selection.ids
        self._band = QRectF(start, start)

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        stale = self._band
        self._band = QRectF(self.start, place).normalized()
        self.canvas.refresh([stale, self._band])
        adding = modifiers & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        touched = [box.id for box in self.canvas.shown.layout.boxes_in(self._band)]
        self.canvas.editor.select([*(self._before if adding else ()), *touched])

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        self.canvas.refresh([self._band])

    def cancel(self) -> None:
        self.canvas.refresh([self._band])
        self.canvas.editor.select(self._before)

    def paint(self, painter: QPainter) -> None:
        overlay.paint_rubber_band(painter, self._band)
