"""A section folded to one line, whatever its kind: it says how much it holds, and draws none of it."""

from collections.abc import Iterator, Sequence

from app.drawing.display import DisplayList, PlacedText, Texts
from app.drawing.grid import Column
from app.drawing.section_name import OFF_POSTERS
from app.drawing.sections.kind import Body, Box, Flow, Piece
from app.drawing.sizes import Sizes
from app.drawing.text import text_block
from app.drawing.theme import CELL_PADDING, SECONDARY
from app.language.phrases import tr
from app.model.document import Document
from app.model.nouns import counted
from app.model.records import EmotionPoint, Entry, Note, Section

HEIGHT = 56.0


def lay_out_folded(
    document: Document,
    section: Section,
    columns: Sequence[Column],
    sizes: Sizes,
    previous: Body | None,
) -> Body:
    """The line, from `previous` where it says the same."""
    summary = _summary(document, section)
    right = columns[-1].right if columns else sizes.section_column + 600
    if isinstance(previous, FoldedBody) and (previous.summary, previous.right) == (summary, right):
        return previous
    return FoldedBody(summary, right, sizes)


class FoldedBody:
    height = HEIGHT
    flow: Flow = "by itself"

    def __init__(self, summary: str, right: float, sizes: Sizes) -> None:
        self.summary = summary
        self.right = right
        block = text_block(summary, sizes.small)
        place = PlacedText(sizes.section_column + CELL_PADDING, (HEIGHT - block.height) / 2, block)
        line: DisplayList = (Texts([place], SECONDARY),)
        self._piece = Piece(sizes.section_column, max(right, place.x + block.width), line)

    def pieces(self, height: float) -> Sequence[Piece]:
        return (self._piece,)

    def boxes(self, left: float, right: float, height: float) -> Iterator[Box]:
        return iter(())


def _summary(document: Document, section: Section) -> str:
    """How much a section holds: "7 notes", "5 emotion points · Hidden on posters"."""
    cells = [(section.id, stage.id) for stage in document.stages(section.map)]
    notes = sum(len(document.notes(*cell)) for cell in cells)
    points = sum(len(document.points(*cell)) for cell in cells)
    entries = sum(len(document.entries(*cell)) for cell in cells)
    numbers = ((Note.kind, notes), (EmotionPoint.kind, points), (Entry.kind, entries))
    words = [str(counted(kind, number)) for kind, number in numbers if number] or [tr("Nothing here yet")]
    return " · ".join([*words, *([str(OFF_POSTERS)] if section.is_left_off_posters else [])])
