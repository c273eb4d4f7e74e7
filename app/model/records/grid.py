"""The records that make the grid of a map: the map, its stages and its sections."""

from typing import Annotated

from pydantic import Field, StringConstraints

from app.model.records.arranged import Arranged
from app.model.records.record import Id, Record
from app.model.records.values import (
    CurveStyle,
    Day,
    DividingLine,
    MapStatus,
    MapType,
    MetricLook,
    NoteColour,
    Standing,
)
from app.model.text import ShortText, Text


class JourneyMap(Record):
    """One map: a grid of stages and sections, for some personas with a goal."""

    kind = "map"
    mentions = {"personas": "persona"}  # noqa: RUF012 - a class variable, declared in Record

    title: ShortText = "Untitled map"
    type: MapType = "current state"
    status: MapStatus | None = None
    personas: tuple[Id, ...] = ()
    goal: Text = ""
    scenario: Text = ""
    expectations: Text = ""
    scope: Text = ""
    period: ShortText = ""
    """When what the map shows was so: "Spring 2026"."""
    objectives: tuple[ShortText, ...] = ()
    """What the business wants to reach by the map."""
    owner: ShortText = ""
    version: ShortText = ""
    review: Day | None = None
    """When the map is to be looked at again."""
    widths_follow_duration: bool = False
    shows_personas: bool = False
    """Whether each persona's card stands over the stages."""
    arranged: Arranged | None = None
    """For which paper; none where nobody arranged it for one."""


class Stage(Record):
    """A column: one step of the way the customer goes. `width` is in map units; none means the usual."""

    kind = "stage"
    parents = ("map",)

    map: Id
    name: ShortText = ""
    description: Text = ""
    duration: ShortText = ""
    goal: ShortText = ""
    question: ShortText = ""
    """What the customer asks here."""
    group: ShortText = ""
    """Stages side by side with the same group stand under one band."""
    steps: tuple[ShortText, ...] = ()
    width: Annotated[float, Field(ge=100, le=10_000)] | None = None


class Section(Record):
    """A row. `section_kind` is kept even where this version does not know it, and then drawn as a box.

    `height` is in map units; none means as high as its content. `curve` to `ghost` serve emotional graphs.
    """

    kind = "section"
    parents = ("map",)
    mentions = {  # noqa: RUF012 - a class variable, declared in Record
        "persona": "persona",
        "hidden": "persona",
        "front": "persona",
        "ghost": "section",
    }

    map: Id
    section_kind: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,40}$")] = "notes"
    name: ShortText = ""
    hint: Text = ""
    """What belongs here, in small type below the name."""
    glyph: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{0,40}$")] = ""
    colour: NoteColour = "yellow"
    """The colour that a new note gets here."""
    persona: Id | None = None
    metric_look: MetricLook = "number"
    line: DividingLine | None = None
    """Which line of a blueprint a dividing line is; none is a plain one."""
    height: Annotated[float, Field(ge=40, le=20_000)] | None = None
    is_folded: bool = False
    """Whether the row is one line that says how much it holds."""
    is_left_off_posters: bool = False
    curve: CurveStyle = "smooth"
    hidden: tuple[Id, ...] = ()
    """The personas whose curves are not shown."""
    hides_everyone: bool = False
    """Whether the curve of nobody in particular is not shown."""
    front: Id | None = None
    """The persona whose curve lies over the others."""
    ghost: Id | None = None
    """The emotional graph of another map that is laid under this one."""
    standing: Standing = "fill"
    """How the notes of its cells stand."""
