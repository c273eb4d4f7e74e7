"""The scale of a graph in words: each emotion with its face at its level, beside the band."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF

from app.drawing.display import Batch, DisplayList, Lines, Paths, PlacedText, Stroke, Texts
from app.drawing.glyphs import face
from app.drawing.pieces import READABLE
from app.drawing.sections.emotional_graph.graph_scale import Scale, shade
from app.drawing.sizes import Sizes
from app.drawing.text import line_height, snug, text_block
from app.drawing.theme import BAND_ABOVE, HAIRLINE, MARK_HIGH, MARK_LOW, PANEL, SECONDARY, Colour, contrast
from app.model.records import HIGHEST, LOWEST

_EDGE = 16.0
"""Between the faces and the graph."""
_GAP = 12.0
_LEFT = 24.0
_ENDS = 600
"""The weight of the words at the ends of the scale."""
_READABLE = 4.5
"""The least contrast of a word to what it stands on."""


class Level(NamedTuple):
    """A value of the scale with its word."""

    value: float
    word: str


def levels(emotions: Sequence[str]) -> list[Level]:
    """The words of a project, from the lowest on, evenly along the scale; one alone is that of its middle."""
    if len(emotions) < 2:
        return [Level(0.0, word) for word in emotions]
    step = (HIGHEST - LOWEST) / (len(emotions) - 1)
    return [Level(LOWEST + index * step, word) for index, word in enumerate(emotions)]


def words_width(emotions: Sequence[str], sizes: Sizes) -> float:
    """How wide the column must be for the words and their faces."""
    style = sizes.scale_word._replace(weight=_ENDS)
    widest = max((text_block(word, style).width for word in emotions), default=0.0)
    return _LEFT + widest + _GAP + 2 * _radius(sizes) + _EDGE


def shown_levels(emotions: Sequence[str], scale: Scale, sizes: Sizes) -> list[Level]:
    """As many of the words, at even distances, as stand clear of each other."""
    found = levels(emotions)
    last = len(found) - 1
    if last < 1:
        return found
    apart = (scale.bottom - scale.top) / last
    steps = (step for step in range(1, last + 1) if last % step == 0)
    needed = max(line_height(sizes.scale_word), 2 * _radius(sizes) + 4)
    return found[:: next((step for step in steps if step * apart >= needed), last)]


def draw_scale_words(emotions: Sequence[str], scale: Scale, sizes: Sizes, under: float) -> DisplayList:
    """The words and faces left of the band, but those that reach into the name, which ends at `under`."""
    return tuple(_drawn(emotions, scale, sizes, under))


def draw_levels(emotions: Sequence[str], scale: Scale, sizes: Sizes) -> Iterator[Batch]:
    """A hairline across the band at the level of each word but the middle one."""
    shown = [level.value for level in shown_levels(emotions, scale, sizes) if level.value]
    lines = [QLineF(scale.left, scale.y_of(value), scale.right, scale.y_of(value)) for value in shown]
    if lines:
        yield Lines(lines, Stroke(HAIRLINE, 1.2))


def _drawn(emotions: Sequence[str], scale: Scale, sizes: Sizes, under: float) -> Iterator[Batch]:
    radius = _radius(sizes)
    middle = scale.left - _EDGE - radius
    right = middle - radius - _GAP
    for level in shown_levels(emotions, scale, sizes):
        is_end = level.value in (HIGHEST, LOWEST)
        style = sizes.scale_word._replace(weight=_ENDS) if is_end else sizes.scale_word
        block = snug(text_block(level.word, style, max(right - _LEFT, 1.0)))
        y, ink = scale.y_of(level.value), _ink(level.value)
        if min(y - radius, y - block.height / 2) < under:
            continue
        yield Paths(face(level.value, radius), [QPointF(middle, y)], stroke=Stroke(ink, radius * 0.14))
        place = PlacedText(right - block.width, y - block.height / 2, block)
        yield Texts([place], ink, seen_from=READABLE)


def _radius(sizes: Sizes) -> float:
    return sizes.scale_word.size * 0.6


def _ink(value: float) -> Colour:
    """From grey in the middle to the colours of the ends; words are never too light."""
    if not value:
        return SECONDARY
    end = MARK_HIGH if value > 0 else MARK_LOW
    mixed = shade(value).mixed(end, abs(value) / HIGHEST)
    return mixed if min(contrast(mixed, PANEL), contrast(mixed, BAND_ABOVE)) >= _READABLE else end
