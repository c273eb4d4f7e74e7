"""A section of a kind that a newer version knows: kept in the file as it is, and drawn as a labelled box."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF

from app.drawing.display import DisplayList, PlacedText, Rectangles, Stroke, Texts
from app.drawing.grid import Column
from app.drawing.sections.entry_words import entry_label, tabulated
from app.drawing.sections.kind import Body, Box, Flow, Piece
from app.drawing.sections.nothing import Nothing
from app.drawing.sizes import Sizes
from app.drawing.text import text_block
from app.drawing.theme import CELL_PADDING, HAIRLINE, PANEL, SECONDARY
from app.language.phrases import as_it_is, phrase, tr
from app.model.document import Document
from app.model.kinds import Held
from app.model.records import Entry, Section
from app.model.verbs.ready_sections import ReadySection


class Unknown(Nothing):
    """Stands in for a kind of section that this version does not know.

    It reads an entry by all that stands in it, as it cannot know what is shown of it.
    """

    glyph = ""
    hint = phrase("Made by a newer version of Journeywall.")
    ready: tuple[ReadySection, ...] = ()
    minutes = 15

    def __init__(self, name: str) -> None:
        self.name = name
        self.title = as_it_is(name)

    def lay_out(
        self,
        document: Document,
        section: Section,
        columns: Sequence[Column],
        sizes: Sizes,
        previous: Body | None,
    ) -> Body:
        right = columns[-1].right if columns else sizes.section_column + 600
        if isinstance(previous, UnknownBody) and (previous.name, previous.right) == (self.name, right):
            return previous
        return UnknownBody(self.name, right, sizes)

    def words(self, document: Document, record: Held) -> str:
        return entry_label(document, record) if isinstance(record, Entry) else ""

    def in_table(self, record: Held) -> str:
        return tabulated(record) if isinstance(record, Entry) else ""


class UnknownBody:
    height = 130.0
    flow: Flow = "by itself"

    def __init__(self, name: str, right: float, sizes: Sizes) -> None:
        self.name = name
        self.sizes = sizes
        self.right = right

    def pieces(self, height: float) -> Sequence[Piece]:
        return [Piece(self.sizes.section_column, self.right, self.whole(height))]

    def whole(self, height: float) -> DisplayList:
        left = self.sizes.section_column
        box = QRectF(left, 0, self.right - left, height)
        box.adjust(CELL_PADDING, CELL_PADDING, -CELL_PADDING, -CELL_PADDING)
        sentence = tr(
            "A section of the kind “{kind}”: open this file with a newer version of Journeywall to see it.",
            kind=self.name,
        )
        block = text_block(sentence, self.sizes.detail, box.width() - 2 * CELL_PADDING)
        place = PlacedText(box.left() + CELL_PADDING, box.center().y() - block.height / 2, block)
        return (
            Rectangles([box], fill=PANEL, stroke=Stroke(HAIRLINE, 1.5), radius=9),
            Texts([place], SECONDARY),
        )

    def boxes(self, left: float, right: float, height: float) -> Iterator[Box]:
        return iter(())
