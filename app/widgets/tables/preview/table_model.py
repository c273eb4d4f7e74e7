"""The table that is brought in, as its page shows it: what each row becomes, its name, and its cells."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.formats.tables.bringing_in.becoming import Becoming, becoming, becomings, of_stickies
from app.formats.tables.grid import Cell, Grid
from app.formats.tables.lists.board import BOARD_COLUMNS
from app.formats.tables.reading import RowRead, TableReading, as_list
from app.formats.tables.recognising.row_cells import is_said_empty
from app.formats.tables.recognising.row_kinds import GRAPH, NOTES
from app.language.numbers import in_letters
from app.language.phrases import tr
from app.language.words import quoted
from app.model.analysis.reading_words import signed

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
BECOMES, NAME, FIRST = 0, 1, 2
"""Columns: what the row becomes, what it is called, and the first of the cells."""


class TableModel(QAbstractTableModel):
    """Rows as they were read, turned so that stages stand side by side; a list or a board as it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = TableReading()
        self._listed = Grid(())
        self._shown: Sequence[int] = ()
        """The columns of a list or a board that are shown."""

    @property
    def has_rows(self) -> bool:
        """Whether each row becomes a section; a list has notes in its rows."""
        return bool(self.reading.rows)

    @property
    def has_chips(self) -> bool:
        """Whether the first column says what each row becomes: a section, or a sticky of a board."""
        return self.has_rows or bool(self.reading.stickies)

    @property
    def first(self) -> int:
        """The first column that has cells."""
        return FIRST if self.has_rows else int(self.has_chips)

    @property
    def choosable(self) -> tuple[Becoming, ...]:
        """What can be chosen for a row."""
        return of_stickies() if self.reading.stickies else becomings() if self.has_rows else ()

    def show(self, reading: TableReading, columns: Mapping[str, int]) -> None:
        """Show a table; of a board those columns that say something of its stickies."""
        self.beginResetModel()
        self.reading = reading
        self._listed = reading.grid or as_list(reading)
        every = range(self._listed.width)
        used = [columns[name] for name in BOARD_COLUMNS if name in columns]
        self._shown = used if reading.stickies else every
        self.endResetModel()

    def row_at(self, row: int) -> RowRead | None:
        return self.reading.rows[row] if 0 <= row < len(self.reading.rows) else None

    def line_at(self, row: int) -> int | None:
        """Where a row stood in its table, by which it is chosen for."""
        stickies, found = self.reading.stickies, self.row_at(row)
        return stickies[row].line if 0 <= row < len(stickies) else found.line if found is not None else None

    def becoming_at(self, row: int) -> Becoming | None:
        if self.reading.stickies:
            role = self.reading.stickies[row].role
            return next(one for one in of_stickies() if one.kind == role)
        found = self.row_at(row)
        return becoming(found.kind, found.meaning) if found is not None else None

    def cell_at(self, index: Index) -> Cell | None:
        """The cell of the table there; None over what a row becomes and is called."""
        if not self.has_rows:
            return self._listed_cell(index.row(), index.column() - self.first)
        found, at = self.row_at(index.row()), index.column() - FIRST
        return found.cells[at] if found is not None and 0 <= at < len(found.cells) else None

    def _listed_cell(self, row: int, at: int) -> Cell | None:
        rows, stickies = self._listed.rows, self.reading.stickies
        line = stickies[row].line if stickies else row + 1
        return rows[line][self._shown[at]] if at >= 0 and line < len(rows) else None

    def is_taken_as_empty(self, index: Index) -> bool:
        """Whether a cell says something that was taken for nothing."""
        cell = self.cell_at(index)
        return cell is not None and is_said_empty(cell)

    def value_at(self, index: Index) -> str:
        """What a cell of feelings was read as: “+2”; empty for all others."""
        found = self.row_at(index.row())
        at = index.column() - FIRST
        if found is None or found.kind != GRAPH or found.section is None or at < 0:
            return ""
        held = self.reading.sections[found.section].cells[at]
        return signed(float(str(held[0]["value"]))) if len(held) == 1 and "value" in held[0] else ""

    def parts_at(self, index: Index) -> int:
        """How many notes a cell becomes."""
        found, at = self.row_at(index.row()), index.column() - FIRST
        if found is None or found.kind != NOTES or found.section is None or at < 0:
            return 0
        return len(self.reading.sections[found.section].cells[at])

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid():
            return 0
        if self.has_rows or self.reading.stickies:
            return len(self.reading.rows or self.reading.stickies)
        return max(len(self._listed.rows) - 1, 0)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid():
            return 0
        return self.first + len(self.reading.stages if self.has_rows else self._shown)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < self.first:
            return tr("Becomes") if section == BECOMES else ""
        if not self.has_rows:
            at = self._shown[section - self.first]
            return self._listed.rows[0][at].text or in_letters(at)
        return self.reading.stages[section - FIRST].name or str(section - FIRST + 1)

    def data(self, index: Index, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heard(index)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if self.has_chips and index.column() == BECOMES:
            found = self.becoming_at(index.row())
            return str(found.title) if found is not None else ""
        if self.has_rows and index.column() == NAME:
            row = self.row_at(index.row())
            return row.name if row is not None else ""
        cell = self.cell_at(index)
        return cell.text.strip() if cell is not None else ""

    def _heard(self, index: Index) -> str:
        said = str(self.data(index, Qt.ItemDataRole.DisplayRole))
        if self.has_chips and index.column() == BECOMES:
            row, sticky = self.row_at(index.row()), self._listed_cell(index.row(), 0)
            name = row.name if row is not None else sticky.text if sticky is not None else ""
            return tr("{row} becomes {kind}", row=quoted(name), kind=said)
        if self.is_taken_as_empty(index):
            return tr("{text}, taken as empty", text=said)
        value = self.value_at(index)
        return tr("{text}, read as {value}", text=said, value=value) if value else said
