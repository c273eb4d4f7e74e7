"""How the notes of a cell stand, as their section has it: filling it, paper-sized, or as a list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from app.drawing.grid import Column
from app.drawing.note import listed_height, note_height
from app.drawing.sections.notes.filling import Line, Size, filled
from app.drawing.sections.notes.note_needs import height_at, need_of
from app.drawing.theme import NOTE_GAP, NOTE_WIDTH
from app.model.records import Id, Note, Picture, Standing

BAND = 24
"""Lines of notes that are drawn together: more than most cells have."""
MOST_TOGETHER = 24
"""Notes that are divided among lines together; of more in a cell, each line shares the width on its own."""
LIST_GAP = 6.0

T = TypeVar("T")
Pictures = Mapping[Id | None, Picture]


def room_of(column: Column) -> float:
    """How wide the notes of a cell and the gaps between them are."""
    return column.width - 2 * column.padding


def gap_below(standing: Standing) -> float:
    """Between one line of notes and the next."""
    return LIST_GAP if standing == "list" else NOTE_GAP


def band_size(standing: Standing, column: Column, count: int) -> int:
    """How many notes of a cell are laid out and drawn together: whole lines."""
    if standing == "list":
        return BAND
    if standing == "fill" and count <= MOST_TOGETHER:
        return MOST_TOGETHER
    return abreast(column) * BAND


def abreast(column: Column) -> int:
    """How many notes of paper's width stand side by side."""
    return max(1, int((room_of(column) + NOTE_GAP) // (NOTE_WIDTH + NOTE_GAP)))


def lines_of(
    standing: Standing,
    column: Column,
    notes: Sequence[Note],
    pictures: Pictures,
    height: float,
    are_all: bool,
) -> Iterator[Line]:
    """Notes in lines. Those that fill a cell, and are all that it holds, are together at least so high."""
    room = room_of(column)
    shown = [(note, pictures.get(note.picture)) for note in notes]
    if standing == "list":
        yield from ((Size(room, listed_height(note, room, picture)),) for note, picture in shown)
    elif standing == "paper-sized":
        width = min(NOTE_WIDTH, room)
        sizes = [Size(width, note_height(note, width, picture)) for note, picture in shown]
        yield from _divided(sizes, abreast(column))
    else:
        for part in [shown] if are_all else _divided(shown, abreast(column)):
            lines = _filled(part, room, height if are_all else 0.0)
            # Wider, nearly all are no higher anyway, and to know it of each takes a third of the layout.
            is_exact = abreast(column) > 1 or bool(are_all and height)
            yield from lines if is_exact else _as_high_as_need_be(lines, part)


def _filled(notes: Sequence[tuple[Note, Picture | None]], room: float, height: float) -> Iterable[Line]:
    """Notes that fill their room; with broken words only where there is no other way."""
    for words_whole in (True, False):
        needs = [need_of(note, picture, words_whole) for note, picture in notes]
        lines = filled(needs, room, NOTE_GAP, height)
        if lines:
            return lines
    return [(Size(room, note_height(note, room, picture)),) for note, picture in notes]


def _as_high_as_need_be(
    lines: Iterable[Line], notes: Sequence[tuple[Note, Picture | None]]
) -> Iterator[Line]:
    """Lines no higher than their notes are in the widths that they have got.

    What a note needs is known at some widths only, of a text whose words alone do not tell its lines.
    """
    rest = iter(notes)
    for line in lines:
        height = max(
            min(size.height, height_at(note, size.width)) if picture is None else size.height
            for size, (note, picture) in zip(line, rest, strict=False)
        )
        yield tuple(size._replace(height=height) for size in line)


def _divided(things: Sequence[T], count: int) -> Iterator[tuple[T, ...]]:
    return (tuple(things[start : start + count]) for start in range(0, len(things), count))
