"""Sections of sticky notes: in each cell the notes stand side by side, as many as the stage is wide."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from PySide6.QtCore import QRectF

from app.drawing.display import DisplayList
from app.drawing.grid import Column
from app.drawing.note import draw_notes, note_height
from app.drawing.sections.kind import Body, Box, Span
from app.drawing.theme import CELL_PADDING, NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH
from app.model.document import Document
from app.model.records import Id, Note, Section
from app.model.text import one_line


class Notes:
    name = "notes"
    title = "Notes"
    glyph = "action"
    hint = "Sticky notes: goals, actions, touchpoints, pain points …"

    def lay_out(
        self, document: Document, section: Section, columns: Sequence[Column], previous: Body | None
    ) -> Body:
        before = {}
        if isinstance(previous, NotesBody):
            if previous.is_made_of(document, columns):
                return previous
            before = {cell.column.stage.id: cell for cell in previous.cells}
        cells = [
            _cell(column, document.notes(section.id, column.stage.id), before.get(column.stage.id))
            for column in columns
        ]
        return NotesBody(section.id, columns, tuple(cells))

    def describe(self, document: Document, section: Id, stage: Id) -> str:
        return "; ".join(one_line(note.text) or "an empty note" for note in document.notes(section, stage))


class NotesBody:
    """The cells of a section of notes."""

    def __init__(self, section: Id, columns: Sequence[Column], cells: tuple["CellLayout", ...]) -> None:
        self.cells = cells
        self._columns = columns
        self._content = [((Note.kind, section, cell.column.stage.id), cell.notes) for cell in cells]
        self.height = max((cell.height for cell in cells), default=0.0) or NOTE_HEIGHT + 2 * CELL_PADDING
        self.colours = frozenset[str]().union(*(cell.colours for cell in cells))

    def is_made_of(self, document: Document, columns: Sequence[Column]) -> bool:
        """Whether the document's notes and columns are the very ones that were laid out here."""
        return columns is self._columns and all(
            document.siblings(place) is notes for place, notes in self._content
        )

    def pieces(self, height: float) -> Sequence[Span]:
        return self.cells

    def boxes(self, left: float, right: float, height: float) -> Iterator[Box]:
        for cell in self.cells:
            if cell.column.x < right and cell.column.right > left:
                yield from cell.boxes


class CellLayout:
    """The notes of one cell with their rectangles."""

    def __init__(self, column: Column, notes: tuple[Note, ...]) -> None:
        self.column = column
        self.notes = notes
        self.colours = {note.colour for note in notes}
        self.boxes, self.height = _flow(column, notes)

    @property
    def left(self) -> float:
        return self.column.x

    @property
    def right(self) -> float:
        return self.column.right

    @cached_property
    def display_list(self) -> DisplayList:
        return draw_notes(list(zip(self.notes, (box.rectangle for box in self.boxes), strict=True)))


def note_width(column_width: float) -> float:
    """How wide notes are in a column."""
    return min(NOTE_WIDTH, column_width - 2 * CELL_PADDING)


def _cell(column: Column, notes: tuple[Note, ...], before: CellLayout | None) -> CellLayout:
    if before is not None and before.notes is notes and before.column[1:] == column[1:]:
        return before
    return CellLayout(column, notes)


def _flow(column: Column, notes: tuple[Note, ...]) -> tuple[tuple[Box, ...], float]:
    """The notes in lines from left to right, each line as high as its highest note."""
    room = column.width - 2 * CELL_PADDING
    a_line = max(1, int((room + NOTE_GAP) // (NOTE_WIDTH + NOTE_GAP)))
    width = note_width(column.width)
    boxes = []
    y = CELL_PADDING
    for start in range(0, len(notes), a_line):
        line = notes[start : start + a_line]
        heights = [note_height(note, width) for note in line]
        for index, (note, height) in enumerate(zip(line, heights, strict=True)):
            x = column.x + CELL_PADDING + index * (width + NOTE_GAP)
            boxes.append(Box(note.id, QRectF(x, y, width, height)))
        y += max(heights) + NOTE_GAP
    return tuple(boxes), (y - NOTE_GAP + CELL_PADDING if notes else 0.0)
