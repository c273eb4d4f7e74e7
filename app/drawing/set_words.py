"""Words in their places, to be drawn from the left or, where a title is read so, from the right."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QRectF

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


class ReadingEdge(NamedTuple):
    """The edge of a room, from `left` on, at which reading begins: all is measured from there."""

    left: float
    width: float
    from_right: bool

    def x(self, beginning: float, width: float = 0.0) -> float:
        """The left end of what begins so far from the edge and is so wide."""
        if self.from_right:
            return self.left + self.width - beginning - width
        return self.left + beginning

    def beginning(self, x: float) -> float:
        """How far a place is from the edge."""
        return self.left + self.width - x if self.from_right else x - self.left

    def placed(self, area: QRectF) -> QRectF:
        """Where an area is that is measured from the edge."""
        return QRectF(self.x(area.left(), area.width()), area.top(), area.width(), area.height())


def drawn_words(words: Iterable[SetWords], edge: ReadingEdge) -> Iterator[Batch]:
    """Words in a room. What is read the other way than the rest begins at the same edge."""
    ordered = sorted(words, key=lambda each: each.ink)
    for ink, some in groupby(ordered, key=lambda each: each.ink):
        yield Texts([_placed(each, edge) for each in some], ink)


def stacked(lines: Sequence[tuple[TextBlock, Colour]], gap: float) -> tuple[tuple[SetWords, ...], float]:
    """Texts one below the other, and how high they are together."""
    words = []
    y = 0.0
    for block, ink in lines:
        words.append(SetWords(0.0, y, block, ink))
        y += block.height + gap
    return tuple(words), max(y - gap, 0.0)


def _placed(words: SetWords, edge: ReadingEdge) -> PlacedText:
    # No wider than its words: what is read from the right fills the place it was given.
    block = snug(words.block) if words.block.is_mirrored else words.block
    wide = block.available if block.is_mirrored else block.width
    return PlacedText(edge.x(words.beginning, wide), words.y, block)
