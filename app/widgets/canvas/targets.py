"""What lies under a place of the canvas: a note, an emotion point, a cell, a stage, a section, the title."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.layout import MapLayout
from app.drawing.theme import SECTION_COLUMN
from app.model.document import Document
from app.model.records import Id, JourneyMap, Section, Stage
from app.widgets.selection import Cell


class Target(NamedTuple):
    """What was hit: a record's kind and id, or "cell" or "nothing" without an id; the cell it lies in.

    "edge" is the right edge of a stage's header, or the lower edge of a section's name, with its id.
    """

    kind: str
    id: Id | None = None
    cell: Cell | None = None


NOTHING = Target("nothing")


def target_at(document: Document, layout: MapLayout, place: QPointF, reach: float = 0.0) -> Target:
    """What lies at a place of the sheet, in map units; an edge, where it lies within `reach` of one."""
    if not layout.rectangle.contains(place):
        return NOTHING
    if place.y() < layout.stages.y:
        return Target(JourneyMap.kind, layout.map.id)
    column = layout.column_at(place.x())
    if place.y() < layout.stages.y + layout.stages_height:
        before = layout.column_at(place.x() - reach)
        if before is not None and before.right - place.x() < reach:
            return Target("edge", before.stage.id)
        return Target(Stage.kind, column.stage.id) if column else NOTHING
    row = layout.row_at(place.y())
    if row is None:
        return NOTHING
    if place.x() < SECTION_COLUMN:
        above = layout.row_at(place.y() - reach)
        if above is not None and above.bottom - place.y() < reach:
            return Target("edge", above.section.id)
        return Target(Section.kind, row.section.id)
    cell = Cell(row.section.id, column.stage.id) if column else None
    for box in layout.boxes_in(QRectF(place.x(), place.y(), 0.01, 0.01)):
        record = document.find(box.id)
        if record is not None:
            return Target(record.kind, record.id, cell)
    return Target("cell", None, cell) if cell else NOTHING
