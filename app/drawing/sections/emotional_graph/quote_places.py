"""Where the words at a point of a curve stand: near it, where they cover nothing."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QSizeF

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
_SWEEP = 20.0
"""How finely the room at the left and right is tried."""
_AWAY = 40.0
"""What it costs to stand where one would not look first."""


def words_size(blocks: Blocks) -> QSizeF:
    return QSizeF(max(block.width for block in blocks), sum(block.height for block in blocks))


def place_near(
    room: Room, place: QPointF, around: Sequence[QPointF], ring: float, ways: Iterable[Blocks]
) -> tuple[Blocks, QPointF] | None:
    """Room for the words of a point, as they are broken first, or else in any way wherever they can stand.

    `around` are the places of the point and of its neighbours: at a hollow the words stand below it.
    """
    ways = iter(ways)
    usual = next(ways)
    size = words_size(usual)
    top = _top(place, around, size)
    found = room.find(size, beside(place, ring, size, top), _FARTHEST)
    if found is not None:
        return usual, found
    best: tuple[float, Blocks, QPointF] | None = None
    for blocks in (usual, *ways):
        size = words_size(blocks)
        found = room.find(size, _anywhere(place, size, _top(place, around, size)), _FARTHEST_ANYWHERE)
        if found is None:
            continue
        away = (found + QPointF(size.width() / 2, size.height() / 2) - place).manhattanLength()
        if best is None or away < best[0]:
            best = away, blocks, found
    return best[1:] if best else None


def beside(place: QPointF, ring: float, size: QSizeF, top: float) -> LabelCandidates:
    """Right of the point, else over or under it, else left of it, else farther away."""
    x, width, gap = place.x(), size.width(), ring + _BESIDE
    near = [(x + gap, 0.0), (x - width / 2, 12.0), (x - gap - width, 16.0)]
    far = [(x + gap + step, step) for step in (40.0, 80.0, 130.0)]
    far += [(x - gap - width - step, 16.0 + step) for step in (40.0, 80.0, 130.0)]
    far += [(x - width * share, 20.0) for share in (0.25, 0.75)]
    return LabelCandidates((*near, *far), top)


def _anywhere(place: QPointF, size: QSizeF, top: float) -> LabelCandidates:
    """At the point, and from there ever farther to both sides."""
    middle = place.x() - size.width() / 2
    steps = int(_FARTHEST_ANYWHERE / _SWEEP)
    lefts = ((middle + step * _SWEEP, _AWAY + abs(step) * _SWEEP) for step in range(-steps, steps + 1))
    return LabelCandidates(tuple(sorted(lefts, key=lambda left: left[1])), top)


def _top(place: QPointF, around: Sequence[QPointF], size: QSizeF) -> float:
    is_low = any(one.y() < place.y() - 1 for one in around) and not any(
        one.y() > place.y() + 1 for one in around
    )
    return place.y() + 6 if is_low else place.y() - size.height() - 6
