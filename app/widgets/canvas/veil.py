"""The veil over notes that a filter does not let through: on the screen alone, never printed."""

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from app.model.filtering import Filter
from app.model.records import Note
from app.widgets.canvas.view import CanvasView

_VEIL = QColor(255, 255, 255, 178)
_SHADOW = 6.0
"""How far a note's shadow reaches below it."""


class Veil(QObject):
    """Holds the filter of a canvas, and dims what is in view and does not match."""

    changed = Signal()

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.filter = Filter()
        canvas.decorations.insert(0, self)

    def set_filter(self, filter: Filter) -> None:
        if filter != self.filter:
            self.filter = filter
            self._canvas.viewport().update()
            self.changed.emit()

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        if not self.filter:
            return
        document, matches = self._canvas.editor.document, self.filter.matches
        dimmed = [
            box.rectangle.adjusted(-1, -1, 1, _SHADOW)
            for box in self._canvas.shown.layout.boxes_in(exposed)
            if isinstance(note := document.find(box.id), Note) and not matches(note)
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_VEIL)
        painter.drawRects(dimmed)
