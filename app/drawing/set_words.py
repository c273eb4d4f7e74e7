"""Words in their places, to be drawn from the left or, where a title is read so, from the right."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from app.drawing.display import Batch, PlacedText, Texts
from app.drawing.text import TextBlock, snug
from app.drawing.theme import Colour


class SetWords(NamedTuple):
    """A text and where it begins: so far from the edge at which reading begins, and so far down."""

    beginning: float
    y: float
    block: TextBlock
    ink: Colour

    def moved(self, along: float, down: float) -> "SetWords":
        return self._replace(beginning=self.beginning + along, y=self.y + down)


def drawn_words(words: Iterable[SetWords], left: float, width: float, from_right: bool) -> Iterator[Batch]:
    """Words in a room. What is read the other way than the rest begins at the same edge."""
    ordered = sorted(words, key=lambda each: each.ink)
    for ink, some in groupby(ordered, key=lambda each: each.ink):
        yield Texts([_placed(each, left, width, from_right) for each in some], ink)


def stacked(lines: Sequence[tuple[TextBlock, Colour]], gap: float) -> tuple[tuple[SetWords, ...], float]:
    """Texts one below the other, and how high they are together."""
    words = []
    y = 0.0
    for block, ink in lines:
        words.append(SetWords(0.0, y, block, ink))
        y += block.height + gap
    return tuple(words), max(y - gap, 0.0)


def _placed(words: SetWords, left: float, width: float, from_right: bool) -> PlacedText:
    # No wider than its words: what is read from the right fills the place it was given.
    block = snug(words.block) if words.block.is_mirrored else words.block
    if not from_right:
        return PlacedText(left + words.beginning, words.y, block)
    wide = block.available if block.is_mirrored else block.width
    return PlacedText(left + width - words.beginning - wide, words.y, block)
