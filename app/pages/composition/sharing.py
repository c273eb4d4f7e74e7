"""How wide stages and how high sections become: as low as can be together, where all widths have a sum.

Pure: what each cell needs goes in. A cell that is wider is lower; a row is as high as its highest cell.
"""

from collections.abc import Sequence
from typing import NamedTuple

from app.drawing.steps import Steps, least_height, least_width

NARROWEST, WIDEST = 0.86, 1.30
"""Shares of the width that each stage would have if all were equal."""
_NEVER = 1e9
_HOPE = 1e-4
_MOST_LEVELS = 16
"""Heights that are tried of a row."""


class Shared(NamedTuple):
    widths: tuple[float, ...]
    heights: tuple[float, ...]


class Level(NamedTuple):
    """A height that a row can have, and how wide each of its cells must be then."""

    height: float
    widths: tuple[float, ...]
    sum_of_widths: float


Levels = list[list[Level]]
"""Of each row."""


def shared(
    rows: Sequence[Sequence[Steps]],
    floors: Sequence[float],
    bands: Sequence[range],
    width: float,
    least: Sequence[float],
) -> Shared | None:
    """The widths of stages, whose sum is the same in each band and none of which is under its least, and the
    heights of rows, none of which is under its floor.

    A cell without steps needs nothing. None, where the widths do not suffice.
    """
    count = bands[-1].stop
    equal = [width / len(band) for band in bands for _ in band]
    narrow = [max(_narrowest(rows, at), NARROWEST * equal[at], least[at]) for at in range(count)]
    if any(sum(narrow[at] for at in band) > width + 1e-6 for band in bands):
        return None
    wide = [
        max(min(WIDEST * equal[at], width - sum(narrow[other] for other in band if other != at)), narrow[at])
        for band in bands
        for at in band
    ]
    levels = [_levels(row, floor, wide) for row, floor in zip(rows, floors, strict=True)]
    chosen = _chosen(levels, bands, narrow, width)
    if chosen is None:
        return None
    needed = _needed(levels, chosen, narrow)
    widths = tuple(one for band in bands for one in _filled([needed[at] for at in band], width))
    heights = (_height(row, floor, widths) for row, floor in zip(rows, floors, strict=True))
    return Shared(widths, tuple(heights))


def _narrowest(rows: Sequence[Sequence[Steps]], at: int) -> float:
    return max((row[at][-1].width for row in rows if row[at]), default=0.0)


def _height(row: Sequence[Steps], floor: float, widths: Sequence[float]) -> float:
    """How high a row is where its cells are so wide."""
    return max(floor, *(least_height(steps, widths[at]) or 0.0 for at, steps in enumerate(row) if steps), 0.0)


def _levels(row: Sequence[Steps], floor: float, wide: Sequence[float]) -> list[Level]:
    """From the lowest height that widths allow; of very many heights only some."""
    lowest = _height(row, floor, wide)
    heights = sorted({round(step.height, 2) for steps in row for step in steps if step.height > lowest + 1})
    every = -(-len(heights) // _MOST_LEVELS)
    found = []
    for height in [lowest, *heights[:: max(every, 1)], *heights[-1:]]:
        widths = tuple((least_width(steps, height + 0.01) or _NEVER) if steps else 0.0 for steps in row)
        found.append(Level(height, widths, sum(widths)))
    return found


def _needed(levels: Levels, chosen: Sequence[int], narrow: Sequence[float]) -> list[float]:
    widths = [row[at].widths for row, at in zip(levels, chosen, strict=True)]
    return [
        max(least, *(each[at] for each in widths)) if widths else least for at, least in enumerate(narrow)
    ]


def _chosen(
    levels: Levels, bands: Sequence[range], narrow: Sequence[float], width: float
) -> list[int] | None:
    """Which level each row has: raised, from the lowest, where that frees most width for its height."""
    chosen = [0] * len(levels)
    while True:
        needed = _needed(levels, chosen, narrow)
        over = [max(sum(needed[at] for at in band) - width, 0.0) for band in bands]
        if sum(over) < 1e-6:
            return _lowered(levels, bands, narrow, width, chosen)
        lacking = [(band, more) for band, more in zip(bands, over, strict=True) if more > 0]
        best, gain = None, 0.0
        for row, at in enumerate(chosen):
            others = _needed(levels[:row] + levels[row + 1 :], chosen[:row] + chosen[row + 1 :], narrow)
            now = levels[row][at]
            for higher in range(at + 1, len(levels[row])):
                level = levels[row][higher]
                # What frees nothing by itself may do so once another row is raised as well.
                freed = _HOPE * (now.sum_of_widths - level.sum_of_widths)
                for band, more in lacking:
                    before = sum([needed[each] for each in band])
                    after = sum([max(others[each], level.widths[each]) for each in band])
                    freed += min(more, before - after)
                freed /= max(level.height - now.height, 1.0)
                if freed > gain:
                    best, gain = (row, higher), freed
        if best is None:
            return None
        chosen[best[0]] = best[1]


def _lowered(
    levels: Levels,
    bands: Sequence[range],
    narrow: Sequence[float],
    width: float,
    chosen: list[int],
) -> list[int]:
    """The same, with each row that can be lower on its own lowered again, the highest gain first."""
    for row in sorted(range(len(levels)), key=lambda row: -len(levels[row])):
        for lower in range(chosen[row]):
            tried = [*chosen[:row], lower, *chosen[row + 1 :]]
            needed = _needed(levels, tried, narrow)
            if all(sum(needed[at] for at in band) <= width + 1e-6 for band in bands):
                chosen = tried
                break
    return chosen


def _filled(needed: Sequence[float], width: float) -> list[float]:
    """Widths of that sum, none less than is needed: the rest goes to the narrowest first."""
    order = sorted(needed)
    free = width - sum(order)
    level, number = order[0], 0
    for at, least in enumerate(order):
        more = (least - level) * at
        if more > free:
            break
        free -= more
        level, number = least, at + 1
    level += free / number
    return [max(each, level) for each in needed]
