"""What every page of the workshop kit is made with. A unit is half a point, on every paper."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import Batch, DisplayList, Lines, PlacedText, Stroke, Texts
from app.drawing.sections import kind_of
from app.drawing.sections.ready_sections import READY_SECTIONS
from app.drawing.text import TextBlock, fitting_block, text_block
from app.drawing.theme import SECONDARY, Colour, TextStyle
from app.language.phrases import NOTHING
from app.model.kinds import content_of
from app.model.records import Note, Section
from app.model.text import one_line
from app.model.words import shortened

T = TypeVar("T")

MM = 2 * 72 / 25.4
"""Units of a millimetre."""
LEAST = 100 * MM
"""Units that a page must be wide and high between its margins."""
BLANKS = 6
"""How many blank headers there are at the least where a map has none of its own."""
WRITE_ON = Stroke(SECONDARY, 1.5, (2.0, 7.0))
"""A line to write on."""


class Room(NamedTuple):
    """What is between the margins of a page, in units."""

    width: float
    height: float


class KitPage(NamedTuple):
    """A page: what its kind is called, and its drawing from the upper left corner."""

    title: str
    drawing: DisplayList


def hint_of(section: Section) -> str:
    """What belongs in a section: as it says itself, or as ready sections of its name and its kind say."""
    ready = (one.hint for one in READY_SECTIONS if str(one.name).casefold() == section.name.casefold())
    is_any = content_of(section.section_kind).holds is Note
    usual = NOTHING if is_any else kind_of(section.section_kind).hint
    return one_line(section.hint) or str(next(ready, usual))


def grid(room: Room, width: float, height: float, gap: float) -> Iterator[QRectF]:
    """Places of about a width and of a height, in rows over the page; they share its whole width."""
    columns = max(1, int((room.width + gap) / (width + gap)))
    rows = max(1, int((room.height + gap) / (height + gap)))
    each = (room.width - (columns - 1) * gap) / columns
    for row in range(rows):
        for column in range(columns):
            yield QRectF(column * (each + gap), row * (height + gap), each, height)


def in_pages(own: Sequence[T], places: Sequence[QRectF]) -> Iterator[list[tuple[T | None, QRectF]]]:
    """What a map has on pages with some places each; places that are left are for blank ones."""
    filled: list[T | None] = [*own] or [None] * BLANKS
    filled += [None] * (-len(filled) % len(places))
    for start in range(0, len(filled), len(places)):
        yield list(zip(filled[start : start + len(places)], places, strict=True))


def in_place(text: str, styles: Sequence[TextStyle], room: QRectF) -> TextBlock:
    """A text in the largest of some styles in which it fits and no word is broken; else its beginning."""
    words = sorted(text.split(), key=len)[-3:]
    for style in styles:
        block = fitting_block(text, (style,), room.width(), room.height())
        if block is not None and all(text_block(word, style).width <= room.width() for word in words):
            return block
    found = fitting_block(text, styles, room.width(), room.height())
    length = len(text)
    while found is None and length > 1:
        length = length * 3 // 4
        found = fitting_block(shortened(text, length), styles[-1:], room.width(), room.height())
    return found or text_block("", styles[-1])


def centred(block: TextBlock, room: QRectF, colour: Colour) -> Batch:
    """A text at the left of a place, in the middle of its height."""
    return Texts([PlacedText(room.left(), room.center().y() - block.height / 2, block)], colour)


def write_on(room: QRectF, lines: int) -> Batch:
    """Lines to write on, evenly over a place."""
    step = room.height() / lines
    ys = (room.top() + step * (index + 0.8) for index in range(lines))
    return Lines([QLineF(QPointF(room.left(), y), QPointF(room.right(), y)) for y in ys], WRITE_ON)
