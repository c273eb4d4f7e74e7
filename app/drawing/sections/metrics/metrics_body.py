"""Metrics as numbers or bars; the name that all of a section share stands once, under the section's."""

from collections.abc import Sequence
from typing import NamedTuple

from app.drawing.display import DisplayList, PlacedText, Texts
from app.drawing.pieces import READABLE
from app.drawing.section_name import name_bottom
from app.drawing.sections.entries import Cell, EntriesBody
from app.drawing.sizes import Sizes
from app.drawing.text import text_block
from app.drawing.theme import CELL_PADDING, SECONDARY
from app.model.analysis.metrics import Series
from app.model.records import Section

_GAP = 6.0


class SaidOnce(NamedTuple):
    """A name that is said beside the cells, and how far down it begins."""

    name: str
    top: float

    @classmethod
    def of(cls, section: Section, shared: str, sizes: Sizes) -> "SaidOnce | None":
        """None where nothing need be said, as the section itself has that name."""
        if not shared or shared.casefold() == section.name.strip().casefold():
            return None
        return cls(shared, name_bottom(section, sizes) + _GAP)


class MetricsBody(EntriesBody):
    """The cells of a section of metrics, with what stands beside them."""

    def __init__(self, cells: tuple[Cell, ...], said: SaidOnce | None, sizes: Sizes) -> None:
        super().__init__(cells)
        self.said = said
        self.beside: DisplayList = ()
        if said is not None:
            block = text_block(said.name, sizes.caption, sizes.name_width)
            placed = PlacedText(sizes.name_left, said.top, block)
            self.beside = (Texts([placed], SECONDARY, seen_from=READABLE),)
            self.height = max(self.height, said.top + block.height + CELL_PADDING)


def shared_name(series: Sequence[Series]) -> str:
    """The name of a section's only metric, where it stands in several stages; else nothing."""
    if len(series) != 1 or len(series[0].entries) < 2:
        return ""
    return series[0].name
