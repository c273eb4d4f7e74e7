"""Where a new emotion point stands in a cell, and whose it is."""

from itertools import pairwise
from typing import Any

from app.drawing.layout import MapLayout
from app.drawing.rows import Row
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.model.document import Document
from app.model.records import Id
from app.session.selection import Cell


def graph_at(layout: MapLayout, cell: Cell | None) -> tuple[Row, GraphBody] | None:
    """The emotional graph that a cell belongs to."""
    row = layout.row_of(cell.section) if cell is not None else None
    return (row, row.body) if row is not None and isinstance(row.body, GraphBody) else None


def new_point(document: Document, layout: MapLayout, cell: Cell) -> dict[str, Any]:
    """The fields of one in the widest gap between those of a cell, on the line if one runs there."""
    found, column = graph_at(layout, cell), layout.column_of(cell.stage)
    at = _middle_of_widest_gap([point.at for point in document.points(*cell)])
    if found is None or column is None:
        return {"value": 0.0, "at": at}
    row, body = found
    persona = persona_in_front(document, layout, row, body)
    line = next((line for line in body.lines if line.curve.persona == persona), None)
    y = line.y_at(column.x + column.width * at) if line is not None else None
    value = 0.0 if y is None else round(body.scale.value_at(y), 1)
    return {"value": value, "at": at, "persona": persona}


def persona_in_front(document: Document, layout: MapLayout, row: Row, body: GraphBody) -> Id | None:
    """Whose point a new one is: who was chosen, else of the curve in front, else the map's first persona."""
    chosen = row.section.front
    if chosen is not None and chosen in document:
        return chosen
    if body.lines:
        return body.lines[-1].curve.persona
    return next(iter(layout.map.personas), None)


def _middle_of_widest_gap(places: list[float]) -> float:
    ends = sorted([0.0, *places, 1.0])
    left, right = max(pairwise(ends), key=lambda gap: gap[1] - gap[0])
    return round((left + right) / 2, 3)
