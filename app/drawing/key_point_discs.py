"""The numbers of key points at what they speak of: on curves, notes and the headers of stages.

A disc at a note lies over its corner, where no text of it reaches; one at a point takes the first place about
it that is free of words, rings and lines; one at a stage lies in its header's upper corner. Where many would
stand at one place, a pill has them all: "1–4, 6".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.assumed import tab_place
from app.drawing.culling import all_text_bounds
from app.drawing.display import DisplayList
from app.drawing.grid import Column
from app.drawing.key_point_places import AtPoint, about
from app.drawing.key_point_strip import disc_radius, disc_width, draw_discs, told_key_points
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.signs import PlacedSection, Sign
from app.drawing.sizes import Sizes
from app.drawing.stages import star_radius
from app.drawing.theme import CHEVRON, NOTE, TextStyle
from app.model.document import Document
from app.model.records import EmotionPoint, Id, KeyPoint, Note

_AT_NOTE = NOTE._replace(size=24, weight=700, is_heading=True)
"""As large beside a note's padding as leaves its text free."""
_AT_POINT = 0.72
"""How large a disc on a curve is beside that of the strip."""
_MOST_DISCS = 3
"""Discs that stand beside each other at one place; more numbers share a pill."""
_BESIDE = 4.0
"""Between discs at one note, and from the tab of an assumption."""
_OVER_TEXT = 5.0
"""How much higher discs stand that are not at the corner, where a text may be under them."""
_TAB = 17.0
"""From the middle of an assumption's tab to where a disc may begin."""
_IN_HEADER = 5.0
"""From the edges of a stage's header."""


class Disc(NamedTuple):
    """A disc with its number, or a pill with several."""

    label: str
    middle: QPointF

    def area(self, style: TextStyle) -> QRectF:
        half, radius = disc_width(self.label, style) / 2, disc_radius(style)
        return QRectF(self.middle.x() - half, self.middle.y() - radius, 2 * half, 2 * radius)


def labels_of(numbers: Sequence[int]) -> list[str]:
    """What stands on the discs at one place: a number on each, or all on one."""
    numbers = sorted(set(numbers))
    return [str(one) for one in numbers] if len(numbers) <= _MOST_DISCS else [in_runs(numbers)]


def in_runs(numbers: Sequence[int]) -> str:
    """Numbers that follow each other in short: "1–4, 6"."""
    runs = groupby(enumerate(sorted(set(numbers))), key=lambda one: one[1] - one[0])
    found = [[number for _, number in run] for _, run in runs]
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in found
    )  # fmt: skip


def key_point_discs(
    document: Document,
    map: Id,
    rows: Sequence[PlacedSection],
    columns: Sequence[Column],
    headers: DisplayList,
    top: float,
    sizes: Sizes,
) -> Iterator[Sign]:
    """The discs at what is laid out of what the key points of a map speak of.

    `headers`: the drawing of the stages' headers, which begin at `top`.
    """
    told = told_key_points(document.key_points(map)) if sizes.shown.key_points and not sizes.in_room else ()
    if not told:
        return
    yield from _at_stages(_by_place(told, "stages"), columns, headers, top, sizes)
    yield from _on_notes(document, _by_place(told, "notes"), rows, columns)
    yield from _on_curves(document, _by_place(told, "points"), rows, sizes)


def _by_place(told: Iterable[tuple[int, KeyPoint]], field: str) -> dict[Id, list[str]]:
    """What stands on the discs at each place of a sort."""
    found: dict[Id, list[int]] = {}
    for number, key_point in told:
        for id in key_point.mentioned(field):
            found.setdefault(id, []).append(number)
    return {id: labels_of(numbers) for id, numbers in found.items()}


def _sign(discs: Sequence[Disc], style: TextStyle, on_header: bool = False) -> Iterator[Sign]:
    if not discs:
        return
    area = QRectF()
    for disc in discs:
        area = area.united(disc.area(style))
    labels, middles = [one.label for one in discs], [one.middle for one in discs]
    yield Sign(area, tuple(draw_discs(labels, middles, style)), "key-point", on_header)


def _at_stages(
    labels: Mapping[Id, Sequence[str]],
    columns: Sequence[Column],
    headers: DisplayList,
    top: float,
    sizes: Sizes,
) -> Iterator[Sign]:
    """In the upper right corner of a header, left of its star; over its edge where its words reach there."""
    radius = disc_radius(_AT_NOTE)
    words = [bounds.translated(0, top) for bounds in all_text_bounds(headers)] if labels else []
    discs: list[Disc] = []
    for column in columns:
        x = column.right - CHEVRON - _IN_HEADER
        if column.has_moment:
            x = min(x, column.right - CHEVRON - 2 * star_radius(sizes) - _IN_HEADER)
        for label in reversed(labels.get(column.stage.id, ())):
            half = disc_width(label, _AT_NOTE) / 2
            inside = Disc(label, QPointF(x - half, top + radius + _IN_HEADER))
            is_free = not any(inside.area(_AT_NOTE).intersects(each) for each in words)
            discs.append(inside if is_free else Disc(label, QPointF(x - half, top)))
            x -= 2 * half + _BESIDE
    yield from _sign(discs, _AT_NOTE, on_header=True)


def _on_notes(
    document: Document,
    labels: Mapping[Id, Sequence[str]],
    rows: Sequence[PlacedSection],
    columns: Sequence[Column],
) -> Iterator[Sign]:
    by_section = {row.section.id: row for row in rows}
    by_stage = {column.stage.id: column for column in columns}
    discs: list[Disc] = []
    for id, at_note in labels.items():
        note = document.get(Note, id)
        row, column = by_section.get(note.section), by_stage.get(note.stage)
        box = _box(row, column, id) if row is not None and column is not None else None
        if box is not None:
            discs += _at_corner(at_note, box, note.evidence == "assumption")
    yield from _sign(discs, _AT_NOTE)


def _box(row: PlacedSection, column: Column, note: Id) -> QRectF | None:
    """Where a note lies on the sheet."""
    boxes = row.body.boxes(column.x, column.right, row.height)
    return next((box.translated(0, row.y) for id, box in boxes if id == note), None)


def _at_corner(labels: Sequence[str], box: QRectF, has_tab: bool) -> Iterator[Disc]:
    """Over a note's top right corner, the last the farthest right; left of its tab."""
    radius = disc_radius(_AT_NOTE)
    right = tab_place(box).x() - _TAB if has_tab else box.right() + radius
    is_over = has_tab or len(labels) > 1 or disc_width(labels[0], _AT_NOTE) > 2 * radius
    for label in reversed(labels):
        width = disc_width(label, _AT_NOTE)
        yield Disc(label, QPointF(right - width / 2, box.top() - (_OVER_TEXT if is_over else 0.0)))
        right -= width + _BESIDE


def _on_curves(
    document: Document, labels: Mapping[Id, Sequence[str]], rows: Sequence[PlacedSection], sizes: Sizes
) -> Iterator[Sign]:
    style = sizes.key_point._replace(size=round(_AT_POINT * sizes.key_point.size))
    wanted: dict[Id, list[tuple[Id, tuple[str, ...]]]] = {}
    for point, at_point in labels.items():
        wanted.setdefault(document.get(EmotionPoint, point).section, []).append((point, tuple(at_point)))
    for row in rows:
        if row.section.id in wanted and isinstance(row.body, GraphBody):
            discs = _on_a_graph(row.body, tuple(wanted[row.section.id]), style)
            down = QPointF(0, row.y)
            yield from _sign([Disc(one.label, one.middle + down) for one in discs], style)


# Asked for after every edit, and to find them room takes longer than to lay all else out.
@lru_cache(maxsize=16)
def _on_a_graph(
    graph: GraphBody, wanted: tuple[tuple[Id, tuple[str, ...]], ...], style: TextStyle
) -> tuple[Disc, ...]:
    """The discs at points of a graph, in units of its row."""
    discs: list[Disc] = []
    for point, labels in wanted:
        for label in labels:
            size = Disc(label, QPointF()).area(style).size()
            middle = about(AtPoint(graph, point, size), [one.area(style) for one in discs])
            if middle is not None:
                discs.append(Disc(label, middle))
    return tuple(discs)


def forget_discs() -> None:
    """Forget what is remembered: it holds curves of maps also after they are closed."""
    _on_a_graph.cache_clear()
