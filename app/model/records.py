"""The records that a project is made of: frozen, validated, each with an id that is unique in its project.

A record stands at a `position` in its *place*: among the siblings that share its parents (the notes of a
cell, the stages of a map, the maps of the project). Positions run 0, 1, 2 … without gaps.
"""

import secrets
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.model.text import Line, Text

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
Position = Annotated[int, Field(ge=0, le=1_000_000)]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-F]{6}$")]
"""A persona's colour, as #RRGGBB."""

NoteColour = Literal["yellow", "blue", "violet", "pink", "green", "orange", "teal", "grey"]
MapType = Literal["current state", "future state", "day in the life", "service blueprint"]
Evidence = Literal["assumption", "some evidence", "validated"]
Impact = Literal["trivial", "work-around", "abandon"]
Effort = Literal["small", "medium", "large"]

LOWEST, HIGHEST = -5.0, 5.0
"""The ends of the emotional scale."""

Place = tuple[str, ...]
"""Which siblings a record stands among: the name of its kind, then the ids of its parents."""

_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"


def new_id() -> Id:
    """A fresh id: 60 random bits, without letters that are easily confused."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(12))


class Record(BaseModel):
    """A part of a project. Equal records have equal fields; to change one is to make another."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    kind: ClassVar[str]
    parents: ClassVar[tuple[str, ...]] = ()

    id: Id
    position: Position = 0

    @property
    def place(self) -> Place:
        fields = self.__dict__
        return (self.kind, *[fields[parent] for parent in self.parents])

    def changed(self, **fields: object) -> Self:
        """The record with some fields changed, validated anew (`model_copy` would validate nothing)."""
        return type(self).model_validate({**self.__dict__, **fields})


class Project(Record):
    """The file's own record: there is one."""

    kind = "project"

    name: Line = "Untitled project"


class LegendEntry(Record):
    """What one note colour means in this project."""

    kind = "legend entry"

    colour: NoteColour
    meaning: Line


class Persona(Record):
    """Whose journey it is: a person who stands for many, or a segment without a face."""

    kind = "persona"

    name: Line = ""
    colour: Colour = "#F2C879"
    age: Annotated[int, Field(ge=0, le=150)] | None = None
    job_title: Line = ""
    location: Line = ""
    quote: Text = ""
    background: Text = ""
    goals: tuple[Line, ...] = ()
    frustrations: tuple[Line, ...] = ()
    channels: tuple[Line, ...] = ()


class JourneyMap(Record):
    """One map: a grid of stages and sections, for some personas with a goal."""

    kind = "map"

    title: Line = "Untitled map"
    type: MapType = "current state"
    personas: tuple[Id, ...] = ()
    goal: Text = ""
    scenario: Text = ""
    expectations: Text = ""


class Stage(Record):
    """A column: one step of the way the customer goes. `width` is in map units; none means the usual."""

    kind = "stage"
    parents = ("map",)

    map: Id
    name: Line = ""
    duration: Line = ""
    goal: Line = ""
    width: Annotated[float, Field(ge=100, le=10_000)] | None = None


class Section(Record):
    """A row. `section_kind` is kept even where this version does not know it, and then drawn as a box.

    `height` is in map units; none means as high as its content.
    """

    kind = "section"
    parents = ("map",)

    map: Id
    section_kind: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,40}$")] = "notes"
    name: Line = ""
    glyph: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{0,40}$")] = ""
    colour: NoteColour = "yellow"
    """The colour that a new note gets here."""
    height: Annotated[float, Field(ge=40, le=20_000)] | None = None


class Note(Record):
    """A sticky note in a cell. A note without text may exist."""

    kind = "note"
    parents = ("section", "stage")

    section: Id
    stage: Id
    text: Text = ""
    colour: NoteColour = "yellow"
    moment_of_truth: bool = False
    evidence: Evidence | None = None
    source: Line = ""
    impact: Impact | None = None
    owner: Line = ""
    effort: Effort | None = None
    votes: Annotated[int, Field(ge=0, le=100_000)] = 0
    tags: tuple[Line, ...] = ()
    link: Line = ""


class EmotionPoint(Record):
    """How the customer feels: `value` −5 … +5, `at` 0 … 1 from the left edge of its stage."""

    kind = "emotion point"
    parents = ("section", "stage")

    section: Id
    stage: Id
    at: Annotated[float, Field(ge=0, le=1)] = 0.5
    value: Annotated[float, Field(ge=LOWEST, le=HIGHEST)] = 0.0
    quote: Text = ""
    persona: Id | None = None


RECORDS: tuple[type[Record], ...] = (
    Project,
    LegendEntry,
    Persona,
    JourneyMap,
    Stage,
    Section,
    Note,
    EmotionPoint,
)
"""Every kind of record, parents before children."""

PARENT_KINDS = frozenset(parent for record_type in RECORDS for parent in record_type.parents)
"""The kinds that hold other records."""
