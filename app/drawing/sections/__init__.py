"""The kinds of sections, one file each. A new kind is one file here and one line in `SECTION_KINDS`."""

from app.drawing.sections.emotional_graph import EmotionalGraph
from app.drawing.sections.kind import SectionKind
from app.drawing.sections.notes import Notes
from app.drawing.sections.unknown import Unknown

SECTION_KINDS: tuple[SectionKind, ...] = (
    Notes(),
    EmotionalGraph(),
)

_BY_NAME = {kind.name: kind for kind in SECTION_KINDS}


def kind_of(name: str) -> SectionKind:
    """The kind of that name; for one that this version does not know, a labelled box."""
    return _BY_NAME.get(name) or Unknown(name)
