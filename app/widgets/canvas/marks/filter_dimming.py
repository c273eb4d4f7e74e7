"""The dimming of what a filter does not let through: on the screen alone, never printed."""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QRegion

from app.drawing.display import DisplayList, Paths, Stroke, shifted
from app.drawing.painter import paint
from app.drawing.rows import Row
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.theme import Colour
from app.model.finding.filtering import Filter
from app.model.records import Id
from app.widgets.canvas.view import CanvasView

_DIMMING = QColor(255, 255, 255, 178)
_PALE = Colour(255, 255, 255, 0.7)
_SHADOW = 6.0
"""How far a note's shadow reaches below it."""


class _Dimmed(NamedTuple):
    """What is dimmed of a row, on the sheet."""

    rectangles: list[QRectF]
    curves: DisplayList


class FilterDimming(QObject):
    """Holds the filter of a canvas, and dims what is in view and does not match."""

    changed = Signal()

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.filter: Filter = Filter()
        self._dimmed: dict[Id, tuple[Row, _Dimmed]] = {}
        """What is dimmed of each section, for the row as it was laid out when that was found."""
        canvas.decorations.insert(0, self)
        canvas.typing.closed.connect(self._cover_again)

    def set_filter(self, filter: Filter) -> None:
        if filter != self.filter:
            self.filter = filter
            self._dimmed.clear()
            self._canvas.viewport().update()
            self.changed.emit()

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        if not self.filter:
            return
        painter.save()
        if (typed := self._canvas.rectangle_of(self._canvas.typing.edited or "")) is not None:
            # What is being typed must be read, whether or not it matches.
            open_part = QRegion(exposed.toAlignedRect()) - QRegion(typed.toAlignedRect())
            painter.setClipRegion(open_part, Qt.ClipOperation.IntersectClip)
        for row in self._canvas.shown.layout.rows_between(exposed.top(), exposed.bottom()):
            dimmed = self._dimmed_in(row)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_DIMMING)
            painter.drawRects(dimmed.rectangles)
            paint(painter, dimmed.curves, self._canvas.transform().m11())
        painter.restore()

    def _cover_again(self) -> None:
        if self.filter:
            self._canvas.viewport().update()

    def _dimmed_in(self, row: Row) -> _Dimmed:
        """What is dimmed of a row. A row that did not change is the same object in every layout."""
        known = self._dimmed.get(row.section.id)
        if known is None or known[0] is not row:
            known = self._dimmed[row.section.id] = (row, self._found(row))
        return known[1]

    def _found(self, row: Row) -> _Dimmed:
        document, dims = self._canvas.editor.document, self.filter.dims
        width = self._canvas.shown.layout.width
        if dims(row.section):
            return _Dimmed([QRectF(0, row.y, width, row.height)], ())
        if isinstance(row.body, GraphBody):
            lines = [line for line in row.body.lines if any(map(dims, line.curve.points))]
            curves = tuple(_dimmed(batch) for line in lines for batch in (*line.line, *line.points))
            return _Dimmed([], shifted(curves, 0, row.y))
        return _Dimmed(
            [
                rectangle.adjusted(-1, row.y - 1, 1, row.y + _SHADOW)
                for id, rectangle in row.body.boxes(0, width, row.height)
                if (record := document.find(id)) is not None and dims(record)
            ],
            (),
        )


def _dimmed(batch: Paths) -> Paths:
    """The dimming of a part of a curve: as wide as that, and a little more."""
    assert batch.stroke is not None
    return replace(batch, fill=None, stroke=Stroke(_PALE, batch.stroke.width + 2))
