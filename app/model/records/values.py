"""The values that fields of records may have, and small things that stand in a record as a list."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from app.model.text import Line

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-F]{6}$")]
"""A persona's colour, as #RRGGBB."""

NoteColour = Literal["yellow", "blue", "violet", "pink", "green", "orange", "teal", "grey"]
MapType = Literal["current state", "future state", "day in the life", "service blueprint"]
MapStatus = Literal["hypothesis", "being researched", "validated"]
Evidence = Literal["assumption", "some evidence", "validated"]
Impact = Literal["trivial", "work-around", "abandon"]
Effort = Literal["small", "medium", "large"]
Status = Literal["open", "in progress", "done", "dropped"]
"""How far an action is."""
Process = Literal["linear", "non-linear", "time-based", "cyclic", "bi-directional"]
"""How the customer goes through the channels of a stage."""
Trend = Literal["rising", "steady", "falling"]
MetricLook = Literal["number", "bar", "chart"]
DividingLine = Literal["interaction", "visibility", "internal interaction"]
"""The lines of a service blueprint."""
PictureFormat = Literal["png", "jpeg", "gif", "webp", "bmp"]

LOWEST, HIGHEST = -5.0, 5.0
"""The ends of the emotional scale."""
MOST_CHANNELS = 10
"""How many channels a stage's process may have."""


def _is_in_the_calendar(day: str) -> str:
    date.fromisoformat(day)
    return day


Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_is_in_the_calendar)]
"""A day of the calendar, as 2026-11-22."""


class Detail(BaseModel):
    """A small thing without an id that stands in a list of a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Trait(Detail):
    """A persona's slider: 0 at its `low` end, 1 at its `high` end."""

    name: Line = ""
    value: Annotated[float, Field(ge=0, le=1)] = 0.5
    low: Line = ""
    high: Line = ""


class Fact(Detail):
    """A field of one's own on a persona: "Pets: two cats"."""

    name: Line = ""
    text: Line = ""
