"""Sticky notes, laid out: in each cell they stand side by side, as many as the stage is wide."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import zip_longest
from operator import is_

from PySide6.QtCore import QRectF

from app.drawing.display import DisplayList
from app.drawing.grid import Column
from app.drawing.note import PlacedNote, draw_notes, note_height
from app.drawing.sections.kind import Box, Flow, Span
from app.drawing.theme import CELL_PADDING, NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH
from app.model.document import Document
from app.model.records import Id, Note, Picture

BAND = 24
"""Lines of notes that are drawn together: more than most cells have."""


class NotesBody:
    """The cells of a section of notes."""

    flow: Flow = "side by side"

    def __init__(self, section: Id, columns: Sequence[Column], cells: tuple["CellLayout", ...]) -> None:
        self.cells = cells
        self._columns = columns
        self._bands = tuple(band for cell in cells for band in cell.bands)
        self._places = [(Note.kind, section, cell.column.stage.id) for cell in cells]
        self._notes = [cell.notes for cell in cells]
        self.height = max((cell.height for cell in cells), default=0.0) or NOTE_HEIGHT + 2 * CELL_PADDING
        self.colours = frozenset[str]().union(*(cell.colours for cell in cells))

    def is_made_of(self, document: Document, columns: Sequence[Column]) -> bool:
        """Whether the document's notes and columns are the very ones that were laid out here."""
        # Asked of every section after every edit, so without a loop of Python's own.
        return columns is self._columns and all(map(is_, map(document.siblings, self._places), self._notes))

    def pieces(self, height: float) -> Sequence[Span]:
        return self._bands

    def boxes(self, left: float, right: float, height: float) -> Iterator[Box]:
        for band in self._bands:
            if band.left < right and band.right > left:
                yield from band.boxes


class CellLayout:
    """The notes of one cell, in bands of some lines each: most of a cell of ten thousand is out of view."""

    def __init__(
        self, document: Document, column: Column, notes: tuple[Note, ...], before: "CellLayout | None"
    ) -> None:
        self.column = column
        self.notes = notes
        self.bands: tuple[NoteBlock, ...] = tuple(
            _bands(document, column, notes, before.bands if before is not None else ())
        )
        self.colours: frozenset[str] = frozenset[str]().union(*(band.colours for band in self.bands))
        self.height: float = self.bands[-1].bottom - NOTE_GAP / 2 + CELL_PADDING if self.bands else 0.0


class NoteBlock:
    """Some lines of notes, one below the other, with their rectangles; drawn on their own."""

    def __init__(self, document: Document, column: Column, notes: tuple[Note, ...], top: float) -> None:
        self.left, self.right = column.x, column.right
        self.notes = notes
        self.top = top
        # A picture never changes under its id, so a band whose notes are the same shows the same.
        self._pictures = _pictures_of(document, notes)
        self._store = document.picture_store
        self.boxes, self.bottom = _flow(column, notes, self._pictures, top + NOTE_GAP / 2)
        self.colours = {note.colour for note in notes}

    @cached_property
    def display_list(self) -> DisplayList:
        placed = [
            PlacedNote(note, box.rectangle, self._pictures.get(note.picture))
            for note, box in zip(self.notes, self.boxes, strict=True)
        ]
        return draw_notes(placed, self._store)


def note_width(column_width: float) -> float:
    """How wide notes are in a column."""
    return min(NOTE_WIDTH, column_width - 2 * CELL_PADDING)


def cell_layout(
    document: Document, column: Column, notes: tuple[Note, ...], before: CellLayout | None
) -> CellLayout:
    if before is None or before.column[1:] != column[1:]:
        return CellLayout(document, column, notes, None)
    return before if before.notes is notes else CellLayout(document, column, notes, before)


def _pictures_of(document: Document, notes: tuple[Note, ...]) -> dict[Id | None, Picture]:
    """The pictures that notes show, by their ids."""
    shown = [document.find(note.picture) for note in notes if note.picture]
    return {picture.id: picture for picture in shown if isinstance(picture, Picture)}


def _a_line(column: Column) -> int:
    """How many notes stand side by side."""
    room = column.width - 2 * CELL_PADDING
    return max(1, int((room + NOTE_GAP) // (NOTE_WIDTH + NOTE_GAP)))


def _bands(
    document: Document, column: Column, notes: tuple[Note, ...], before: Sequence[NoteBlock]
) -> Iterator[NoteBlock]:
    """The notes in bands, those taken over that hold the same notes at the same height."""
    size = _a_line(column) * BAND
    top = CELL_PADDING - NOTE_GAP / 2
    for start, known in zip_longest(range(0, len(notes), size), before):
        if start is None:
            return
        held = notes[start : start + size]
        is_same = known is not None and known.top == top and known.notes == held
        band = known if known is not None and is_same else NoteBlock(document, column, held, top)
        yield band
        top = band.bottom


def _flow(
    column: Column, notes: tuple[Note, ...], pictures: dict[Id | None, Picture], y: float
) -> tuple[tuple[Box, ...], float]:
    """The notes in lines from left to right, each line as high as its highest note, and where they end."""
    a_line, width = _a_line(column), note_width(column.width)
    boxes = []
    for start in range(0, len(notes), a_line):
        line = notes[start : start + a_line]
        heights = [note_height(note, width, pictures.get(note.picture)) for note in line]
        for index, (note, height) in enumerate(zip(line, heights, strict=True)):
            x = column.x + CELL_PADDING + index * (width + NOTE_GAP)
            boxes.append(Box(note.id, QRectF(x, y, width, height)))
        y += max(heights) + NOTE_GAP
    return tuple(boxes), y - NOTE_GAP / 2
