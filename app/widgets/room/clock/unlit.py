"""Has the sections stand back that an agenda item does not light, where a map is written on before others."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from app.model.records import Id
from app.widgets.canvas.view import CanvasView

_VEIL = QColor(255, 255, 255, 150)
"""The sheet is white in light and dark."""


class UnlitRows:
    """Lies over rows of the canvas; nothing of it is printed."""

    def __init__(self, canvas: CanvasView) -> None:
        self._canvas = canvas
        self._lit: frozenset[Id] = frozenset()
        canvas.decorations.insert(0, self)

    def light(self, sections: tuple[Id, ...]) -> None:
        """Have only these sections be lit; none means all."""
        lit = frozenset(sections)
        if lit != self._lit:
            self._lit = lit
            self._canvas.viewport().update()

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        if not self._lit:
            return
        layout = self._canvas.shown.layout
        for row in layout.rows_between(exposed.top(), exposed.bottom()):
            if row.section.id not in self._lit:
                painter.fillRect(QRectF(0, row.y, layout.width, row.height), _VEIL)
