"""Which stages stand together, and how wide they are: in bands below each other, or on sheets side by side.

A poster that is put together from sheets is cut between stages: so those of each sheet share its width.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

NARROWEST, WIDEST = 0.86, 1.30
"""Shares of the width that each stage would have if all were equal."""
_NARROWEST_ON_SHEETS, _WIDEST_ON_SHEETS = 0.6, 1.7
"""The same for the stages of a sheet together, that it be full and no stage cut."""
_MOST_FREE = 0.04
"""The share of the width that a map leaves free at most, where its stages would be wider than a sheet."""
_ROUNDING = 1e-3
"""The share of a sheet that stays free, lest a stage is found too wide by the rounding of numbers."""


class Span(NamedTuple):
    """Stages that are neighbours, and how wide they are together."""

    stages: range
    width: float


class Sheets(NamedTuple):
    """What each sheet of a poster holds inside its margins, and what it shows of its neighbour.

    All in points, or in map units.
    """

    width: float
    height: float
    overlap: float
    across: int | None = None
    down: int | None = None
    """How many there are, where that is said."""

    def in_units(self, scale: float) -> "Sheets":
        """The same in map units, of which each is so many points."""
        return Sheets(self.width / scale, self.height / scale, self.overlap / scale, self.across, self.down)

    @property
    def further(self) -> float:
        """How much more of a poster each further sheet across shows."""
        return self.width - self.overlap

    @property
    def tallest(self) -> float:
        """How high something may be that stands on one sheet wherever it is."""
        return self.height - self.overlap

    def all_down(self, number: int) -> list[float]:
        """How much of a poster each of so many sheets below each other shows that the one above does not."""
        return [(1 - _ROUNDING) * side for side in (self.height, *[self.tallest] * (number - 1))]


def spans_of_bands(stages: int, bands: int, room: float) -> list[Span]:
    """Bands of about as many stages each, all of them as wide."""
    bands = max(1, min(bands, stages))
    edges = [stages * band // bands for band in range(bands + 1)]
    return [Span(range(*pair), room) for pair in pairwise(edges)]


def spans_of_sheets(stages: int, room: float, names: float, sheets: Sheets) -> list[Span] | None:
    """The stages of each sheet, on as few as can be; beside the names of the sections perhaps none.

    The map may be a little narrower than its room. None, where not even single stages have room on sheets.
    """
    equal = room / stages
    first, further = ((1 - _ROUNDING) * side for side in (sheets.width - names, sheets.further))
    for number in range(1, (sheets.across or stages + 1) + 1):
        most = [max(first, 0.0), *[further] * (number - 1)]
        counts = _counts(stages, tuple(most), equal)
        widths = _widths(counts, most, equal, room) if counts is not None else None
        if counts is not None and widths is not None:
            starts = [sum(counts[:at]) for at in range(len(counts))]
            found = zip(starts, counts, widths, strict=True)
            return [Span(range(start, start + count), width) for start, count, width in found if count]
    return None


def sheet_seams(edges: Sequence[float], sheets: Sheets) -> tuple[float, ...]:
    """At which edges of stages, the last of which is the poster's, sheets meet where each holds what it can.

    All in map units, as the sheets are. None, where something between two edges is wider than a sheet.
    """
    seams: list[float] = []
    last, most = 0.0, sheets.width
    for edge in edges:
        if edge > most:
            seams.append(last)
            most = last + sheets.further
            if edge > most or last == 0:
                return ()
        last = edge
    return tuple(seams)


def _counts(stages: int, most: tuple[float, ...], equal: float) -> tuple[int, ...] | None:
    """How many stages each sheet has, so that they are narrowed least; None, where there is no way."""

    @cache
    def best(sheet: int, left: int) -> tuple[float, tuple[int, ...]] | None:
        if sheet == len(most):
            return (0.0, ()) if left == 0 else None
        found: tuple[float, tuple[int, ...]] | None = None
        for count in range(0 if sheet == 0 else 1, left + 1):
            if count * _NARROWEST_ON_SHEETS * equal > most[sheet]:
                break
            rest = best(sheet + 1, left - count)
            if rest is not None:
                cost = rest[0] + max(count * equal - most[sheet], 0.0) ** 2
                if found is None or cost < found[0]:
                    found = cost, (count, *rest[1])
        return found

    found = best(0, stages)
    return found[1] if found is not None else None


def _widths(counts: Sequence[int], most: Sequence[float], equal: float, room: float) -> list[float] | None:
    """How wide the stages of each sheet are, who share the room; None, where that must be too wide."""
    ceilings = [
        min(side, count * _WIDEST_ON_SHEETS * equal) for count, side in zip(counts, most, strict=True)
    ]
    widths = [min(count * equal, ceiling) for count, ceiling in zip(counts, ceilings, strict=True)]
    free = [ceiling - width for ceiling, width in zip(ceilings, widths, strict=True)]
    lacking = room - sum(widths)
    if lacking > sum(free) + _MOST_FREE * room:
        return None
    share = min(lacking / sum(free), 1.0) if lacking > 0 and any(free) else 0.0
    return [width + share * more for width, more in zip(widths, free, strict=True)]
