"""Signs that go over several sections: columns of moments of truth, lines from pain points to ideas."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.arrows import HEAD, LINE, draw_ends
from app.drawing.display import Batch, DisplayList, Lines, Paths, Rectangles, Stroke
from app.drawing.glyphs import polyline
from app.drawing.grid import Column, runs_of_moments, sheet_width
from app.drawing.pieces import READABLE
from app.drawing.sections.kind import Body
from app.drawing.theme import FRAME, SECONDARY
from app.model.document import Document
from app.model.records import Id, Note, Record, Relation, Section

_FRAME = Stroke(FRAME, 6.0)
_INSIDE = 3.0
"""How far the middle of a frame's line lies within its column."""
_CLEAR = 3.0
"""How far a frame stays from words that it passes behind."""
_LINE = Stroke(SECONDARY, LINE)
_SHORTEST = 24.0
"""Lines under this are not drawn."""


class PlacedSection(Protocol):
    """A section laid out, at its place."""

    @property
    def section(self) -> Section: ...

    @property
    def body(self) -> Body: ...

    @property
    def y(self) -> float: ...

    @property
    def height(self) -> float: ...


class Sign(NamedTuple):
    """A sign, with the part of the sheet that it is drawn in."""

    area: QRectF
    display_list: DisplayList
    name: str = ""
    """That by which a legend knows it; none of the frames of moments of truth, which have another."""
    on_header: bool = False
    """Whether it lies on the headers of stages, which a band of a poster has apart."""


class Gap(NamedTuple):
    """Two sections, one below the other, with the heights at which they begin; none of it ever changes."""

    above: Body
    below: Body
    sections: tuple[Id, Id]
    tops: tuple[float, float]
    heights: tuple[float, float]
    relations: tuple[Record, ...]
    columns: tuple[Column, ...]

    @property
    def made_of(self) -> tuple[object, ...]:
        """What tells it from others while it is there: to compare all relations would take a while."""
        objects = (self.above, self.below, self.relations, self.columns)
        return (*map(id, objects), self.tops, self.heights)


class Filled(NamedTuple):
    """A gap with what is drawn in it."""

    gap: Gap
    sign: Sign | None


def moment_frames(
    columns: Sequence[Column], top: float, bottom: float, words: Iterable[QRectF] = ()
) -> Iterator[Sign]:
    """A frame around each stage with a moment of truth; one around several that are neighbours.

    It passes behind `words` that stand over its sides, and is not seen through them.
    """
    runs = list(runs_of_moments(columns))
    over = list(words) if runs else []
    for first, last in runs:
        area = QRectF(first.x, top, last.right - first.x, bottom - top)
        box = area.adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)
        left, right = _hidden(box.left(), over), _hidden(box.right(), over)
        frame = _interrupted(box, left, right) if left or right else Rectangles([box], stroke=_FRAME)
        yield Sign(area, (frame,))


def _hidden(x: float, words: Sequence[QRectF]) -> list[tuple[float, float]]:
    """From where to where an upright line of a frame lies behind words, from above."""
    reach = _INSIDE + _CLEAR
    over = [each for each in words if each.left() - reach < x < each.right() + reach]
    return sorted((each.top() - _CLEAR, each.bottom() + _CLEAR) for each in over)


def _interrupted(
    box: QRectF, left: Sequence[tuple[float, float]], right: Sequence[tuple[float, float]]
) -> Paths:
    """A frame with gaps in its sides; its corners are whole."""
    near, far = (box.left(), _pieces(box, left)), (box.right(), _pieces(box, right))
    if len(far[1]) == 1:
        near, far = far, near
    (x, pieces), (other_x, others) = near, far
    lines = [[(x, top), (x, bottom)] for top, bottom in pieces[1:-1]]
    lines += [[(other_x, top), (other_x, bottom)] for top, bottom in others[1:-1]]
    above = [(x, box.top()), (other_x, box.top()), (other_x, others[0][1])]
    below = [(other_x, others[-1][0]), (other_x, box.bottom()), (x, box.bottom())]
    if len(pieces) == 1:
        lines.append([*below, *above])
    else:
        lines += [[(x, pieces[0][1]), *above], [*below, (x, pieces[-1][0])]]
    return Paths(tuple(command for line in lines for command in polyline(*line)), [QPointF()], stroke=_FRAME)


def _pieces(box: QRectF, gaps: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """What is left of a side of a box, from above."""
    found, start = [], box.top()
    for top, bottom in gaps:
        if top > start:
            found.append((start, top))
        start = max(start, bottom)
    return [*found, (start, box.bottom())]


def moment_areas(columns: Sequence[Column], top: float, bottom: float) -> list[QRectF]:
    """What is tinted behind them."""
    return [
        QRectF(first.x, top, last.right - first.x, bottom - top) for first, last in runs_of_moments(columns)
    ]


def connectors(document: Document, gap: Gap) -> Sign | None:
    """Lines from the notes of a section to those that they lead to in the next, where nothing is between."""
    lines = list(_lines(document, gap))
    if not lines:
        return None
    top, bottom = min(start.y() for start, _ in lines), max(end.y() for _, end in lines)
    area = QRectF(gap.columns[0].x, top - HEAD, sheet_width(gap.columns), bottom - top + 2 * HEAD)
    return Sign(area, tuple(_drawn(lines)), name="connector")


def _lines(document: Document, gap: Gap) -> Iterator[tuple[QPointF, QPointF]]:
    columns = {column.stage.id: column for column in gap.columns}
    order = {column.stage.id: number for number, column in enumerate(gap.columns)}
    for relation in gap.relations:
        if not isinstance(relation, Relation):
            continue
        start, end = document.find(relation.from_note), document.find(relation.to_note)
        if not (isinstance(start, Note) and isinstance(end, Note)):
            continue
        if (start.section, end.section) != gap.sections or not {start.stage, end.stage} <= columns.keys():
            continue
        if abs(order[start.stage] - order[end.stage]) > 1:
            # So long a line would run into those of other stages.
            continue
        from_box = box_at_edge(gap.above, gap.tops[0], gap.heights[0], columns[start.stage], start.id, 1)
        to_box = box_at_edge(gap.below, gap.tops[1], gap.heights[1], columns[end.stage], end.id, -1)
        if from_box is not None and to_box is not None and to_box.top() - from_box.bottom() >= _SHORTEST:
            yield _ends(from_box, to_box)


def box_at_edge(body: Body, top: float, height: float, column: Column, note: Id, way: int) -> QRectF | None:
    """A note's rectangle on the sheet; none where another is between it and the lower (1) or upper edge."""
    boxes = {id: box for id, box in body.boxes(column.x, column.right, height) if column.x <= box.x()}
    own = boxes.get(note)
    if own is None:
        return None
    for id, box in boxes.items():
        beside = min(own.right(), box.right()) > max(own.left(), box.left())
        if id != note and beside and (box.center().y() - own.center().y()) * way > 0:
            return None
    return own.translated(0, top)


def _ends(start: QRectF, end: QRectF) -> tuple[QPointF, QPointF]:
    """Straight down where both are wide enough above each other; else from middle to middle."""
    left, right = max(start.left(), end.left()), min(start.right(), end.right())
    is_straight = right - left >= _SHORTEST
    from_x = to_x = (left + right) / 2
    if not is_straight:
        from_x, to_x = start.center().x(), end.center().x()
    return QPointF(from_x, start.bottom()), QPointF(to_x, end.top())


def _drawn(lines: Sequence[tuple[QPointF, QPointF]]) -> Iterator[Batch]:
    parts: list[QLineF] = []
    for start, end in lines:
        neck = end - QPointF(0, HEAD - 2)
        if start.x() == end.x():
            parts.append(QLineF(start, neck))
            continue
        turn = (start.y() + neck.y()) / 2
        corners = (start, QPointF(start.x(), turn), QPointF(end.x(), turn), neck)
        parts += [QLineF(one, other) for one, other in pairwise(corners)]
    yield Lines(parts, _LINE, seen_from=READABLE)
    yield from draw_ends([start for start, _ in lines], [end for _, end in lines], SECONDARY)
