"""The table of the action register, to be sorted by each of its columns and typed in."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.language.days import typed_day
from app.language.phrases import phrase, tr
from app.model.analysis.register_columns import COLUMNS, Column
from app.model.records import Id
from app.widgets.base.plain_text import tip
from app.widgets.base.row_tables import dress_as_rows
from app.widgets.base.text_size import scaled
from app.widgets.pages.register.cell_editors import CHOICES, TYPED, CellEditors
from app.widgets.pages.register.lines import Line, is_edited, own_votes_in_words
from app.widgets.pages.register.typed_cells import NEW_LINE, choices_of

_ID = Qt.ItemDataRole.UserRole
_ORDER = Qt.ItemDataRole.UserRole + 1
_OWN_VOTES = len(COLUMNS)
"""The column of the notes' own votes, which stands where a round's are shown as well."""
_SELDOM = ("team",)
"""Fields whose column is shown where one is filled in."""
_NARROWEST = 180
"""Logical pixels of the first column: room for the first words of an action where the window is narrow."""


class RegisterTable(QTableWidget):
    """One row an action. Emits `typed` with a note, its field and a text, `copied` when rows are wanted."""

    typed = Signal(str, str, object)
    picked = Signal(list)
    copied = Signal()

    def __init__(self) -> None:
        super().__init__(0, len(COLUMNS) + 1)
        self.setObjectName("register")
        self.setAccessibleName(tr("Action register"))
        self.setToolTip(tr("Type into a cell to change it; click a heading to sort by it"))
        headings = [str(column.heading) for column in COLUMNS]
        self.setHorizontalHeaderLabels([*headings, str(phrase("Own votes"))])
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        dress_as_rows(self)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.geometriesChanged.connect(self._share_room)
        header.sectionResized.connect(self._share_room)
        header.setSortIndicator(2, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        self.editors = CellEditors(self)
        self.editors.typed.connect(self._emit_typed)
        self.setItemDelegate(self.editors)
        self._words = ""
        self._is_showing = False
        self.itemSelectionChanged.connect(self._emit_picked)

    @property
    def shown(self) -> int:
        """How many rows have the words that are looked for."""
        return sum(not self.isRowHidden(row) for row in range(self.rowCount()))

    @property
    def chosen(self) -> list[Id]:
        """The notes of the rows that are selected, from the top."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return [self._note(row) for row in rows if not self.isRowHidden(row)]

    @property
    def in_order(self) -> list[Id]:
        """The notes of all rows that are seen, from the top."""
        return [self._note(row) for row in range(self.rowCount()) if not self.isRowHidden(row)]

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines, sorted as before, with the same cell in hand."""
        chosen, column = self.chosen, self.currentColumn()
        self._is_showing = True
        self.setSortingEnabled(False)
        self.setRowCount(len(lines))
        for index, line in enumerate(lines):
            for place, known in enumerate(COLUMNS):
                self.setItem(index, place, _cell(line, known))
            self.setItem(index, _OWN_VOTES, _own_votes(line))
        for place, known in enumerate(COLUMNS):
            is_filled = any(known.words(line.action) for line in lines)
            self.setColumnHidden(place, known.name in _SELDOM and not is_filled)
        self.setColumnHidden(_OWN_VOTES, all(line.round is None for line in lines))
        self.setSortingEnabled(True)
        self.filter_by(self._words)
        self._choose(chosen, max(column, 0))
        self._share_room()
        self._is_showing = False
        self._emit_picked()

    def filter_by(self, words: str) -> None:
        """Show the rows in which all of these words stand, in any of their columns."""
        self._words = words
        wanted = words.casefold().split()
        for row in range(self.rowCount()):
            items = (self.item(row, column) for column in range(self.columnCount()))
            said = " ".join(item.text() for item in items if item is not None).casefold()
            self.setRowHidden(row, not all(word in said for word in wanted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def event(self, event: QEvent) -> bool:
        is_copy = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
        if is_copy and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        is_free = self.state() != QAbstractItemView.State.EditingState
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_free and item is not None:
            self.editItem(item)
        else:
            super().keyPressEvent(event)

    def _share_room(self, *_: object) -> None:
        """Give the actions what room the other columns leave, and never too little to know them by."""
        header = self.horizontalHeader()
        others = header.length() - header.sectionSize(0)
        header.resizeSection(0, max(self.viewport().width() - others, scaled(_NARROWEST)))

    def _note(self, row: int) -> Id:
        item = self.item(row, 0)
        return str(item.data(_ID)) if item is not None else ""

    def _choose(self, notes: Sequence[Id], column: int) -> None:
        self.clearSelection()
        rows = [row for row in range(self.rowCount()) if self._note(row) in notes]
        if rows:
            self.setCurrentCell(rows[0], column)
        for row in rows[1:]:
            self.selectionModel().select(
                self.model().index(row, 0),
                self.selectionModel().SelectionFlag.Select | self.selectionModel().SelectionFlag.Rows,
            )

    def _emit_typed(self, row: int, column: int, value: object) -> None:
        field = "votes" if column == _OWN_VOTES else COLUMNS[column].name
        self.typed.emit(self._note(row), field, value)

    def _emit_picked(self) -> None:
        if not self._is_showing:
            self.picked.emit(self.chosen)


class _Cell(QTableWidgetItem):
    """A cell that is sorted by what it means, not by its words."""

    def __init__(self, line: Line, words: str, order: object, typed: str | None) -> None:
        super().__init__(words)
        self.setData(_ID, line.id)
        self.setData(_ORDER, order)
        self.setData(TYPED, typed)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        mine, others = self.data(_ORDER), other.data(_ORDER)
        return bool(mine < others)


def _cell(line: Line, column: Column) -> _Cell:
    made = _Cell(line, column.words(line.action), column.order(line.action), _typed(line, column))
    made.setData(CHOICES, choices_of(column.name, line.action.role))
    if not is_edited(line, column):
        made.setFlags(made.flags() & ~Qt.ItemFlag.ItemIsEditable)
    if column is COLUMNS[0]:
        made.setToolTip(tip(line.action.note.text))
    elif column.name == "votes" and line.round is not None:
        made.setToolTip(tip(tr("Of the round “{question}”", question=line.round)))
    return made


def _own_votes(line: Line) -> _Cell:
    return _Cell(line, own_votes_in_words(line), line.own_votes, own_votes_in_words(line))


def _typed(line: Line, column: Column) -> str | None:
    """What stands in a cell when one begins to type there: of an impact its own, not what it follows from."""
    value = getattr(line.action.note, column.name, "")
    if column.name == "due" and isinstance(value, str):
        return typed_day(date.fromisoformat(value))
    if column.name == "votes":
        return own_votes_in_words(line)
    if column.name == "text":
        return line.action.note.text.replace("\n", NEW_LINE)
    return None if value is None else str(value)
