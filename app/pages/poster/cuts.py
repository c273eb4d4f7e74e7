"""Where a poster that is larger than a sheet is cut: between stages, sections and notes where that can be.

Along one direction at a time, which is all there is to it: a poster is cut from edge to edge.
"""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

Block = tuple[float, float]
"""Where something that should stay whole begins and ends."""

WEIGHT = 25
"""How often what must by all means stay whole stands among the blocks: rather, so many others are cut."""
_STEPS = 16
"""Into how many parts a sheet is divided to find places for cuts that cannot spare everything."""
_PREFERRED, _FREE, _ANYWHERE = range(3)


class _Cost(NamedTuple):
    """What cuts cost: what they go through and the sheets, whichever counts first, and how fine they lie."""

    first: int
    second: int
    roughness: int

    def __add__(self, other: "_Cost") -> "_Cost":  # type: ignore[override]
        return _Cost(*(mine + its for mine, its in zip(self, other, strict=True)))


class _Way(NamedTuple):
    """The cheapest way to cut everything before a place, whose last cut is there."""

    at: float
    cost: _Cost
    before: "_Way | None"


def cuts(
    length: float,
    reach: float,
    overlap: float,
    blocks: Sequence[Block],
    preferred: Iterable[float] = (),
    fewest_sheets: bool = False,
) -> tuple[float, ...]:
    """The places of the fewest cuts that go through the fewest blocks, and then lie at preferred places.

    A sheet holds `reach`, of which `overlap` shows again what the sheet before shows last.
    `fewest_sheets`: these count before what is cut through.
    """
    if length <= reach:
        return ()
    best = set(preferred)
    starts, ends = sorted(start for start, _ in blocks), sorted(end for _, end in blocks)
    # Where the first sheet, which overlaps nothing, would begin if it did.
    ahead: deque[_Way] = deque([_Way(overlap, _Cost(0, 0, 0), None)])
    gaps = _gaps(starts, ends)
    for place in [*_places(length, reach - overlap, overlap, best | gaps, ends), length]:
        while ahead and place - ahead[0].at > reach - overlap + 1e-6:
            ahead.popleft()
        through = 0 if place == length else bisect_left(starts, place) - bisect_right(ends, place)
        rough = _PREFERRED if place in best else _FREE if place in gaps else _ANYWHERE
        cost = _Cost(1, through, rough) if fewest_sheets else _Cost(through, 1, rough)
        way = _Way(place, ahead[0].cost + cost, ahead[0])
        if place == length:
            return tuple(_cuts_of(way))
        while ahead and ahead[-1].cost >= way.cost:
            ahead.pop()
        ahead.append(way)
    raise AssertionError("The way to the end has been found by now.")


def _gaps(starts: Sequence[float], ends: Sequence[float]) -> set[float]:
    """The middle between each end and what begins next after it."""
    following = ((end, bisect_left(starts, end)) for end in dict.fromkeys(ends))
    return {(end + starts[index]) / 2 for end, index in following if index < len(starts)}


def _places(
    length: float, step: float, overlap: float, good: set[float], ends: Sequence[float]
) -> list[float]:
    """Where a cut may be: at good places, at ends, where sheets are full, and often enough."""
    often = (index * step / _STEPS for index in range(1, int(length / step * _STEPS) + 2))
    full = (overlap + index * step for index in range(1, int(length / step) + 1))
    return sorted({place for place in (*good, *ends, *often, *full) if 0 < place < length})


def _cuts_of(last: _Way) -> Iterator[float]:
    found = []
    way = last.before
    while way is not None and way.before is not None:
        found.append(way.at)
        way = way.before
    yield from reversed(found)
