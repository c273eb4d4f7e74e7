"""The largest rectangle of a page in which nothing can be read.

What fills is text, signs and pictures: lines, tints, and the colour of a note that is larger than its
text only break an emptiness up. The graph, and cells that hold nothing, are empty with good reason and do
not count.
"""

from collections.abc import Iterable
from itertools import chain

import numpy as np

from tools.wall.page import Area, ReadPage

_STEP = 2.0
"""Millimetres: how finely a page is looked at, on A0; smaller pages as finely for their size."""
_A0 = 1189.0


def largest_empty_share(page: ReadPage, excused: Iterable[Area] = ()) -> float:
    """The largest empty rectangle outside the excused areas, as a share of the page."""
    step = _STEP * max(page.width, page.height) / _A0
    rows, columns = round(page.height / step), round(page.width / step)
    is_free = np.ones((rows, columns), bool)
    for area in chain((line.area for line in page.lines), page.signs, excused):
        top, bottom = max(round(area.top / step), 0), max(round(area.bottom / step), 0)
        left, right = max(round(area.left / step), 0), max(round(area.right / step), 0)
        is_free[top:bottom, left:right] = False
    return _largest(is_free) / is_free.size


def _largest(is_free: "np.ndarray[tuple[int, int], np.dtype[np.bool_]]") -> int:
    """Squares of the largest rectangle of free ones: row by row, as the largest one under a skyline."""
    best = 0
    heights = np.zeros(is_free.shape[1], int)
    for row in is_free:
        heights = np.where(row, heights + 1, 0)
        higher: list[tuple[int, int]] = []
        for x, height in enumerate([*heights.tolist(), 0]):
            start = x
            while higher and higher[-1][1] >= height:
                start, top = higher.pop()
                best = max(best, top * (x - start))
            higher.append((start, height))
    return best
