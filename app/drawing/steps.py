"""What takes the less height the wider it is: a note, notes side by side, a cell; and how it is asked.

Such a thing is known by its steps, from the widest and lowest to the narrowest and highest. Map units.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Step(NamedTuple):
    """The least width at which something is no higher than that."""

    width: float
    height: float


Steps = Sequence[Step]
"""Widths fall, heights grow."""


def least_width(steps: Steps, height: float) -> float | None:
    """How wide it must be to be no higher; None where it is higher however wide it is."""
    at = bisect_right(steps, height + 1e-6, key=lambda step: step.height) - 1
    return steps[at].width if at >= 0 else None


def least_height(steps: Steps, width: float) -> float | None:
    """How high it is at a width; None where it has no room there."""
    at = bisect_left(steps, -width - 1e-6, key=lambda step: -step.width)
    return steps[at].height if at < len(steps) else None


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps that are worth it: what is wider than another is lower."""
    found: list[Step] = []
    for step in sorted(steps, key=lambda step: (step.height, step.width)):
        if not found or step.width < found[-1].width - 1e-6:
            found.append(step)
    return tuple(found)


def beside(parts: Sequence[Steps], gap: float) -> tuple[Step, ...]:
    """Things side by side, equally high."""
    gaps = gap * (len(parts) - 1)
    heights = sorted({step.height for steps in parts for step in steps})
    found = []
    for height in heights:
        widths = [least_width(steps, height) for steps in parts]
        known = [width for width in widths if width is not None]
        if len(known) == len(widths):
            found.append(Step(sum(known) + gaps, height))
    return in_order(found)


def below(parts: Sequence[Steps], gap: float) -> tuple[Step, ...]:
    """Things below each other, equally wide."""
    gaps = gap * (len(parts) - 1)
    found = []
    for width in {step.width for steps in parts for step in steps}:
        heights = [least_height(steps, width) for steps in parts]
        known = [height for height in heights if height is not None]
        if len(known) == len(heights):
            found.append(Step(width, sum(known) + gaps))
    return in_order(found)
