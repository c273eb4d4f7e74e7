"""Makes room among notes that were placed on each other: each stands as near as it can to where it belongs.

What stands first stays where it is; a later one goes to the nearest free place. The same notes at the same
places always come to stand alike, so nothing moves by itself.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

GAP = 6.0
"""Between two notes."""
_STEPS = 4
"""Places that are tried in the width and in the height of a note."""
_AWAY = 6
"""How many heights of a note, and half as many widths, it may stand aside."""
_NEAR = 80
"""Places that are tried once more where none is free: where least is covered."""
_HARDLY = 0.01
"""What rounding covers."""


class _Box(NamedTuple):
    """A place as numbers: hundreds of notes are tried at a thousand places each."""

    left: float
    top: float
    right: float
    bottom: float

    def covered(self, other: "_Box") -> float:
        across = min(self.right, other.right) - max(self.left, other.left) + GAP
        down = min(self.bottom, other.bottom) - max(self.top, other.top) + GAP
        return across * down if across > 0 and down > 0 else 0.0


def make_room(
    wanted: Mapping[str, QPointF],
    sizes: Mapping[str, QSizeF],
    room: QRectF,
    first: Sequence[str] = (),
    free: Sequence[QRectF] = (),
) -> dict[str, QRectF]:
    """Where each note stands, by its id, around the middle that is wanted and within a room.

    Those of `first`, as what was placed last, keep their place before others; what is to stay `free` is
    covered by none. Where no such place is near, a note stands where it covers least.
    """
    order = [*dict.fromkeys((*(id for id in first if id in wanted), *wanted))]
    kept = [_Box(area.left(), area.top(), area.right(), area.bottom()) for area in free]
    stands: dict[str, _Box] = {}
    for id in order:
        stands[id] = _nearest(wanted[id], sizes[id], room, [*kept, *stands.values()])
    return {id: QRectF(QPointF(*stands[id][:2]), QPointF(*stands[id][2:])) for id in wanted}


def _nearest(middle: QPointF, size: QSizeF, room: QRectF, taken: list[_Box]) -> _Box:
    shifts = _shifts(size.width() + GAP, size.height() + GAP)
    in_the_way: _Box | None = None
    for x, y in shifts:
        place = _at(middle.x() + x, middle.y() + y, size, room)
        # What was in the way of one place is, most often, in that of the next.
        if in_the_way is not None and place.covered(in_the_way) >= _HARDLY:
            continue
        in_the_way = next((other for other in taken if place.covered(other) >= _HARDLY), None)
        if in_the_way is None:
            return place
    places = (_at(middle.x() + x, middle.y() + y, size, room) for x, y in shifts[:_NEAR])
    return min(places, key=lambda place: sum(place.covered(other) for other in taken))


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


def _at(x: float, y: float, size: QSizeF, room: QRectF) -> _Box:
    """A place of a size around a middle, moved into the room."""
    width, height = size.width(), size.height()
    left = max(min(x - width / 2, room.right() - width), room.left())
    top = max(min(y - height / 2, room.bottom() - height), room.top())
    return _Box(left, top, left + width, top + height)
