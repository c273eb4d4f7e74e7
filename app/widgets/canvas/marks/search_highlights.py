"""Marks on the map where a search found something: rings, and a stronger one where it stands now."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from app.drawing.theme import NOTE_RADIUS
from app.model.records import Id
from app.widgets.canvas.painting import mark_painting as overlay
from app.widgets.canvas.record_bounds import rectangles_of
from app.widgets.canvas.view import CanvasView

_RING = QColor(194, 86, 0)
_TINT = QColor(255, 150, 30, 46)
_GAP = 5.0
_RADIUS = NOTE_RADIUS + _GAP


class Hits:
    """What was found on the map shown. Paints only what is in view."""

    def __init__(self, canvas: CanvasView) -> None:
        self._canvas = canvas
        self.ids: tuple[Id, ...] = ()
        self.current: Id | None = None
        canvas.decorations.append(self)

    def show(self, ids: Iterable[Id], current: Id | None) -> None:
        self.ids, self.current = tuple(ids), current
        self._canvas.viewport().update()

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        if not self.ids:
            return
        document, layout = self._canvas.editor.document, self._canvas.shown.layout
        rings = rectangles_of(document, layout, self.ids, exposed, around=_GAP)
        overlay.paint_rings(painter, rings, _RING, 1.5, _RADIUS)
        if self.current is not None and (here := self._canvas.rectangle_of(self.current)):
            painter.setBrush(_TINT)
            painter.setPen(overlay.cosmetic_pen(_RING, 4))
            painter.drawRoundedRect(here.adjusted(-_GAP, -_GAP, _GAP, _GAP), _RADIUS, _RADIUS)
