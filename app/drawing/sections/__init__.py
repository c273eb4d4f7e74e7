"""The kinds of sections, one file each. A new kind is one file here and one line in `SECTION_KINDS`."""

from app.drawing.sections.channels import Channels
from app.drawing.sections.dividing_line import Dividing
from app.drawing.sections.documents import Documents
from app.drawing.sections.emotional_graph import EmotionalGraph
from app.drawing.sections.interplay import Interplay
from app.drawing.sections.kind import SectionKind
from app.drawing.sections.metrics import Metrics
from app.drawing.sections.notes import Notes
from app.drawing.sections.pictures import Pictures
from app.drawing.sections.text import Text
from app.drawing.sections.unknown import Unknown

SECTION_KINDS: tuple[SectionKind, ...] = (
    Notes(),
    EmotionalGraph(),
    Text(),
    Channels(),
    Pictures(),
    Metrics(),
    Documents(),
    Interplay(),
    Dividing(),
)

_BY_NAME = {kind.name: kind for kind in SECTION_KINDS}


def kind_of(name: str) -> SectionKind:
    """The kind of that name; for one that this version does not know, a labelled box."""
    return _BY_NAME.get(name) or Unknown(name)
