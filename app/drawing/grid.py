"""The columns of a map: where each stage lies."""

from collections.abc import Sequence
from math import log10
from statistics import median
from typing import NamedTuple

from app.drawing.theme import EMPTY_WIDTH, SECTION_COLUMN, STAGE_WIDTH
from app.model.analysis.durations import minutes
from app.model.records import Stage

NARROWEST, WIDEST = 0.6, 2.0
"""Shares of the usual width between which a duration can make a stage."""


class Column(NamedTuple):
    """A stage with its left edge and its width, in map units."""

    stage: Stage
    x: float
    width: float

    @property
    def right(self) -> float:
        return self.x + self.width


def columns_of(stages: Sequence[Stage], follow_duration: bool = False) -> tuple[Column, ...]:
    """The stages side by side, right of the section names.

    Where they follow their duration, those without a width of their own are the wider the longer they take.
    """
    shares = _shares(stages) if follow_duration else [1.0] * len(stages)
    columns = []
    x = SECTION_COLUMN
    for stage, share in zip(stages, shares, strict=True):
        width = stage.width or round(STAGE_WIDTH * share)
        columns.append(Column(stage, x, width))
        x += width
    return tuple(columns)


def _shares(stages: Sequence[Stage]) -> list[float]:
    """How wide each stage is beside the usual: ten times as long is half as wide again, within limits.

    Times that are true to scale would leave no room for minutes beside weeks.
    """
    known = [minutes(stage.duration) for stage in stages]
    usual = median([time for time in known if time] or [1.0])
    return [min(max(1 + 0.5 * log10(time / usual), NARROWEST), WIDEST) if time else 1.0 for time in known]


def sheet_width(columns: Sequence[Column]) -> float:
    """How wide the sheet is: it ends with the last stage."""
    return columns[-1].right if columns else EMPTY_WIDTH
