"""Which height each row has so that all columns fit beside each other: raised where that frees most width.

Pure. Every height that a row can have is tried against all others at each turn, so it is done in arrays.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Widths = NDArray[np.float64]

_HOPE = 1e-4
_SLACK = 1e-6


class Levels(NamedTuple):
    """The heights that a row can have, from the lowest on, and how wide each of its cells must be then."""

    heights: Widths
    widths: Widths


def raised(
    rows: Sequence[Levels], bands: Sequence[range], narrow: Sequence[float], width: float | Widths
) -> list[int] | None:
    """Which of its levels each row has, so that no band is wider than that, or than its own width is; None,
    where there is no way.

    No stage is narrower than `narrow` has it.
    """
    least = np.array(narrow)
    starts = [band.start for band in bands]
    levels = [0] * len(rows)
    while True:
        others = _others(rows, levels, least)
        before = np.add.reduceat(needed(rows, levels, least), starts)
        over = np.maximum(before - width, 0)
        if over.sum() < _SLACK:
            return _lowered(rows, starts, least, width, levels)
        best, gain = None, 0.0
        for at, (row, now) in enumerate(zip(rows, levels, strict=True)):
            freed = _freed(row, now, others[at], before, over, starts)
            if freed.size and freed.max() > gain:
                best, gain = (at, now + 1 + int(freed.argmax())), float(freed.max())
        if best is None:
            return None
        levels[best[0]] = best[1]


def needed(rows: Sequence[Levels], levels: Sequence[int], narrow: Widths) -> Widths:
    """How wide each stage must be."""
    widths = [row.widths[level] for row, level in zip(rows, levels, strict=True)]
    widest: Widths = np.max([narrow, *widths], axis=0)
    return widest


def _freed(
    row: Levels, now: int, others: Widths, before: Widths, over: Widths, starts: Sequence[int]
) -> Widths:
    """What each higher level of a row frees of the width that is lacking, for each unit of its height."""
    higher = row.widths[now + 1 :]
    if not len(higher):
        return np.zeros(0)
    after = np.add.reduceat(np.maximum(others, higher), starts, axis=1)
    # What frees nothing by itself may do so once another row is raised as well.
    hope = _HOPE * (row.widths[now].sum() - higher.sum(axis=1))
    freed: Widths = hope + np.minimum(over, before - after).sum(axis=1, where=over > 0)
    gains: Widths = freed / np.maximum(row.heights[now + 1 :] - row.heights[now], 1.0)
    return gains


def _others(rows: Sequence[Levels], levels: Sequence[int], narrow: Widths) -> list[Widths]:
    """For each row, how wide each stage must be for all the other rows."""
    widths = np.array([narrow, *(row.widths[level] for row, level in zip(rows, levels, strict=True))])
    if len(widths) == 1:
        return []
    second, first = np.partition(widths, -2, axis=0)[-2:]
    return [np.where(own == first, second, first) for own in widths[1:]]


def _lowered(
    rows: Sequence[Levels], starts: Sequence[int], narrow: Widths, width: float | Widths, levels: list[int]
) -> list[int]:
    """The same, with each row that can be lower on its own lowered again, first those with most levels."""
    for at in sorted(range(len(rows)), key=lambda at: -len(rows[at].heights)):
        lower = rows[at].widths[: levels[at]]
        if len(lower):
            others = _others(rows, levels, narrow)[at]
            bands = np.add.reduceat(np.maximum(others, lower), starts, axis=1)
            fits = (bands <= width + _SLACK).all(axis=1)
            levels[at] = int(fits.argmax()) if fits.any() else levels[at]
    return levels
