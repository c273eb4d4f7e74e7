"""The records that stand in the cells of a map, and what relates them."""

from typing import Annotated

from pydantic import Field

from app.model.records.record import Id, Record
from app.model.records.values import (
    MOST_CHANNELS,
    MOST_VOTES,
    Day,
    Effort,
    Evidence,
    Impact,
    NoteColour,
    Process,
    Share,
    Shift,
    Status,
    Trend,
    Value,
)
from app.model.text import ShortText, Text


class InCell(Record):
    """What notes and entries have in common: they stand in a cell in their order, each with a text."""

    parents = ("section", "stage")

    section: Id
    stage: Id
    text: Text = ""


class Note(InCell):
    """A sticky note in a cell. A note without text may exist; a picture stands above the text."""

    kind = "note"
    mentions = {"persona": "persona", "picture": "picture"}  # noqa: RUF012 - declared in Record

    colour: NoteColour = "yellow"
    description: Text = ""
    persona: Id | None = None
    moment_of_truth: bool = False
    evidence: Evidence | None = None
    source: ShortText = ""
    method: ShortText = ""
    """How the evidence was found: interviews, a survey …"""
    evidence_date: Day | None = None
    impact: Impact | None = None
    owner: ShortText = ""
    team: ShortText = ""
    effort: Effort | None = None
    status: Status | None = None
    due: Day | None = None
    votes: Annotated[int, Field(ge=0, le=MOST_VOTES)] = 0
    tags: tuple[ShortText, ...] = ()
    link: ShortText = ""
    picture: Id | None = None
    emphasis: bool = False
    """Whether it is to be seen first among its neighbours."""
    impact_at: Share | None = None
    effort_at: Share | None = None
    """Where it was placed between little and much of either. It counts within the third of `impact` and
    `effort`: their words rule."""
    decided: bool = False
    """Whether it was decided to do this."""


class EmotionPoint(Record):
    """How the customer feels: `value` −5 … +5, `at` 0 … 1 from the left edge of its stage.

    `quote_x` and `quote_y` say where the quote's middle lies from the point, in map units, where it was moved
    by hand; none means that it finds a free place.
    """

    kind = "emotion point"
    parents = ("section", "stage")
    mentions = {"persona": "persona"}  # noqa: RUF012 - a class variable, declared in Record

    section: Id
    stage: Id
    at: Annotated[float, Field(ge=0, le=1)] = 0.5
    value: Value = 0.0
    quote: Text = ""
    persona: Id | None = None
    emotion: ShortText = ""
    quote_x: Shift | None = None
    quote_y: Shift | None = None


class Entry(InCell):
    """What stands in a cell of a section that holds neither notes nor emotions.

    One type for all such kinds: each draws the fields that it knows and leaves the others as they are, so an
    entry outlives a change of its section's kind, and also a kind that only a newer version knows.

    `text` is a paragraph; a picture's caption; the name of a metric; a document's title; what a persona does.
    """

    kind = "entry"
    mentions = {"picture": "picture", "persona": "persona"}  # noqa: RUF012 - declared in Record

    picture: Id | None = None
    persona: Id | None = None
    process: Process | None = None
    channels: Annotated[tuple[ShortText, ...], Field(max_length=MOST_CHANNELS)] = ()
    value: float | None = None
    unit: ShortText = ""
    target: float | None = None
    trend: Trend | None = None
    address: ShortText = ""
    document_kind: ShortText = ""


class Relation(Record):
    """Leads from a note to another: from a pain point to the opportunity in it, from there to the action."""

    kind = "relation"
    mentions = {"from_note": "note", "to_note": "note"}  # noqa: RUF012 - declared in Record

    from_note: Id
    to_note: Id
