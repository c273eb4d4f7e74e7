"""Footnotes of a map: what is said of notes beside their text, and what they rest on, by numbers.

Notes of which the same is said share a number, as most of a map's notes have the same few sources.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.display import DisplayList, PlacedText, Rectangles, Stroke, Texts
from app.drawing.numbers import HEIGHT, NUMBER
from app.drawing.seams import Extent
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import INK, SECONDARY, SHEET, TextStyle
from app.language.days import written_iso_day
from app.model.document import Document
from app.model.records import Id, Note, Section, Stage
from app.model.text import one_line

_COLUMN = 22.0
"""How many times its size a column of footnotes is wide at least."""
_BETWEEN, _BELOW = 1.6, 0.3
_INSET = 10.0


NO_NUMBERS: Mapping[Id, int] = {}


class Footnotes(NamedTuple):
    """The texts in their order, and the number of each note that has one."""

    texts: tuple[str, ...] = ()
    numbers: Mapping[Id, int] = NO_NUMBERS


NO_FOOTNOTES = Footnotes()


def footnotes_of(document: Document, sections: Collection[Section], stages: Sequence[Stage]) -> Footnotes:
    """Section by section, from left to right."""
    order: dict[str, int] = {}
    numbers: dict[Id, int] = {}
    for section in sections:
        for stage in stages:
            for note in document.notes(section.id, stage.id):
                if text := _text(note):
                    numbers[note.id] = order.setdefault(text, len(order) + 1)
    return Footnotes(tuple(order), numbers)


def _text(note: Note) -> str:
    """What is said of a note, then where it is from: source, method and day."""
    day = written_iso_day(note.evidence_date)
    rests_on = ", ".join(filter(None, (one_line(note.source), one_line(note.method), day)))
    return " – ".join(filter(None, (one_line(note.description), rests_on)))


def draw_numbers_of_footnotes(numbered: Iterable[tuple[int, QRectF]]) -> DisplayList:
    """A small disc with its number on the upper edge of each note, at the left."""
    discs: list[QRectF] = []
    texts: list[PlacedText] = []
    for number, rectangle in numbered:
        block = text_block(str(number), NUMBER)
        width = max(block.width + 10, HEIGHT)
        discs.append(QRectF(rectangle.left() + _INSET, rectangle.top() - HEIGHT / 2, width, HEIGHT))
        texts.append(PlacedText(discs[-1].center().x() - block.width / 2, discs[-1].top() + 1, block))
    if not discs:
        return ()
    edge = Stroke(SECONDARY, 1.5)
    return (Rectangles(discs, fill=SHEET, stroke=edge, radius=HEIGHT / 2), Texts(texts, SECONDARY))


class _Placed(NamedTuple):
    number: TextBlock
    text: TextBlock


def draw_footnotes(texts: Sequence[str], span: Extent, top: float, sizes: Sizes) -> tuple[float, DisplayList]:
    """The footnotes in columns from `top` on, and how high they are."""
    style: TextStyle = sizes.small
    room = span.end - span.begin
    gap = _BETWEEN * style.size
    count = min(max(int((room + gap) // (_COLUMN * style.size + gap)), 1), len(texts))
    wide = (room - gap * (count - 1)) / max(count, 1)
    indent = text_block(f"{len(texts)} ", style._replace(weight=600)).width + 6
    placed = [
        _Placed(text_block(str(at), style._replace(weight=600)), text_block(text, style, wide - indent))
        for at, text in enumerate(texts, 1)
    ]
    below = _BELOW * style.size
    total = sum(one.text.height + below for one in placed)
    numbers: list[PlacedText] = []
    words: list[PlacedText] = []
    height = y = 0.0
    column = 0
    for one in placed:
        if y and y + one.text.height / 2 > total / count and column < count - 1:
            column, y = column + 1, 0.0
        x = span.begin + column * (wide + gap)
        numbers.append(PlacedText(x, top + y, one.number))
        words.append(PlacedText(x + indent, top + y, one.text))
        y += one.text.height + below
        height = max(height, y)
    return height, (Texts(numbers, SECONDARY), Texts(words, INK)) if placed else ()
