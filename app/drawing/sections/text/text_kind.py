"""Sections of text: a paragraph a stage."""

from app.drawing.display import PlacedText, Texts
from app.drawing.grid import Column
from app.drawing.pieces import READABLE
from app.drawing.sections.entries import Drawn, EntryKind, room_in
from app.drawing.sections.form import FormField, LongText
from app.drawing.sections.kind import Box
from app.drawing.sizes import Sizes
from app.drawing.text import line_height, text_block
from app.drawing.theme import INK, TextStyle
from app.language.phrases import phrase
from app.model.document import Document
from app.model.labels import step_label
from app.model.records import Entry, Section
from app.model.verbs.ready_sections import ReadySection

_GAP = 14.0


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

    def text_style(self, sizes: Sizes) -> TextStyle:
        return sizes.paragraph

    def draw(
        self,
        document: Document,
        section: Section,
        column: Column,
        entries: tuple[Entry, ...],
        sizes: Sizes,
    ) -> Drawn:
        room, boxes, texts = room_in(column), [], []
        y = room.top()
        for entry in entries:
            block = text_block(entry.text, sizes.paragraph, room.width())
            height = max(block.height, line_height(sizes.paragraph))
            texts.append(PlacedText(room.left(), y, block))
            boxes.append(Box(entry.id, room.adjusted(0, y - room.top(), 0, y - room.top() + height)))
            y += height + _GAP
        return Drawn(tuple(boxes), y - _GAP, (Texts(texts, INK, seen_from=READABLE),))
