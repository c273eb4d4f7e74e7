"""The table that is brought in, as its page shows it: what each row becomes, its name, and its cells."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.formats.tables.becoming import Becoming, becoming
from app.formats.tables.grid import Cell, Grid
from app.formats.tables.reading import RowRead, TableReading
from app.formats.tables.row_kinds import GRAPH, NOTES
from app.language.numbers import in_letters
from app.language.phrases import tr
from app.language.words import quoted
from app.model.analysis.reading_words import signed
from app.model.exchange.vocabulary import says_nothing

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
BECOMES, NAME, FIRST = 0, 1, 2
"""Columns: what the row becomes, what it is called, and the first of the cells."""


class TableModel(QAbstractTableModel):
    """Rows as they were read, turned so that stages stand side by side; a list or a board as it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = TableReading()

    @property
    def has_rows(self) -> bool:
        """Whether each row becomes a section; a list has notes in its rows."""
        return bool(self.reading.rows)

    @property
    def _listed(self) -> Grid:
        return self.reading.grid or Grid(())

    def show(self, reading: TableReading) -> None:
        self.beginResetModel()
        self.reading = reading
        self.endResetModel()

    def row_at(self, row: int) -> RowRead | None:
        return self.reading.rows[row] if 0 <= row < len(self.reading.rows) else None

    def becoming_at(self, row: int) -> Becoming | None:
        found = self.row_at(row)
        return becoming(found.kind, found.meaning) if found is not None else None

    def cell_at(self, index: Index) -> Cell | None:
        """The cell of the table there; None over what a row becomes and is called."""
        if not self.has_rows:
            rows = self._listed.rows[1:]
            return rows[index.row()][index.column()] if index.row() < len(rows) else None
        found, at = self.row_at(index.row()), index.column() - FIRST
        return found.cells[at] if found is not None and 0 <= at < len(found.cells) else None

    def is_taken_as_empty(self, index: Index) -> bool:
        """Whether a cell says something that was taken for nothing."""
        cell = self.cell_at(index)
        return (
            cell is not None
            and not cell.is_empty
            and not cell.is_whole
            and says_nothing(cell.text)
            and any(map(str.isalnum, cell.text))
        )

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
        return len(self.reading.rows) if self.has_rows else max(len(self._listed.rows) - 1, 0)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid():
            return 0
        return FIRST + len(self.reading.stages) if self.has_rows else self._listed.width

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        if not self.has_rows:
            return self._listed.rows[0][section].text or in_letters(section)
        if section < FIRST:
            return tr("Becomes") if section == BECOMES else ""
        return self.reading.stages[section - FIRST].name or str(section - FIRST + 1)

    def data(self, index: Index, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heard(index)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if self.has_rows and index.column() == BECOMES:
            found = self.becoming_at(index.row())
            return str(found.title) if found is not None else ""
        if self.has_rows and index.column() == NAME:
            row = self.row_at(index.row())
            return row.name if row is not None else ""
        cell = self.cell_at(index)
        return cell.text.strip() if cell is not None else ""

    def _heard(self, index: Index) -> str:
        said = str(self.data(index, Qt.ItemDataRole.DisplayRole))
        row = self.row_at(index.row())
        if row is not None and index.column() == BECOMES:
            return tr("{row} becomes {kind}", row=quoted(row.name), kind=said)
        if self.is_taken_as_empty(index):
            return tr("{text}, taken as empty", text=said)
        value = self.value_at(index)
        return tr("{text}, read as {value}", text=said, value=value) if value else said
