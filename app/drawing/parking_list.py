"""What was parked in a workshop, listed below the legend of a map: for another time, but not forgotten."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.display import Batch, DisplayList, PlacedText, Rectangles, Texts
from app.drawing.lists_below import in_columns
from app.drawing.seams import Extent
from app.drawing.sizes import Sizes
from app.drawing.text import line_height, text_block
from app.drawing.theme import INK, NOTE_FILLS, SECONDARY
from app.language.words import capitalised
from app.model.document import Document
from app.model.nouns import word
from app.model.records import NoteColour
from app.model.text import one_line

_BAR, _AFTER_BAR = 0.3, 0.5
"""Beside the size of a text, how wide the bar in its note's colour is, and what is free behind it."""
_BELOW_HEADING = 0.4


class Parked(NamedTuple):
    text: str
    colour: NoteColour


def parked_in(document: Document) -> tuple[Parked, ...]:
    """What waits in the parking lot; the inbox is the presenter's alone."""
    found = ((one_line(note.text), note.colour) for note in document.parked("parking lot"))
    return tuple(Parked(text, colour) for text, colour in found if text)


def draw_parking_list(
    parked: Sequence[Parked], span: Extent, top: float, sizes: Sizes
) -> tuple[float, DisplayList]:
    """The list with its heading from `top` on, and how high it is."""
    style = sizes.small
    heading = text_block(capitalised(word("lot", "parking lot")), style._replace(weight=600))
    begin = heading.height + _BELOW_HEADING * style.size
    indent = (_BAR + _AFTER_BAR) * style.size
    height, words = in_columns([one.text for one in parked], span, top + begin, indent, style)
    bars = _bars(parked, words, indent, style.size)
    title = Texts([PlacedText(span.begin, top, heading)], SECONDARY)
    return begin + height, (title, *bars, Texts(words, INK))


def _bars(
    parked: Sequence[Parked], words: Sequence[PlacedText], indent: float, size: float
) -> Iterator[Batch]:
    for colour in dict.fromkeys(one.colour for one in parked):
        places = [
            QRectF(x - indent, y + 2, _BAR * size, block.line_count * line_height(block.style) - 4)
            for one, (x, y, block) in zip(parked, words, strict=True)
            if one.colour == colour
        ]
        yield Rectangles(places, fill=NOTE_FILLS[colour], radius=2)
