"""A section with a name, a look and a hint of its own, ready to be inserted: data, not behaviour."""

from typing import NamedTuple

from app.model.records import DividingLine, MetricLook, NoteColour


class ReadySection(NamedTuple):
    """What a new section starts with. `section_kind` as in Section."""

    name: str
    hint: str
    section_kind: str = "notes"
    glyph: str = ""
    """Empty for that of the kind."""
    colour: NoteColour = "yellow"
    metric_look: MetricLook = "number"
    line: DividingLine | None = None
