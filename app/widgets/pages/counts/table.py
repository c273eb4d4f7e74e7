"""The table of counts: a row a section, a column a stage, and the sums; the fuller a cell, the darker."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.language.numbers import written
from app.language.phrases import phrase_context, tr
from app.model.analysis.counts import Counts
from app.model.records import Section, Stage
from app.model.words import shortened
from app.widgets.base.plain_text import tip
from app.widgets.base.text_size import scaled

SUM = phrase_context("of a table", "Total")
_DARKEST = 110
"""How opaque the tint of the fullest cell is, of 255."""
_LONGEST = 26
_NARROWEST = 84


class Lines(NamedTuple):
    """The stages and sections that are counted."""

    stages: tuple[Stage, ...]
    sections: tuple[Section, ...]


class CountsTable(QTableWidget):
    """What is chosen, by click or by arrow keys, is told by its row and column; the sums come last."""

    chosen = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Counts by section and stage"))
        self.setToolTip(tr("Choose a number to select on the map what it counts"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(scaled(_NARROWEST))
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.sectionClicked.connect(lambda column: self.chosen.emit(self.rowCount() - 1, column))
        down.sectionClicked.connect(lambda row: self.chosen.emit(row, self.columnCount() - 1))
        self._is_showing = False
        self.currentCellChanged.connect(self._emit_chosen)
        self.cellClicked.connect(self.chosen.emit)

    def show_counts(self, counts: Counts, lines: Lines) -> None:
        """Show other numbers; the cell that was chosen stays so."""
        stages, sections = lines
        chosen = self.currentRow(), self.currentColumn()
        self._is_showing = True
        self.setRowCount(len(sections) + 1)
        self.setColumnCount(len(stages) + 1)
        self._name(lines)
        most = max(counts.cells.values(), default=1)
        for row, section in enumerate(sections):
            for column, stage in enumerate(stages):
                number = counts.cells[section.id, stage.id]
                self._put(row, column, number, round(_DARKEST * number / most))
            self._put(row, len(stages), counts.sections[section.id])
        for column, stage in enumerate(stages):
            self._put(len(sections), column, counts.stages[stage.id])
        self._put(len(sections), len(stages), counts.total)
        self.setCurrentCell(*chosen)
        self._is_showing = False

    def sizeHint(self) -> QSize:
        height = self.horizontalHeader().sizeHint().height() + 4
        return QSize(640, height + sum(self.rowHeight(row) for row in range(self.rowCount())))

    def _name(self, lines: Lines) -> None:
        for column, stage in enumerate(lines.stages):
            name = stage.name or tr("Stage {number}", number=column + 1)
            self.setHorizontalHeaderItem(column, _heading(name))
        for row, section in enumerate(lines.sections):
            name = section.name or tr("Section {number}", number=row + 1)
            self.setVerticalHeaderItem(row, _heading(name))
        self.setHorizontalHeaderItem(len(lines.stages), _heading(str(SUM)))
        self.setVerticalHeaderItem(len(lines.sections), _heading(str(SUM)))

    def _put(self, row: int, column: int, number: int, opacity: int | None = None) -> None:
        """A number; a sum where it has no tint. What holds nothing stays empty."""
        item = QTableWidgetItem(written(number) if number or opacity is None else "")
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        if opacity is None:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            item.setFont(font)
        else:
            tint: QColor = self.palette().color(QPalette.ColorRole.Accent)
            tint.setAlpha(opacity)
            item.setBackground(tint)
        self.setItem(row, column, item)

    def _emit_chosen(self, row: int, column: int, *_: int) -> None:
        if not self._is_showing and row >= 0 and column >= 0:
            self.chosen.emit(row, column)


def _heading(name: str) -> QTableWidgetItem:
    item = QTableWidgetItem(shortened(name, _LONGEST))
    item.setToolTip(tip(name))
    return item
