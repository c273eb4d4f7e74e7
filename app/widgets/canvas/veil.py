"""The veil over notes that a filter does not let through: on the screen alone, never printed."""

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from app.drawing.layout import Row
from app.model.filtering import Filter
from app.model.records import Id, Note
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
        self._dimmed: dict[Id, tuple[Row, list[QRectF]]] = {}
        """What is dimmed of each section, for the row as it was laid out when that was found."""
        canvas.decorations.insert(0, self)

    def set_filter(self, filter: Filter) -> None:
        if filter != self.filter:
            self.filter = filter
            self._dimmed.clear()
            self._canvas.viewport().update()
            self.changed.emit()

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        if not self.filter:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_VEIL)
        for row in self._canvas.shown.layout.rows_between(exposed.top(), exposed.bottom()):
            painter.drawRects(self._dimmed_in(row))

    def _dimmed_in(self, row: Row) -> list[QRectF]:
        """What is dimmed of a row. A row that did not change is the same object in every layout."""
        known = self._dimmed.get(row.section.id)
        if known is None or known[0] is not row:
            known = self._dimmed[row.section.id] = (row, self._found(row))
        return known[1]

    def _found(self, row: Row) -> list[QRectF]:
        document, matches = self._canvas.editor.document, self.filter.matches
        return [
            rectangle.adjusted(-1, row.y - 1, 1, row.y + _SHADOW)
            for id, rectangle in row.body.boxes(0, self._canvas.shown.layout.width, row.height)
            if isinstance(note := document.find(id), Note) and not matches(note)
        ]
