"""The values that fields of records may have, and small things that stand in a record as a list."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from app.model.text import ShortText

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-F]{6}$")]
"""A persona's colour, as #RRGGBB."""

NoteColour = Literal["yellow", "blue", "violet", "pink", "green", "orange", "teal", "grey"]
Role = Literal[
    "action",
    "touchpoint",
    "question",
    "pain point",
    "opportunity",
    "moment of truth",
    "thought",
    "goal",
    "nothing",
]
"""What a note counts as where a map is analysed."""
MapType = Literal["current state", "future state", "day in the life", "service blueprint"]
MapStatus = Literal["hypothesis", "being researched", "validated"]
Evidence = Literal["assumption", "some evidence", "validated"]
Impact = Literal["trivial", "work-around", "abandon"]
Effort = Literal["small", "medium", "large"]
Status = Literal["open", "in progress", "done", "dropped"]
"""How far an action is."""
Process = Literal["linear", "non-linear", "time-based", "cyclic", "bi-directional"]
"""How the customer goes through the channels of a stage."""
Dash = Literal["solid", "dashed", "dotted", "dash-dot", "long dashes"]
CurveStyle = Literal["smooth", "straight"]
Trend = Literal["rising", "steady", "falling"]
MetricLook = Literal["number", "bar", "chart"]
DividingLine = Literal["interaction", "visibility", "internal interaction"]
"""The lines of a service blueprint."""
Standing = Literal["fill", "paper-sized", "list"]
"""How the notes of a cell stand: sharing its width, as wide as those of paper, or as the lines of a list."""
Lot = Literal["parking lot", "inbox"]
"""Where what stands in no cell waits: for another time, or to be placed."""
NoteShape = Literal["sticky", "card"]
"""How a note is drawn: coloured all over, or white with a coloured bar at its side."""
HeaderShape = Literal["chevron", "bar"]
"""How the header of a stage is drawn: an arrow the way the customer goes, or a bar with its number."""
KeyPointOrigin = Literal[
    "own", "lowest point", "moment of truth", "peak and drop", "most votes", "assumptions"
]
"""What a key point was taken from."""
PictureFormat = Literal["png", "jpeg", "gif", "webp", "bmp"]

LOWEST, HIGHEST = -5.0, 5.0
"""The ends of the emotional scale."""
PEAK_AT = 3.0
"""A local maximum of an emotional graph at this value or above is a peak."""
TROUGH_AT = -2.0
"""A local minimum at this value or below is a trough."""
DROP_OF = 3.0
"""A fall of at least this between neighbouring points is a rapid drop."""
LEG_OF = 2.0
"""A leg of a sawtooth rises or falls by at least this."""
LEGS = 3
"""So many such legs in a row, up and down in turn, are a sawtooth."""
EMOTIONS = ("frustrated", "anxious", "confused", "neutral", "hopeful", "pleased", "delighted")
"""The words for emotions until a project says otherwise, from the lowest to the highest."""
Value = Annotated[float, Field(ge=LOWEST, le=HIGHEST)]
EmotionSpan = Annotated[float, Field(ge=0.1, le=HIGHEST - LOWEST)]
"""A difference of values."""
Share = Annotated[float, Field(ge=0, le=1)]
FARTHEST = 20_000.0
Shift = Annotated[float, Field(ge=-FARTHEST, le=FARTHEST)]
"""How far something was moved by hand, in map units."""
MOST_VOTES = 100_000
"""How many votes a note may have."""
MOST_CHANNELS = 10
"""How many channels a stage's process may have."""


def _is_in_the_calendar(day: str) -> str:
    date.fromisoformat(day)
    return day


Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_is_in_the_calendar)]
"""A day of the calendar, as 2026-11-22."""


def _is_on_a_clock(moment: str) -> str:
    datetime.fromisoformat(moment)
    return moment


Moment = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$"),
    AfterValidator(_is_on_a_clock),
]
"""A time on the clock of where it was, as 2026-12-01T14:26:05+01:00."""


Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|[0-9]{3}))?$")]
"""A language by its tag, as "de", "pt_BR" or "zh_Hant_TW"."""


class Detail(BaseModel):
    """A small thing without an id that stands in a list of a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Trait(Detail):
    """A persona's slider: 0 at its `low` end, 1 at its `high` end."""

    name: ShortText = ""
    value: Annotated[float, Field(ge=0, le=1)] = 0.5
    low: ShortText = ""
    high: ShortText = ""


class Fact(Detail):
    """A field of one's own on a persona: "Pets: two cats"."""

    name: ShortText = ""
    text: ShortText = ""
