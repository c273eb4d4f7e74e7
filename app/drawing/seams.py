"""Where the sheets meet that a poster is put together from: what can stands on one of them.

Along the width only, in the order in which one reads: what would stand across a seam begins behind it, and
all that follows is moved as far.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_BEHIND, _BEFORE = 12.0, 40.0
"""How far behind a seam words begin, and before one, where the next sheet lies over, they end."""


class Extent(NamedTuple):
    """Where something begins and ends."""

    begin: float
    end: float


def past_seams(extent: Extent, seams: Sequence[float], gap: float) -> float:
    """Where something begins that stands across no seam: where it would, or so far behind one.

    What is wider than a sheet stands where it would.
    """
    begin, width = extent.begin, extent.end - extent.begin
    if width + gap > widest(seams):
        return begin
    for seam in sorted(seams):
        if begin < seam < begin + width:
            begin = seam + gap
    return begin


def moved_past_seams(extents: Sequence[Extent], seams: Sequence[float], gap: float) -> list[float]:
    """How far each of these, in their order, is moved so that none that can help it stands across a seam."""
    moves: list[float] = []
    move = 0.0
    for extent in extents:
        begin = extent.begin + move
        move += past_seams(Extent(begin, extent.end + move), seams, gap) - begin
        moves.append(move)
    return moves


def widest(seams: Sequence[float]) -> float:
    """How wide something on one sheet can be wherever it stands."""
    return min((second - first for first, second in pairwise(sorted(seams))), default=max(seams, default=0.0))


def sheets_between(seams: Sequence[float], width: float) -> list[Extent]:
    """Where words stand on each sheet across a width that seams divide, clear of these."""
    edges = [-_BEHIND, *sorted(seam for seam in seams if 0 < seam < width), width + _BEFORE]
    return [Extent(begin + _BEHIND, end - _BEFORE) for begin, end in pairwise(edges)]
