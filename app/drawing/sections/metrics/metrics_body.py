"""Metrics as numbers or bars: each in a row of its own, with its name once, under the section's.

Where a metric stands in one stage only, there are no such rows, and names stand in the cells.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.drawing.display import DisplayList, PlacedText, Texts
from app.drawing.grid import Column
from app.drawing.pieces import READABLE
from app.drawing.section_name import name_bottom
from app.drawing.sections.entries import Cell, EntriesBody
from app.drawing.sizes import Sizes
from app.drawing.text import text_block
from app.drawing.theme import CELL_PADDING, SECONDARY
from app.model.analysis.metrics import Series
from app.model.records import Entry, Section

ENTRY_GAP = 22.0
_GAP = 6.0
_MOST_ROWS = 3
"""More metrics than that in a section have their names in the cells, where they are looked for."""


class MetricRow(NamedTuple):
    """A metric, and from where on its values stand in all cells."""

    name: str
    top: float
    said_at: float | None
    """How far down its name is said beside the cells; None where the section's own name says it."""

    @property
    def key(self) -> str:
        return key_of(self.name)


class MetricsBody(EntriesBody):
    """The cells of a section of metrics, with what stands beside them."""

    def __init__(
        self, cells: tuple[Cell, ...], rows: tuple[MetricRow, ...], made_of: tuple[object, ...], sizes: Sizes
    ) -> None:
        super().__init__(cells)
        self.rows = rows
        self.made_of = made_of
        """All that the rows depend on."""
        said = [
            PlacedText(sizes.name_left, row.said_at, text_block(row.name, sizes.caption, sizes.name_width))
            for row in rows
            if row.said_at is not None
        ]
        self.beside: DisplayList = (Texts(said, SECONDARY, seen_from=READABLE),) if said else ()
        for text in said:
            self.height = max(self.height, text.y + text.block.height + CELL_PADDING)


def rows_of(
    section: Section,
    series: Sequence[Series],
    columns: Sequence[Column],
    sizes: Sizes,
    height_of: Callable[[Entry, Column], float],
) -> tuple[MetricRow, ...]:
    """A row for each metric, where each stands in several stages and they are few; else none."""
    if len(series) > _MOST_ROWS or any(len({at for at, _ in one.entries}) < 2 for one in series):
        return ()
    by_stage = {column.stage.id: column for column in columns}
    is_alone = len(series) == 1 and key_of(series[0].name) == key_of(section.name)
    y, below = CELL_PADDING, name_bottom(section, sizes) + _GAP
    rows = []
    for one in series:
        said_at = None if is_alone or not one.name else max(y, below)
        rows.append(MetricRow(one.name, y, said_at))
        high = _height(one, by_stage, height_of)
        name = text_block(one.name, sizes.caption, sizes.name_width).height
        y = max(y + high + ENTRY_GAP, said_at + name + _GAP if said_at is not None else 0.0)
    return tuple(rows)


def key_of(name: str) -> str:
    """By which metrics of one name are known."""
    return name.strip().casefold()


def _height(
    series: Series, by_stage: dict[str, Column], height_of: Callable[[Entry, Column], float]
) -> float:
    """How high the values of a metric are in the stage in which they are highest."""
    found: dict[str, float] = {}
    for _, entry in series.entries:
        column = by_stage.get(entry.stage)
        if column is not None:
            found[entry.stage] = found.get(entry.stage, -ENTRY_GAP) + ENTRY_GAP + height_of(entry, column)
    return max(found.values(), default=0.0)
