"""A section with a name, a look and a hint of its own, ready to be inserted: data, not behaviour."""

from typing import NamedTuple

from app.language.phrases import NOTHING, Phrase
from app.model.records import DividingLine, MetricLook, NoteColour


class ReadySection(NamedTuple):
    """What a new section starts with. `section_kind` as in Section."""

    name: Phrase
    hint: Phrase = NOTHING
    section_kind: str = "notes"
    glyph: str = ""
    """Empty for that of the kind."""
    colour: NoteColour = "yellow"
    metric_look: MetricLook = "number"
    line: DividingLine | None = None
    is_usual: bool = False
    """Whether most maps have such a section."""
