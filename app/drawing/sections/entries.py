"""What the kinds of sections share whose cells hold entries: cells side by side, laid out one by one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Batch, DisplayList
from app.drawing.grid import Column
from app.drawing.sections.entry_words import entry_label, tabulated
from app.drawing.sections.form import FormField, FormLine
from app.drawing.sections.kind import Body, Box, Flow, Piece, Typed
from app.drawing.sizes import Sizes
from app.drawing.text_box import TextBox
from app.drawing.theme import CELL_PADDING, INK, SHEET, TextStyle
from app.model.document import Document
from app.model.kinds import Held, content_of
from app.model.records import Entry, Section

EMPTY_HEIGHT = 120.0
"""How high a section is that holds nothing yet."""


class Drawn(NamedTuple):
    """Entries of a cell, drawn: where each lies, and how far down they reach."""

    boxes: tuple[Box, ...]
    bottom: float
    display_list: DisplayList


class Cell(NamedTuple):
    column: Column
    made_of: tuple[object, ...]
    """All that the drawing depends on."""
    drawn: Drawn


class EntriesBody:
    """The cells of a section of entries."""

    flow: Flow = "below each other"

    def __init__(self, cells: tuple[Cell, ...]) -> None:
        self.cells = cells
        reached = max((cell.drawn.bottom for cell in cells), default=0.0)
        self.height = reached + CELL_PADDING if reached else EMPTY_HEIGHT

    def pieces(self, height: float) -> Sequence[Piece]:
        return [Piece(cell.column.x, cell.column.right, cell.drawn.display_list) for cell in self.cells]

    def boxes(self, left: float, right: float, height: float) -> Iterator[Box]:
        for cell in self.cells:
            if cell.column.x < right and cell.column.right > left:
                yield from cell.drawn.boxes


class EntryKind:
    """A kind of section whose cells hold entries.

    Where entries stand one below the other, those derived from it implement `draw_entry`; where each cell is
    drawn by itself `draw`, or else `lay_out`.
    """

    name: str
    minutes = 15
    form: tuple[FormLine, ...]
    actions: tuple[str, ...] = ("edit.delete",)
    settings: tuple[FormField, ...] = ()
    gap = 0.0
    """Between two entries of a cell, one below the other."""
    text_place: tuple[float, float] = (0.0, 0.0)
    """How far right and down the text stands in its entry."""

    def lay_out(
        self,
        document: Document,
        section: Section,
        columns: Sequence[Column],
        sizes: Sizes,
        previous: Body | None,
    ) -> Body:
        # A section of entries may have been one of notes before.
        known = previous.cells if isinstance(previous, EntriesBody) else ()
        before = {cell.column.stage.id: cell for cell in known}
        cells = tuple(
            self._cell(document, section, column, sizes, before.get(column.stage.id)) for column in columns
        )
        if isinstance(previous, EntriesBody) and list(map(id, cells)) == list(map(id, previous.cells)):
            return previous
        return EntriesBody(cells)

    def text_box(self, document: Document, record: Held, rectangle: QRectF, sizes: Sizes) -> TextBox | None:
        """Where the text of an entry is typed: from its place to the entry's right edge."""
        if not isinstance(record, Entry):
            return None
        right, down = self.text_place
        place = rectangle.topLeft() + QPointF(right, down)
        return TextBox(record.text, place, rectangle.width() - right, self.text_style(sizes), INK, SHEET)

    def text_style(self, sizes: Sizes) -> TextStyle:
        """In which the text of an entry is set."""
        return sizes.caption

    def read_typed(self, document: Document, record: Held, before: str) -> Typed | None:
        """What was typed is the text, and nothing else, unless a kind reads more in it."""
        return self.read_entry(document, record, before) if isinstance(record, Entry) else None

    def read_entry(self, document: Document, entry: Entry, before: str) -> Typed | None:
        """What the text of an entry stands for among its kind."""
        return None

    def words(self, document: Document, record: Held) -> str:
        """What is shown of an entry, in words."""
        return (
            entry_label(document, record, content_of(self.name).fields) if isinstance(record, Entry) else ""
        )

    def in_table(self, record: Held) -> str:
        """What is shown of an entry and has a place in a table."""
        return tabulated(record, content_of(self.name).fields) if isinstance(record, Entry) else ""

    def made_of(self, document: Document, section: Section, entries: tuple[Entry, ...]) -> tuple[object, ...]:
        """What the drawing of a cell depends on, beside its column."""
        return (entries,)

    def draw(
        self,
        document: Document,
        section: Section,
        column: Column,
        entries: tuple[Entry, ...],
        sizes: Sizes,
    ) -> Drawn:
        """The entries of a cell, of which there is one at least."""
        room, boxes = room_in(column), []
        drawn: list[Batch] = []
        y = room.top()
        for entry in entries:
            place = QRectF(room.left(), y, room.width(), 0)
            batches, height = self.draw_entry(document, entry, place, sizes)
            drawn += batches
            boxes.append(Box(entry.id, QRectF(room.left(), y, room.width(), height)))
            y += height + self.gap
        return Drawn(tuple(boxes), y - self.gap, tuple(drawn))

    def draw_entry(
        self, document: Document, entry: Entry, room: QRectF, sizes: Sizes
    ) -> tuple[Sequence[Batch], float]:
        """An entry from the top of its room on, whose height says nothing, and how high it is."""
        raise NotImplementedError

    def _cell(
        self, document: Document, section: Section, column: Column, sizes: Sizes, before: Cell | None
    ) -> Cell:
        entries = document.entries(section.id, column.stage.id)
        made_of = (self.name, *self.made_of(document, section, entries))
        if before is not None and before.column[1:] == column[1:] and before.made_of == made_of:
            return before
        drawn = self.draw(document, section, column, entries, sizes) if entries else Drawn((), 0.0, ())
        return Cell(column, made_of, drawn)


def room_in(column: Column) -> QRectF:
    """The part of a column that content may take; its height says nothing."""
    return QRectF(column.x + CELL_PADDING, CELL_PADDING, column.width - 2 * CELL_PADDING, 0)
