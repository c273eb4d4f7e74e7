"""The records by which a map says what it shows: key points, call-outs, and pains that are felt later."""

from typing import Annotated

from pydantic import Field

from app.model.records.record import Id, Record
from app.model.records.values import KeyPointOrigin, Share, Shift
from app.model.text import ShortText, Text

MOST_PLACES = 20
"""Places of a sort that a key point may have."""


class KeyPoint(Record):
    """A sentence that a map leads with. Its number is its place among those of its map, from 1 on.

    `origin` says what it was taken from. `said` and `figures` are what its places said then, and what was
    counted then: the texts of its notes, the names of its stages, the quotes of its points, in this order.
    """

    kind = "key point"
    parents = ("map",)
    mentions = {  # noqa: RUF012 - a class variable, declared in Record
        "notes": "note",
        "stages": "stage",
        "points": "emotion point",
    }

    map: Id
    text: Text = ""
    evidence: ShortText = ""
    """The line below it: "6 of 8 interviews"."""
    notes: Annotated[tuple[Id, ...], Field(max_length=MOST_PLACES)] = ()
    stages: Annotated[tuple[Id, ...], Field(max_length=MOST_PLACES)] = ()
    points: Annotated[tuple[Id, ...], Field(max_length=MOST_PLACES)] = ()
    origin: KeyPointOrigin = "own"
    said: Annotated[tuple[Text, ...], Field(max_length=3 * MOST_PLACES)] = ()
    figures: Annotated[tuple[float, ...], Field(max_length=2 * MOST_PLACES)] = ()


class CallOut(Record):
    """A text in a box, with a line to what it speaks of.

    That is the note or the point that it names, or else the cell of its section and stage, or one of these.
    `at_x` and `at_y` are a place in that, 0 … 1 from its left and its top; none means its middle. `box_x` and
    `box_y` say where the middle of the box lies from there, in map units, where it was moved by hand.
    """

    kind = "call-out"
    parents = ("map",)
    mentions = {  # noqa: RUF012 - a class variable, declared in Record
        "note": "note",
        "point": "emotion point",
        "stage": "stage",
        "section": "section",
    }
    needs_one_of = ("note", "point", "stage", "section")

    map: Id
    text: Text = ""
    note: Id | None = None
    point: Id | None = None
    stage: Id | None = None
    section: Id | None = None
    at_x: Share | None = None
    at_y: Share | None = None
    box_x: Shift | None = None
    box_y: Shift | None = None


class FeltLater(Record):
    """Leads from a pain point to the point of a curve, in a later stage, at which it is felt."""

    kind = "felt later"
    mentions = {"note": "note", "point": "emotion point"}  # noqa: RUF012 - declared in Record

    note: Id
    point: Id
