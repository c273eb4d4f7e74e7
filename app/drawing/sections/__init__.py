"""The kinds of sections, one folder each. A new kind is one folder here and one line in `SECTION_KINDS`."""

from app.drawing.sections.channels.channels_kind import Channels
from app.drawing.sections.dividing_line.dividing_line_kind import Dividing
from app.drawing.sections.documents.documents_kind import Documents
from app.drawing.sections.emotional_graph.graph_kind import EmotionalGraph
from app.drawing.sections.interplay.interplay_body import Interplay
from app.drawing.sections.kind import SectionKind
from app.drawing.sections.metrics.metrics_kind import Metrics
from app.drawing.sections.notes.notes_kind import Notes
from app.drawing.sections.pictures.pictures_kind import Pictures
from app.drawing.sections.text.text_kind import Text
from app.drawing.sections.unknown import Unknown
from app.model.document import Document
from app.model.kinds import Held, content_of, kinds_holding
from app.model.records import Entry, Section

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


def kind_of(name: str) -> SectionKind:
    """The kind of that name; for one that this version does not know, a labelled box."""
    return next((kind for kind in SECTION_KINDS if kind.name == name), None) or Unknown(name)


def kind_reading(document: Document, record: Held) -> SectionKind:
    """The kind by which a note, point or entry is read: its section's, where that shows it.

    A section's kind can be changed. What it then shows no more is read as in the plainest kind that shows it;
    an entry, of which many kinds show something else, by all that stands in it.
    """
    name = document.get(Section, record.section).section_kind
    if content_of(name).holds is type(record):
        return kind_of(name)
    return Unknown(name) if isinstance(record, Entry) else kind_of(kinds_holding(type(record))[0])
