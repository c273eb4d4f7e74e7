"""Kinds of sections that nobody has heard of, for proof that a new one is a folder and a line in two tuples.

Loaded as a plugin of pytest (`-p tests.toy_kinds`) before the program is: what holds over the kinds is then
tried of these as well, with nothing else changed. See `tests/widgets/test_new_kinds.py`.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from app.drawing import sections
from app.drawing.display import Batch, PlacedText, Texts
from app.drawing.sections.dividing_line.dividing_line_kind import Dividing
from app.drawing.sections.emotional_graph.graph_kind import EmotionalGraph
from app.drawing.sections.entries import EntryKind
from app.drawing.sections.form import Choice, FormField, LongText, ShortText
from app.drawing.sections.kind import Typed
from app.drawing.sections.notes.notes_kind import Notes
from app.drawing.sizes import Sizes
from app.drawing.text import text_block
from app.drawing.theme import INK, TextStyle
from app.language.phrases import NOTHING, phrase
from app.model import kinds
from app.model.document import Document
from app.model.kinds import Held, SectionContent
from app.model.labels import plain_label
from app.model.records import EmotionPoint, Entry, Note
from app.model.verbs.ready_sections import ReadySection

_RIGHT, _DOWN = 30.0, 12.0


class Promises(EntryKind):
    """Entries of a kind of its own: typed, drawn, heard and tabulated in a way of its own."""

    name = "toy-promises"
    title = phrase("Promises")
    glyph = "handshake"
    hint = phrase("What we promise, and to whom.")
    ready = (ReadySection(phrase("What we promise"), phrase("What can they rely on?"), "toy-promises"),)
    form = (
        FormField(
            "text", phrase("Promise"), LongText(phrase("What we promise")), step=plain_label("Edit promise")
        ),
        (
            FormField("unit", phrase("Until"), ShortText(phrase("The weekend"))),
            FormField(
                "trend",
                phrase("Kept"),
                Choice(((None, phrase("Not set")), ("rising", phrase("More")), ("falling", phrase("Less")))),
            ),
        ),
        FormField("address", phrase("Where it is written"), ShortText(phrase("https://…"))),
    )
    text_place = (_RIGHT, _DOWN)

    def text_style(self, sizes: Sizes) -> TextStyle:
        return sizes.heading

    def read_entry(self, document: Document, entry: Entry, before: str) -> Typed | None:
        return Typed({"unit": "soon"}, plain_label("Edit promise")) if entry.text and not entry.unit else None

    def words(self, document: Document, record: Held) -> str:
        said = super().words(document, record)
        return f"we promise {said}" if said else ""

    def in_table(self, record: Held) -> str:
        return f"{super().in_table(record)}!"

    def draw_entry(
        self, document: Document, entry: Entry, room: QRectF, sizes: Sizes
    ) -> tuple[Sequence[Batch], float]:
        block = text_block(entry.text, sizes.heading, room.width() - _RIGHT)
        placed = PlacedText(room.left() + _RIGHT, room.top() + _DOWN, block)
        return [Texts([placed], INK)], block.height + 2 * _DOWN


class Wall(Notes):
    """Another kind that holds notes."""

    name = "toy-wall"
    title = phrase("Wall")
    hint = phrase("Whatever comes to mind.")
    ready = (ReadySection(phrase("Idea wall"), phrase("Whatever comes to mind"), "toy-wall"),)


class Moods(EmotionalGraph):
    """Another kind that holds emotion points."""

    name = "toy-moods"
    title = phrase("Moods")
    hint = phrase("How our own people feel.")
    ready = (ReadySection(phrase("Moods of the team"), phrase("How do we feel?"), "toy-moods"),)


class Rule(Dividing):
    """Another kind that holds nothing."""

    name = "toy-rule"
    title = phrase("Rule")
    hint = phrase("A line, and nothing else.")
    ready = (ReadySection(phrase("Plain rule"), NOTHING, "toy-rule"),)
    settings: tuple[FormField, ...] = ()


kinds.CONTENTS += (
    SectionContent("toy-promises", Entry, ("text", "unit", "trend", "address"), searched=("text", "address")),
    SectionContent("toy-wall", Note),
    SectionContent("toy-moods", EmotionPoint),
    SectionContent("toy-rule", None),
)
sections.SECTION_KINDS += (Promises(), Wall(), Moods(), Rule())
