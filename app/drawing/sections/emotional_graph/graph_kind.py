"""The emotional graph. Where points are dragged, drawn by themselves and read, its `GraphBody` is asked."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from app.drawing.grid import Column
from app.drawing.sections.emotional_graph.graph_body import GraphBody, graph_content
from app.drawing.sections.emotional_graph.graph_form import FORM
from app.drawing.sections.form import FormField
from app.drawing.sections.kind import Body, Typed
from app.drawing.sizes import Sizes
from app.drawing.text_box import TextBox
from app.language.phrases import phrase
from app.model.analysis.reading_words import signed
from app.model.document import Document
from app.model.kinds import Held
from app.model.records import EmotionPoint, Entry, Section
from app.model.verbs.ready_sections import ReadySection


class EmotionalGraph:
    name = "emotional-graph"
    title = phrase("Emotional graph")
    glyph = "emotion"
    hint = phrase("How the customer feels, from −5 to +5.")
    ready = (
        ReadySection(
            phrase("Emotional graph"),
            phrase("How do they feel, from −5 to +5?"),
            "emotional-graph",
            is_usual=True,
        ),
    )
    minutes = 20
    form = FORM
    actions = ("edit.delete",)
    settings: tuple[FormField, ...] = ()

    def lay_out(
        self,
        document: Document,
        section: Section,
        columns: Sequence[Column],
        sizes: Sizes,
        previous: Body | None,
    ) -> Body:
        content = graph_content(document, section, tuple(columns), sizes)
        before = previous if isinstance(previous, GraphBody) else None
        is_same = before is not None and before.is_complete and before.content == content
        return before if before is not None and is_same else GraphBody(content, before)

    def text_box(self, document: Document, record: Held, rectangle: QRectF, sizes: Sizes) -> TextBox | None:
        """A quote finds its place by itself; it is typed in the inspector."""
        return None

    def read_typed(self, entry: Entry, before: str) -> Typed | None:
        return None

    def words(self, document: Document, record: Held) -> str:
        """The value of a point, and its quote."""
        if not isinstance(record, EmotionPoint):
            return ""
        return ", ".join(filter(None, (signed(record.value), record.quote.strip())))

    def in_table(self, record: Held) -> str:
        if not isinstance(record, EmotionPoint):
            return ""
        return f"{signed(record.value)} {record.quote}".strip()
