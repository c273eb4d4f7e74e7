"""Sections of text: a paragraph a stage."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from app.drawing.display import Batch, PlacedText, Texts
from app.drawing.pieces import READABLE
from app.drawing.sections.entries import EntryKind
from app.drawing.sections.form import FormField, LongText
from app.drawing.sizes import Sizes
from app.drawing.text import line_height, text_block
from app.drawing.theme import INK, TextStyle
from app.language.phrases import phrase
from app.model.document import Document
from app.model.labels import step_label
from app.model.records import Entry
from app.model.verbs.ready_sections import ReadySection


class Text(EntryKind):
    name = "text"
    title = phrase("Text")
    glyph = "text"
    hint = phrase("A paragraph for each stage, in sentences instead of notes.")
    ready = (ReadySection(phrase("What happens"), phrase("The story in a few sentences."), "text"),)
    form = (
        FormField(
            "text",
            phrase("Text"),
            LongText(phrase("A paragraph"), 4),
            step=step_label("edit_text"),
            for_one=True,
        ),
    )

    gap = 14.0

    def text_style(self, sizes: Sizes) -> TextStyle:
        return sizes.paragraph

    def draw_entry(
        self, document: Document, entry: Entry, room: QRectF, sizes: Sizes
    ) -> tuple[Sequence[Batch], float]:
        block = text_block(entry.text, sizes.paragraph, room.width())
        drawn = Texts([PlacedText(room.left(), room.top(), block)], INK, seen_from=READABLE)
        return [drawn], max(block.height, line_height(sizes.paragraph))
