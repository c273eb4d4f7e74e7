"""The numbers of key points at what they speak of: at points of curves, and at the corners of notes.

A disc at a note lies over its corner, where no text of it reaches; one at a point takes the first place about
it that is free of words, rings and lines.
"""

from collections.abc import Iterator, Sequence
from math import cos, hypot, pi, sin, sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.assumed import tab_place
from app.drawing.grid import Column
from app.drawing.key_point_strip import disc_radius, draw_discs, told_key_points
from app.drawing.pieces import around
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.signs import PlacedSection, Sign
from app.drawing.sizes import Sizes
from app.drawing.theme import NOTE, TextStyle
from app.model.document import Document
from app.model.records import EmotionPoint, Id, Note

_AT_NOTE = NOTE._replace(size=24, weight=700, is_heading=True)
"""As large beside a note's padding as leaves its text free."""
_AT_POINT = 0.72
"""How large a disc on a curve is beside that of the strip."""
_CLEAR = 7.0
_BESIDE = 4.0
"""Between discs at one note, and from the tab of an assumption."""
_OVER_TEXT = 5.0
"""How much higher discs stand that are not at the corner, where a text may be under them."""
_TAB = 17.0
"""From the middle of an assumption's tab to where a disc may begin."""
_ANGLES = (-0.75, -0.25, 0.75, 0.25, -0.5, 0.5, 1.0, 0.0)
"""Around a point, in parts of half a turn from the right: first where a curve seldom goes."""
_DISTANCES = (1.0, 1.35, 1.75)


class _Disc(NamedTuple):
    number: int
    middle: QPointF


def key_point_discs(
    document: Document, map: Id, rows: Sequence[PlacedSection], columns: Sequence[Column], sizes: Sizes
) -> Iterator[Sign]:
    """The discs at what is laid out of what the key points of a map speak of."""
    told = told_key_points(document.key_points(map)) if sizes.shown.key_points and not sizes.in_room else ()
    if not told:
        return
    by_section = {row.section.id: row for row in rows}
    by_stage = {column.stage.id: column for column in columns}
    at_notes: dict[Id, list[int]] = {}
    at_points: dict[Id, list[int]] = {}
    for number, key_point in told:
        for id in key_point.notes:
            at_notes.setdefault(id, []).append(number)
        for id in key_point.points:
            at_points.setdefault(id, []).append(number)
    on_notes: list[_Disc] = []
    for id, numbers in at_notes.items():
        note = document.get(Note, id)
        row, column = by_section.get(note.section), by_stage.get(note.stage)
        box = _box(row, column, id) if row is not None and column is not None else None
        if box is not None:
            on_notes += _at_note(numbers, box, note.evidence == "assumption")
    yield from _sign(on_notes, _AT_NOTE)
    style = _at_point(sizes.key_point)
    on_points: dict[Id, list[_Disc]] = {}
    for id, numbers in at_points.items():
        section = document.get(EmotionPoint, id).section
        row = by_section.get(section)
        if row is not None and isinstance(row.body, GraphBody):
            taken = on_points.setdefault(section, [])
            taken += _about(row.body, id, numbers, taken, style)
    for section, discs in on_points.items():
        y = by_section[section].y
        yield from _sign([_Disc(one.number, one.middle + QPointF(0, y)) for one in discs], style)


def _at_point(style: TextStyle) -> TextStyle:
    return style._replace(size=round(_AT_POINT * style.size))


def _sign(discs: Sequence[_Disc], style: TextStyle) -> Iterator[Sign]:
    if not discs:
        return
    radius = disc_radius(style)
    area = QRectF()
    for disc in discs:
        area = area.united(around(disc.middle, radius))
    numbers, middles = [one.number for one in discs], [one.middle for one in discs]
    yield Sign(area, tuple(draw_discs(numbers, middles, style)), "key-point")


def _box(row: PlacedSection, column: Column, note: Id) -> QRectF | None:
    """Where a note lies on the sheet."""
    boxes = row.body.boxes(column.x, column.right, row.height)
    return next((box.translated(0, row.y) for id, box in boxes if id == note), None)


def _at_note(numbers: Sequence[int], box: QRectF, has_tab: bool) -> Iterator[_Disc]:
    """Over a note's top right corner, the last the farthest right; left of its tab."""
    radius = disc_radius(_AT_NOTE)
    x = tab_place(box).x() - _TAB - radius if has_tab else box.right()
    y = box.top() - (_OVER_TEXT if has_tab or len(numbers) > 1 else 0.0)
    for number in reversed(numbers):
        yield _Disc(number, QPointF(x, y))
        x -= 2 * radius + _BESIDE


def _about(
    graph: GraphBody, point: Id, numbers: Sequence[int], taken: Sequence[_Disc], style: TextStyle
) -> Iterator[_Disc]:
    """Beside a mark of the point, or where there is room about its ring."""
    place = graph.place_of(point)
    if place is None:
        return
    radius = disc_radius(style)
    found = list(taken)
    for number in numbers:
        places = _candidates(graph, point, place, radius)
        disc = _Disc(number, min(places, key=lambda middle: _cost(graph, middle, radius, found)))
        found.append(disc)
        yield disc


def _candidates(graph: GraphBody, point: Id, place: QPointF, radius: float) -> list[QPointF]:
    """Places for a disc, the best first."""
    candidates: list[QPointF] = []
    for mark in graph.words.marks:
        if mark.finding.points[0].id == point:
            y = mark.rectangle.center().y()
            candidates += [
                QPointF(mark.rectangle.left() - radius - _CLEAR, y),
                QPointF(mark.rectangle.right() + radius + _CLEAR, y),
            ]
    ring = max(line.ring for line in graph.lines) + radius + 1.5 * _CLEAR
    for distance in _DISTANCES:
        for angle in _ANGLES:
            turn = QPointF(cos(angle * pi), sin(angle * pi))
            candidates.append(place + turn * (ring * distance))
    return candidates


def _cost(graph: GraphBody, middle: QPointF, radius: float, taken: Sequence[_Disc]) -> float:
    """How much of what is drawn there a disc would cover: words count most, then rings, frames and lines."""
    disc = around(middle, radius)
    cost = 0.0
    band = QRectF(graph.scale.left, 0, graph.scale.right - graph.scale.left, graph.scale.height)
    if not band.contains(disc):
        cost += 50
    for block in graph.blocks:
        if block.intersects(disc.adjusted(-2, -2, 2, 2)):
            cost += 20
    cost += 3 * sum(abs(wall - middle.x()) < radius + _BESIDE for wall in graph.scale.walls)
    cost += 20 * sum(_distance(middle, one.middle) < 2 * radius + _BESIDE for one in taken)
    for line in graph.lines:
        cost += 10 * sum(_distance(middle, place) < radius + line.ring for place in line.places)
        for step in (-0.9, -0.6, -0.3, 0.0, 0.3, 0.6, 0.9):
            y = line.y_at(middle.x() + step * radius)
            if y is not None and abs(y - middle.y()) < radius * sqrt(1 - step * step) + _BESIDE:
                cost += 1
    return cost


def _distance(one: QPointF, other: QPointF) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())
