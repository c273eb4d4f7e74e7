"""The columns of a map: where each stage lies."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from math import log10
from statistics import median
from typing import NamedTuple

from app.drawing.sizes import USUAL
from app.drawing.theme import CELL_PADDING, EMPTY_WIDTH, STAGE_WIDTH
from app.model.analysis.durations import minutes
from app.model.records import Id, JourneyMap, Stage

NARROWEST, WIDEST = 0.6, 2.0
"""Shares of the usual width between which a duration can make a stage."""


class Column(NamedTuple):
    """A stage with its left edge and its width, in map units."""

    stage: Stage
    x: float
    width: float
    has_moment: bool = False
    """Whether a moment of truth is at the stage, which its header then shows."""
    padding: float = CELL_PADDING
    """Left and right of its notes."""

    @property
    def right(self) -> float:
        return self.x + self.width


def columns_of(
    stages: Sequence[Stage],
    follow_duration: bool = False,
    left: float = USUAL.section_column,
    moments: Collection[Id] = (),
    padding: float = CELL_PADDING,
) -> tuple[Column, ...]:
    """The stages side by side, right of the section names, which are so wide.

    `moments`: the stages with a moment of truth.
    Where they follow their duration, those without a width of their own are the wider the longer they take.
    """
    shares = _shares(stages) if follow_duration else [1.0] * len(stages)
    columns = []
    x = left
    for stage, share in zip(stages, shares, strict=True):
        width = stage.width or round(STAGE_WIDTH * share)
        columns.append(Column(stage, x, width, stage.id in moments, padding))
        x += width
    return tuple(columns)


def _shares(stages: Sequence[Stage]) -> list[float]:
    """How wide each stage is beside the usual: ten times as long is half as wide again, within limits.

    Times that are true to scale would leave no room for minutes beside weeks.
    """
    known = [minutes(stage.duration) for stage in stages]
    usual = median([time for time in known if time] or [1.0])
    return [min(max(1 + 0.5 * log10(time / usual), NARROWEST), WIDEST) if time else 1.0 for time in known]


def in_bands(columns: Sequence[Column], bands: int) -> tuple[tuple[Column, ...], ...]:
    """The stages in at most so many bands, each about as wide as the others."""
    bands = max(1, min(bands, len(columns)))
    total = sum(column.width for column in columns)
    along = [sum(column.width for column in columns[:i]) + one.width / 2 for i, one in enumerate(columns)]
    numbered = zip((min(int(place / total * bands), bands - 1) for place in along), columns, strict=True)
    return tuple(
        tuple(column for _, column in found) for _, found in groupby(numbered, key=lambda pair: pair[0])
    )


def walls_of(journey_map: JourneyMap, columns: Sequence[Column]) -> tuple[float, ...]:
    """Where a map that is arranged in bands goes on in the next: nothing stands across."""
    bands = journey_map.arranged.bands if journey_map.arranged is not None else 1
    return tuple(band[0].x for band in in_bands(columns, bands)[1:])


def runs_of_moments(columns: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """The first and the last of the stages with a moment of truth that stand side by side."""
    run: list[Column] = []
    for column in (*columns, None):
        if column is not None and column.has_moment:
            run.append(column)
        elif run:
            yield run[0], run[-1]
            run = []


def edges_of_moments(columns: Sequence[Column]) -> tuple[float, ...]:
    """Where the frames around them run."""
    return tuple(edge for first, last in runs_of_moments(columns) for edge in (first.x, last.right))


def sheet_width(columns: Sequence[Column]) -> float:
    """How wide the sheet is: it ends with the last stage."""
    return columns[-1].right if columns else EMPTY_WIDTH
