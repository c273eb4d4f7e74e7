"""The emotional graph. Where points are dragged, drawn by themselves and read, its `GraphBody` is asked."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from app.drawing.grid import Column
from app.drawing.sections.emotional_graph.graph_body import GraphBody, graph_content
from app.drawing.sections.emotional_graph.graph_form import FORM
from app.drawing.sections.form import FormField
from app.drawing.sections.kind import Body, Typed
from app.drawing.sizes import Sizes
from app.drawing.text_box import TextBox
from app.drawing.theme import INK, SHEET
from app.language.phrases import phrase
from app.model.analysis.reading_words import signed
from app.model.document import Document
from app.model.exchange.feelings import typed_feeling
from app.model.kinds import Held
from app.model.labels import step_label
from app.model.records import EmotionPoint, Section
from app.model.verbs.ready_sections import ReadySection

_EDGE = 3.0
"""How far inside its call-out a quote is typed; twice as far below its upper edge, where it is drawn."""


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
        """A quote is typed over its call-out, from edge to edge."""
        if not isinstance(record, EmotionPoint):
            return None
        place = rectangle.topLeft() + QPointF(_EDGE, 2 * _EDGE)
        return TextBox(record.quote, place, rectangle.width() - 2 * _EDGE, sizes.quote, INK, SHEET)

    def read_typed(self, document: Document, record: Held, before: str) -> Typed | None:
        """A number from −5 to +5, a sign or a word is how a point stands; up to two words its emotion."""
        if not isinstance(record, EmotionPoint) or record.quote == before:
            return None
        found = typed_feeling(record.quote)
        if found.value is None and not found.emotion:
            return None
        fields: dict[str, object] = {"quote": found.quote or before}
        if found.value is not None:
            fields["value"] = found.value
        if found.emotion:
            fields["emotion"] = found.emotion
        return Typed(fields, step_label("set_value"))

    def words(self, document: Document, record: Held) -> str:
        """The value of a point, and its quote."""
        if not isinstance(record, EmotionPoint):
            return ""
        return ", ".join(filter(None, (signed(record.value), record.quote.strip())))

    def in_table(self, record: Held) -> str:
        if not isinstance(record, EmotionPoint):
            return ""
        return f"{signed(record.value)} {record.quote}".strip()
