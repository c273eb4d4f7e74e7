"""Makes room among notes that were placed on each other: each stands as near as it can to where it belongs.

What stands first stays where it is; a later one goes to the nearest free place. The same notes at the same
places always come to stand alike, so nothing moves by itself.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSizeF

GAP = 6.0
"""Between two notes."""
_STEPS = 4
"""Places that are tried in the width and in the height of a note."""
_AWAY = 6
"""How many heights of a note, and half as many widths, it may stand aside."""
_HARDLY = 0.01
"""What rounding covers."""


def make_room(
    wanted: Mapping[str, QPointF], sizes: Mapping[str, QSizeF], room: QRectF, first: Sequence[str] = ()
) -> dict[str, QRectF]:
    """Where each note stands, by its id, around the middle that is wanted and within a room.

    Those of `first`, as what is dragged, keep their place before others. Where no free place is near, a note
    stands where it covers least.
    """
    order = [*dict.fromkeys((*(id for id in first if id in wanted), *wanted))]
    stands: dict[str, QRectF] = {}
    for id in order:
        stands[id] = _nearest(wanted[id], sizes[id], room, list(stands.values()))
    return {id: stands[id] for id in wanted}


def _nearest(middle: QPointF, size: QSizeF, room: QRectF, taken: list[QRectF]) -> QRectF:
    best, least = _at(middle, size, room), float("inf")
    for x, y in _shifts(size.width() + GAP, size.height() + GAP):
        place = _at(middle + QPointF(x, y), size, room)
        covered = _covered(place, taken)
        if covered < _HARDLY:
            return place
        if covered < least:
            best, least = place, covered
    return best


@lru_cache(maxsize=100)
def _shifts(across: float, down: float) -> tuple[tuple[float, float], ...]:
    """Ways to go aside, the shortest first; of equal ones down before up, and right before left."""
    most = _AWAY * _STEPS
    found = (
        (x * across / _STEPS, y * down / _STEPS)
        for x in range(-most // 2, most // 2 + 1)
        for y in range(-most, most + 1)
    )
    return tuple(sorted(found, key=lambda shift: (hypot(*shift), -shift[1], -shift[0])))


def _at(middle: QPointF, size: QSizeF, room: QRectF) -> QRectF:
    """A place of a size around a middle, moved into the room."""
    left = min(max(middle.x() - size.width() / 2, room.left()), room.right() - size.width())
    top = min(max(middle.y() - size.height() / 2, room.top()), room.bottom() - size.height())
    return QRectF(max(left, room.left()), max(top, room.top()), size.width(), size.height())


def _covered(place: QRectF, taken: Sequence[QRectF]) -> float:
    """How much of a place is taken, with the gap around what stands there."""
    wide = place.adjusted(-GAP / 2, -GAP / 2, GAP / 2, GAP / 2)
    return sum(
        overlap.width() * overlap.height()
        for other in taken
        if (overlap := wide & other.adjusted(-GAP / 2, -GAP / 2, GAP / 2, GAP / 2)).isValid()
    )
