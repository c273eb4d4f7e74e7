"""Which rows of a map stand on which sheets, one sheet below the other, so that no row is cut."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple


class Pack(NamedTuple):
    """Neighbours that stand on one sheet, and how much higher they could be together."""

    rows: range
    free: float


def packed(heights: Sequence[float], most: Sequence[float]) -> list[Pack] | None:
    """What is so high in its order on sheets that hold so much, with as little as can be free on any one.

    None, where it does not fit.
    """

    @cache
    def best(sheet: int, first: int) -> tuple[float, tuple[int, ...]] | None:
        if first == len(heights):
            return 0.0, ()
        if sheet == len(most):
            return None
        found: tuple[float, tuple[int, ...]] | None = None
        taken = 0.0
        for end in range(first + 1, len(heights) + 1):
            taken += heights[end - 1]
            if taken > most[sheet]:
                break
            rest = best(sheet + 1, end)
            if rest is not None:
                cost = rest[0] + (most[sheet] - taken) ** 2
                if found is None or cost < found[0]:
                    found = cost, (end, *rest[1])
        return found

    found = best(0, 0)
    if found is None:
        return None
    starts = (0, *found[1][:-1])
    return [
        Pack(range(start, end), side - sum(heights[start:end]))
        for start, end, side in zip(starts, found[1], most, strict=False)
    ]
