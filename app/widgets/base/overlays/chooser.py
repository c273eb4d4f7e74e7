"""Choosing from a list by typing a few letters: the command palette and the section picker are such lists."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.language.phrases import tr
from app.language.words import quoted
from app.widgets.base.overlays.choice_rows import Choice as Choice
from app.widgets.base.overlays.choice_rows import ChoiceRows, spoken
from app.widgets.base.overlays.overlay import LEAST_ABOVE, Overlay
from app.widgets.base.overlays.ranking import ROW_HEIGHT, rank
from app.widgets.base.plain_text import tip
from app.widgets.base.text_size import scaled

_ROUND_LIST = 76
"""Logical pixels of a card around its list."""
_ALIKE, _MOST_NEAR = 0.7, 4
"""How like a word must be to be near, and how many are offered."""


class Chooser(Overlay):
    """Lists what fits the letters typed, best first. Enter or a click closes it and runs the choice."""

    def __init__(
        self, window: QWidget, choices: Sequence[Choice], asks: str, one: str, width: int, most_rows: int
    ) -> None:
        """A choice that cannot be done now stays in the list and says why.

        `one` is what a choice is called to a screen reader, `asks` what stands in the empty line.
        """
        super().__init__(window, width=width)
        self._choices = choices
        self._most_rows = most_rows
        self.found: list[Choice] = []
        """What is listed."""
        self.query = QLineEdit()
        self.query.setObjectName("query")
        self.query.setPlaceholderText(asks)
        self.query.setAccessibleName(one)
        self.query.setToolTip(tr("Type a few letters; choose with the arrow keys and press Enter"))
        self.nothing = QLabel(wordWrap=True)
        """What is said where nothing is called so."""
        self.nothing.hide()
        self.list = QListWidget()
        self._rows = ChoiceRows(lambda row: self.found[row])
        self.list.setItemDelegate(self._rows)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Choices"))
        self.list.setToolTip(tr("Click to choose"))
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(lambda _: self._choose())
        self.column.addWidget(self.query)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.list)
        self.query.textChanged.connect(self._fill)
        self._fill("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.found:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % len(self.found))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    def beyond(self, query: str) -> Sequence[Choice]:
        """What else may be meant where nothing is called so."""
        return ()

    def _fill(self, query: str) -> None:
        ranked = [
            (worth, bool(choice.why_not), index)
            for index, choice in enumerate(self._choices)
            if (worth := rank(query, choice.words)) is not None
        ]
        self.found = [self._choices[index] for _, _, index in sorted(ranked)]
        self.nothing.setVisible(not self.found)
        if not self.found:
            self.found = [*self._nearest(query), *self.beyond(query)]
            near = tr("Nothing is called {words}. Near to it:", words=quoted(query.strip()))
            self.nothing.setText(
                near if self.found else tr("Nothing is called {words}.", words=quoted(query))
            )
        self.list.clear()
        for choice in self.found:
            self._add(choice)
        self.list.setCurrentRow(0)
        room = self._window.height() - 2 * LEAST_ABOVE - scaled(_ROUND_LIST)
        most = max(min(self._most_rows, room // scaled(ROW_HEIGHT)), 1)
        self.list.setFixedHeight(min(max(len(self.found), 1), most) * scaled(ROW_HEIGHT) + 4)
        self._place()

    def _nearest(self, query: str) -> list[Choice]:
        """The choices with a word that is most like what was typed, as with a letter mistyped."""
        alike = [(_likeness(query.casefold(), choice.words.casefold()), choice) for choice in self._choices]
        near = sorted((one for one in alike if one[0] >= _ALIKE), key=lambda one: -one[0])
        return [choice for _, choice in near[:_MOST_NEAR]]

    def _add(self, choice: Choice) -> None:
        item = QListWidgetItem(choice.icon, choice.text)
        item.setToolTip(tip(choice.tip))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(choice))
        self.list.addItem(item)

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.found):
            chosen = self.found[row]
            if chosen.why_not:
                return
            self.dismiss()
            chosen.run()


def _likeness(query: str, words: str) -> float:
    """How much a word among some is like what was typed, 0 … 1."""
    return max((SequenceMatcher(None, query, word).ratio() for word in words.split()), default=0.0)
