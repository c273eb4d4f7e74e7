"""Footnotes of a map: what is said of notes beside their text, and what they rest on, by numbers.

Notes of which the same is said share a number, as most of a map's notes have the same few sources.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.display import DisplayList, PlacedText, Rectangles, Stroke, Texts
from app.drawing.lists_below import in_columns
from app.drawing.numbers import HEIGHT, NUMBER
from app.drawing.seams import Extent
from app.drawing.sizes import Sizes
from app.drawing.text import text_block
from app.drawing.theme import INK, SECONDARY, SHEET
from app.language.days import written_iso_day
from app.model.document import Document
from app.model.records import Id, Note, Section, Stage
from app.model.text import one_line

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


def draw_footnotes(texts: Sequence[str], span: Extent, top: float, sizes: Sizes) -> tuple[float, DisplayList]:
    """The footnotes in columns from `top` on, and how high they are."""
    bold = sizes.small._replace(weight=600)
    indent = text_block(f"{len(texts)} ", bold).width + 6
    height, words = in_columns(texts, span, top, indent, sizes.small)
    numbers = [PlacedText(x - indent, y, text_block(str(at), bold)) for at, (x, y, _) in enumerate(words, 1)]
    return height, (Texts(numbers, SECONDARY), Texts(words, INK)) if words else ()
