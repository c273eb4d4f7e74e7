"""The columns of a map: where each stage lies."""

from collections.abc import Sequence
from typing import NamedTuple

from app.drawing.theme import SECTION_COLUMN, STAGE_WIDTH
from app.model.records import Stage


class Column(NamedTuple):
    """A stage with its left edge and its width, in map units."""

    stage: Stage
    x: float
    width: float

    @property
    def right(self) -> float:
        return self.x + self.width


def columns_of(stages: Sequence[Stage]) -> tuple[Column, ...]:
    """The stages side by side, right of the section names."""
    columns = []
    x = SECTION_COLUMN
    for stage in stages:
        width = stage.width or STAGE_WIDTH
        columns.append(Column(stage, x, width))
        x += width
    return tuple(columns)
