"""A table that lies unseen over the canvas, so that a screen reader finds the map to be one.

Qt gives its item views the interface of a table, which PySide lets nobody implement: see ADR 10.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMoveEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QHeaderView, QTableView

from app.language.phrases import tr
from app.session.editor import Editor
from app.session.selection import Selection
from app.widgets.canvas.accessible.map_cells import CALL_OUTS, MapCells
from app.widgets.canvas.map_view import MapView


class MapTable(QTableView):
    """It paints nothing and takes neither mouse nor focus. Its current cell is the canvas's cursor."""

    def __init__(self, canvas: MapView, editor: Editor) -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self._editor = editor
        self._is_following = False
        self.cells = MapCells(editor, self)
        self.setModel(self.cells)
        self.setAccessibleName(tr("Map as a table"))
        self.setAccessibleDescription(tr("Sections are rows, stages are columns"))
        # Or it would lie over the map as a white sheet, as tables are.
        self.setProperty("role", "unseen")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.viewport().setAutoFillBackground(False)
        self.setAutoFillBackground(False)
        self.setAcceptDrops(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalHeader(_UnseenHeader(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_UnseenHeader(Qt.Orientation.Vertical, self))
        for button in self.findChildren(QAbstractButton):
            # The one in the corner would be seen.
            button.hide()
        self.selectionModel().selectionChanged.connect(self._choose)
        canvas.viewport().installEventFilter(self)
        canvas.shown.laid_out.connect(self._follow_map)
        canvas.zoom_changed.connect(self._place_headers)
        self._cover()
        self.show()

    def follow(self, selection: Selection) -> bool:
        """Have the current cell be what is selected, and tell it. Returns whether it has a place here."""
        ids, cell = selection
        header = self.cells.header_of(ids[-1]) if ids else None
        if header is not None:
            self._notify_focus(*header)
            return True
        index = self.cells.index_of(ids[-1]) if ids else QModelIndex()
        if not ids and cell is not None:
            index = self.cells.index_in(cell)
        if not index.isValid():
            return False
        self._is_following = True
        self.setCurrentIndex(index)
        self._is_following = False
        self._notify_focus(index.row(), index.column())
        return True

    def _notify_focus(self, row: int, column: int) -> None:
        """Say that the focus is at a place; −1 is a header."""
        event = QAccessibleEvent(self, QAccessible.Event.Focus)
        event.setChild((row + 1) * (self.cells.columnCount() + 1) + column + 1)
        QAccessible.updateAccessibility(event)

    def _follow_map(self) -> None:
        self._is_following = True
        self.cells.follow()
        self._is_following = False
        self._place_headers()

    def _choose(self) -> None:
        """Select on the map what a screen reader selected here."""
        if self._is_following:
            return
        indices = self.selectedIndexes()
        held = [id for id in map(self.cells.held_at, indices) if id is not None]
        if indices:
            cell = self.cells.cell_at(indices[-1])
            if held or cell is None:
                self._editor.select(held, cell)
            else:
                self._editor.select_cell(cell)
            self._canvas.show_where_the_cursor_is()

    # Where its cells lie: where they are seen

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        place = self.cells.index(index.row(), index.column())
        if not place.isValid():
            return QRect()
        held = self.cells.held_at(place)
        layout = self._canvas.shown.layout
        cell = self.cells.cell_at(place)
        seen = self._canvas.rectangle_of(held) if held else layout.cell_rectangle(*cell) if cell else None
        if seen is None:
            return QRect()
        area: QRect = self._canvas.mapFromScene(seen).boundingRect()
        return area.translated(-self.viewport().pos())

    def indexAt(self, place: QPoint) -> QModelIndex:
        target = self._canvas.target_at(place + self.viewport().pos())
        index = self.cells.index_of(target.id) if target.id else QModelIndex()
        return self.cells.index_in(target.cell) if target.cell and not index.isValid() else index

    def updateGeometries(self) -> None:
        """Its headers lie over the map's, not beside its cells."""
        self._place_headers()

    def _place_headers(self, *_: object) -> None:
        """Have each header lie where it is seen. (What a signal carries does not matter.)"""
        layout, frozen = self._canvas.shown.layout, self._canvas.frozen()
        origin, scale = frozen.origin, frozen.scale
        across, down = self.horizontalHeader(), self.verticalHeader()
        columns = [(origin.x() + one.x * scale, origin.x() + one.right * scale) for one in layout.columns]
        rows = self._lines_between(origin.y(), scale)
        if isinstance(across, _UnseenHeader) and across.count() == len(columns) > 0:
            top = 0.0 if frozen.top else origin.y() + layout.stages.y * scale
            across.lie(_seen(columns, frozen.left), top, frozen.top or layout.stages_height * scale)
        if isinstance(down, _UnseenHeader) and down.count() == len(rows) > 0:
            left = 0.0 if frozen.left else origin.x()
            down.lie(_seen(rows, frozen.top), left, frozen.left or layout.sizes.section_column * scale)

    def _lines_between(self, origin: float, scale: float) -> list[tuple[float, float]]:
        """From where to where each line's section is seen, in pixels: once, so its first line has it all."""
        rows = {row.section.id: row for row in self._canvas.shown.layout.rows}
        end = self._canvas.shown.layout.legend.y
        ends = [
            (row.bottom if line.position else row.y, row.bottom)
            if (row := rows.get(line.section))
            else (end, end)
            for line in self.cells.lines
            if line.section in rows or line.section == CALL_OUTS
        ]
        return [(origin + top * scale, origin + bottom * scale) for top, bottom in ends]

    def scrollTo(self, *_: object) -> None:
        """Nothing of it is seen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing of it is seen."""

    def moveEvent(self, event: QMoveEvent) -> None:
        """Scrolling the canvas moves what lies in its viewport; this stays over it."""
        self._cover()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return False

    def _cover(self) -> None:
        self.setGeometry(self._canvas.viewport().rect())
        self._place_headers()


class _UnseenHeader(QHeaderView):
    """Qt says of a header's cells that they lie where its sections do."""

    def __init__(self, orientation: Qt.Orientation, table: QTableView) -> None:
        super().__init__(orientation, table)
        self.setObjectName("unseen")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumSectionSize(0)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def lie(self, edges: Sequence[int], start: float, extent: float) -> None:
        """Have its sections lie between edges, and all of them from `start` on across, in pixels."""
        length = edges[-1] - edges[0]
        if self.orientation() == Qt.Orientation.Horizontal:
            self.setGeometry(edges[0], round(start), length, round(extent))
        else:
            self.setGeometry(round(start), edges[0], round(extent), length)
        # The table need not hear of each.
        self.blockSignals(True)
        for section, (first, second) in enumerate(pairwise(edges)):
            self.resizeSection(section, second - first)
        self.blockSignals(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing of it is seen."""


def _seen(ends: Sequence[tuple[float, float]], frozen: float) -> list[int]:
    """The pixels at which things side by side begin, and where the last one ends.

    What lies under `frozen` pixels begins behind them, and has no room where all of it does.
    """
    starts = [max(start, frozen) if frozen else start for start, _ in ends]
    return [round(place) for place in (*starts, max(ends[-1][1], starts[-1]))]
