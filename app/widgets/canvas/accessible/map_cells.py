"""The map as a table for those who cannot see it: what a cell of the map holds stands in lines of its own."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.drawing.descriptions import describe, describe_cell, held_in, stage_of
from app.language.phrases import tr
from app.model.document import Document
from app.model.records import CallOut, EmotionPoint, Entry, Id, Note, Record, Section, Stage
from app.session.editor import Editor
from app.session.selection import Cell

_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


CALL_OUTS: Id = ""
"""Stands for a section in the rows of call-outs."""


class TableRow(NamedTuple):
    """A row of the table: the notes, points or entries at one position of a section's cells.

    Below all sections, the call-outs of each stage; those that lead to a whole section are at the first.
    """

    section: Id
    position: int


class MapCells(QAbstractTableModel):
    """A column for each stage; for each section as many rows as its fullest cell holds, and at least one."""

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._stages: tuple[Id, ...] = ()
        self.lines: tuple[TableRow, ...] = ()
        """The table's rows from top to bottom."""
        self._first_lines: dict[Id, int] = {}
        self.follow()

    def follow(self) -> None:
        """Become what the map is now."""
        document, map = self._editor.document, self._editor.map
        stages = tuple(stage.id for stage in document.stages(map))
        lines = tuple(
            TableRow(section.id, position)
            for section in document.sections(map)
            for position in range(_height(document, section.id, stages))
        )
        if stages:
            most = max(len(self._call_outs(stage, stages[0])) for stage in stages)
            lines += tuple(TableRow(CALL_OUTS, position) for position in range(most))
        if (stages, lines) != (self._stages, self.lines):
            self.beginResetModel()
            self._stages, self.lines = stages, lines
            self._first_lines = {line.section: row for row, line in enumerate(lines) if not line.position}
            self.endResetModel()
        elif stages and lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(stages) - 1))

    # Where things are

    def cell_at(self, index: QModelIndex) -> Cell | None:
        """The cell of the map; none of a call-out."""
        section = self.lines[index.row()].section
        return Cell(section, self._stages[index.column()]) if section != CALL_OUTS else None

    def held_at(self, index: QModelIndex) -> Id | None:
        """The note, point, entry or call-out at a place of the table; None below the last of its cell."""
        cell = self.cell_at(index)
        held: Sequence[Record] = (
            held_in(self._editor.document, *cell)
            if cell is not None
            else self._call_outs(self._stages[index.column()], self._stages[0])
        )
        position = self.lines[index.row()].position
        return held[position].id if position < len(held) else None

    def index_of(self, id: Id) -> QModelIndex:
        """Where a note, point or entry stands; no index for what is not on the map that is shown."""
        record = self._editor.document.find(id)
        if isinstance(record, CallOut):
            return self._index_of_call_out(record)
        if not isinstance(record, Note | EmotionPoint | Entry):
            return QModelIndex()
        held = [one.id for one in held_in(self._editor.document, record.section, record.stage)]
        return (
            self.index_in(Cell(record.section, record.stage), held.index(id)) if id in held else QModelIndex()
        )

    def _index_of_call_out(self, call_out: CallOut) -> QModelIndex:
        for column, stage in enumerate(self._stages):
            at_stage = self._call_outs(stage, self._stages[0])
            if call_out in at_stage and CALL_OUTS in self._first_lines:
                return self.index(self._first_lines[CALL_OUTS] + at_stage.index(call_out), column)
        return QModelIndex()

    def _call_outs(self, stage: Id, first: Id) -> list[CallOut]:
        """Those at a stage; at the first also those that are at none."""
        document = self._editor.document
        found = document.call_outs(self._editor.map)
        return [one for one in found if (stage_of(document, one) or first) == stage]

    def index_in(self, cell: Cell, position: int = 0) -> QModelIndex:
        """A place of a cell."""
        if cell.section not in self._first_lines or cell.stage not in self._stages:
            return QModelIndex()
        return self.index(self._first_lines[cell.section] + position, self._stages.index(cell.stage))

    def header_of(self, id: Id) -> tuple[int, int] | None:
        """Row and column of a stage's or a section's header: one of them is −1."""
        if id in self._stages:
            return -1, self._stages.index(id)
        return (self._first_lines[id], -1) if id in self._first_lines else None

    # As Qt asks

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self._stages)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role not in _TEXT_ROLES or not index.isValid():
            return None
        document, place = self._editor.document, self.index(index.row(), index.column())
        cell = self.cell_at(place)
        if cell is not None and (cell.section not in document or cell.stage not in document):
            return ""
        held = self.held_at(place)
        if held is not None:
            return str(describe(document, held))
        if cell is None:
            return ""
        return str(describe_cell(document, *cell)) if not self.lines[index.row()].position else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role not in _TEXT_ROLES:
            return None
        across = orientation == Qt.Orientation.Horizontal
        ids = self._stages if across else tuple(line.section for line in self.lines)
        if section < len(ids) and ids[section] == CALL_OUTS:
            return tr("Call-outs")
        record = self._editor.document.find(ids[section]) if section < len(ids) else None
        return (
            (record.name or str(describe(self._editor.document, record.id)))
            if isinstance(record, Stage | Section)
            else ""
        )


def _height(document: Document, section: Id, stages: tuple[Id, ...]) -> int:
    return max((len(held_in(document, section, stage)) for stage in stages), default=1) or 1
