"""What lies under a place of the canvas: a note, an emotion point, a cell, a stage, a section, the title."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.layout import MapLayout
from app.drawing.note import votes_place
from app.drawing.rows import Row
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.stages import tip_at
from app.model.document import Document
from app.model.records import CallOut, Id, JourneyMap, Note, Persona, Record, Section, Stage
from app.session.selection import Cell


class Target(NamedTuple):
    """What was hit: a record's kind and id, or "cell" or "nothing" without an id; the cell it lies in.

    "edge" is the right edge of a stage's header, or the lower edge of a section's name, with its id; "quote"
    the quote of an emotion point, with the point's id; "leader" the end of a call-out's line, with its id.
    """

    kind: str
    id: Id | None = None
    cell: Cell | None = None
    part: str = ""
    """"votes" where it is the votes of a note that lie there."""


NOTHING = Target("nothing")
_POINT = 2.5
"""How much farther than an edge a point can be grasped: it may be a finger that does."""


def _target_in(graph: GraphBody, place: QPointF, reach: float, cell: Cell | None) -> Target:
    """A point, the quote of one, or the cell of a graph."""
    point = graph.point_at(place, reach)
    if point is not None:
        return Target(point.kind, point.id, Cell(point.section, point.stage))
    for quote in graph.words.quotes:
        if quote.rectangle.contains(place):
            return Target("quote", quote.point.id, cell)
    return Target("cell", None, cell) if cell else NOTHING


def _target_in_headers(layout: MapLayout, place: QPointF, reach: float) -> Target:
    """A stage, or its edge: at the end of its column, and along the tip that reaches over it."""
    x = place.x() - tip_at(layout.columns, place.y() - layout.stages.y, layout.sizes)
    for at in (x, place.x()):
        before = layout.column_at(at - reach)
        if before is not None and before.right - at < reach:
            return Target("edge", before.stage.id)
    column = layout.column_at(x) or layout.column_at(place.x())
    return Target(Stage.kind, column.stage.id) if column else NOTHING


def _part_of(record: Record, row: Row, rectangle: QRectF, place: QPointF, reach: float) -> str:
    """Votes are hit a little beside them too; not where they are so small that they cannot be read."""
    votes = (
        votes_place(record, rectangle, row.section.standing == "list") if isinstance(record, Note) else None
    )
    if votes is None or votes.height() < 2 * reach:
        return ""
    return "votes" if votes.adjusted(-reach, -reach, reach, reach).contains(place) else ""


def target_at(document: Document, layout: MapLayout, place: QPointF, reach: float = 0.0) -> Target:
    """What lies at a place of the sheet, in map units; an edge, where it lies within `reach` of one."""
    if not layout.rectangle.contains(place):
        return NOTHING
    return _call_out_at(layout, place, reach) or target_below(document, layout, place, reach)


def _call_out_at(layout: MapLayout, place: QPointF, reach: float) -> Target | None:
    """The uppermost call-out that lies there, or the end of the line of one."""
    for one in reversed(layout.call_outs):
        if one.rectangle.contains(place):
            return Target(CallOut.kind, one.id)
    for one in reversed(layout.call_outs):
        if one.leader is not None and (place - one.leader.p2()).manhattanLength() <= 2 * reach:
            return Target("leader", one.id)
    return None


def target_below(document: Document, layout: MapLayout, place: QPointF, reach: float = 0.0) -> Target:
    """What lies there apart from call-outs."""
    if place.y() < layout.stages.y:
        for id, rectangle in layout.personas:
            if rectangle.contains(place):
                return Target(Persona.kind, id)
        return Target(JourneyMap.kind, layout.map.id)
    column = layout.column_at(place.x())
    if place.y() < layout.stages.y + layout.stages_height:
        return _target_in_headers(layout, place, reach)
    row = layout.row_at(place.y())
    if row is None:
        return NOTHING
    if place.x() < layout.sizes.section_column:
        above = layout.row_at(place.y() - reach)
        if above is not None and above.bottom - place.y() < reach:
            return Target("edge", above.section.id)
        return Target(Section.kind, row.section.id)
    cell = Cell(row.section.id, column.stage.id) if column else None
    if isinstance(row.body, GraphBody):
        return _target_in(row.body, place - QPointF(0, row.y), reach * _POINT, cell)
    for box in layout.boxes_in(QRectF(place.x(), place.y(), 0.01, 0.01)):
        record = document.find(box.id)
        if record is not None:
            return Target(record.kind, record.id, cell, _part_of(record, row, box.rectangle, place, reach))
    return Target("cell", None, cell) if cell else NOTHING
