"""The legend at the foot of a map: what each colour in use means, so that a poster explains itself."""

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Batch, DisplayList, PlacedText, Rectangles, Texts
from app.drawing.pieces import glyph
from app.drawing.text import text_block
from app.drawing.theme import MARGIN, NOTE_FILLS, NOTE_GLYPHS, NOTE_MARK_INK, SECONDARY, STAGE_SMALL
from app.model.records import LegendEntry

_SWATCH = 34.0
_LINE = 58.0


def draw_legend(
    legend: tuple[LegendEntry, ...], used: Collection[str], width: float
) -> tuple[float, DisplayList]:
    """The height of the legend under a map of a width, and its drawing: empty where no colour is in use."""
    shown = [entry for entry in legend if entry.colour in used]
    if not shown:
        return MARGIN, ()
    drawn: list[Batch] = []
    x, y = MARGIN, 30.0
    for entry in shown:
        block = text_block(entry.meaning, STAGE_SMALL, width - 2 * MARGIN - _SWATCH)
        needed = _SWATCH + 14 + block.width + 44
        if x > MARGIN and x + needed > width - MARGIN:
            x, y = MARGIN, y + _LINE
        swatch = QRectF(x, y, _SWATCH, _SWATCH)
        drawn.append(Rectangles([swatch], fill=NOTE_FILLS[entry.colour], radius=5))
        drawn.append(glyph(NOTE_GLYPHS[entry.colour], [QPointF(swatch.center())], NOTE_MARK_INK))
        text = PlacedText(x + _SWATCH + 14, y + (_SWATCH - block.height) / 2, block)
        drawn.append(Texts([text], SECONDARY))
        x += needed
    return y + _LINE + 10, tuple(drawn)
