"""Lists below a map's legend: texts in as many columns as there is room for, about equally high."""

from collections.abc import Sequence

from app.drawing.display import PlacedText
from app.drawing.seams import Extent
from app.drawing.text import text_block
from app.drawing.theme import TextStyle

_COLUMN = 22.0
"""How many times its size a column is wide at least."""
_BETWEEN, _BELOW = 1.6, 0.3


def in_columns(
    texts: Sequence[str], span: Extent, top: float, indent: float, style: TextStyle
) -> tuple[float, list[PlacedText]]:
    """How high they are from `top` on, and each in its place, with an indent for a sign before it."""
    room = span.end - span.begin
    gap = _BETWEEN * style.size
    count = min(max(int((room + gap) // (_COLUMN * style.size + gap)), 1), len(texts))
    wide = (room - gap * (count - 1)) / max(count, 1)
    blocks = [text_block(text, style, wide - indent) for text in texts]
    below = _BELOW * style.size
    total = sum(block.height + below for block in blocks)
    placed: list[PlacedText] = []
    height = y = 0.0
    column = 0
    for block in blocks:
        if y and y + block.height / 2 > total / count and column < count - 1:
            column, y = column + 1, 0.0
        placed.append(PlacedText(span.begin + column * (wide + gap) + indent, top + y, block))
        y += block.height + below
        height = max(height, y)
    return height, placed
