"""The page of the agenda: its items as a list, with how long all of it takes, and what can be done with them.

The form of an item is the inspector's, which stands beside the page as it stands beside the map.
"""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.formats.template_agendas import OFFERED_AGENDAS, OfferedAgenda
from app.language.phrases import phrase, tr
from app.model.analysis.agenda import length_in_words
from app.model.change import Change
from app.model.labels import records_label
from app.model.nouns import counted
from app.model.records import AgendaItem, Id
from app.model.verbs.agenda import add_items, use_agenda
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.buttons import action_button
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.page import Page
from app.widgets.base.text_size import scaled
from app.widgets.clipboard.agenda_data import copied_items
from app.widgets.pages.agenda.agenda_list import AgendaList
from app.widgets.pages.agenda.beginning import Beginning
from app.widgets.shell import Shell
from app.workshop.clock import ends_in_words

_SMALL = ("workshop.add_item", "edit.duplicate", "workshop.move_up", "workshop.move_down", "edit.delete")
_ROOM_FOR_ALL, _ROOM_FOR_NEEDED = 720, 420
"""Logical pixels at 100 % under which only the most needed buttons are shown; the menus have the others."""
_LOOK_AGAIN = 20_000
"""Milliseconds after which the end is told anew."""
_WIDEST = 860
"""Logical pixels at 100 % of the list."""


class AgendaPage(Page):
    """The agenda of the project."""

    def __init__(self, window: Shell) -> None:
        super().__init__(tr("Agenda"))
        self._window, self._editor = window, window.editor
        actions = window.actions_by_name
        self.list = AgendaList(window.editor, actions)
        self.beginning = Beginning()
        self.total = QLabel()
        self._buttons = {name: action_button(actions[name]) for name in _SMALL}
        self.agendas = QToolButton()
        self.begin_button = action_button(actions["workshop.begin"], style="both", role="outlined")
        self._stack = QStackedWidget()
        self._timer = QTimer(self, interval=_LOOK_AGAIN)
        self._timer.timeout.connect(self._say_total)
        self._assemble()
        set_focus_proxy(self, self.list)
        self.beginning.typed.connect(self.type_item)
        self.beginning.chosen.connect(self.use)
        editor = window.editor
        editor.changed.connect(self._follow)
        editor.selection_changed.connect(self._follow_selection)
        editor.map_changed.connect(self.leave)
        window.workshop.changed.connect(self._say_total)

    def begin(self) -> None:
        self._editor.select_cell(None)
        self.show_items()
        self._timer.start()

    def open(self, id: Id | None = None) -> None:
        """Show an item, ready to go on with it. Whoever opens the page puts it in the map's place."""
        items = self._editor.document.agenda()
        run = self._window.workshop.item
        at = id or (run.id if run is not None else items[0].id if items else None)
        if at is not None:
            self._editor.select([at])

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing of it stays selected: what is done next is done to the map, also before others."""
        super().hideEvent(event)
        if not event.spontaneous() and self._editor.selected.any_of((AgendaItem,)):
            self._editor.select_cell(None)

    def show_items(self) -> None:
        """List the agenda as it is now; where it is empty, say how to begin."""
        self.list.fill()
        self._show_part()
        self._say_total()

    def type_item(self, index: int | None = None) -> None:
        """Have a new item typed, behind what is selected or at a place."""
        self._stack.setCurrentWidget(self._listed)
        selected = self._editor.selected.of(AgendaItem)
        behind = max((item.position + 1 for item in selected), default=self.list.count())
        self.list.type_next(behind if index is None else index)

    def use(self, offered: OfferedAgenda, *_: object) -> None:
        """Put another agenda in the place of this one."""

        def show(change: Change) -> None:
            self.open()
            self.list.setFocus()
            if len([edit for edit in change if edit.after is None]):
                self._window.show_message(tr("Another agenda is used."), offer_undo=True)

        self._editor.do(use_agenda(self._editor.document, offered.items), then=show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for name, button in self._buttons.items():
            needed = _ROOM_FOR_NEEDED if name in ("workshop.add_item", "edit.delete") else _ROOM_FOR_ALL
            button.setVisible(self.width() >= scaled(needed))
        self.begin_button.setVisible(self.width() >= scaled(_ROOM_FOR_NEEDED))
        self.agendas.setVisible(self.width() >= scaled(_ROOM_FOR_ALL))
        super().resizeEvent(event)

    def _follow(self, change: Change) -> None:
        if self.is_open and any(edit.record.kind in (AgendaItem.kind, "legend entry") for edit in change):
            self.show_items()

    def _follow_selection(self) -> None:
        """Leave where anything else is selected."""
        if not self.is_open:
            return
        records = self._editor.selected.records
        if records and not all(isinstance(record, AgendaItem) for record in records):
            chosen_in = QApplication.focusWidget()
            self.leave()
            if chosen_in is not None and not self.isAncestorOf(chosen_in):
                # Who goes through a list beside the page by keys goes on there.
                chosen_in.setFocus()
        else:
            self.list.mark()

    def _show_part(self) -> None:
        has_items = bool(self.list.count())
        self._stack.setCurrentWidget(self._listed if has_items else self.beginning)
        set_focus_proxy(self, self.list if has_items else self.beginning.first)

    def _say_total(self) -> None:
        if not self.is_open:
            self._timer.stop()
            return
        items, ends = self._editor.document.agenda(), self._window.workshop.ends
        if ends is not None:
            self.total.setText(str(ends_in_words(ends)))
            return
        minutes = sum(item.minutes for item in items)
        end = (datetime.now().astimezone() + timedelta(minutes=minutes)).time()
        said = phrase(
            "{items} · {length} · begun now, it ends at {time}",
            items=counted(AgendaItem.kind, len(items)),
            length=length_in_words(minutes),
            time=end,
        )
        self.total.setText(str(said) if items else "")

    def _assemble(self) -> None:
        for button in self._buttons.values():
            self.tools.addWidget(button)
        self.tools.addStretch(1)
        self.agendas.setText(tr("Use another agenda"))
        self.agendas.setAccessibleName(tr("Use another agenda"))
        self.agendas.setToolTip(tr("Put an agenda of a template in the place of this one"))
        self.agendas.setIcon(icon("clipboard-list"))
        self.agendas.setIconSize(icon_size())
        self.agendas.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.agendas.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.agendas.setEnabled(not self._editor.read_only)
        menu = QMenu(self.agendas)
        for offered in OFFERED_AGENDAS:
            words = str(offered.words).replace("&", "&&")
            menu.addAction(words).triggered.connect(partial(self.use, offered))
        self.agendas.setMenu(menu)
        self.tools.addWidget(self.agendas)
        self.tools.addWidget(self.begin_button)
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(*(scaled(side) for side in (24, 18, 24, 18)))
        self.list.setMaximumWidth(scaled(_WIDEST))
        head = QLabel(tr("Agenda"))
        head.setProperty("role", "page-heading")
        self.total.setProperty("role", "quiet")
        self.total.setWordWrap(True)
        column.addWidget(head)
        column.addWidget(self.total)
        column.addSpacing(scaled(8))
        column.addWidget(self.list, 1)
        self._stack.addWidget(self._listed)
        self._stack.addWidget(self.beginning)
        self.column.addWidget(self._stack, 1)


def paste_items(window: Shell) -> None:
    """Put what is on the clipboard behind what is selected of the agenda, and show it there."""
    editor = window.editor
    items = copied_items(editor.document, editor.map)
    if not items:
        window.show_message(tr("There is nothing on the clipboard that an agenda can use."))
        return
    selected = editor.selected.of(AgendaItem)
    index = max((item.position + 1 for item in selected), default=None)

    def show(_: Change) -> None:
        window.show_page(AgendaPage)
        editor.select([item.id for item in items])

    change = add_items(editor.document, items, index)
    editor.do(Change(records_label("paste", items), change.edits), then=show)
