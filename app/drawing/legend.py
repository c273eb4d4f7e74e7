"""The legend at the foot of a map: what colours and marks mean, so that a poster explains itself."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Batch, DisplayList, PlacedText, Rectangles, Texts, shifted
from app.drawing.marks import draw_badges
from app.drawing.pieces import glyph
from app.drawing.seams import Extent, past_seams
from app.drawing.sizes import Sizes
from app.drawing.text import snug, text_block
from app.drawing.theme import (
    MARGIN,
    NOTE_FILLS,
    NOTE_GLYPHS,
    NOTE_MARK_INK,
    SECONDARY,
)
from app.language.phrases import phrase
from app.model.history.version_words import SIGNS, number_of
from app.model.history.versions import BECAME, Comparison
from app.model.records import LegendEntry

_SWATCH = 34.0
_LINE = 58.0
_AFTER_SEAM = 12.0


class _Item(NamedTuple):
    """A sign, from (0, 0) and as high as a swatch, with how wide it is and what it means."""

    sign: DisplayList
    width: float
    meaning: str


def draw_legend(
    legend: tuple[LegendEntry, ...],
    used: Collection[str],
    width: float,
    sizes: Sizes,
    comparison: Comparison | None = None,
) -> tuple[float, DisplayList]:
    """The height of the legend under a map of a width, and its drawing: empty where there is nothing to tell.

    Where the map is compared with itself as it was, the meaning of the marks stands first.
    """
    shown = [_colour(entry) for entry in legend if entry.colour in used]
    lines = [_key(comparison), shown] if comparison is not None else [shown]
    drawn: list[Batch] = []
    y = 30.0
    for items in filter(None, lines):
        bottom, line = _flowed(items, y, width, sizes)
        drawn += line
        y = bottom
    return (y + 10 if drawn else sizes.least_foot), tuple(drawn)


def _colour(entry: LegendEntry) -> _Item:
    swatch = QRectF(0, 0, _SWATCH, _SWATCH)
    fill = Rectangles([swatch], fill=NOTE_FILLS[entry.colour], radius=5)
    return _Item(
        (fill, glyph(NOTE_GLYPHS[entry.colour], [swatch.center()], NOTE_MARK_INK)), _SWATCH, entry.meaning
    )


def _key(comparison: Comparison) -> list[_Item]:
    """With what the map is compared, and how much was added, changed, moved and removed."""
    found = [became for became in BECAME if comparison.count(became)]
    since = (
        phrase("Compared with {version}:", version=comparison.since)
        if found
        else phrase("Compared with {version}: no differences", version=comparison.since)
    )
    items = [_Item((), 0, str(since))]
    for became in found:
        sign = draw_badges(became, [(QPointF(0, _SWATCH / 2), SIGNS[became])])
        items.append(_Item(sign, _SWATCH, str(number_of(became, comparison.count(became)))))
    return items


def _flowed(items: Sequence[_Item], y: float, width: float, sizes: Sizes) -> tuple[float, DisplayList]:
    """Items side by side in as many lines as they need; and where the last line ends."""
    drawn: list[Batch] = []
    x = MARGIN
    for sign, wide, meaning in items:
        indent = wide + 14 if sign else 0
        block = snug(text_block(meaning, sizes.legend, width - 2 * MARGIN - indent))
        needed = indent + block.width + 44
        x = past_seams(Extent(x, x + needed), sizes.seams, _AFTER_SEAM)
        if x > MARGIN and x + needed > width - MARGIN:
            x, y = MARGIN, y + _LINE
        drawn += shifted(sign, x, y)
        drawn.append(Texts([PlacedText(x + indent, y + (_SWATCH - block.height) / 2, block)], SECONDARY))
        x += needed
    return y + _LINE, tuple(drawn)
