"""Voting before others, as a state of the room: which round it is, and what keys, clicks and clickers do."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.model.analysis.rounds import open_round
from app.model.verbs.rounds import begin_round
from app.widgets.room.clock.room_keys import RoomKeys
from app.widgets.room.clock.ticking import Ticking
from app.widgets.room.voting.hand_buttons import HandButtons, Lead
from app.widgets.room.voting.offer import Offer, offer_of, offer_to_close
from app.widgets.room.voting.view import VotingView
from app.widgets.shell import Shell
from app.workshop.ballots import Ballot, ballots_to_choose, wanted_ballot
from app.workshop.show import Show
from app.workshop.voting import Voting

_CALLS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
}
_PAGES = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BLANKS = (Qt.Key.Key_B, Qt.Key.Key_Period)
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
_ONE_MORE = {"+": 1, "-": -1, "−": -1}

Others = Mapping[Qt.Key, Callable[[], None]]


class VotingState(QObject):
    """Goes on with the open round, or begins one about what is to be voted on."""

    is_edited = True

    def __init__(
        self,
        window: Shell,
        show: Show,
        ticking: Ticking,
        keys: RoomKeys,
        is_entry_seen: Callable[[], bool],
        others: Others,
    ) -> None:
        """`others`: what keys do in every state, as to swap the screens."""
        super().__init__(window.widget)
        self._window, self._show, self._keys, self._others = window, show, keys, others
        self.voting = Voting(window.editor, parent=self)
        self.view = VotingView(window, self.voting, ticking, is_entry_seen)
        self.view.key_pressed.connect(self._take)
        self._buttons: HandButtons | None = None
        """What a vote is led with by mouse, once the pointer was moved."""
        self.view.line_pressed.connect(self._press_line)
        self.view.pointed.connect(self._show_buttons)
        self.voting.closed.connect(self._leave)

    @property
    def widget(self) -> VotingView:
        return self.view

    @property
    def top(self) -> VotingView:
        return self.view

    def begin(self) -> None:
        editor = self._window.editor
        wanted = wanted_ballot(editor.document, editor.map, self._window.workshop.item, editor.selection.ids)
        found = open_round(editor.document)
        if found is None:
            self._begin_with(wanted)
        elif wanted is not None and {one.note for one in found.candidates} != set(wanted.notes):
            self.view.offer = offer_to_close(found, lambda: self._begin_round(wanted), self._go_on)
        self.view.begin()
        self.view.setFocus()

    def end(self) -> None:
        self.view.end()

    def cover(self, is_blank: bool) -> None:
        """Its own widget is black then."""

    def _begin_with(self, wanted: Ballot | None) -> None:
        if wanted is not None and wanted.notes:
            self._begin_round(wanted)
            return
        editor = self._window.editor
        ballots = ballots_to_choose(editor.document, editor.map)
        if len(ballots) == 1:
            self._begin_round(ballots[0])
        else:
            self.view.offer = offer_of(ballots, self._begin_round)

    def _begin_round(self, ballot: Ballot) -> None:
        workshop, editor = self._window.workshop, self._window.editor
        people = workshop.run.people if workshop.run is not None else 0
        self.view.offer = None
        change = begin_round(
            editor.document, ballot.question, ballot.notes, people, ballot.votes_each, workshop.now
        )
        editor.do(change, then=lambda _: self.view.show_again())

    def _go_on(self) -> None:
        self.view.offer = None
        self.view.show_again()

    def _leave(self) -> None:
        """The round is over, or was undone."""
        if self.voting.round is None and self._show.mode == "voting" and self.view.offer is None:
            self._show.show()

    # What presses do

    def _take(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~_PLAIN
        if self._buttons is not None:
            self._buttons.hide()
        if event.matches(QKeySequence.StandardKey.Undo):
            self._window.editor.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._window.editor.redo()
        elif self._keys.take(event):
            return
        elif held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            self._take_plain(key, event.text(), event.isAutoRepeat())

    def _take_plain(self, key: Qt.Key, text: str, is_repeated: bool) -> None:
        offer = self.view.offer
        if key in _CALLS:
            self._call(_CALLS[key])
        elif key in _PAGES:
            self.view.turn_page(_PAGES[key])
        elif key == Qt.Key.Key_Backspace and offer is None:
            self.voting.press_backspace()
        elif is_repeated:
            return
        elif key == Qt.Key.Key_Escape:
            self._show.show()
        elif key in _BLANKS:
            self._show.blank()
        elif key in self._others:
            self._others[key]()
        elif key == Qt.Key.Key_C:
            self._window.workshop.hold()
        elif offer is not None:
            self._answer(offer, key, text)
        else:
            self._count(key, text)

    def _call(self, step: int) -> None:
        if self.view.offer is None:
            self.voting.call(step)
        else:
            self.view.offer = self.view.offer.moved(step)
            self.view.look()

    def _answer(self, offer: Offer, key: Qt.Key, text: str) -> None:
        if key in _ENTERS and offer.choices:
            offer.choices[offer.chosen].take()
        elif text.isascii() and text.isdigit() and 0 < int(text) <= len(offer.choices):
            offer.choices[int(text) - 1].take()

    def _count(self, key: Qt.Key, text: str) -> None:
        if key in _ENTERS:
            self.voting.press_enter()
        elif key == Qt.Key.Key_Space:
            self.voting.press_space()
        elif text in _ONE_MORE:
            self.voting.add(_ONE_MORE[text])
        elif text.isascii() and text.isdigit():
            self.voting.type(text)

    def _show_buttons(self) -> None:
        if self._buttons is None:
            lead = Lead(self._call, self.voting.add, self.voting.press_reveal, self._show.show)
            self._buttons = HandButtons(lead, self.view)
        if self._buttons.isHidden() and self.view.offer is None:
            self._buttons.stand_in(self.view.places.foot)
            self._buttons.show()

    def _press_line(self, number: int) -> None:
        """Choose what is clicked, or call it."""
        offer = self.view.offer
        if offer is not None:
            offer.choices[number - 1].take()
        elif not self.voting.ranks_shown:
            self.voting.call_number(number)
