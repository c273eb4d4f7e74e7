"""Where the words at a point of a curve stand: near it, where they cover nothing."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

from app.drawing.sections.emotional_graph.graph_room import LabelCandidates, Room
from app.drawing.text import TextBlock

Blocks = Sequence[TextBlock]

OTHER_WIDTHS = (1.5, 0.7, 2.2)
"""How wide quotes may be, beside the usual width, where they find no room in that."""
_FARTHEST = 260.0
"""How far words may stand from where they would like to."""
_FARTHEST_ANYWHERE = 900.0
"""And how far before they are written under their stage."""
_BESIDE = 10.0
_SWEEP = 36.0
"""How finely the room at the left and right is tried."""
_AWAY = 40.0
"""What it costs to stand where one would not look first."""
_CROSSED = 400.0
"""What it costs that the line from the point goes through a curve."""
_STRUCK = 900.0
"""And through other words."""
_LEADER_FROM = 46.0
"""Farther from its point than this, a quote is led to it by a line."""


def words_size(blocks: Blocks) -> QSizeF:
    return QSizeF(max(block.width for block in blocks), sum(block.height for block in blocks))


def place_near(
    room: Room,
    place: QPointF,
    around: Sequence[QPointF],
    ring: float,
    ways: Iterable[Blocks],
    others: Sequence[QRectF],
) -> tuple[Blocks, QPointF] | None:
    """Room for the words of a point, as they are broken first, or else in any way wherever they can stand.

    `around` are the places of the point and of its neighbours: at a hollow the words stand below it. `others`
    is where words stand already.
    """
    ways = iter(ways)
    usual = next(ways)
    size = words_size(usual)
    top = _top(place, around, size)
    found = room.find(size, beside(place, ring, size, top), _FARTHEST)
    if found is not None and not _strikes(leader(QRectF(found, size), place, 2 * ring), others):
        return usual, found
    found_ways = list(_found_anywhere(room, place, around, (usual, *ways)))
    costs = [_cost(room, place, way, 2 * ring, others) for way in found_ways]
    return found_ways[costs.index(min(costs))] if costs else None


def _found_anywhere(
    room: Room, place: QPointF, around: Sequence[QPointF], ways: Iterable[Blocks]
) -> Iterator[tuple[Blocks, QPointF]]:
    """The nearest room at each side for words broken in each way."""
    for blocks in ways:
        size = words_size(blocks)
        for candidates in _anywhere(place, size, _top(place, around, size)):
            found = room.find(size, candidates, _FARTHEST_ANYWHERE)
            if found is not None:
                yield blocks, found


def _cost(
    room: Room, place: QPointF, way: tuple[Blocks, QPointF], around: float, others: Sequence[QRectF]
) -> float:
    """How far words are from their point; dear where the line to them meets something on its way."""
    blocks, corner = way
    rectangle = QRectF(corner, words_size(blocks))
    away = (rectangle.center() - place).manhattanLength()
    line = leader(rectangle, place, around)
    if line is None or room.is_line_free(line):
        return away
    return away + (_STRUCK if _strikes(line, others) else _CROSSED)


def _strikes(line: QLineF | None, others: Sequence[QRectF]) -> bool:
    """Whether a line goes through words."""
    if line is None:
        return False
    # A rectangle without a width or a height meets nothing, says Qt.
    around = QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1)
    return any(around.intersects(other) for other in others)


def leader(rectangle: QRectF, place: QPointF, ring: float) -> QLineF | None:
    """The way from a point to words that stand far from it."""
    x = min(max(place.x(), rectangle.left()), rectangle.right())
    y = min(max(place.y(), rectangle.top()), rectangle.bottom())
    line = QLineF(place, QPointF(x, y))
    if line.length() <= max(_LEADER_FROM, ring + 5):
        return None
    return QLineF(line.pointAt(ring / line.length()), line.pointAt(1 - 5 / line.length()))


def beside(place: QPointF, ring: float, size: QSizeF, top: float) -> LabelCandidates:
    """Right of the point, else over or under it, else left of it, else farther away."""
    x, width, gap = place.x(), size.width(), ring + _BESIDE
    near = [(x + gap, 0.0), (x - width / 2, 12.0), (x - gap - width, 16.0)]
    far = [(x + gap + step, step) for step in (40.0, 80.0, 130.0)]
    far += [(x - gap - width - step, 16.0 + step) for step in (40.0, 80.0, 130.0)]
    far += [(x - width * share, 20.0) for share in (0.25, 0.75)]
    return LabelCandidates((*near, *far), top)


def _anywhere(place: QPointF, size: QSizeF, top: float) -> Iterator[LabelCandidates]:
    """Over or under the point, at its right, and at its left, there ever farther away."""
    width = size.width()
    over = [(place.x() - width * share, _AWAY) for share in (0.5, 0.25, 0.75, 0.1, 0.9)]
    yield LabelCandidates(tuple(over), top)
    steps = range(int(_FARTHEST_ANYWHERE / _SWEEP))
    for start, way in ((place.x(), 1), (place.x() - width, -1)):
        yield LabelCandidates(tuple((start + way * step * _SWEEP, step * _SWEEP) for step in steps), top)


def _top(place: QPointF, around: Sequence[QPointF], size: QSizeF) -> float:
    is_low = any(one.y() < place.y() - 1 for one in around) and not any(
        one.y() > place.y() + 1 for one in around
    )
    return place.y() + 6 if is_low else place.y() - size.height() - 6
