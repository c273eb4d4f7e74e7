"""What takes the less height the wider it is: a note, notes side by side, a cell; and how it is asked.

Such a thing is known by its steps, from the widest and lowest to the narrowest and highest. Map units.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

_SAME = 1e-6
"""Sizes that differ by no more are the same."""

_BY_HEIGHT = itemgetter(1, 0)


class Step(NamedTuple):
    """The least width at which something is no higher than that."""

    width: float
    height: float


Steps = Sequence[Step]
"""Widths fall, heights grow."""


def least_width(steps: Steps, height: float) -> float | None:
    """How wide it must be to be no higher; None where it is higher however wide it is."""
    at = bisect_right(steps, height + _SAME, key=lambda step: step.height) - 1
    return steps[at].width if at >= 0 else None


def least_widths(steps: Steps, heights: Sequence[float], otherwise: float) -> list[float]:
    """The same for heights that grow, all at once; something else where it is higher."""
    found: list[float] = []
    width = otherwise
    for step in steps:
        at = bisect_left(heights, step.height - _SAME)
        if at > len(found):
            found += [width] * (at - len(found))
        width = step.width
    return found + [width] * (len(heights) - len(found))


def least_height(steps: Steps, width: float) -> float | None:
    """How high it is at a width; None where it has no room there."""
    at = bisect_left(steps, -width - _SAME, key=lambda step: -step.width)
    return steps[at].height if at < len(steps) else None


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps that are worth it: what is wider than another is lower."""
    found: list[Step] = []
    for step in sorted(steps, key=_BY_HEIGHT):
        if not found or step.width < found[-1].width - _SAME:
            found.append(step)
    return tuple(found)


def beside(parts: Sequence[Steps], gap: float) -> tuple[Step, ...]:
    """Things side by side, equally high."""
    if len(parts) == 1:
        return tuple(parts[0])
    gaps = gap * (len(parts) - 1)
    changes = [(step.height, part, step.width) for part, steps in enumerate(parts) for step in steps]
    found: list[Step] = []
    for height, width in _sums(changes, len(parts)):
        if not found or width + gaps < found[-1].width - _SAME:
            found.append(Step(width + gaps, height))
    return tuple(found)


def least_height_beside(parts: Sequence[Steps], gap: float, room: float) -> float | None:
    """How high things side by side are in a room; None, where they have none there."""
    if len(parts) == 1:
        return least_height(parts[0], room)
    room -= gap * (len(parts) - 1)
    heights = sorted({step.height for steps in parts for step in steps})

    def has_room(height: float) -> bool:
        taken = 0.0
        for steps in parts:
            width = least_width(steps, height)
            if width is None:
                return False
            taken += width
        return taken <= room + _SAME

    at = bisect_left(heights, True, key=has_room)
    return heights[at] if at < len(heights) else None


def below(parts: Sequence[Steps], gap: float) -> tuple[Step, ...]:
    """Things below each other, equally wide."""
    if len(parts) == 1:
        return tuple(parts[0])
    gaps = gap * (len(parts) - 1)
    changes = [(step.width, part, step.height) for part, steps in enumerate(parts) for step in steps]
    return in_order(Step(width, height + gaps) for width, height in _sums(changes, len(parts)))


def _sums(changes: list[tuple[float, int, float]], parts: int) -> Iterator[tuple[float, float]]:
    """What all parts take together from each place on at which one of them takes something else.

    Changes are a place, a part, and what that takes from there on. Where a part takes nothing yet there is no
    sum.
    """
    changes.sort()
    taken: dict[int, float] = {}
    total = 0.0
    at = 0
    while at < len(changes):
        place = changes[at][0]
        while at < len(changes) and changes[at][0] <= place + _SAME:
            _, part, size = changes[at]
            total += size - taken.get(part, 0.0)
            taken[part] = size
            at += 1
        if len(taken) == parts:
            yield place, total
