"""Headings in a font of their own, in the place that they have in the font of texts: they move nothing.

A wider font shrinks, or breaks its lines elsewhere, until it is no higher and no wider than it was in that.
"""

from collections.abc import Sequence
from functools import lru_cache, partial

from app.drawing.display import PlacedText
from app.drawing.fonts import family_at_hand
from app.drawing.lazy_sequence import LazySequence
from app.drawing.text import TextBlock, text_block
from app.model.records import Style

_SMALLEST = 0.6
"""The share of its size below which a heading rather stays in the font of texts."""


def in_heading_font(texts: Sequence[PlacedText], style: Style) -> Sequence[PlacedText]:
    """Texts of which the headings are set in the style's font."""
    if style.heading_font == style.text_font:
        return texts
    return LazySequence(partial(_set, texts, family_at_hand(style.heading_font)))


def _set(texts: Sequence[PlacedText], family: str) -> list[PlacedText]:
    return [_in_its_place(one, family) if one.block.style.is_heading else one for one in texts]


def _in_its_place(placed: PlacedText, family: str) -> PlacedText:
    block = fitting(placed.block, family)
    return PlacedText(placed.x, placed.y + (placed.block.height - block.height) / 2, block)


@lru_cache(maxsize=4096)
def fitting(block: TextBlock, family: str) -> TextBlock:
    """A heading in another font, as large as its place has room for: no higher than it was, and no wider.

    Where all of its place is its own it may be that wide: names beside each other are of one size then.
    """
    size = block.style.size
    wide = block.available if block.style.has_room else block.width + 1
    while size >= block.style.size * _SMALLEST:
        style = block.style._replace(size=size, family=family, is_heading=False)
        found = text_block(block.text, style, block.available)
        is_low = found.line_count * size <= block.line_count * block.style.size + 0.5
        if is_low and found.width <= wide and not found.broken_words:
            return found
        size = round(min(size - 1, size * wide / found.width if is_low and found.width else size))
    return block
