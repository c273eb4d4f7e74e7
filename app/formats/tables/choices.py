"""What a person chose of how a table is read, where the recogniser left it open or was wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.formats.tables.grid import Cell, Grid
from app.formats.tables.reading import StickyRole
from app.formats.tables.recognising.row_kinds import RowKind
from app.model.exchange.feelings import Scale


@dataclass(frozen=True, slots=True)
class Choices:
    """Nothing is chosen at first. Rows are known by the line where they stood (`RowRead.line`)."""

    goes_down: bool | None = None
    """Which way the stages go; None for what the table says."""
    names_stages: bool = True
    """Whether the first row names the stages."""
    names_sections: bool = True
    """Whether the first column names the sections."""
    kinds: Mapping[int, RowKind] = field(default_factory=dict)
    """What rows become."""
    scales: Mapping[int, Scale] = field(default_factory=dict)
    """From where to where the numbers of feelings go."""
    kept: frozenset[str] = frozenset()
    """Texts like “N/A” that are kept as notes."""
    parts_cells: bool = True
    """Whether lines and semicolons in a cell begin notes of their own."""
    stickies: Mapping[int, StickyRole] = field(default_factory=dict)
    """What stickies of a board are, by their rows in the table."""
    columns: Mapping[str, int] | None = None
    """Of a list or a board which column holds what; empty for a table that is neither."""

    def of(self, grid: Grid) -> Grid:
        """The grid with what is chosen for its cells."""
        if self.parts_cells and not self.kept:
            return grid
        rows = tuple(tuple(self._cell(cell) for cell in row) for row in grid.rows)
        return Grid(rows, grid.title, grid.notes)

    def _cell(self, cell: Cell) -> Cell:
        is_kept = cell.text.strip() in self.kept
        return cell._replace(is_whole=True) if is_kept or not self.parts_cells else cell


UNCHOSEN = Choices()
