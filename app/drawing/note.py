"""How a sticky note looks: its fill and shadow, its text, and the marks at its foot."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import (
    Batch,
    DisplayList,
    Lines,
    Links,
    Paths,
    PlacedLink,
    PlacedText,
    Rectangles,
    Stroke,
    Texts,
)
from app.drawing.framed import Framed, draw_framed, framed_in
from app.drawing.glyphs import circle
from app.drawing.lazy_sequence import LazySequence
from app.drawing.pieces import READABLE, glyph, stripes
from app.drawing.text import TextBlock, line_height, text_block
from app.drawing.theme import (
    INK,
    MARK,
    NOTE,
    NOTE_FILLS,
    NOTE_FOOT,
    NOTE_GLYPHS,
    NOTE_HEIGHT,
    NOTE_MARK_INK,
    NOTE_PADDING,
    NOTE_RADIUS,
    NOTE_STRIPES,
    SHADOW_FAR,
    SHADOW_NEAR,
)
from app.model.addresses import poster_address
from app.model.pictures import PictureStore
from app.model.records import Impact, Note, NoteColour, Picture
from app.model.verbs.personas import initials

HIGHEST = 260.0
"""How high a note's picture may be."""

_DOTS: dict[Impact, int] = {"trivial": 1, "work-around": 2, "abandon": 3}
_DOT = circle(4.5)
_DOT_STEP, _AFTER_DOTS = 13.0, 8.0
_HATCH_STEP = 22.0
_ABOVE_TEXT = 8.0
_UNDER_PICTURE = 12.0
"""How much lower a note's text stands than its picture, counted with what is free at its top otherwise."""
_SHADOWED = 0.25
"""Pixels a map unit from which on a shadow is more than a pixel high."""
_SHADOWS, FILLS, _HATCHES, FRAMES, _, _, MARKS, TEXT = range(8)
"""The layers of a note."""


NOTE_BESIDE = 2 * NOTE_PADDING
"""What is free at both sides of a note's text."""
LISTED_ABOVE = 5.0
_LISTED_BEFORE = NOTE_PADDING + 28.0
"""Where the text of a listed note begins: after its sign."""
_AROUND_SIGN = 26.0


class PlacedNote(NamedTuple):
    """A note, where it lies, the picture that it shows, and whether it is a line of a list."""

    note: Note
    rectangle: QRectF
    picture: Picture | None = None
    is_listed: bool = False


def note_height(note: Note, width: float, picture: Picture | None = None) -> float:
    """How high a note is at a width: it grows with its picture and its text, which is never clipped."""
    height = note_text(note, width).height
    if picture is not None:
        frame = _framed(QRectF(0, 0, width, 0), picture).frame
        height = frame.height() + (_UNDER_PICTURE + height if note.text.strip() else 0.0)
    return max(NOTE_HEIGHT, NOTE_PADDING + height + NOTE_FOOT)


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


def foot_width(note: Note) -> float:
    """How wide a note must be for its sign and its marks to stand side by side."""
    return NOTE_BESIDE + _AROUND_SIGN + marks_width(note)


def picture_height(picture: Picture, is_over_text: bool) -> float:
    """How much higher a picture makes a note, however wide that is."""
    frame = _framed(QRectF(0, 0, 1e6, 0), picture).frame
    return frame.height() + (_UNDER_PICTURE if is_over_text else 0.0)


def draw_notes(notes: Sequence[PlacedNote], store: PictureStore) -> DisplayList:
    """Notes in layers: shadows, fills by colour, hatches, pictures, glyphs, marks, texts."""
    if not notes:
        return ()
    by_colour: dict[NoteColour, list[PlacedNote]] = defaultdict(list)
    for placed in notes:
        by_colour[placed.note.colour].append(placed)
    return (
        *draw_shadows(_places(notes)),
        *(
            Rectangles(_places(by_colour[colour]), fill=fill, radius=NOTE_RADIUS, layer=FILLS)
            for colour, fill in NOTE_FILLS.items()
            if colour in by_colour
        ),
        *draw_hatches(notes),
        *draw_framed([_framed(one.rectangle, one.picture) for one in notes if one.picture], store, FRAMES),
        *(
            glyph(name, LazySequence(partial(_glyph_places, by_colour[colour])), NOTE_MARK_INK, MARKS)
            for colour, name in NOTE_GLYPHS.items()
            if colour in by_colour
        ),
        *foot_marks([placed for placed in notes if is_marked(placed.note)]),
        Texts(LazySequence(partial(_texts, notes)), INK, seen_from=READABLE, layer=TEXT),
    )


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


def votes_place(note: Note, rectangle: QRectF) -> QRectF | None:
    """Where a note's votes are drawn: at its foot, left of the dots that say its impact."""
    if not note.votes:
        return None
    block = _votes_block(note)
    right, y = rectangle.right() - NOTE_PADDING - _dots_width(note), _foot(rectangle)
    return QRectF(right - block.width, y - block.height / 2, block.width, block.height)


def _votes_block(note: Note) -> TextBlock:
    return text_block(f"+{note.votes}", MARK)


def _dots_width(note: Note) -> float:
    return _DOTS[note.impact] * _DOT_STEP + _AFTER_DOTS if note.impact else 0.0


def _foot(rectangle: QRectF) -> float:
    """How high the middle of a note's marks is."""
    return rectangle.bottom() - NOTE_PADDING - 2


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
    yield Rectangles(far, fill=SHADOW_FAR, radius=NOTE_RADIUS, seen_from=_SHADOWED, layer=_SHADOWS)
    yield Rectangles(near, fill=SHADOW_NEAR, radius=NOTE_RADIUS, seen_from=_SHADOWED, layer=_SHADOWS)


def _feet(rectangles: Sequence[QRectF], beside: float, below: float) -> list[QRectF]:
    return [
        rectangle.adjusted(-beside, rectangle.height() - 2 * NOTE_RADIUS, beside, below)
        for rectangle in rectangles
    ]


def draw_hatches(notes: Sequence[PlacedNote]) -> Iterator[Batch]:
    """An assumption is hatched: pale stripes over its colour."""
    assumed: dict[NoteColour, list[QRectF]] = defaultdict(list)
    for placed in notes:
        if placed.note.evidence == "assumption":
            assumed[placed.note.colour].append(placed.rectangle)
    for colour, rectangles in assumed.items():
        lines = LazySequence(partial(_stripes, rectangles))
        yield Lines(lines, Stroke(NOTE_STRIPES[colour], 6.0), seen_from=READABLE, layer=_HATCHES)


def _stripes(rectangles: Sequence[QRectF]) -> list[QLineF]:
    return [line for rectangle in rectangles for line in stripes(rectangle, _HATCH_STEP)]


def _glyph_place(placed: PlacedNote) -> QPointF:
    """At a note's foot; in a list beside the first line of its text."""
    if placed.is_listed:
        place = text_place(placed.rectangle, placed.picture, is_listed=True)
        return QPointF(placed.rectangle.left() + NOTE_PADDING + 9, place.y() + line_height(NOTE) / 2)
    return placed.rectangle.bottomLeft() + QPointF(NOTE_PADDING + 9, -NOTE_PADDING - 2)


def _glyph_places(notes: Sequence[PlacedNote]) -> list[QPointF]:
    return [_glyph_place(placed) for placed in notes]


def is_marked(note: Note) -> bool:
    return bool(note.impact or note.votes or note.owner or note.link or note.moment_of_truth)


def marks_width(note: Note) -> float:
    """How wide what stands at a note's right is, with what is free before it."""
    if not is_marked(note):
        return 0.0
    width = _dots_width(note)
    if note.votes:
        width += _votes_block(note).width + 12
    if initials(note.owner):
        width += text_block(initials(note.owner), MARK).width + 12
    if note.link:
        width += 26
    if note.moment_of_truth and note.colour != "orange":
        width += 28
    return width + 8


def foot_marks(notes: Sequence[PlacedNote]) -> Iterator[Batch]:
    """At the foot's right, from the right: impact, votes, owner's initials, link."""
    dots: list[QPointF] = []
    words: list[PlacedText] = []
    stars: list[QPointF] = []
    links: list[QPointF] = []
    leading: list[PlacedLink] = []
    for placed in notes:
        note, rectangle = placed.note, placed.rectangle
        x = rectangle.right() - NOTE_PADDING
        y = _foot(rectangle)
        if note.impact:
            dots += [QPointF(x - 4.5 - number * _DOT_STEP, y) for number in range(_DOTS[note.impact])]
        x -= _dots_width(note)
        votes = [_votes_block(note)] if note.votes else []
        owner = [text_block(initials(note.owner), MARK)] if initials(note.owner) else []
        for block in (*votes, *owner):
            words.append(PlacedText(x - block.width, y - block.height / 2, block))
            x -= block.width + 12
        if note.link:
            links.append(QPointF(x - 8, y))
            if address := poster_address(note.link):
                leading.append(PlacedLink(rectangle, address))
            x -= 26
        if note.moment_of_truth and note.colour != "orange":
            stars.append(QPointF(x - 10, y) if placed.is_listed else _glyph_place(placed) + QPointF(28, 0))
    if dots:
        yield Paths(_DOT, dots, fill=INK, seen_from=READABLE, layer=MARKS)
    if links:
        yield glyph("link", links, NOTE_MARK_INK, MARKS)
    if leading:
        yield Links(leading, layer=MARKS)
    if stars:
        yield glyph("moment-of-truth", stars, NOTE_MARK_INK, MARKS)
    if words:
        yield Texts(words, INK, seen_from=READABLE, layer=MARKS)


def _texts(notes: Sequence[PlacedNote]) -> list[PlacedText]:
    texts = []
    for note, rectangle, picture, is_listed in notes:
        place = text_place(rectangle, picture, is_listed)
        texts.append(PlacedText(place.x(), place.y(), note_text(note, rectangle.width(), is_listed)))
    return texts
