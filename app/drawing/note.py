"""How a sticky note looks: its fill and shadow, its text, and the marks at its foot."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
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
from app.drawing.pieces import READABLE, glyph
from app.drawing.text import TextBlock, text_block
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
    SHADOW_FAR,
    SHADOW_NEAR,
    Colour,
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


class PlacedNote(NamedTuple):
    """A note, where it lies, and the picture that it shows."""

    note: Note
    rectangle: QRectF
    picture: Picture | None = None


def note_height(note: Note, width: float, picture: Picture | None = None) -> float:
    """How high a note is at a width: it grows with its picture and its text, which is never clipped."""
    height = note_text(note, width).height
    if picture is not None:
        frame = _framed(QRectF(0, 0, width, 0), picture).frame
        height = frame.height() + (_UNDER_PICTURE + height if note.text.strip() else 0.0)
    return max(NOTE_HEIGHT, NOTE_PADDING + height + NOTE_FOOT)


def note_text(note: Note, width: float) -> TextBlock:
    """The text of a note that is so wide."""
    return text_block(note.text, NOTE, width - 2 * NOTE_PADDING)


def draw_notes(notes: Sequence[PlacedNote], store: PictureStore) -> DisplayList:
    """Notes in layers: shadows, fills by colour, hatches, pictures, glyphs, marks, texts."""
    if not notes:
        return ()
    by_colour: dict[NoteColour, list[QRectF]] = defaultdict(list)
    for note, rectangle, _ in notes:
        by_colour[note.colour].append(rectangle)
    return (
        *draw_shadows([placed.rectangle for placed in notes]),
        *(
            Rectangles(by_colour[colour], fill=fill, radius=NOTE_RADIUS, layer=FILLS)
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


def text_place(rectangle: QRectF, picture: Picture | None = None) -> QPointF:
    """Where a note's text begins: at its top, or under its picture."""
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


def marks_width(note: Note) -> float:
    """How much of a note's foot its marks take."""
    blocks = [_votes_block(note)] if note.votes else []
    if initials(note.owner):
        blocks.append(text_block(initials(note.owner), MARK))
    return _dots_width(note) + sum(block.width + 12 for block in blocks) + (26 if note.link else 0.0)


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
    """An assumption is hatched: white stripes over its colour."""
    assumed = [placed.rectangle for placed in notes if placed.note.evidence == "assumption"]
    if assumed:
        lines = LazySequence(lambda: [line for rectangle in assumed for line in _stripes(rectangle)])
        yield Lines(lines, Stroke(Colour(255, 255, 255, 0.42), 6.0), seen_from=READABLE, layer=_HATCHES)


def _stripes(rectangle: QRectF) -> Iterator[QLineF]:
    """Lines at 45° that end inside the note's edges, clear of its corners."""
    inner = rectangle.adjusted(4, 4, -4, -4)
    width, height = inner.width(), inner.height()
    offset = _HATCH_STEP / 2
    while offset < width + height:
        start = QPointF(inner.left() + max(0.0, offset - height), inner.top() + min(offset, height))
        end = QPointF(inner.left() + min(offset, width), inner.top() + max(0.0, offset - width))
        yield QLineF(start, end)
        offset += _HATCH_STEP


def _glyph_place(rectangle: QRectF) -> QPointF:
    return rectangle.bottomLeft() + QPointF(NOTE_PADDING + 9, -NOTE_PADDING - 2)


def _glyph_places(rectangles: Sequence[QRectF]) -> list[QPointF]:
    return [_glyph_place(rectangle) for rectangle in rectangles]


def is_marked(note: Note) -> bool:
    return bool(note.impact or note.votes or note.owner or note.link or note.moment_of_truth)


def foot_marks(
    notes: Sequence[PlacedNote], star_place: Callable[[PlacedNote], QPointF] | None = None
) -> Iterator[Batch]:
    """At the foot's right, from the right: impact, votes, owner's initials, link. The star of a moment of
    truth stands beside the sign unless another place is given."""
    dots: list[QPointF] = []
    words: list[PlacedText] = []
    stars: list[QPointF] = []
    links: list[QPointF] = []
    leading: list[PlacedLink] = []
    for placed in notes:
        note, rectangle, _ = placed
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
            beside_sign = _glyph_place(rectangle) + QPointF(28, 0)
            stars.append(star_place(placed) if star_place else beside_sign)
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
    for note, rectangle, picture in notes:
        place = text_place(rectangle, picture)
        texts.append(PlacedText(place.x(), place.y(), note_text(note, rectangle.width())))
    return texts
