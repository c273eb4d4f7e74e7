"""Notes of impact × effort: their texts, the numbers by which people name them, and their votes."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.drawing.display import Batch, DisplayList, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.glyphs import circle
from app.drawing.text import TextBlock, balanced, least_width, text_block
from app.drawing.theme import (
    DISC,
    INK,
    NOTE_FILLS,
    NOTE_SIGN_INKS,
    ON_DISC,
    SHADOW_FAR,
    SHADOW_NEAR,
    SHEET,
    Colour,
    TextStyle,
)
from app.language.numbers import written
from app.model.analysis.matrix_notes import MatrixNote
from app.model.records import NoteColour
from app.model.words import shortened

TEXT = 30.0
"""How large the text of a note is."""
_ON_PLANE, _WIDEST, _PADDING, _ABOVE = 272.0, 360.0, 22.0, 19.0
_DISC = 21.0
_RING = 2.5
_PILL, _IN_PILL, _DOT = 42.0, 15.0, 6.5
_RADIUS = 8.0
_FULL = 0.42
"""How much of the plane notes may cover before they get smaller."""
_LONGEST = 160
"""Characters of a note that are shown: beyond them nobody reads on from afar."""


class Sticky(NamedTuple):
    """A note, and where it lies."""

    one: MatrixNote
    place: QRectF
    times: float = 1.0
    """How large it is drawn."""


def sticky_size(one: MatrixNote, times: float = 1.0, width: float = 0.0) -> QSizeF:
    """How large a note is: of a width, or on the plane as wide as its longest word may want it."""
    wide = width or _width_on_plane(one.note.text, times)
    return QSizeF(wide, _block(one.note.text, times, wide).height + 2 * _ABOVE * times)


def _width_on_plane(text: str, times: float) -> float:
    least = least_width(shortened(text, _LONGEST), TextStyle(round(TEXT * times))) + 2 * _PADDING * times + 1
    return max(_ON_PLANE * times, min(least, _WIDEST * times))


def times_on(plane: QRectF, notes: Sequence[MatrixNote], least: float) -> float:
    """How large notes are drawn, so that many have room; never smaller than asked for."""
    area = sum(size.width() * size.height() for size in map(sticky_size, notes))
    free = plane.width() * plane.height() * _FULL
    times = sqrt(free / area) if area > free else 1.0
    # In steps, so that one note more does not change the looks of all.
    return max(round(times * 20) / 20, least) if times < 1 else 1.0


def draw_stickies(stickies: Sequence[Sticky]) -> DisplayList:
    """Each over those before it, with what stands on its edge."""
    return tuple(batch for sticky in stickies for batch in _drawn(sticky))


def _drawn(sticky: Sticky) -> Iterator[Batch]:
    one, place, times = sticky
    block = _block(one.note.text, times, place.width())
    fill = NOTE_FILLS[one.note.colour]
    yield Rectangles([place.adjusted(-1, 2, 1, 6 * times)], fill=SHADOW_FAR, radius=_RADIUS * times)
    yield Rectangles([place.adjusted(0, 1, 0, 2.5 * times)], fill=SHADOW_NEAR, radius=_RADIUS * times)
    yield Rectangles([place], fill=fill, radius=_RADIUS * times)
    at = place.topLeft() + QPointF(_PADDING, _ABOVE) * times
    yield Texts([PlacedText(at.x(), at.y(), block)], INK)
    yield from draw_on_edge(sticky)


def draw_on_edge(sticky: Sticky) -> Iterator[Batch]:
    """What stands on a note's upper edge: its number, and its votes."""
    one, place, times = sticky
    yield from _disc(str(one.number), place.topLeft() + QPointF(1, -2) * times, times)
    if one.votes:
        yield from _pill(one.votes, place.topRight() + QPointF(-2, 1) * times, one.note.colour, times)


def _disc(label: str, middle: QPointF, times: float) -> Iterator[Batch]:
    block = text_block(label, TextStyle(round(24 * times), 700))
    radius = _DISC * times
    wide = max(block.width + radius * 0.9, 2 * radius)
    area = QRectF(middle.x() - wide / 2, middle.y() - radius, wide, 2 * radius)
    ring = area.adjusted(*(sign * _RING * times for sign in (-1, -1, 1, 1)))
    yield Rectangles([ring], fill=SHEET, radius=ring.height() / 2)
    yield Rectangles([area], fill=DISC, radius=radius)
    yield Texts([PlacedText(middle.x() - block.width / 2, middle.y() - block.height / 2, block)], ON_DISC)


def _pill(votes: int, right: QPointF, colour: NoteColour, times: float) -> Iterator[Batch]:
    """Votes on a note's upper edge: a number and a dot."""
    ink = NOTE_SIGN_INKS[colour]
    block = text_block(written(votes), TextStyle(round(26 * times), 700))
    high, pad, dot = _PILL * times, _IN_PILL * times, _DOT * times
    wide = 2 * pad + block.width + 2 * dot + 5 * times
    area = QRectF(right.x() - wide, right.y() - high / 2, wide, high)
    yield Rectangles([area], fill=SHEET, stroke=Stroke(ink.mixed(SHEET, 0.25), 2.2 * times), radius=high / 2)
    yield Texts([PlacedText(area.left() + pad, area.center().y() - block.height / 2, block)], ink)
    yield Paths(circle(dot), [QPointF(area.right() - pad - dot, area.center().y())], fill=ink)


def draw_slot(place: QRectF, number: int, ink: Colour, edge: Colour) -> DisplayList:
    """The place in the tray that a note has left that is in somebody's hand."""
    block = text_block(str(number), TextStyle(TEXT, 600))
    middle = place.center()
    return (
        Rectangles([place], stroke=Stroke(edge, 2.5, (10.0, 7.0)), radius=_RADIUS),
        Texts([PlacedText(middle.x() - block.width / 2, middle.y() - block.height / 2, block)], ink),
    )


@lru_cache(maxsize=4096)
def _block(text: str, times: float, width: float) -> TextBlock:
    style = TextStyle(round(TEXT * times))
    return balanced(shortened(text, _LONGEST), style, width - 2 * _PADDING * times)
