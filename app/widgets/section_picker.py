"""Choosing which section to insert: all that are ready, with what belongs there, found by typing."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.drawing.sections import kind_of
from app.model.ready_sections import READY_SECTIONS, ReadySection
from app.widgets.glyph_icons import glyph_icon
from app.widgets.overlay import Overlay
from app.widgets.ranking import ROW_HEIGHT, rank

MOST_ROWS = 12


class SectionPicker(Overlay):
    """Calls `insert` with the one that is chosen."""

    def __init__(self, window: QWidget, insert: Callable[[ReadySection], object]) -> None:
        super().__init__(window, width=640)
        self._insert = insert
        self._found: list[ReadySection] = []
        self.query = QLineEdit()
        self.query.setObjectName("query")
        self.query.setPlaceholderText("Which section do you want to insert?")
        self.query.setAccessibleName("Section")
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Sections")
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(18, 18))
        self.list.itemClicked.connect(lambda _: self._choose())
        self.column.addWidget(self.query)
        self.column.addWidget(self.list)
        self.query.textChanged.connect(self._fill)
        self._fill("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._found:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % len(self._found))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _fill(self, query: str) -> None:
        ranked = [
            (worth, index, ready)
            for index, ready in enumerate(READY_SECTIONS)
            if (worth := rank(query, _words(ready))) is not None
        ]
        self._found = [ready for _, _, ready in sorted(ranked)]
        self.list.clear()
        for ready in self._found:
            kind = kind_of(ready.section_kind)
            item = QListWidgetItem(glyph_icon(ready.glyph or kind.glyph), f"{ready.name}    {_about(ready)}")
            item.setToolTip(kind.hint)
            item.setSizeHint(QSize(100, ROW_HEIGHT))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(min(max(len(self._found), 1), MOST_ROWS) * ROW_HEIGHT + 2)
        self._place()

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            chosen = self._found[row]
            self.dismiss()
            self._insert(chosen)


def _about(ready: ReadySection) -> str:
    return ready.hint or kind_of(ready.section_kind).hint


def _words(ready: ReadySection) -> str:
    return f"{ready.name} {ready.hint} {kind_of(ready.section_kind).title}"
