"""A table as it was found, whatever it was found in: rows of cells, and what else a file says of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.formats.import_notes import ImportNote
from app.language.numbers import in_letters
from app.language.phrases import Phrase, phrase
from app.limits import MOST_TABLE_CELLS
from app.model.text import clean
from app.pages.errors import FormatError


class Number(NamedTuple):
    """A number, of a share its percent, and what its cell shows before and behind it."""

    value: float
    before: str = ""
    behind: str = ""


class Cell(NamedTuple):
    """What stands in a cell. A merged one has its text where it begins; what it covers is empty."""

    text: str = ""
    across: int = 1
    """Columns that it takes."""
    down: int = 1
    """Rows that it takes."""
    fill: str = ""
    """Its ground as #RRGGBB; empty where nobody chose one."""
    note: str = ""
    """The comment that hangs on it."""
    link: str = ""
    at: tuple[int, int] = (0, 0)
    """Row and column where it stood, from 0, however the grid is turned."""
    is_whole: bool = False
    """Whether somebody said that its text is one note as it stands, whatever it says."""
    number: "Number | None" = None
    """What its text shows, where that is a number in its file."""
    joined: tuple["Cell", ...] = ()
    """The cells, one under the other, that were taken as this one."""

    @property
    def place(self) -> Phrase:
        """Where to find it: “cell B3”."""
        return phrase("cell {name}", name=f"{in_letters(self.at[1])}{self.at[0] + 1}")

    @property
    def pieces(self) -> tuple["Cell", ...]:
        """The cells of which each has its own ground, comment and number."""
        return self.joined or (self,)

    @property
    def is_empty(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of equally many cells, a title where the file has one, and notes on how they were read."""

    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    notes: tuple[ImportNote, ...] = ()
    locale: str = ""
    """In which its numbers are written, where that is known."""

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    @property
    def turned(self) -> "Grid":
        """Its columns as rows."""
        turned = tuple(tuple(map(_turned, column)) for column in zip(*self.rows, strict=True))
        return Grid(turned, self.title, self.notes, self.locale)


def grid_of(rows: Iterable[Sequence[Cell | str]], title: str = "", notes: Sequence[ImportNote] = ()) -> Grid:
    """A grid of rows as they were read: empty lines at its edges are gone, short rows filled up.

    Raises FormatError for more cells than become a map.
    """
    placed = [
        [_placed(cell, row, column) for column, cell in enumerate(cells)] for row, cells in enumerate(rows)
    ]
    filled = [index for index, row in enumerate(placed) if any(not cell.is_empty for cell in row)]
    columns = [index for row in placed for index, cell in enumerate(row) if not cell.is_empty]
    if not filled:
        return Grid((), title, tuple(notes))
    top, bottom, left, right = filled[0], filled[-1] + 1, min(columns), max(columns) + 1
    refuse_more((bottom - top) * (right - left))
    kept = (
        (*row[left:right], *(Cell(at=(top + offset, column)) for column in range(max(left, len(row)), right)))
        for offset, row in enumerate(placed[top:bottom])
    )
    return Grid(tuple(kept), title, tuple(notes))


def refuse_more(cells: int) -> None:
    """Raises FormatError where there are more cells than become a map."""
    if cells > MOST_TABLE_CELLS:
        raise FormatError(
            phrase(
                "The table has more than {most} cells. Bring in a smaller part of it.", most=MOST_TABLE_CELLS
            )
        )


def _turned(cell: Cell) -> Cell:
    return cell if cell.across == cell.down else cell._replace(across=cell.down, down=cell.across)


def _placed(cell: Cell | str, row: int, column: int) -> Cell:
    if isinstance(cell, str):
        return Cell(clean(cell), at=(row, column))
    # As _replace does, in half the time.
    text, across, down, fill, note, link, _, is_whole, number, pieces = cell
    return Cell(clean(text), across, down, fill, note, link, (row, column), is_whole, number, pieces)
