"""The page of the action register: what is to be done, typed, sorted and filtered in place of the map."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from app.language.phrases import tr, tr_context
from app.model.records import Id
from app.pages.deliverables.sheet_options import RegisterOptions
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.buttons import action_button
from app.widgets.base.text_size import scaled
from app.widgets.clipboard.copying import copy_rows
from app.widgets.pages.live_page import LivePage
from app.widgets.pages.register.lines import Line, lines_of, table_of, whose_votes
from app.widgets.pages.register.table import RegisterTable
from app.widgets.pages.register.typed_cells import Refused, change_of
from app.widgets.shell import Shell
from app.widgets.tables.preview.pieces import quiet

_ROOM_FOR_WORDS, _ROOM_FOR_BUTTONS = 760, 560
"""Logical pixels at 100 % under which nothing is counted, and under which buttons are in the menus alone."""


class RegisterPage(LivePage):
    """The actions of the map that is shown."""

    def __init__(self, window: Shell) -> None:
        super().__init__(tr("Action register"), window)
        self._lines: list[Line] = []
        self.table = RegisterTable()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr_context("verb", "Filter"))
        self.filter.setAccessibleName(tr("Filter by words"))
        self.filter.setToolTip(tr("Show the actions in which these words stand"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(scaled(240))
        self.count, self.votes = quiet(""), quiet("")
        self._empty = QLabel(tr("The map’s opportunities and actions are listed here once there are some."))
        self._empty.setProperty("role", "quiet")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        actions = window.actions_by_name
        self._buttons = (
            action_button(actions["view.show_on_map"], style="both"),
            action_button(actions["file.print"], style="both", role="outlined"),
        )
        self._assemble()
        set_focus_proxy(self, self.table)
        self.filter.textChanged.connect(self._filter)
        self.table.picked.connect(self.pick)
        self.table.typed.connect(self._take)
        self.table.copied.connect(self._copy)

    @property
    def printed(self) -> RegisterOptions:
        return RegisterOptions(map=self.editor.map)

    def read(self) -> None:
        """Make the register of the map that is shown."""
        lines = lines_of(self.editor.document, self.editor.map)
        self._lines = lines
        self._empty.setVisible(not lines)
        self.table.setVisible(bool(lines))
        self.table.show_lines(lines)
        self.votes.setText(whose_votes(lines))
        self._say_count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for words in (self.count, self.votes):
            words.setVisible(self.width() >= scaled(_ROOM_FOR_WORDS))
        for button in self._buttons:
            button.setVisible(self.width() >= scaled(_ROOM_FOR_BUTTONS))

    def _assemble(self) -> None:
        self.tools.addWidget(self.filter, 100)
        self.tools.addWidget(self.count)
        self.tools.addStretch(1)
        self.tools.addWidget(self.votes)
        for button in self._buttons:
            self.tools.addWidget(button)
        self.column.addWidget(self._empty, 1)
        self.column.addWidget(self.table, 1)

    def _filter(self, words: str) -> None:
        self.table.filter_by(words)
        self._say_count()

    def _say_count(self) -> None:
        count, shown = len(self._lines), self.table.shown
        self.count.setText(tr("{shown} of {count}", shown=shown, count=count) if shown < count else "")

    def _take(self, note: Id, field: str, typed: str | None) -> None:
        """Make what was typed a step, as on the map."""
        document = self.editor.document
        if note not in document:
            return
        try:
            self.editor.do(change_of(document, note, field, typed))
        except Refused as refused:
            self.window_around.show_message(str(refused))
        self.read_now()

    def _copy(self) -> None:
        """Copy the rows that are selected, or all that are seen."""
        wanted = self.table.chosen or self.table.in_order
        lines = {line.id: line for line in self._lines}
        copy_rows(table_of([lines[id] for id in wanted if id in lines]))
