"""Where the call-out of a point stands: straight above or below it, or else near it, covering nothing."""

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

from app.drawing.sections.emotional_graph.callouts import CallOut
from app.drawing.sections.emotional_graph.graph_line import RING_LINE
from app.drawing.sections.emotional_graph.graph_room import CELL, LabelCandidates, Room, runs_of

DEEP = 2.5
"""The value from which on, up or down, words stand inside of the hill or the valley."""
_SHORTEST, _LONGEST = 13.0, 76.0
"""Map units beside a point of the usual size: how long a leader is that goes straight up or down."""
_CLEAR = 7.0
"""How far words stay from curves, rings and other words."""
_FROM_EDGE = 13.0
"""And from the edges of their stage."""
_SHIFTS = (0.0, 0.16, -0.16, 0.32, -0.32, 0.42, -0.42)
"""How far aside of its point a call-out stands, as shares of its width: the leader still meets it."""
_SHIFTED, _OTHER_SIDE, _OUT, _OTHER_SHAPE = 0.35, 60.0, 90.0, 26.0
"""What it costs: each map unit aside; the side where one would not look first; the edges of its stage; and
each way of breaking the words that comes later."""
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
"""What it costs each time that the line from the point goes through a curve."""
_MOST_WAYS = 3
"""Ways of breaking words that are tried everywhere."""
_LEADER_FROM = 46.0
"""Farther from its point than this, a call-out is led to it by a slanted line."""


class Spot(NamedTuple):
    """A point that looks for a place for its words."""

    place: QPointF
    value: float
    ring: float
    around: Sequence[QPointF]
    """The places of the point and of its neighbours: at a hollow the words stand below it."""
    stage: tuple[float, float]
    """From where to where its stage goes."""
    bold: float


class Standing(NamedTuple):
    """A call-out with its top left corner, and the line to it."""

    callout: CallOut
    corner: QPointF
    leader: QLineF | None
    is_far: bool = False
    """Whether that is long, or goes through a curve or past another point, as there was no room nearer."""


def place_near(room: Room, spot: Spot, ways: Sequence[CallOut], others: Sequence[QRectF]) -> Standing | None:
    """The cheapest place for the words of a point; `others` is where words and other points stand."""
    return _upright(room, spot, ways) or _beside(room, spot, ways, others)


def _upright(room: Room, spot: Spot, ways: Sequence[CallOut]) -> Standing | None:
    """Straight above or below the point, where that costs least. What cannot cost less is not tried."""
    best: Standing | None = None
    least = inf
    for number, way in enumerate(ways):
        shape = number * _OTHER_SHAPE
        if shape + _SHORTEST * spot.bold >= least:
            break
        for start, aside in _starts(spot, way.size.width()):
            if aside + _SHORTEST * spot.bold + shape >= least:
                continue
            free = room.free_rows(start - _CLEAR, way.size.width() + 2 * _CLEAR)
            if not runs_of(free, int((way.size.height() + 2 * _CLEAR) / CELL)):
                continue
            for is_above in (True, False):
                more = aside, 0.0 if is_above == _wants_above(spot) else _OTHER_SIDE, shape
                found = _shortest(room, free, spot, way.size.height(), is_above, more, least)
                if found is not None:
                    least, length = found
                    best = _standing(spot, way, start, length, is_above)
    return best


def _wants_above(spot: Spot) -> bool:
    return spot.value >= 0 if abs(spot.value) < DEEP else spot.value < 0


def _starts(spot: Spot, width: float) -> Iterator[tuple[float, float]]:
    """The left edges that words so wide can have above or below their point, with what each costs."""
    x = spot.place.x()
    left, right = spot.stage[0] + _FROM_EDGE, spot.stage[1] - _FROM_EDGE
    lefts = [x - width / 2 + share * width for share in _SHIFTS]
    lefts += [edge for edge in (left, right - width) if edge + CELL < x < edge + width - CELL]
    for start in lefts:
        over = max(left - start, start + width - right, 0.0)
        yield start, abs(start + width / 2 - x) * _SHIFTED + (_OUT + over if over > 1 else 0.0)


def _standing(spot: Spot, way: CallOut, left: float, length: float, is_above: bool) -> Standing:
    """Words with a leader so long, straight up or down."""
    x, y = spot.place.x(), spot.place.y()
    edge, height = spot.ring + length, way.size.height()
    top = y - edge - height if is_above else y + edge
    line = QLineF(x, y + (-spot.ring if is_above else spot.ring), x, top + (height if is_above else 0.0))
    return Standing(way, QPointF(left, top), line)


def _shortest(
    room: Room, free: int, spot: Spot, height: float, is_above: bool, more: tuple[float, ...], least: float
) -> tuple[float, float] | None:
    """What it costs, and how long the leader is; `more` is what is to be paid besides.

    None where words find no room above or below the point, or only where they cost no less than the least.
    """
    y, up = spot.place.y(), -1 if is_above else 1
    length = _SHORTEST * spot.bold
    while length <= _LONGEST * spot.bold:
        cost = sum(more, length)
        if cost >= least:
            return None
        edge = spot.ring + length
        top = y - edge - height if is_above else y + edge
        if room.has_rows(free, top - _CLEAR, top + height + _CLEAR):
            return (cost, length) if _is_led(room, spot, y + up * edge, y + up * _clear_of(spot)) else None
        length += CELL
    return None


def _is_led(room: Room, spot: Spot, *ends: float) -> bool:
    """Whether nothing is in the way of a leader between two heights."""
    top, bottom = sorted(ends)
    return bottom - top < CELL or room.is_free(QRectF(spot.place.x(), top, 0, bottom - top))


def _clear_of(spot: Spot) -> float:
    """How far from a point nothing of it is in the way of its leader."""
    return spot.ring + RING_LINE * spot.bold + 2 * CELL


def _beside(room: Room, spot: Spot, ways: Sequence[CallOut], others: Sequence[QRectF]) -> Standing | None:
    """Beside the point, as the words are broken first, or else in any way wherever they can stand."""
    usual, size, ring = ways[0], ways[0].size, spot.ring
    found = room.find(size, beside(spot.place, ring, size, _top(spot, size)), _FARTHEST)
    if found is not None:
        line = leader(QRectF(found, size), spot.place, ring)
        if not _strikes(line, others):
            return Standing(usual, found, line, _is_far(spot, line))
    cost, way, corner = inf, usual, QPointF()
    for places in (_found_anywhere(room, spot, ways), _found_everywhere(room, spot, ways)):
        if cost == inf:
            for other, rectangle in places:
                found_cost = _cost(room, spot, rectangle, others, cost)
                if found_cost < cost:
                    cost, way, corner = found_cost, other, rectangle.topLeft()
    if cost == inf:
        return None
    line = leader(QRectF(corner, way.size), spot.place, ring)
    return Standing(way, corner, line, cost >= _CROSSED or _is_far(spot, line))


def _is_far(spot: Spot, line: QLineF | None) -> bool:
    """Whether words that such a line leads to seem to belong to another point."""
    if line is None:
        return False
    left, right = sorted((line.x1(), line.x2()))
    return line.length() > _FARTHEST or any(left < one.x() < right for one in spot.around)


def _found_anywhere(room: Room, spot: Spot, ways: Sequence[CallOut]) -> Iterator[tuple[CallOut, QRectF]]:
    """The nearest room at each side for words broken in each way."""
    for way in ways:
        size = way.size
        for candidates in _anywhere(spot.place, size, _top(spot, size)):
            found = room.find(size, candidates, _FARTHEST_ANYWHERE)
            if found is not None:
                yield way, QRectF(found, size)


def _found_everywhere(room: Room, spot: Spot, ways: Sequence[CallOut]) -> Iterator[tuple[CallOut, QRectF]]:
    """All room for words broken in each way, above and below the point, whatever lies between."""
    y = spot.place.y()
    for way in ways[:_MOST_WAYS]:
        size = way.size
        height = size.height()
        lefts = [left for one in _anywhere(spot.place, size, 0.0) for left, _ in one.lefts]
        for left in lefts[::2]:
            for top in (y - height - 6, y + 6, 0.0, room.bottom - height):
                found = room.find(size, LabelCandidates(((left, 0.0),), top), _FARTHEST_ANYWHERE)
                if found is not None:
                    yield way, QRectF(found, size)


def _cost(room: Room, spot: Spot, rectangle: QRectF, others: Sequence[QRectF], most: float) -> float:
    """How far words are from their point, where that is less than `most`; dear where the line to them goes
    through a curve. There is no price at which it goes through words or another point.
    """
    away = (rectangle.center() - spot.place).manhattanLength()
    if away >= most or _strikes(leader(rectangle, spot.place, spot.ring), others):
        return inf
    line = leader(rectangle, spot.place, 2 * spot.ring)
    return away + (room.crossings(line) if line is not None else 0) * _CROSSED


def _strikes(line: QLineF | None, others: Sequence[QRectF]) -> bool:
    """Whether a line goes through words or a point, or close by."""
    if line is None:
        return False
    around = QRectF(line.p1(), line.p2()).normalized().adjusted(-_CLEAR, -_CLEAR, _CLEAR, _CLEAR)
    return any(around.intersects(other) and _lies_on_both_sides(other, line) for other in others)


def _lies_on_both_sides(rectangle: QRectF, line: QLineF) -> bool:
    """Whether some corners of a rectangle, with room around it, lie at each side of a line without ends."""
    wider = rectangle.adjusted(-_CLEAR, -_CLEAR, _CLEAR, _CLEAR)
    corners = (wider.topLeft(), wider.topRight(), wider.bottomLeft(), wider.bottomRight())
    sides = [
        line.dx() * (corner.y() - line.y1()) - line.dy() * (corner.x() - line.x1()) for corner in corners
    ]
    return min(sides) <= 0 <= max(sides)


def leader(rectangle: QRectF, place: QPointF, ring: float) -> QLineF | None:
    """The way from a point to words that stand far from it."""
    x = min(max(place.x(), rectangle.left()), rectangle.right())
    y = min(max(place.y(), rectangle.top()), rectangle.bottom())
    line = QLineF(place, QPointF(x, y))
    if line.length() <= max(_LEADER_FROM, ring + 5):
        return None
    return QLineF(line.pointAt(ring / line.length()), line.p2())


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


def _top(spot: Spot, size: QSizeF) -> float:
    place, around = spot.place, spot.around
    is_low = any(one.y() < place.y() - 1 for one in around) and not any(
        one.y() > place.y() + 1 for one in around
    )
    return place.y() + 6 if is_low else place.y() - size.height() - 6
