"""Where a call-out has room on a map: near what it speaks of, over no words, notes, points or lines."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.drawing.grid import Column
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.sections.emotional_graph.graph_room import LabelCandidates, Room
from app.drawing.signs import PlacedSection

_CLEAR = 10.0
"""How far a box stays from all else."""
_NEAR = 1000.0
"""Map units around what it speaks of in which room is looked for first; then on all of the map."""
_STEPS = 9
"""Places beside each other that are tried on either side."""
_OTHER_SHAPE, _CROSSED, _ASTRIDE, _ELSEWHERE = 30.0, 110.0, 120.0, 500.0
"""What it costs, in map units away: words broken in another way, a line behind words, a stage's edge under
it, and to speak of a stage at another."""
_ON_NOTES = 320.0
"""And what it costs to stand on notes, beside their words."""
_FOOT = 44.0
"""How high the foot of a note is, with its signs."""
_SAMPLE = 16.0
_LINE = 9.0
"""How far from curves."""


class Surroundings(NamedTuple):
    """What call-outs stand among."""

    ground: QRectF
    """Within which they stay: the cells of a map."""
    rows: Sequence[PlacedSection]
    walls: Sequence[float]
    """Across which nothing stands: where sheets and bands meet."""
    words_in: Callable[[QRectF], Iterable[QRectF]]
    """Where words reach into an area."""
    columns: Sequence[Column]
    discs: Sequence[QRectF]
    """Where numbers of key points stand."""

    def near(self, target: QRectF) -> QRectF:
        """Where room is looked for first."""
        return target.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR).intersected(self.ground)

    def rows_in(self, area: QRectF) -> Iterator[PlacedSection]:
        """The rows that reach into an area."""
        return (row for row in self.rows if row.y < area.bottom() and row.y + row.height > area.top())


class Found(NamedTuple):
    """Which of several sizes stands best, where its top left corner is, and how far it was looked for."""

    number: int
    corner: QPointF
    is_far: bool


_Edges = tuple[float, float, float, float]
"""Left, top, right and bottom."""


class _Scene(NamedTuple):
    """A part of the map with what is taken of it."""

    area: QRectF
    room: Room
    words: Sequence[_Edges]


def find_place(
    target: QRectF, sizes: Sequence[QSizeF], around: Surroundings, taken: Sequence[QRectF]
) -> Found:
    """Where one of the sizes stands best; beside what it speaks of where the whole map has no room."""
    for is_far, area in enumerate((around.near(target), around.ground)):
        best = _Best()
        for on_notes in (0.0, _ON_NOTES):
            if not area.isEmpty() and on_notes < best.cost:
                scene = _scene(area, target, around, taken, not on_notes)
                best = _best(scene, target, sizes, around, best, on_notes)
        if best.cost < inf:
            return Found(best.number, best.corner, bool(is_far))
    return Found(0, target.bottomRight(), is_far=True)


class _Best(NamedTuple):
    """The cheapest place so far: which size stands there, and its top left corner."""

    cost: float = inf
    number: int = 0
    corner: QPointF = QPointF()


def _scene(
    area: QRectF, target: QRectF, around: Surroundings, taken: Sequence[QRectF], keeps_notes: bool
) -> _Scene:
    room = Room(area.left(), area.right(), area.height())
    words = list(around.words_in(area))
    obstacles = [*words, *taken, _grown(target, _CLEAR), *_walls(area, around.walls)]
    for row in around.rows_in(area):
        obstacles += _held(row, area, keeps_notes)
    for each in obstacles:
        room.take(_grown(each, _CLEAR).translated(0, -area.top()))
    others = (each for each in words if not each.intersects(target))
    return _Scene(area, room, [(one.left(), one.top(), one.right(), one.bottom()) for one in others])


def _held(row: PlacedSection, area: QRectF, keeps_notes: bool) -> Iterator[QRectF]:
    """Where records and curves of a row lie; else, of notes, only their signs."""
    for _, rectangle in row.body.boxes(area.left(), area.right(), row.height):
        whole = keeps_notes or isinstance(row.body, GraphBody)
        yield rectangle.translated(0, row.y) if whole else _foot(rectangle.translated(0, row.y))
    if not isinstance(row.body, GraphBody):
        return
    for line in row.body.lines:
        x = area.left()
        before: float | None = None
        while x < area.right():
            y = line.y_at(x)
            if y is not None:
                top, bottom = sorted((y, before if before is not None else y))
                yield QRectF(x - _SAMPLE, row.y + top - _LINE, _SAMPLE, bottom - top + 2 * _LINE)
            before = y
            x += _SAMPLE


def _foot(note: QRectF) -> QRectF:
    return note.adjusted(0, max(note.height() - _FOOT, 0.0), 0, 0)


def _walls(area: QRectF, walls: Sequence[float]) -> Iterator[QRectF]:
    yield from (QRectF(x, area.top(), 0, area.height()) for x in walls if area.left() < x < area.right())


def _best(
    scene: _Scene,
    target: QRectF,
    sizes: Sequence[QSizeF],
    around: Surroundings,
    best: _Best,
    more: float,
) -> _Best:
    """The cheapest of the free places beside, above and below. What cannot cost less is not tried."""
    for number, size in enumerate(sizes):
        for left in _lefts(scene.area, target, size.width()):
            least = more + number * _OTHER_SHAPE
            beside = QRectF(left, target.top(), size.width(), target.height())
            if least + _apart(beside, target) >= best.cost:
                continue
            for top in _tops(target, size.height()):
                wanted = LabelCandidates(((left, 0.0),), top - scene.area.top())
                corner = scene.room.find(size, wanted, scene.area.height())
                if corner is None:
                    break
                box = QRectF(corner + QPointF(0, scene.area.top()), size)
                cost = least + _apart(box, target)
                if cost < best.cost and (cost := cost + _in_its_way(box, target, scene, around)) < best.cost:
                    best = _Best(cost, number, box.topLeft())
    return best


def _in_its_way(box: QRectF, target: QRectF, scene: _Scene, around: Surroundings) -> float:
    """What it costs that a box stands across edges of stages or in another, and its line crosses words."""
    cost = _CROSSED * _crosses(box.center(), target.center(), scene.words)
    cost += _ASTRIDE * any(box.left() < column.x < box.right() for column in around.columns)
    is_of_stage = target.bottom() <= around.ground.top()
    at, wanted = (bisect_right(around.columns, each.center().x(), key=_left) for each in (box, target))
    return cost + _ELSEWHERE * (is_of_stage and at != wanted)


def _lefts(area: QRectF, target: QRectF, width: float) -> Iterator[float]:
    """From where it would stand in the middle, to either side."""
    middle = target.center().x() - width / 2
    step = max(width / 3, 30.0)
    yield middle
    for number in range(1, _STEPS + 1):
        yield middle - number * step
        yield middle + number * step
    yield area.left()
    yield area.right() - width


def _tops(target: QRectF, height: float) -> tuple[float, ...]:
    return target.top() - height - 3 * _CLEAR, target.bottom() + 3 * _CLEAR, target.center().y() - height / 2


def _apart(box: QRectF, target: QRectF) -> float:
    """How far a box is from what it speaks of, along both directions."""
    across = max(box.left() - target.right(), target.left() - box.right(), 0.0)
    down = max(box.top() - target.bottom(), target.top() - box.bottom(), 0.0)
    return across + down + 0.05 * abs(box.center().x() - target.center().x())


def _crosses(start: QPointF, end: QPointF, boxes: Sequence[_Edges]) -> int:
    """How many boxes a line goes through. Asked very often, so in plain numbers."""
    x, y, across, down = start.x(), start.y(), end.x() - start.x(), end.y() - start.y()
    first, last = min(x, x + across), max(x, x + across)
    upper, lower = min(y, y + down), max(y, y + down)
    count = 0
    for left, top, right, bottom in boxes:
        if left > last or right < first or top > lower or bottom < upper:
            continue
        one, two = (left - x) * down - (top - y) * across, (right - x) * down - (bottom - y) * across
        three, four = (right - x) * down - (top - y) * across, (left - x) * down - (bottom - y) * across
        count += min(one, two, three, four) < 0 < max(one, two, three, four)
    return count


def _left(column: Column) -> float:
    return column.x


def _grown(rectangle: QRectF, by: float) -> QRectF:
    return rectangle.adjusted(-by, -by, by, by)
