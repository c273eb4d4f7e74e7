"""How a sticky note looks: its fill and shadow, its text, and the marks at its foot."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.assumed import draw_dashed_edges, draw_tabs
from app.drawing.display import Batch, DisplayList, PlacedText, Rectangles, Texts
from app.drawing.framed import Framed, draw_framed, framed_in
from app.drawing.lazy_sequence import LazySequence
from app.drawing.note_foot import (
    InFoot,
    Item,
    draw_feet,
    foot_lines,
    foot_of,
    is_marked,
    marks_width,
    more_foot,
    votes_box,
)
from app.drawing.note_layers import EDGES, FILLS, FRAMES, MARKS, SHADOWS, TEXT
from app.drawing.note_looks import LIT, STRESSED, Emphasis, MadeOf, NoteLook, look_made_of, look_of, made_of
from app.drawing.pieces import READABLE, glyph
from app.drawing.text import TextBlock, line_height, text_block
from app.drawing.theme import (
    NOTE,
    NOTE_FOOT,
    NOTE_HEIGHT,
    NOTE_PADDING,
    NOTE_RADIUS,
    SHADOW_FAR,
    SHADOW_NEAR,
    Colour,
)
from app.model.pictures import PictureStore
from app.model.records import Note, Picture

HIGHEST = 260.0
"""How high a note's picture may be."""

_ABOVE_TEXT = 8.0
_UNDER_PICTURE = 12.0
"""How much lower a note's text stands than its picture, counted with what is free at its top otherwise."""
_SHADOWED = 0.25
"""Pixels a map unit from which on a shadow is more than a pixel high."""


NOTE_BESIDE = 2 * NOTE_PADDING
"""What is free at both sides of a note's text."""
LISTED_ABOVE = 5.0
_LISTED_BEFORE = NOTE_PADDING + 28.0
"""Where the text of a listed note begins: after its sign."""


class PlacedNote(NamedTuple):
    """A note, where it lies, the picture that it shows, whether it is a line of a list, why it stands out."""

    note: Note
    rectangle: QRectF
    picture: Picture | None = None
    is_listed: bool = False
    emphasis: Emphasis | None = None

    @property
    def look(self) -> NoteLook:
        return look_of(self.note, self.emphasis)


def note_height(note: Note, width: float, picture: Picture | None = None) -> float:
    """How high a note is at a width: it grows with its picture and its text, which is never clipped."""
    height = note_text(note, width).height
    if picture is not None:
        frame = _framed(QRectF(0, 0, width, 0), picture).frame
        height = frame.height() + (_UNDER_PICTURE + height if note.text.strip() else 0.0)
    return max(NOTE_HEIGHT, NOTE_PADDING + height + NOTE_FOOT + more_foot(note, width))


def listed_height(note: Note, width: float, picture: Picture | None = None) -> float:
    """How high a line of a list is, with its picture where it has one."""
    above = picture_height(picture, True) if picture is not None else 0.0
    return above + note_text(note, width, True).height + 2 * LISTED_ABOVE


def note_text(note: Note, width: float, is_listed: bool = False) -> TextBlock:
    """The text of a note that is so wide."""
    return text_block(note.text, NOTE, width - beside_text(note, is_listed))


def beside_text(note: Note, is_listed: bool) -> float:
    """What is free at both sides of a note's text; in a list its sign and its marks stand there."""
    return _LISTED_BEFORE + NOTE_PADDING + marks_width(note) if is_listed else NOTE_BESIDE


def picture_height(picture: Picture, is_over_text: bool) -> float:
    """How much higher a picture makes a note, however wide that is."""
    frame = _framed(QRectF(0, 0, 1e6, 0), picture).frame
    return frame.height() + (_UNDER_PICTURE if is_over_text else 0.0)


def draw_notes(notes: Sequence[PlacedNote], store: PictureStore) -> DisplayList:
    """Notes in layers: shadows, fills by look, edges, pictures, glyphs, marks, texts."""
    if not notes:
        return ()
    alike = by_look(notes)
    return (
        *draw_shadows(_places(notes)),
        *draw_fills(alike),
        *draw_emphasis(notes, alike),
        *draw_framed([_framed(one.rectangle, one.picture) for one in notes if one.picture], store, FRAMES),
        *(
            glyph(look.sign, LazySequence(partial(_glyph_places, found)), look.sign_ink, MARKS)
            for look, found in alike.items()
        ),
        *draw_feet_of(alike),
        *(
            Texts(LazySequence(partial(_texts, found)), ink, seen_from=READABLE, layer=TEXT)
            for ink, found in _by_ink(alike).items()
        ),
    )


def by_look(notes: Iterable[PlacedNote]) -> dict[NoteLook, list[PlacedNote]]:
    """The notes that look alike together, so that they are painted so."""
    # A look is much to be compared, of each of thousands of notes; what it follows from is little.
    alike: dict[MadeOf, list[PlacedNote]] = defaultdict(list)
    for placed in notes:
        alike[made_of(placed.note, placed.emphasis)].append(placed)
    found: dict[NoteLook, list[PlacedNote]] = defaultdict(list)
    for key, placed_alike in alike.items():
        found[look_made_of(*key)] += placed_alike
    return found


def _by_ink(alike: Mapping[NoteLook, Sequence[PlacedNote]]) -> dict[Colour, list[PlacedNote]]:
    found: dict[Colour, list[PlacedNote]] = defaultdict(list)
    for look, notes in alike.items():
        found[look.ink] += notes
    return found


def draw_fills(alike: Mapping[NoteLook, Sequence[PlacedNote]]) -> Iterator[Batch]:
    """What lies under all that stands on notes, with the edges and tabs of assumptions."""
    for look, notes in alike.items():
        rectangles = _places(notes)
        yield Rectangles(rectangles, fill=look.fill, radius=NOTE_RADIUS, layer=FILLS)
        if look.is_assumed:
            yield from draw_dashed_edges(rectangles, look.frame_ink, EDGES)
            yield from draw_tabs(rectangles, look.frame_ink, MARKS)


def draw_emphasis(
    notes: Sequence[PlacedNote], alike: Mapping[NoteLook, Sequence[PlacedNote]]
) -> Iterator[Batch]:
    """Edges of notes that somebody stresses, and around what leads to a moment of truth."""
    if any(look.is_emphasised for look in alike):
        stressed = [placed.rectangle for placed in notes if placed.note.emphasis]
        yield Rectangles(stressed, stroke=STRESSED, radius=NOTE_RADIUS, layer=EDGES)
    lit = [placed.rectangle for placed in notes if placed.emphasis == "leading"]
    if lit:
        yield Rectangles(lit, stroke=LIT, radius=NOTE_RADIUS, layer=EDGES)


def _places(notes: Sequence[PlacedNote]) -> list[QRectF]:
    return [placed.rectangle for placed in notes]


def text_place(rectangle: QRectF, picture: Picture | None = None, is_listed: bool = False) -> QPointF:
    """Where a note's text begins: at its top, or under its picture."""
    if is_listed:
        return rectangle.topLeft() + QPointF(
            _LISTED_BEFORE, LISTED_ABOVE + (picture_height(picture, True) if picture is not None else 0.0)
        )
    if picture is not None:
        return QPointF(
            rectangle.left() + NOTE_PADDING, _framed(rectangle, picture).frame.bottom() + _ABOVE_TEXT
        )
    return rectangle.topLeft() + QPointF(NOTE_PADDING, NOTE_PADDING - 4)


def votes_place(note: Note, rectangle: QRectF, is_listed: bool = False) -> QRectF | None:
    """Where a note's votes are drawn."""
    return votes_box(_in_foot(PlacedNote(note, rectangle, is_listed=is_listed)))


def draw_feet_of(alike: Mapping[NoteLook, Sequence[PlacedNote]], one_line: bool = False) -> Iterator[Batch]:
    """What stands at the feet of notes; all in one line where text stands beside it."""
    for look, notes in alike.items():
        feet = [_in_foot(placed, one_line) for placed in notes if is_marked(placed.note)]
        yield from draw_feet(feet, look.frame_ink, look.sign_ink, look.words_ink)


def _in_foot(placed: PlacedNote, one_line: bool = False) -> InFoot:
    note, rectangle = placed.note, placed.rectangle
    if one_line or placed.is_listed:
        lines: tuple[tuple[Item, ...], ...] = (foot_of(note).short,)
    else:
        lines = foot_lines(note, rectangle.width())
    corner = QPointF(rectangle.right() - NOTE_PADDING, rectangle.bottom() - NOTE_PADDING - 2)
    return InFoot(note, lines, corner, rectangle)


def _framed(rectangle: QRectF, picture: Picture) -> Framed:
    """A note's picture, in the middle above its text."""
    room = rectangle.width() - 2 * NOTE_PADDING
    framed = framed_in(
        picture, rectangle.left() + NOTE_PADDING, rectangle.top() + NOTE_PADDING, room, HIGHEST
    )
    framed.frame.translate((room - framed.frame.width()) / 2, 0)
    return framed


def draw_shadows(rectangles: Sequence[QRectF]) -> Iterator[Batch]:
    """Only as high as they are seen below the notes that cover them."""
    far, near = (
        LazySequence(partial(_feet, rectangles, 0, 6)),
        LazySequence(partial(_feet, rectangles, 0.5, 2.5)),
    )
    yield Rectangles(far, fill=SHADOW_FAR, radius=NOTE_RADIUS, seen_from=_SHADOWED, layer=SHADOWS)
    yield Rectangles(near, fill=SHADOW_NEAR, radius=NOTE_RADIUS, seen_from=_SHADOWED, layer=SHADOWS)


def _feet(rectangles: Sequence[QRectF], beside: float, below: float) -> list[QRectF]:
    return [
        rectangle.adjusted(-beside, rectangle.height() - 2 * NOTE_RADIUS, beside, below)
        for rectangle in rectangles
    ]


def _glyph_place(placed: PlacedNote) -> QPointF:
    """At a note's foot; in a list beside the first line of its text."""
    if placed.is_listed:
        place = text_place(placed.rectangle, placed.picture, is_listed=True)
        return QPointF(placed.rectangle.left() + NOTE_PADDING + 9, place.y() + line_height(NOTE) / 2)
    return placed.rectangle.bottomLeft() + QPointF(NOTE_PADDING + 9, -NOTE_PADDING - 2)


def _glyph_places(notes: Sequence[PlacedNote]) -> list[QPointF]:
    return [_glyph_place(placed) for placed in notes]


def _texts(notes: Sequence[PlacedNote]) -> list[PlacedText]:
    texts = []
    for placed in notes:
        place = text_place(placed.rectangle, placed.picture, placed.is_listed)
        texts.append(PlacedText(place.x(), place.y(), _block(placed)))
    return texts


def _block(placed: PlacedNote) -> TextBlock:
    """The text of a note; bolder where it stands out so, if it takes no more lines then."""
    block = note_text(placed.note, placed.rectangle.width(), placed.is_listed)
    weight = placed.look.weight
    if weight == NOTE.weight:
        return block
    bold = text_block(block.text, NOTE._replace(weight=weight), block.available)
    return bold if bold.line_count == block.line_count and not bold.cuts else block
