"""How a note looks in a room, to be read from afar: its sign left of its text, its marks right of it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import DisplayList, PlacedText, Texts
from app.drawing.framed import Framed, draw_framed, framed_in
from app.drawing.note import (
    PlacedNote,
    by_look,
    draw_emphasis,
    draw_feet_of,
    draw_fills,
    draw_shadows,
)
from app.drawing.note_foot import marks_width
from app.drawing.note_layers import FRAMES, MARKS, TEXT
from app.drawing.pieces import READABLE, glyph
from app.drawing.text import TextBlock, balanced, line_height, text_block
from app.drawing.theme import NOTE
from app.model.pictures import PictureStore
from app.model.records import Note, Picture

_TEXT_LEFT = 44.0
_SIGN_LEFT = 24.0
_RIGHT = 16.0
_PADDING = 10.0
"""Above and below the text."""
_HIGHEST_PICTURE = 130.0


def width_in_a_line(note: Note) -> float:
    """How wide a note is whose text stands in one line (of several, the longest)."""
    return _around(note) + text_block(note.text, NOTE).width + 1


def takes_one_line(note: Note, width: float) -> bool:
    """Whether a note's text stands in one line where the note is so wide."""
    # Counting lines costs a fraction of measuring one.
    return _block(note, width).height < line_height(NOTE) * 1.5


def large_height(note: Note, width: float, picture: Picture | None = None) -> float:
    """How high a note is at a width: it grows with its picture and its text, which is never clipped."""
    text = max(_block(note, width).height, line_height(NOTE))
    above = _framed(note, QRectF(0, 0, width, 0), picture).frame.height() + _PADDING if picture else 0.0
    return above + text + 2 * _PADDING


def draw_large_notes(notes: Sequence[PlacedNote], store: PictureStore) -> DisplayList:
    """Notes in the layers that they have on every map."""
    if not notes:
        return ()
    alike = by_look(notes)
    frames = [_framed(one.note, one.rectangle, one.picture) for one in notes if one.picture]
    return (
        *draw_shadows([placed.rectangle for placed in notes]),
        *draw_fills(alike),
        *draw_emphasis(notes, alike),
        *draw_framed(frames, store, FRAMES),
        *(
            glyph(look.sign, [_sign_place(placed) for placed in found], look.sign_ink, MARKS)
            for look, found in alike.items()
        ),
        *draw_feet_of(alike, one_line=True),
        *(
            Texts([_text(placed) for placed in found], look.ink, seen_from=READABLE, layer=TEXT)
            for look, found in alike.items()
        ),
    )


def _around(note: Note) -> float:
    """What a note takes beside its text."""
    return _TEXT_LEFT + _RIGHT + marks_width(note)


def _block(note: Note, width: float) -> TextBlock:
    return text_block(note.text, NOTE, _room(note, width))


def _room(note: Note, width: float) -> float:
    """How wide the text of a note may be that is so wide."""
    return max(width - _around(note), 1.0)


def _text_top(placed: PlacedNote) -> float:
    """Text is in the middle of what is left under the picture: notes of a line are equally high."""
    note, rectangle, picture = placed[:3]
    block = _block(note, rectangle.width())
    top = _framed(note, rectangle, picture).frame.bottom() if picture else rectangle.top()
    return top + (rectangle.bottom() - top - block.height) / 2


def _text(placed: PlacedNote) -> PlacedText:
    block = balanced(placed.note.text, NOTE, _room(placed.note, placed.rectangle.width()))
    return PlacedText(placed.rectangle.left() + _TEXT_LEFT, _text_top(placed), block)


def _sign_place(placed: PlacedNote) -> QPointF:
    return QPointF(placed.rectangle.left() + _SIGN_LEFT, _text_top(placed) + line_height(NOTE) / 2)


def _framed(note: Note, rectangle: QRectF, picture: Picture) -> Framed:
    left, top = rectangle.left() + _PADDING, rectangle.top() + _PADDING
    return framed_in(picture, left, top, rectangle.width() - 2 * _PADDING, _HIGHEST_PICTURE)
