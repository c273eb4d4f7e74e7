"""How wide stages and how high sections become: as low as can be together, where all widths have a sum.

Pure: what each cell needs goes in. A cell that is wider is lower; a row is as high as its highest cell.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from app.drawing.steps import Steps, least_height, least_widths
from app.pages.composition.raising import Levels, needed, raised
from app.pages.composition.spans import NARROWEST, WIDEST, Span

_NEVER = 1e9
_MOST_LEVELS = 16
"""Heights that are tried of a row."""


class Shared(NamedTuple):
    widths: tuple[float, ...]
    heights: tuple[float, ...]


def shared(
    rows: Sequence[Sequence[Steps]],
    floors: Sequence[float],
    spans: Sequence[Span],
    least: Sequence[float],
) -> Shared | None:
    """The widths of stages, whose sum is that of their span and none of which is under its least, and the
    heights of rows, none of which is under its floor.

    A cell without steps needs nothing. None, where the widths do not suffice.
    """
    equal = [width / len(stages) for stages, width in spans for _ in stages]
    count = len(equal)
    narrow = [max(_narrowest(rows, at), NARROWEST * equal[at], least[at]) for at in range(count)]
    if any(sum(narrow[at] for at in stages) > width + 1e-6 for stages, width in spans):
        return None
    wide = [
        max(
            min(WIDEST * equal[at], width - sum(narrow[other] for other in stages if other != at)), narrow[at]
        )
        for stages, width in spans
        for at in stages
    ]
    levels = [_levels(row, floor, wide) for row, floor in zip(rows, floors, strict=True)]
    bands, most = [span.stages for span in spans], np.array([span.width for span in spans])
    chosen = raised(levels, bands, narrow, most)
    if chosen is None:
        return None
    needs = needed(levels, chosen, np.array(narrow)).tolist()
    widths = tuple(one for stages, width in spans for one in _filled([needs[at] for at in stages], width))
    heights = (_height(row, floor, widths) for row, floor in zip(rows, floors, strict=True))
    return Shared(widths, tuple(heights))


def _narrowest(rows: Sequence[Sequence[Steps]], at: int) -> float:
    return max((row[at][-1].width for row in rows if row[at]), default=0.0)


def _height(row: Sequence[Steps], floor: float, widths: Sequence[float]) -> float:
    """How high a row is where its cells are so wide."""
    return max(floor, *(least_height(steps, widths[at]) or 0.0 for at, steps in enumerate(row) if steps), 0.0)


def _levels(row: Sequence[Steps], floor: float, wide: Sequence[float]) -> Levels:
    """From the lowest height that widths allow; of very many heights only some."""
    lowest = _height(row, floor, wide)
    higher = {step.height for steps in row for step in steps if step.height > lowest + 1}
    heights = sorted({round(height, 2) for height in higher})
    every = -(-len(heights) // _MOST_LEVELS)
    some = [lowest, *heights[:: max(every, 1)], *heights[-1:]]
    reached = [height + 0.01 for height in some]
    widths = [least_widths(steps, reached, _NEVER if steps else 0.0) for steps in row]
    return Levels(np.array(some), np.array(widths).T)


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
