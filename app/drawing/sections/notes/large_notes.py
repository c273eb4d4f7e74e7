"""Sticky notes set for a room: those of a cell share its width, so that two lines of text are the rule."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from operator import is_
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.display import DisplayList
from app.drawing.emphasis import Standout
from app.drawing.grid import Column
from app.drawing.large_note import draw_large_notes, large_height, takes_one_line, width_in_a_line
from app.drawing.note import PlacedNote
from app.drawing.note_looks import Emphasis
from app.drawing.sections.kind import Box, Flow, Span
from app.drawing.theme import CELL_PADDING
from app.model.document import Document
from app.model.records import Id, Note, Picture

GAP, EDGE = 14.0, 9.0
"""Between notes, and above and below all of them."""
_ABREAST = 4
_ALONE = 0.72
"""How much of the room a note takes that stands alone and needs more than half of it."""
_EMPTY = 64.0
"""The height of a row without notes."""


class LargeNotes:
    """The cells of a section of notes, each drawn when it is first seen."""

    flow: Flow = "side by side"

    def __init__(
        self,
        document: Document,
        section: Id,
        columns: Sequence[Column],
        before: "LargeNotes | None" = None,
    ) -> None:
        self._columns = columns
        self._places = [(Note.kind, section, column.stage.id) for column in columns]
        self._notes = [document.notes(section, column.stage.id) for column in columns]
        self.cells: tuple[LargeCell, ...]
        known = {cell.column[1:]: cell for cell in before.cells} if before is not None else {}
        self.cells = tuple(
            _cell(document, column, notes, known.get(column[1:]))
            for column, notes in zip(columns, self._notes, strict=True)
        )
        self.height = max((cell.bottom for cell in self.cells), default=0.0) or _EMPTY
        self.standout = Standout.of(note for notes in self._notes for note in notes)

    def emphasised(self, document: Document, emphasis: Mapping[Id, Emphasis]) -> "LargeNotes":
        """A room sees moments of truth by their colour and their star; nothing else stands out."""
        return self

    def is_made_of(self, document: Document, columns: Sequence[Column]) -> bool:
        """Whether the document's notes and columns are the very ones that were laid out here."""
        return columns is self._columns and all(map(is_, map(document.siblings, self._places), self._notes))

    def pieces(self, height: float) -> Sequence[Span]:
        return self.cells

    def boxes(self, left: float, right: float, height: float) -> Iterator[Box]:
        for cell in self.cells:
            if cell.left < right and cell.right > left:
                yield from cell.boxes


class LargeCell:
    """The notes of one cell with their rectangles."""

    def __init__(self, document: Document, column: Column, notes: tuple[Note, ...]) -> None:
        self.column = column
        self.notes = notes
        self.left, self.right, self.top = column.x, column.right, 0.0
        self._store = document.picture_store
        self._pictures = [_picture(document, note) for note in notes]
        self.boxes = tuple(_boxes(column, notes, self._pictures))
        self.bottom = self.boxes[-1].rectangle.bottom() + EDGE if self.boxes else 0.0

    @cached_property
    def display_list(self) -> DisplayList:
        placed = [
            PlacedNote(note, box.rectangle, picture, is_listed=True)
            for note, box, picture in zip(self.notes, self.boxes, self._pictures, strict=True)
        ]
        return draw_large_notes(placed, self._store)


class _Wanted(NamedTuple):
    note: Note
    picture: Picture | None
    width: float


def _cell(document: Document, column: Column, notes: tuple[Note, ...], before: LargeCell | None) -> LargeCell:
    return before if before is not None and before.notes is notes else LargeCell(document, column, notes)


def _picture(document: Document, note: Note) -> Picture | None:
    found = document.find(note.picture) if note.picture else None
    return found if isinstance(found, Picture) else None


def _boxes(column: Column, notes: Sequence[Note], pictures: Sequence[Picture | None]) -> Iterator[Box]:
    """The notes in lines from left to right, those of a line equally high."""
    room = column.width - 2 * CELL_PADDING
    y = EDGE
    for line in _lines(notes, pictures, room):
        widths = _widths(line, room)
        height = max(
            large_height(wanted.note, width, wanted.picture)
            for wanted, width in zip(line, widths, strict=True)
        )
        x = column.x + CELL_PADDING
        for wanted, width in zip(line, widths, strict=True):
            yield Box(wanted.note.id, QRectF(x, y, width, height))
            x += width + GAP
        y += height + GAP


def _lines(notes: Sequence[Note], pictures: Sequence[Picture | None], room: float) -> Iterator[list[_Wanted]]:
    """As many notes side by side as stand there in one line of text, or else two."""
    half = _half(room)
    line: list[_Wanted] = []
    used = 0.0
    for note, picture in zip(notes, pictures, strict=True):
        width = min(width_in_a_line(note), half) if takes_one_line(note, half) else half
        wanted = _Wanted(note, picture, width)
        if line and (used + GAP + wanted.width > room or len(line) == _ABREAST):
            yield line
            line, used = [], 0.0
        used += wanted.width + (GAP if line else 0.0)
        line.append(wanted)
    if line:
        yield line


def _widths(line: Sequence[_Wanted], room: float) -> list[float]:
    """One note takes half of the room, or more where its text is longer; two share it equally."""
    half = _half(room)
    if len(line) > 2:
        return [wanted.width for wanted in line]
    if len(line) == 2:
        return [half, half]
    note = line[0].note
    if takes_one_line(note, half):
        return [half]
    return [min(max(width_in_a_line(note), _ALONE * room), room)]


def _half(room: float) -> float:
    return (room - GAP) / 2
