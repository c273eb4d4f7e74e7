"""The records of a workshop: what is planned for the day, how the day went, and what was voted on.

What happened (a run, a reveal) is told by clock times, and nothing takes it back: such records change by
steps of the history that undo passes over (`History.happened`). They name others without mentioning them, as
what they name may be gone, or not be there yet, after an undo.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field

from app.model.records.record import Id, Record
from app.model.records.values import MOST_VOTES, Day, Detail, Moment, NoteColour, Role
from app.model.text import ShortText, Text

ItemKind = Literal["show", "write", "vote", "place", "break"]
"""What is done in an agenda item."""
Lock = Literal["nothing", "layout", "all but the curve", "everything"]
"""What of a map cannot be changed during an agenda item."""
LONGEST_ITEM = 1440
"""Minutes of an agenda item."""
MOST_CANDIDATES = 1_000
MOST_PEOPLE = 10_000
MOST_VOTES_EACH = 100
MOST_ITEMS = 500
"""Agenda items that a run remembers, and stretches of time in it."""

Minutes = Annotated[int, Field(ge=1, le=LONGEST_ITEM)]
MoreMinutes = Annotated[int, Field(ge=-LONGEST_ITEM, le=LONGEST_ITEM)]
People = Annotated[int, Field(ge=0, le=MOST_PEOPLE)]
VotesEach = Annotated[int, Field(ge=1, le=MOST_VOTES_EACH)]


class LitSection(Detail):
    """A section that an agenda item lights: the one of that id, or else all that hold something.

    `holds` is a kind of section or what its notes count as, for a template that knows no sections yet. `name`
    is what a section was called when it was chosen: it is told where it is gone.
    """

    section: Id | None = None
    name: ShortText = ""
    holds: ShortText = ""


class AgendaItem(Record):
    """A part of a workshop as it is planned. None of `sections` and `stages` means all of the map.

    `question` to `candidates` are of a vote: what is asked, and about which notes: those named, else those
    that count as `role`, else those of the lit sections.
    """

    kind = "agenda item"
    mentions = {"map": "map", "stages": "stage", "candidates": "note"}  # noqa: RUF012 - declared in Record

    title: ShortText = ""
    instruction: ShortText = ""
    """What the room is asked to do, in one line."""
    minutes: Minutes = 15
    item_kind: ItemKind = "show"
    map: Id | None = None
    """None means the map that is shown."""
    sections: tuple[LitSection, ...] = ()
    stages: tuple[Id, ...] = ()
    colour: NoteColour | None = None
    """The colour that is armed; none leaves it as it is."""
    lock: Lock = "layout"
    reminder: Text = ""
    """What the presenter alone sees."""
    question: ShortText = ""
    votes_each: VotesEach = 2
    role: Role | None = None
    candidates: Annotated[tuple[Id, ...], Field(max_length=MOST_CANDIDATES)] = ()

    def with_copies(self, copies: Mapping[Id, Id]) -> Self:
        lit = tuple(
            one.model_copy(update={"section": copies.get(one.section, one.section)}) if one.section else one
            for one in self.sections
        )
        return self.changed(sections=lit)


class PlannedItem(Detail):
    """An agenda item as it was when a run came to it: the agenda may be another one later."""

    item: Id
    title: ShortText = ""
    minutes: Minutes = 15
    more: MoreMinutes = 0
    """What was given to it meanwhile, or taken."""


class Stretch(Detail):
    """A time in which an agenda item went on, or was held, by a clock that was not set meanwhile."""

    item: Id
    began: Moment
    ended: Moment | None = None
    is_held: bool = False


class NamedVersion(Detail):
    """A version that was named in a run: its step in the history, and what it is called there."""

    step: Annotated[int, Field(ge=1, le=1 << 62)]
    name: ShortText = ""


class Run(Record):
    """One workshop as it was held. It goes on until it has `ended`, or another one is begun."""

    kind = "run"
    undoable = False

    day: Day
    people: People = 0
    """How many; 0 where nobody said it."""
    names: tuple[ShortText, ...] = ()
    planned: Annotated[tuple[PlannedItem, ...], Field(max_length=MOST_ITEMS)] = ()
    stretches: Annotated[tuple[Stretch, ...], Field(max_length=20 * MOST_ITEMS)] = ()
    versions: Annotated[tuple[NamedVersion, ...], Field(max_length=MOST_ITEMS)] = ()
    ended: Moment | None = None


class Candidate(Detail):
    """What can be voted for, as it was when the round began. Its number is its place among them, from 1."""

    note: Id
    text: Text = ""
    stage: ShortText = ""


class Round(Record):
    """A vote by show of hands. Its hand counts stay closed until it is revealed."""

    kind = "round"

    question: ShortText = ""
    people: People = 0
    votes_each: VotesEach = 2
    candidates: Annotated[tuple[Candidate, ...], Field(max_length=MOST_CANDIDATES)] = ()
    begun: Moment | None = None
    closed: Moment | None = None
    is_chosen: bool = False
    """Whether its counts are shown at its notes, instead of those of newer rounds."""

    def with_copies(self, copies: Mapping[Id, Id]) -> Self:
        candidates = tuple(
            one.model_copy(update={"note": copies.get(one.note, one.note)}) for one in self.candidates
        )
        return self.changed(candidates=candidates)


class HandCount(Record):
    """How many hands were counted for a candidate. Of several, the last one counts."""

    kind = "hand count"
    parents = ("round",)

    round: Id
    number: Annotated[int, Field(ge=1, le=MOST_CANDIDATES)]
    hands: Annotated[int, Field(ge=0, le=MOST_VOTES)] = 0
    at: Moment | None = None


class Reveal(Record):
    """A round's counts were shown to all."""

    kind = "reveal"
    undoable = False

    round: Id
    at: Moment

    def with_copies(self, copies: Mapping[Id, Id]) -> Self:
        return self.changed(round=copies.get(self.round, self.round))
