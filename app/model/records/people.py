"""The records of the project itself: its name, legend, pictures and personas."""

from typing import Annotated

from pydantic import Field, StringConstraints

from app.limits import MOST_PROJECT_WORDS
from app.model.records.record import Id, Record
from app.model.records.values import (
    DROP_OF,
    EMOTIONS,
    LEG_OF,
    LEGS,
    PEAK_AT,
    TROUGH_AT,
    Colour,
    Dash,
    EmotionSpan,
    Fact,
    Language,
    NoteColour,
    PictureFormat,
    Role,
    Trait,
    Value,
)
from app.model.text import ShortText, Text


class Project(Record):
    """The file's own record: there is one.

    `peak_at` to `legs` are the thresholds by which its emotional graphs are read (`analysis.reading`).
    """

    kind = "project"

    name: ShortText = "Untitled project"
    emotions: tuple[ShortText, ...] = EMOTIONS
    """The words for emotions, from the lowest to the highest."""
    peak_at: Value = PEAK_AT
    trough_at: Value = TROUGH_AT
    drop_of: EmotionSpan = DROP_OF
    leg_of: EmotionSpan = LEG_OF
    legs: Annotated[int, Field(ge=2, le=20)] = LEGS
    language: Language = "en"
    """In which the fixed words, numbers and days on its maps and posters are."""
    words: Annotated[tuple[ShortText, ...], Field(max_length=MOST_PROJECT_WORDS)] = ()
    """Words that are right here though they are in no dictionary."""


class LegendEntry(Record):
    """What one note colour means in this project."""

    kind = "legend entry"

    colour: NoteColour
    meaning: ShortText
    role: Role | None = None
    """What its notes count as in reviews, register and counts; none means what the colour means at first."""


class Picture(Record):
    """A picture that others show. Its bytes are kept apart, once, under its id: the SHA-256 of them."""

    kind = "picture"

    id: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    format: PictureFormat
    width: Annotated[int, Field(ge=1, le=100_000)]
    height: Annotated[int, Field(ge=1, le=100_000)]


class Persona(Record):
    """Whose journey it is: a person who stands for many, or a segment without a face."""

    kind = "persona"
    mentions = {"picture": "picture"}  # noqa: RUF012 - a class variable, declared in Record

    name: ShortText = ""
    is_segment: bool = False
    picture: Id | None = None
    colour: Colour = "#F2C879"
    dash: Dash | None = None
    """How the persona's curves are dashed; none means the pattern whose turn it is."""
    age: Annotated[int, Field(ge=0, le=150)] | None = None
    gender: ShortText = ""
    job_title: ShortText = ""
    sector: ShortText = ""
    location: ShortText = ""
    email: ShortText = ""
    website: ShortText = ""
    education: ShortText = ""
    income: ShortText = ""
    quote: Text = ""
    background: Text = ""
    goals: tuple[ShortText, ...] = ()
    motivations: tuple[ShortText, ...] = ()
    needs: tuple[ShortText, ...] = ()
    frustrations: tuple[ShortText, ...] = ()
    channels: tuple[ShortText, ...] = ()
    traits: tuple[Trait, ...] = ()
    facts: tuple[Fact, ...] = ()
