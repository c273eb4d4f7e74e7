"""A workshop as it is held: its agenda, one item after the other, and the clock.

All of it is in the project: what is here is found there again after a crash. Whoever shows it asks `look`
every second, and paints what it says.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, time

from PySide6.QtCore import QObject, Signal

from app.language.phrases import NOTHING, Phrase, tr
from app.model.analysis.agenda import Lit, lit_on
from app.model.analysis.run_times import last_moment, open_stretch, run_going_on
from app.model.change import Change
from app.model.records import AgendaItem, Id, Run
from app.model.verbs.runs import (
    begin_item,
    begin_run,
    end_run,
    follow_clock,
    give_minutes,
    hold_clock,
    note_version,
    release_clock,
    set_people,
)
from app.session.editor import Editor
from app.workshop.clock import Clock, Ends, Row, clock_at, ends_at, go_on_in_words, rows_at
from app.workshop.clock_watch import ClockWatch, now_here

_SHOWN = frozenset(("agenda item", "run", "section", "stage"))
"""Kinds of records that change what is shown of a workshop."""


class Workshop(QObject):
    """The workshop of a project that goes on, if one does. `changed` is emitted when it is another one."""

    changed = Signal()

    def __init__(
        self,
        editor: Editor,
        now: Callable[[], datetime] = now_here,
        watch: ClockWatch | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor, self._now = editor, now
        self._watch = watch or ClockWatch(now)
        editor.changed.connect(self._follow)
        self._catch_up()

    # What there is to see

    @property
    def run(self) -> Run | None:
        """The workshop that goes on."""
        return run_going_on(self._editor.document)

    @property
    def item(self) -> AgendaItem | None:
        """The agenda item that goes on; none where it left the agenda, or nothing goes on."""
        going_on = open_stretch(self.run) if self.run is not None else None
        found = self._editor.document.find(going_on.item) if going_on is not None else None
        return found if isinstance(found, AgendaItem) else None

    @property
    def number(self) -> int:
        """Which of the agenda's items goes on, from 1; 0 where none does."""
        item = self.item
        return item.position + 1 if item is not None else 0

    @property
    def count(self) -> int:
        """How many items the agenda has."""
        return len(self._editor.document.agenda())

    @property
    def now(self) -> datetime:
        """The time on the clock."""
        return self._now()

    @property
    def next(self) -> AgendaItem | None:
        """The agenda item to come."""
        items = self._editor.document.agenda()
        return items[self.number] if self.number < len(items) else None

    @property
    def map(self) -> Id:
        """The map of the agenda item."""
        item = self.item
        return item.map if item is not None and item.map is not None else self._editor.map

    @property
    def lit(self) -> Lit:
        """The sections that are lit, and the names of those that are gone."""
        item = self.item
        return lit_on(self._editor.document, item, self.map) if item is not None else Lit()

    @property
    def clock(self) -> Clock | None:
        return clock_at(self._editor.document, self.run, self._now()) if self.run is not None else None

    @property
    def rows(self) -> tuple[Row, ...]:
        return rows_at(self._editor.document, self.run, self._now())

    @property
    def ends(self) -> Ends | None:
        return ends_at(self._editor.document, self.run, self._now()) if self.run is not None else None

    @property
    def to_go_on(self) -> Phrase:
        """What is offered where a workshop was going on when the project was left; nothing where none was."""
        item, clock = self.item, self.clock
        return go_on_in_words(item.title, clock.left) if item is not None and clock is not None else NOTHING

    # What presses do

    def begin(self, people: int = 0, names: Sequence[str] = ()) -> None:
        """Begin a workshop with the first item of the agenda. One that goes on is over."""
        self._happened(begin_run(self._editor.document, self._now(), people, names))
        self._name_version(tr("Before the workshop, {time}", time=self._time))
        self.go(1)

    def go(self, step: int) -> None:
        """To the next agenda item (1), naming a version, or back to the previous (−1)."""
        items = self._editor.document.agenda()
        wanted = self.number - 1 + step
        if 0 <= wanted < len(items):
            self.go_to(items[wanted].id, is_on=step > 0)

    def go_to(self, item: Id, is_on: bool = True) -> None:
        """To an agenda item of one's choice."""
        run = self.run
        if run is None:
            return
        if is_on and (left := self.item) is not None:
            self._name_version(tr("After {item}, {time}", item=left.title, time=self._time))
        self._happened(begin_item(self._editor.document, run.id, item, self._now()))
        self.take_up()

    def take_up(self) -> None:
        """Have the window be as the agenda item asks for that goes on: its map, colour and lock."""
        begun = self.item
        if begun is not None and not self._editor.is_for_reading:
            self._editor.lock = begun.lock
            if begun.map is not None:
                self._editor.show_map(begun.map)
            if begun.colour is not None:
                self._editor.choose_note_colour(begun.colour)

    def hold(self) -> None:
        """Hold the clock, or let it go on."""
        run, clock = self.run, self.clock
        if run is not None and clock is not None:
            turn = release_clock if clock.is_held else hold_clock
            self._happened(turn(self._editor.document, run.id, self._now()))

    def give(self, minutes: int) -> None:
        """Minutes more for the agenda item, or less."""
        if self.run is not None:
            self._happened(give_minutes(self._editor.document, self.run.id, minutes))

    def say_who_is_there(self, people: int, names: Sequence[str] = ()) -> None:
        if self.run is not None:
            self._happened(set_people(self._editor.document, self.run.id, people, names))

    def finish(self) -> None:
        """The workshop is over."""
        if self.run is not None:
            title = self.item.title if self.item is not None else tr("the workshop")
            self._name_version(tr("After {item}, {time}", item=title, time=self._time))
            self._happened(end_run(self._editor.document, self.run.id, self._now()))
            self._editor.lock = "nothing"

    def look(self) -> None:
        """Follow the clock of the computer where it was set."""
        by = self._watch.look()
        if by and self.run is not None:
            self._happened(follow_clock(self._editor.document, self.run.id, self._now(), by))

    # How it is done

    @property
    def _time(self) -> time:
        return self._now().astimezone().time()

    def _name_version(self, name: str) -> None:
        """Name a version: "After Pain points, 14:38"; the first is what the minutes tell changes from."""
        step = self._editor.name_moment(name) if self.run is not None else None
        if step is not None and self.run is not None:
            self._happened(note_version(self._editor.document, self.run.id, step.number, str(step.label)))

    def _catch_up(self) -> None:
        """A clock that was set back while the project was closed: go on from where it is now."""
        run = self.run
        last = last_moment(run) if run is not None else None
        if run is not None and last is not None and self._now() < last:
            by = self._now() - last
            self._happened(follow_clock(self._editor.document, run.id, self._now(), by))

    def _happened(self, change: Change) -> None:
        self._editor.happened(change)

    def _follow(self, change: Change) -> None:
        if any(edit.record.kind in _SHOWN for edit in change):
            self.changed.emit()
