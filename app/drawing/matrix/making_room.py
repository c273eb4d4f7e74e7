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
_NEAR = 160
"""Places that are tried first."""
_EACH = 8
"""Of those, each of so many is tried once more where none is free: where least is covered."""
_CLEAR = GAP - 0.01
"""What must be free around a note, but for what rounding covers."""


_FULL = 0.5
"""How much of the room notes may cover for it to be worth while to look far away for a free place."""

_Box = tuple[float, float, float, float]
"""Left, top, right and bottom as plain numbers: hundreds of notes are tried at hundreds of places each."""


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
    area = sum(size.width() * size.height() for size in sizes.values())
    looks_far = area < _FULL * room.width() * room.height()
    taken: list[_Box] = [(one.left(), one.top(), one.right(), one.bottom()) for one in free]
    stands: dict[str, _Box] = {}
    for id in order:
        stands[id] = _nearest(wanted[id], sizes[id], room, taken, looks_far)
        taken.append(stands[id])
    return {id: QRectF(QPointF(*stands[id][:2]), QPointF(*stands[id][2:])) for id in wanted}


def _nearest(middle: QPointF, size: QSizeF, room: QRectF, taken: list[_Box], looks_far: bool) -> _Box:
    shifts = _shifts(size.width() + GAP, size.height() + GAP)
    near = [_at(middle.x() + x, middle.y() + y, size, room) for x, y in shifts[:_NEAR]]
    # Only what reaches to where it is tried can be in the way.
    bounds = (min(at[0] for at in near), min(at[1] for at in near),
              max(at[2] for at in near), max(at[3] for at in near))  # fmt: skip
    around = [box for box in taken if _covered(bounds, box)]
    found = next((at for at in near if not _in_the_way(at, around)), None)
    if found is None and looks_far:
        far = (_at(middle.x() + x, middle.y() + y, size, room) for x, y in shifts[_NEAR:])
        found = next((at for at in far if not _in_the_way(at, taken)), None)
    return found or min(near[::_EACH], key=lambda at: sum(_covered(at, box) for box in around))


def _in_the_way(place: _Box, boxes: Sequence[_Box]) -> bool:
    left, top, right, bottom = place[0] - _CLEAR, place[1] - _CLEAR, place[2] + _CLEAR, place[3] + _CLEAR
    return any(box[0] < right and box[2] > left and box[1] < bottom and box[3] > top for box in boxes)


def _covered(one: _Box, other: _Box) -> float:
    """How much one covers of another, with the gap around it."""
    across = min(one[2], other[2]) - max(one[0], other[0]) + GAP
    down = min(one[3], other[3]) - max(one[1], other[1]) + GAP
    return across * down if across > 0 and down > 0 else 0.0


@lru_cache(maxsize=400)
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
    return left, top, left + width, top + height
