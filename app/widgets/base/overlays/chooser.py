"""Choosing from a list by typing a few letters: the command palette and the section picker are such lists."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.language.phrases import tr
from app.widgets.base.overlays.overlay import LEAST_ABOVE, Overlay
from app.widgets.base.overlays.ranking import ROW_HEIGHT, rank
from app.widgets.base.plain_text import tip
from app.widgets.base.text_size import scaled

_ROUND_LIST = 76
"""Logical pixels of a card around its list."""


class Choice(NamedTuple):
    """One row: what it shows, the words that find it, the key that does the same, and what it does."""

    text: str
    words: str
    icon: QIcon
    tip: str
    key: str
    run: Callable[[], object]


class Chooser(Overlay):
    """Lists what fits the letters typed, best first. Enter or a click closes it and runs the choice."""

    def __init__(
        self, window: QWidget, choices: Sequence[Choice], asks: str, one: str, width: int, most_rows: int
    ) -> None:
        """`one` is what a choice is called to a screen reader, `asks` what stands in the empty line."""
        super().__init__(window, width=width)
        self._choices = choices
        self._most_rows = most_rows
        self._found: list[Choice] = []
        self.query = QLineEdit()
        self.query.setObjectName("query")
        self.query.setPlaceholderText(asks)
        self.query.setAccessibleName(one)
        self.query.setToolTip(tr("Type a few letters; choose with the arrow keys and press Enter"))
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Choices"))
        self.list.setToolTip(tr("Click to choose"))
        self.list.setUniformItemSizes(True)
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
            (worth, index)
            for index, choice in enumerate(self._choices)
            if (worth := rank(query, choice.words)) is not None
        ]
        self._found = [self._choices[index] for _, index in sorted(ranked)]
        self.list.clear()
        for choice in self._found:
            self._add(choice)
        self.list.setCurrentRow(0)
        room = self._window.height() - 2 * LEAST_ABOVE - scaled(_ROUND_LIST)
        most = max(min(self._most_rows, room // scaled(ROW_HEIGHT)), 1)
        self.list.setFixedHeight(min(max(len(self._found), 1), most) * scaled(ROW_HEIGHT) + 4)
        self._place()

    def _add(self, choice: Choice) -> None:
        item = QListWidgetItem(choice.icon, choice.text)
        item.setToolTip(tip(choice.tip))
        item.setSizeHint(QSize(100, scaled(ROW_HEIGHT)))
        self.list.addItem(item)
        if choice.key:
            self.list.setItemWidget(item, _key_label(choice.key))

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            chosen = self._found[row]
            self.dismiss()
            chosen.run()


def _key_label(key: str) -> QWidget:
    """A key at the right end of a row, through which the mouse reaches the row."""
    label = QLabel(key)
    label.setProperty("role", "key")
    row = QWidget()
    row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    beside = QHBoxLayout(row)
    beside.setContentsMargins(0, 0, 8, 0)
    beside.addStretch()
    beside.addWidget(label)
    return row
