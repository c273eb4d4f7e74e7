"""What a call-out leads to, as it lies on the sheet: a note, a point, a header, or a place of a cell."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.drawing.grid import Column
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.signs import PlacedSection, Sign
from app.drawing.sizes import Sizes
from app.model.document import Document
from app.model.records import CallOut, EmotionPoint, Note

_OFF_RING = 5.0
_IN_NAMES = 14.0
"""How far within the names' column the line to a section ends."""


class Drawn(NamedTuple):
    """A map as far as it is laid out: its rows and columns, where the stages' headers lie, and its signs."""

    rows: Sequence[PlacedSection]
    columns: Sequence[Column]
    headers: tuple[float, float]
    sizes: Sizes
    signs: Sequence[Sign] = ()


class Aim(NamedTuple):
    """What a call-out leads to: all of it, and the place in it from which the box is measured.

    `clear`: how far from it the line ends.
    """

    rectangle: QRectF
    place: QPointF
    clear: float = 0.0

    def __hash__(self) -> int:
        return hash((self.place.x(), self.place.y(), self.rectangle.width(), self.rectangle.height()))


def aim_of(document: Document, drawn: Drawn, call_out: CallOut) -> Aim | None:
    """What a call-out leads to; None where that is not drawn."""
    if call_out.note is not None:
        return _of_note(document.get(Note, call_out.note), drawn, call_out)
    if call_out.point is not None:
        return _of_point(document.get(EmotionPoint, call_out.point), drawn)
    row = next((one for one in drawn.rows if one.section.id == call_out.section), None)
    column = next((one for one in drawn.columns if one.stage.id == call_out.stage), None)
    if call_out.section is None:
        return _of_stage(column, drawn.headers, call_out) if column is not None else None
    if row is None or (column is None and call_out.stage is not None):
        return None
    if column is None:
        beside = QPointF(drawn.sizes.section_column - _IN_NAMES, row.y + row.height / 2)
        return _at(QRectF(beside, QSizeF(0, 0)))
    cell = QRectF(column.x, row.y, column.width, row.height)
    return _at(QRectF(_place_in(cell, call_out), QSizeF(0, 0)))


def _of_note(note: Note, drawn: Drawn, call_out: CallOut) -> Aim | None:
    row = next((one for one in drawn.rows if one.section.id == note.section), None)
    column = next((one for one in drawn.columns if one.stage.id == note.stage), None)
    if row is None or column is None:
        return None
    if row.section.is_folded:
        return _within(QRectF(column.x, row.y, column.width, row.height), call_out)
    boxes = row.body.boxes(column.x, column.right, row.height)
    found = next((box.rectangle for box in boxes if box.id == note.id), None)
    return _within(found.translated(0, row.y), call_out) if found is not None else None


def _of_point(point: EmotionPoint, drawn: Drawn) -> Aim | None:
    row = next((one for one in drawn.rows if one.section.id == point.section), None)
    if row is None or not isinstance(row.body, GraphBody):
        return None
    place = row.body.place_of(point.id)
    if place is None:
        return None
    ring = max(line.ring for line in row.body.lines)
    return Aim(QRectF(place + QPointF(0, row.y), QSizeF(0, 0)), place + QPointF(0, row.y), ring + _OFF_RING)


def _of_stage(column: Column, headers: tuple[float, float], call_out: CallOut) -> Aim:
    top, height = headers
    return _within(QRectF(column.x, top, column.width, height), call_out)


def _within(rectangle: QRectF, call_out: CallOut) -> Aim:
    """A place of it, where one is named; else all of it."""
    place = _place_in(rectangle, call_out)
    is_named = call_out.at_x is not None or call_out.at_y is not None
    return _at(QRectF(place, QSizeF(0, 0))) if is_named else Aim(rectangle, place)


def _at(rectangle: QRectF) -> Aim:
    return Aim(rectangle, rectangle.center())


def _place_in(rectangle: QRectF, call_out: CallOut) -> QPointF:
    across = 0.5 if call_out.at_x is None else call_out.at_x
    down = 0.5 if call_out.at_y is None else call_out.at_y
    return QPointF(rectangle.x() + across * rectangle.width(), rectangle.y() + down * rectangle.height())
