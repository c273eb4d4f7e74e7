"""A round of votes as it is held: which number is called, what is typed, and how far it is revealed.

What is counted goes into the project at once, each count as a step; here is only what would not be missed
after a crash. Whoever shows it decides nothing: it paints `line`, `called`, `message` and `shown_ranks`.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.language.phrases import NOTHING, Phrase, phrase, phrase_plural
from app.model.analysis.rounds import (
    Ranked,
    from_the_lowest,
    hands_given,
    hands_of,
    hands_there,
    next_number,
    open_round,
    ranking,
    revealed,
)
from app.model.change import Change
from app.model.records import MOST_VOTES, Id, Round
from app.model.verbs.rounds import close_round, count_hands, take_back_count
from app.model.verbs.runs import reveal
from app.session.editor import Editor
from app.workshop.clock_watch import now_here
from app.workshop.entry_line import Entry, entry_of, typed

SPACE_AGAIN = phrase("Space again reveals")


class Voting(QObject):
    """The open round of a project. `changed` is emitted whenever something else is to be shown."""

    changed = Signal()
    closed = Signal()
    """The round is over."""

    def __init__(
        self, editor: Editor, now: Callable[[], datetime] = now_here, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._editor, self._now = editor, now
        self.line = ""
        self.message: Phrase = NOTHING
        """What the presenter is told beside the line."""
        self.ranks_shown = 0
        """How many ranks are revealed so far, from the lowest up."""
        self._asked: Entry | None = None
        """What was said to be more hands than people: entered again it is kept."""
        self._is_asked_to_reveal = False
        self.called: int | None = None
        """The number for which hands are up."""
        self._round: Id | None = None
        self._take_up()
        editor.changed.connect(self._follow)

    # What there is to see

    @property
    def round(self) -> Round | None:
        """The open round, which may have been undone."""
        found = self._editor.document.find(self._round) if self._round is not None else None
        return found if isinstance(found, Round) and found.closed is None else None

    @property
    def is_revealed(self) -> bool:
        return self._round is not None and self._round in revealed(self._editor.document)

    @property
    def counted(self) -> int:
        """How many candidates were counted."""
        return len(hands_of(self._editor.document, self._round)) if self._round is not None else 0

    @property
    def ranks(self) -> tuple[tuple[Ranked, ...], ...]:
        """The ranks from the lowest up, those that share one together."""
        round = self.round
        return from_the_lowest(ranking(self._editor.document, round)) if round is not None else ()

    @property
    def shown_ranks(self) -> tuple[tuple[Ranked, ...], ...]:
        return self.ranks[: self.ranks_shown] if self.ranks_shown else ()

    @property
    def entry(self) -> Entry | None:
        """What the line says."""
        return entry_of(self.line, self.called)

    @property
    def closed_line(self) -> str:
        """The line as all may see it: a number that is called stands there, hands as a dot a digit."""
        number, space, hands = self.line.partition(" ")
        return f"{number} {_closed(hands)}" if space else _closed(number)

    @property
    def doubt(self) -> Phrase:
        """What the presenter is told of the total before it is revealed: it blocks nothing."""
        round = self.round
        there = hands_there(round) if round is not None else 0
        given = hands_given(self._editor.document, round.id) if round is not None else 0
        if not there or given == there or (given < there and self._are_some_uncounted(round)):
            return NOTHING
        if given > there:
            return phrase("{given} hands, but there are only {there}.", given=given, there=there)
        return phrase("{given} hands of {there}: not everybody gave all votes.", given=given, there=there)

    # What presses do

    def type(self, letter: str) -> None:
        """A digit, or the space that parts two numbers. A space on an empty line is `press_space`."""
        self.line = typed(self.line, letter)
        self._forget()

    def press_space(self) -> None:
        """Part two numbers; on an empty line, twice, reveal; then show all ranks; then close the round."""
        if self.line:
            self.type(" ")
        elif self.is_revealed and self.ranks_shown:
            if self.ranks_shown < len(self.ranks):
                self.ranks_shown = len(self.ranks)
                self.changed.emit()
            else:
                self.close()
        elif self._is_asked_to_reveal or self.is_revealed:
            self._reveal()
        else:
            self._forget()
            self._is_asked_to_reveal, self.message = True, SPACE_AGAIN
            self.changed.emit()

    def press_reveal(self) -> None:
        """Space, whatever is typed."""
        self.line = ""
        self.press_space()

    def press_enter(self) -> None:
        """Count what the line says, and call the next."""
        entry, round = self.entry, self.round
        if round is None or not self.line.strip():
            return
        if entry is None:
            self._say(phrase("All are counted: type a number and its hands."))
        elif not 1 <= entry.number <= len(round.candidates):
            self._say(phrase("There is no number {number}.", number=entry.number))
        elif 0 < round.people < entry.hands and entry != self._asked:
            self._asked = entry
            self._say(
                phrase(
                    "{hands} hands, {people} people. Enter again keeps it",
                    hands=entry.hands,
                    people=round.people,
                )
            )
        else:
            self._count(round, entry)

    def press_backspace(self) -> None:
        """The last digit goes; on an empty line the last count."""
        if self.line:
            self.line = self.line[:-1]
            self._forget()
            return
        round = self.round
        counts = self._editor.document.hand_counts(round.id) if round is not None else ()
        if counts:
            self.called = counts[-1].number
            self._do(take_back_count(self._editor.document, counts[-1].round))
            self._forget()

    def add(self, hands: int) -> None:
        """One hand more for what is called, or one less."""
        round = self.round
        if round is not None and self.called is not None:
            now = hands_of(self._editor.document, round.id).get(self.called, 0)
            wanted = min(max(now + hands, 0), MOST_VOTES)
            if wanted != now:
                self._do(count_hands(self._editor.document, round.id, self.called, wanted, self._now()))
            self._forget()

    def call(self, step: int) -> None:
        """Call the next number, or the previous one; revealing, one rank more or less."""
        round = self.round
        if round is None or not round.candidates:
            return
        if self.ranks_shown:
            self.ranks_shown = min(max(self.ranks_shown + step, 1), len(self.ranks))
        else:
            most = len(round.candidates)
            self.called = ((self.called or (0 if step > 0 else 1)) - 1 + step) % most + 1
            self.line = ""
        self._forget()

    def call_number(self, number: int) -> None:
        """Call a number of one's choice, while none is revealed."""
        round = self.round
        if round is not None and not self.ranks_shown and 1 <= number <= len(round.candidates):
            self.called, self.line = number, ""
            self._forget()

    def close(self) -> None:
        """End the round. Its counts stay as they are, revealed or not."""
        if self.round is not None:
            self._do(close_round(self._editor.document, self.round.id, self._now()))

    # How it is done

    def _count(self, round: Round, entry: Entry) -> None:
        hands = min(entry.hands, MOST_VOTES)
        self._do(count_hands(self._editor.document, round.id, entry.number, hands, self._now()))
        self.line = ""
        if entry.number == self.called:
            self.called = next_number(self._editor.document, round, entry.number)
        self._forget()

    def _reveal(self) -> None:
        if self.round is not None and self._editor.happened(
            reveal(self._editor.document, self.round.id, self._now())
        ):
            self.ranks_shown = 1
        self._forget()

    def _do(self, change: Change) -> None:
        self._editor.do(change)

    def _are_some_uncounted(self, round: Round | None) -> bool:
        return round is not None and next_number(self._editor.document, round) is not None

    def _say(self, sentence: Phrase) -> None:
        self.message, self._is_asked_to_reveal = sentence, False
        self.changed.emit()

    def _forget(self) -> None:
        """What was asked is not asked any more once something else is pressed."""
        self.message, self._asked, self._is_asked_to_reveal = NOTHING, None, False
        self.changed.emit()

    def _take_up(self) -> None:
        """Go on with the round that is open, as after a crash."""
        found = open_round(self._editor.document)
        self._round = found.id if found is not None else None
        self.called = next_number(self._editor.document, found) if found is not None else None
        self.line, self.ranks_shown = "", 0

    def _follow(self, change: Change) -> None:
        """A round was begun, closed or undone, or a count."""
        if not any(edit.record.kind in ("round", "hand count", "note", "reveal") for edit in change):
            return
        was = self._round
        found = open_round(self._editor.document)
        if (found.id if found is not None else None) != was:
            self._take_up()
            self._forget()
            if was is not None:
                self.closed.emit()
        else:
            self.changed.emit()


def _closed(digits: str) -> str:
    return "•" * len(digits)


def counted_in_words(voting: Voting) -> Phrase:
    """ "6 of 9 counted"."""
    round = voting.round
    return phrase(
        "{counted} of {candidates} counted",
        counted=voting.counted,
        candidates=len(round.candidates) if round is not None else 0,
    )


def close_first(round: Round) -> Phrase:
    """What is asked where a second round is to begin."""
    return phrase_plural(
        "A round about {count} note is open. Close it and begin another?",
        "A round about {count} notes is open. Close it and begin another?",
        len(round.candidates),
    )
