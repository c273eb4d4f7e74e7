"""What lies under a place of the canvas: a note, an emotion point, a cell, a stage, a section, the title."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.layout import MapLayout
from app.drawing.theme import SECTION_COLUMN
from app.model.document import Document
from app.model.records import Id, JourneyMap, Section, Stage
from app.widgets.selection import Cell


class Target(NamedTuple):
    """What was hit: a record's kind and id, or "cell" or "nothing" without an id; the cell it lies in."""

    kind: str
    id: Id | None = None
    cell: Cell | None = None


NOTHING = Target("nothing")


def target_at(document: Document, layout: MapLayout, place: QPointF) -> Target:
    """What lies at a place of the sheet, in map units."""
    if not layout.rectangle.contains(place):
        return NOTHING
    if place.y() < layout.stages.y:
        return Target(JourneyMap.kind, layout.map.id)
    column = layout.column_at(place.x())
    if place.y() < layout.stages.y + layout.stages_height:
        return Target(Stage.kind, column.stage.id) if column else NOTHING
    row = layout.row_at(place.y())
    if row is None:
        return NOTHING
    if place.x() < SECTION_COLUMN:
        return Target(Section.kind, row.section.id)
    cell = Cell(row.section.id, column.stage.id) if column else None
    for box in layout.boxes_in(QRectF(place.x(), place.y(), 0.01, 0.01)):
        record = document.find(box.id)
        if record is not None:
            return Target(record.kind, record.id, cell)
    return Target("cell", None, cell) if cell else NOTHING
