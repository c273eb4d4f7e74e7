"""The table that is brought in, as it stands: a chip for what each row becomes, a cell outlined."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView

from app.formats.tables.bringing_in.becoming import Becoming
from app.language.phrases import tr
from app.model.nouns import counted
from app.widgets.base.text_size import scaled
from app.widgets.tables.preview.map_side import Line
from app.widgets.tables.preview.table_model import BECOMES, FIRST, NAME, TableModel
from app.widgets.tables.preview.table_paint import (
    CellPainting,
    StagesHeader,
    becoming_icon,
    frame_pen,
    paint_tag,
)

_USUAL, _NARROW = (200, 100, 80), (150, 90, 72)
"""Logical pixels at 100 %: the chips' and the names' column, and the least of the others."""
_CHIP, _, _LEAST = _USUAL
_WIDE = 580
"""From which width of the table on columns are as wide as usual."""
_LOWEST = 56
MOST_MEASURED = 800
"""Cells whose words are measured, so that the window never stands still; later rows are as high as usual."""


class TableSide(QTableView):
    """Emits `kind_chosen` with the row and what it becomes."""

    kind_chosen = Signal(int, object)
    row_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Your table"))
        self.setToolTip(tr("Press a chip to change what a row becomes; press a cell to see where it lands"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.table = TableModel()
        self.setModel(self.table)
        self.painting = CellPainting(self.table)
        self.setItemDelegate(self.painting)
        header = StagesHeader(self.table, self)
        self.setHorizontalHeader(header)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._open_menu)
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def current_row(self) -> int:
        return self.currentIndex().row()

    @property
    def current_cell(self) -> tuple[int, int] | None:
        """Row and stage of the current cell; None over what a row becomes and is called."""
        index = self.currentIndex()
        if not index.isValid() or (self.table.has_rows and index.column() < FIRST):
            return None
        return index.row(), max(index.column() - self.table.first, 0)

    def go_to(self, row: int, stage: int) -> None:
        """Make a cell the current one, by its row and its stage."""
        index = self.table.index(row, stage + FIRST)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)

    def needed_heights(self) -> list[int]:
        """How high each row must be for its words."""
        widths = self._widths()
        heights = []
        measured = max(MOST_MEASURED // max(len(widths), 1), 1)
        for row in range(min(self.table.rowCount(), measured)):
            cells = (self.table.index(row, column) for column in range(len(widths)))
            needed = (self.painting.height(cell, self.font(), widths[cell.column()]) for cell in cells)
            heights.append(max(scaled(_LOWEST), *needed))
        return heights + [scaled(_LOWEST)] * (self.table.rowCount() - len(heights))

    def place(self, lines: Sequence[Line], head: int) -> None:
        """Give the rows their heights, below headers of a height."""
        self.horizontalHeader().setFixedHeight(head)
        for column, width in enumerate(self._widths()):
            self.setColumnWidth(column, width)
        for row, line in enumerate(lines[: self.table.rowCount()]):
            self.setRowHeight(row, line.height)
        self.updateGeometries()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from cell to cell; letters and Enter are the page's."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_F4) and self.table.has_chips:
            self._show_menu(self.current_row)
        elif event.text().strip() or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, width in enumerate(self._widths()):
            self.setColumnWidth(column, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame_names(painter)
        index = self.currentIndex()
        if not index.isValid():
            return
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2.5))
        area: QRect = self.visualRect(index).adjusted(2, 2, -2, -2)
        if not (self.table.has_chips and index.column() == BECOMES):
            painter.drawRoundedRect(area, 4, 4)
        elif self.hasFocus():
            ring = self.painting.pill(self.visualRect(index), self.isRightToLeft()).adjusted(-1, -3, 1, 3)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)

    def _frame_names(self, painter: QPainter) -> None:
        """A frame around what names the sections, and how many they are."""
        count = self.table.rowCount()
        if not self.table.has_rows or not count:
            return
        first, last = (self.visualRect(self.table.index(row, NAME)) for row in (0, count - 1))
        frame = QRectF(first.united(last)).adjusted(0, -4, 0, 0)
        painter.setPen(frame_pen(self.palette()))
        painter.drawRoundedRect(frame, 3, 3)
        words = str(counted("section", len(self.table.reading.sections)))
        corner = QPointF(frame.right() - scaled(4), frame.bottom() - scaled(4))
        if self._has_room_for_tag(last):
            paint_tag(painter, words, corner, frame)

    def _has_room_for_tag(self, name: QRect) -> bool:
        """Whether the last name leaves room below its words."""
        words = self.painting.height(
            self.table.index(self.table.rowCount() - 1, NAME), self.font(), name.width()
        )
        return name.height() - words > 2 * scaled(16)

    def _widths(self) -> list[int]:
        count, room = self.table.columnCount(), self.viewport().width()
        if not self.table.has_rows:
            return self._listed_widths(count, room)
        chip, name, least = map(scaled, _USUAL if room >= scaled(_WIDE) else _NARROW)
        each = max((room - chip - name) // max(count - FIRST, 1), least)
        return [chip, name, *[each] * (count - FIRST)]

    def _listed_widths(self, count: int, room: int) -> list[int]:
        """Of a list all alike; on a board the words have what places and colours leave."""
        if not self.table.has_chips:
            return [max(room // max(count, 1), scaled(_LEAST))] * count
        places = [scaled(_LEAST)] * (count - 2)
        chip = scaled(_CHIP if room >= scaled(_WIDE) else _NARROW[0])
        words = max(room - chip - sum(places), scaled(2 * _LEAST))
        return [chip, words, *places]

    def _tell(self, now: QModelIndex, before: QModelIndex) -> None:
        self.painting.current_row = now.row()
        self.viewport().update()
        self.row_changed.emit()

    def _open_menu(self, index: QModelIndex) -> None:
        if self.table.has_chips and index.column() == BECOMES:
            self._show_menu(index.row())

    def _show_menu(self, row: int) -> None:
        """A menu of all that a row can become, under its chip."""
        if self.table.line_at(row) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self.table.choosable:
            entry = menu.addAction(becoming_icon(one), f"{one.title}\t{one.letter}")
            entry.triggered.connect(lambda _=False, one=one: self._choose(row, one))
        corner = self.visualRect(self.table.index(row, BECOMES)).bottomLeft()
        menu.popup(self.viewport().mapToGlobal(corner))

    def _choose(self, row: int, one: Becoming) -> None:
        self.kind_chosen.emit(row, one.row_kind)
