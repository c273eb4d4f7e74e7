"""Sticky notes, laid out: in each cell they stand in lines, as their section has it (`notes_standing`)."""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property
from itertools import zip_longest
from operator import eq
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.display import DisplayList
from app.drawing.emphasis import Standout
from app.drawing.grid import Column
from app.drawing.note import PlacedNote, draw_notes
from app.drawing.note_looks import Emphasis
from app.drawing.sections.kind import Box, Flow, Span
from app.drawing.sections.notes.filling import Size
from app.drawing.sections.notes.notes_standing import Pictures, band_size, gap_below, lines_of
from app.drawing.theme import CELL_PADDING, NOTE_GAP, NOTE_HEIGHT
from app.model.document import Document
from app.model.records import Id, Note, Picture, Section, Standing

NOTHING: Mapping[Id, Emphasis] = {}


class Manner(NamedTuple):
    """How the notes of a section stand, and how high those of a cell are together at least."""

    standing: Standing
    height: float

    @classmethod
    def of(cls, section: Section) -> "Manner":
        return cls(section.standing, max((section.height or 0.0) - 2 * CELL_PADDING, 0.0))


def first_note(section: Section, column: Column) -> Size:
    """How large the first note of an empty cell is before anything is written on it."""
    manner = Manner.of(section)
    note = Note(id="next", section=section.id, stage=column.stage.id)
    return next(iter(lines_of(manner.standing, column, (note,), {}, manner.height, are_all=True)))[0]


class NotesBody:
    """The cells of a section of notes."""

    flow: Flow = "side by side"

    def __init__(
        self,
        section: Section,
        columns: Sequence[Column],
        cells: tuple["CellLayout", ...],
        emphasis: Mapping[Id, Emphasis] = NOTHING,
    ) -> None:
        self.cells = cells
        self.section = section
        self.emphasis = emphasis
        """Why which of its notes stand out."""
        self.standout = Standout.joined(cell.standout for cell in cells)
        self._manner = Manner.of(section)
        self._columns = columns
        self._bands = tuple(band for cell in cells for band in cell.bands)
        self._places = [(Note.kind, section.id, cell.column.stage.id) for cell in cells]
        self._notes = [cell.notes for cell in cells]
        self.height = max((cell.height for cell in cells), default=0.0) or NOTE_HEIGHT + 2 * CELL_PADDING

    def emphasised(self, document: Document, emphasis: Mapping[Id, Emphasis]) -> "NotesBody":
        """The same with these notes standing out and no others; itself, where they do."""
        if not emphasis and not self.emphasis:
            return self
        changed = {id for id in emphasis.keys() | self.emphasis.keys()
                   if emphasis.get(id) != self.emphasis.get(id)}  # fmt: skip
        mine = {id: emphasis[id] for id in emphasis if self._holds(document, id)}
        if not any(id in mine or id in self.emphasis for id in changed):
            return self
        cells = tuple(
            cell_layout(document, cell.column, cell.notes, self._manner, cell, mine) for cell in self.cells
        )
        return NotesBody(self.section, self._columns, cells, mine)

    def _holds(self, document: Document, note: Id) -> bool:
        found = document.find(note)
        return isinstance(found, Note) and found.section == self.section.id

    def is_made_of(self, document: Document, section: Section, columns: Sequence[Column]) -> bool:
        """Whether the document's notes and columns are those that were laid out here."""
        if columns is not self._columns or Manner.of(section) != self._manner:
            return False
        # Asked of every section after every edit, so without a loop of Python's own.
        return all(map(eq, map(document.siblings, self._places), self._notes))

    def pieces(self, height: float) -> Sequence[Span]:
        return self._bands

    def boxes(self, left: float, right: float, height: float) -> Iterator[Box]:
        for band in self._bands:
            if band.left < right and band.right > left:
                yield from band.boxes


class CellLayout:
    """The notes of one cell, in bands of some lines each: most of a cell of ten thousand is out of view."""

    def __init__(
        self,
        document: Document,
        column: Column,
        notes: tuple[Note, ...],
        manner: Manner,
        before: "CellLayout | None",
        emphasis: Mapping[Id, Emphasis],
    ) -> None:
        self.column = column
        self.notes = notes
        self.manner = manner
        known = before.bands if before is not None else ()
        self.bands: tuple[NoteBlock, ...] = tuple(_bands(document, column, notes, manner, known, emphasis))
        self.standout = Standout.joined(band.standout for band in self.bands)
        self.height: float = self.bands[-1].bottom - NOTE_GAP / 2 + CELL_PADDING if self.bands else 0.0


class NoteBlock:
    """Some lines of notes, one below the other, with their rectangles; drawn on their own."""

    def __init__(
        self,
        document: Document,
        column: Column,
        notes: tuple[Note, ...],
        top: float,
        manner: Manner,
        are_all: bool,
        emphasis: Mapping[Id, Emphasis],
    ) -> None:
        self.left, self.right = column.x, column.right
        self.notes = notes
        self.top = top
        # A picture never changes under its id, so a band whose notes are the same shows the same.
        self._pictures = _pictures_of(document, notes)
        self._store = document.picture_store
        self._standing = manner.standing
        self.are_all = are_all
        self.emphasis = emphasis
        self.standout = Standout.of(notes)
        lines = lines_of(manner.standing, column, notes, self._pictures, manner.height, are_all)
        gap = gap_below(manner.standing)
        sizes, y = [], top + NOTE_GAP / 2
        for line in lines:
            x = column.x + column.padding
            for size in line:
                sizes.append(QRectF(x, y, size.width, size.height))
                x += size.width + NOTE_GAP
            y += max(size.height for size in line) + gap
        self.boxes = tuple(Box(note.id, place) for note, place in zip(notes, sizes, strict=True))
        self.bottom = y - gap + NOTE_GAP / 2

    def emphasised(self, emphasis: Mapping[Id, Emphasis]) -> "NoteBlock":
        """The same notes at the same places, of which others stand out."""
        other = copy(self)
        other.emphasis = emphasis
        other.__dict__.pop("display_list", None)
        return other

    @cached_property
    def display_list(self) -> DisplayList:
        placed = [
            PlacedNote(
                note,
                box.rectangle,
                self._pictures.get(note.picture),
                self._standing == "list",
                self.emphasis.get(note.id),
            )
            for note, box in zip(self.notes, self.boxes, strict=True)
        ]
        return draw_notes(placed, self._store)


def cell_layout(
    document: Document,
    column: Column,
    notes: tuple[Note, ...],
    manner: Manner,
    before: CellLayout | None,
    emphasis: Mapping[Id, Emphasis] = NOTHING,
) -> CellLayout:
    if before is None or before.column[1:] != column[1:] or before.manner != manner:
        return CellLayout(document, column, notes, manner, None, emphasis)
    if before.notes == notes and not any(_is_other(band, band.notes, emphasis) for band in before.bands):
        return before
    return CellLayout(document, column, notes, manner, before, emphasis)


def _among(notes: Sequence[Note], emphasis: Mapping[Id, Emphasis]) -> Mapping[Id, Emphasis]:
    """Which of some notes stand out."""
    return {note.id: emphasis[note.id] for note in notes if note.id in emphasis} if emphasis else {}


def _is_other(band: "NoteBlock", notes: tuple[Note, ...], emphasis: Mapping[Id, Emphasis]) -> bool:
    """Whether other notes of a band stand out than did."""
    if not emphasis and not band.emphasis:
        return False
    return _among(notes, emphasis) != band.emphasis


def _pictures_of(document: Document, notes: tuple[Note, ...]) -> Pictures:
    """The pictures that notes show, by their ids."""
    shown = [document.find(note.picture) for note in notes if note.picture]
    return {picture.id: picture for picture in shown if isinstance(picture, Picture)}


def _bands(
    document: Document,
    column: Column,
    notes: tuple[Note, ...],
    manner: Manner,
    before: Sequence[NoteBlock],
    emphasis: Mapping[Id, Emphasis],
) -> Iterator[NoteBlock]:
    """The notes in bands, those taken over that hold the same notes at the same height."""
    size = band_size(manner.standing, column, len(notes))
    top = CELL_PADDING - NOTE_GAP / 2
    for start, known in zip_longest(range(0, len(notes), size), before):
        if start is None:
            return
        held = notes[start : start + size]
        are_all = len(held) == len(notes)
        is_same = known is not None and (known.top, known.are_all) == (top, are_all) and known.notes == held
        if known is None or not is_same:
            known = NoteBlock(document, column, held, top, manner, are_all, _among(held, emphasis))
        elif _is_other(known, held, emphasis):
            known = known.emphasised(_among(held, emphasis))
        yield known
        top = known.bottom
