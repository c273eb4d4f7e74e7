"""The page of the rounds of votes: what came of each, and which one is shown at the notes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
)

from app.language.phrases import Phrase, phrase, tr
from app.model.analysis.rounds_listed import ListedRound, listed_rounds
from app.model.records import Id
from app.model.verbs.editing import delete
from app.model.verbs.rounds import choose_round
from app.model.verbs.runs import reveal
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.plain_text import tip
from app.widgets.base.row_tables import dress_as_rows
from app.widgets.pages.live_page import LivePage
from app.widgets.shell import Shell

_HEADINGS: tuple[Phrase, ...] = (
    phrase("Question"),
    phrase("People"),
    phrase("When"),
    phrase("Result"),
    phrase("At the notes"),
)
_RESULT = 3
_ID = Qt.ItemDataRole.UserRole


class RoundsPage(LivePage):
    """The rounds as a table, the newest first."""

    def __init__(self, window: Shell) -> None:
        super().__init__(tr("Rounds of votes"), window)
        self._shown: tuple[ListedRound, ...] | None = None
        self.table = QTableWidget(0, len(_HEADINGS))
        self._dress_table()
        self.choose = self._button(tr("Show this one at the notes"), self._choose)
        self.choose.setCheckable(True)
        self.choose.setToolTip(tr("Instead of the newest round that was revealed"))
        self.reveal = self._button(tr("Reveal"), self._reveal)
        self.reveal.setToolTip(
            tr("Show its counts at the notes and in the minutes; nothing hides them again")
        )
        self.remove = self._button(tr("Delete"), self._remove)
        self.remove.setToolTip(tr("Delete the round with its counts; undo brings it back"))
        self.empty = QLabel(tr("No round was held yet. While the map is presented, V begins one."))
        self.empty.setProperty("role", "quiet")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.tools.addStretch(1)
        for button in (self.choose, self.reveal, self.remove):
            self.tools.addWidget(button)
        self.column.addWidget(self.empty)
        self.column.addWidget(self.table, 1)
        set_focus_proxy(self, self.table)
        self.table.itemSelectionChanged.connect(self._follow)

    def read(self) -> None:
        shown = listed_rounds(self.editor.document)
        if shown != self._shown:
            self._shown = shown
            chosen = self._id
            self.table.setRowCount(len(shown))
            for row, one in enumerate(shown):
                self._fill(row, one)
            row = next((row for row, one in enumerate(shown) if one.id == chosen), 0)
            self.table.setCurrentCell(row, 0)
        self.empty.setVisible(not shown)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete) and self.remove.isEnabled():
            self._remove()
        else:
            super().keyPressEvent(event)

    @property
    def _round(self) -> ListedRound | None:
        row = self.table.currentRow()
        return self._shown[row] if self._shown and 0 <= row < len(self._shown) else None

    @property
    def _id(self) -> Id | None:
        item = self.table.item(self.table.currentRow(), 0)
        return item.data(_ID) if item is not None else None

    def _fill(self, row: int, one: ListedRound) -> None:
        state = tr("open") if one.is_open else ""
        result = " · ".join(filter(None, (str(one.result), state)))
        texts = (one.question, str(one.people), one.when, result, tr("shown") if one.is_chosen else "")
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(tip(text))
            item.setData(_ID, one.id)
            item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            self.table.setItem(row, column, item)

    def _follow(self) -> None:
        """What can be done with the round that is selected."""
        one, can_edit = self._round, not self.editor.read_only
        self.choose.setEnabled(can_edit and one is not None and one.is_revealed)
        self.choose.setChecked(one is not None and one.is_chosen)
        self.reveal.setEnabled(can_edit and one is not None and not one.is_revealed)
        self.remove.setEnabled(can_edit and one is not None)

    def _choose(self) -> None:
        if (one := self._round) is not None:
            change = choose_round(self.editor.document, one.id, not one.is_chosen)
            self.editor.do(change, then=lambda _: self.read_now())

    def _reveal(self) -> None:
        if (one := self._round) is not None:
            self.editor.happened(reveal(self.editor.document, one.id, self.window_around.workshop.now))
            self.read_now()

    def _remove(self) -> None:
        if (one := self._round) is not None:
            self.editor.do(delete(self.editor.document, [one.id]), then=lambda _: self._say_deleted())

    def _say_deleted(self) -> None:
        self.read_now()
        self.window_around.show_message(tr("The round was deleted."), offer_undo=True)

    def _button(self, words: str, do: object) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setAccessibleName(words)
        button.setProperty("role", "outlined")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(do)
        return button

    def _dress_table(self) -> None:
        table = self.table
        table.setObjectName("register")
        table.setAccessibleName(tr("Rounds of votes"))
        table.setToolTip(tr("What came of each round; Delete takes the selected one away"))
        table.setHorizontalHeaderLabels([str(heading) for heading in _HEADINGS])
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        dress_as_rows(table, widest=_RESULT)
