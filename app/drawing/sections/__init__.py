"""The kinds of sections, one folder each. A new kind is one folder here and one line in `SECTION_KINDS`."""

from app.drawing.sections.channels.channels_kind import Channels
from app.drawing.sections.dividing_line.dividing_line_kind import Dividing
from app.drawing.sections.documents.documents_kind import Documents
from app.drawing.sections.emotional_graph.graph_body import EmotionalGraph
from app.drawing.sections.interplay.interplay_body import Interplay
from app.drawing.sections.kind import SectionKind
from app.drawing.sections.metrics.metrics_kind import Metrics
from app.drawing.sections.notes.notes_body import Notes
from app.drawing.sections.pictures.pictures_kind import Pictures
from app.drawing.sections.text.text_kind import Text
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
