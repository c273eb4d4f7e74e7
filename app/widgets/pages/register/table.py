"""The table of the action register, to be sorted by each of its columns."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.language.days import written_iso_day
from app.language.numbers import written
from app.language.phrases import Phrase, phrase, phrase_context, tr
from app.language.words import capitalised
from app.model.analysis.register import EFFORTS, IMPACTS, Action
from app.model.nouns import word
from app.model.records import Id
from app.model.text import one_line
from app.widgets.base.plain_text import tip
from app.widgets.base.text_size import scaled

_ID = Qt.ItemDataRole.UserRole
_ORDER = Qt.ItemDataRole.UserRole + 1


class Column(NamedTuple):
    """A heading, what stands in a row, and what the rows are sorted by."""

    heading: Phrase
    words: Callable[[Action], str]
    order: Callable[[Action], object]


COLUMNS = (
    Column(
        phrase_context("of the register", "Action"),
        lambda row: one_line(row.note.text),
        lambda row: row.note.text.casefold(),
    ),
    Column(phrase("Stage"), lambda row: row.stage.name, lambda row: row.stage.position),
    Column(
        phrase("Impact"), lambda row: capitalised(row.impact_said), lambda row: _rank(IMPACTS, row.impact)
    ),
    Column(
        phrase("Effort"),
        lambda row: _word("effort", row.note.effort),
        lambda row: _rank(EFFORTS, row.note.effort),
    ),
    Column(phrase("Owner"), lambda row: _owner(row), lambda row: _owner(row).casefold()),
    Column(phrase("Status"), lambda row: _word("status", row.note.status), lambda row: row.note.status or ""),
    Column(phrase("Due"), lambda row: written_iso_day(row.note.due), lambda row: row.note.due or "9999"),
    Column(
        phrase("Votes"),
        lambda row: written(row.note.votes) if row.note.votes else "",
        lambda row: row.note.votes,
    ),
)

_NARROWEST = 180
"""Logical pixels of the first column: room for the first words of an action where the window is narrow."""


class RegisterTable(QTableWidget):
    """One row an action. A row that is chosen, by click or by arrow keys, tells its note."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(0, len(COLUMNS))
        self.setAccessibleName(tr("Action register"))
        self.setToolTip(tr("Choose a row to see its note; click a heading to sort by it"))
        self.setHorizontalHeaderLabels([str(column.heading) for column in COLUMNS])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.geometriesChanged.connect(self._share_room)
        header.sectionResized.connect(self._share_room)
        header.setSortIndicator(2, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        self.setMinimumWidth(scaled(340))
        self._is_showing = False
        self.itemSelectionChanged.connect(self._emit_chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self, *_: object) -> None:
        """Give the actions what room the other columns leave, and never too little to know them by."""
        header = self.horizontalHeader()
        others = header.length() - header.sectionSize(0)
        header.resizeSection(0, max(self.viewport().width() - others, scaled(_NARROWEST)))

    def show_rows(self, rows: Sequence[Action]) -> None:
        """Show other rows, sorted as before and with the same one marked."""
        marked = self._marked()
        self._is_showing = True
        self.setSortingEnabled(False)
        self.setRowCount(len(rows))
        for place, column in enumerate(COLUMNS):
            # A column that says nothing would only take its room from the others.
            self.setColumnHidden(place, not any(column.words(row) for row in rows))
        for index, row in enumerate(rows):
            for place, column in enumerate(COLUMNS):
                self.setItem(index, place, _Item(row, column))
        self.setSortingEnabled(True)
        self._is_showing = False
        self.mark(marked)

    def mark(self, note: Id | None) -> None:
        """Mark a note's row without telling anybody."""
        self._is_showing = True
        items = ((row, self.item(row, 0)) for row in range(self.rowCount()))
        found = [row for row, item in items if item is not None and item.data(_ID) == note]
        if found:
            self.selectRow(found[0])
        else:
            self.clearSelection()
        self._is_showing = False

    def _marked(self) -> Id | None:
        items = self.selectedItems()
        return str(items[0].data(_ID)) if items else None

    def _emit_chosen(self) -> None:
        marked = self._marked()
        if marked is not None and not self._is_showing:
            self.chosen.emit(marked)


class _Item(QTableWidgetItem):
    """A cell that is sorted by what it means, not by its words."""

    def __init__(self, row: Action, column: Column) -> None:
        super().__init__(column.words(row))
        self.setData(_ID, row.note.id)
        self.setData(_ORDER, column.order(row))
        self.setToolTip(tip(row.note.text) if column is COLUMNS[0] else "")

    def __lt__(self, other: QTableWidgetItem) -> bool:
        mine, others = self.data(_ORDER), other.data(_ORDER)
        return bool(mine < others)


def _rank(values: Sequence[str], value: str | None) -> int:
    return values.index(value) if value in values else -1


def _word(field: str, value: str | None) -> str:
    return capitalised(word(field, value)) if value else ""


def _owner(row: Action) -> str:
    return ", ".join(filter(None, (row.note.owner, row.note.team)))
