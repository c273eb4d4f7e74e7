"""What stands under the band of an emotional graph.

The quotes that found no room in it, how each stage compares with the other map's, and whose line is whose.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF

from app.drawing.display import Batch, DisplayList, Paths, PlacedText, Stroke, Texts
from app.drawing.glyphs import polyline, ring
from app.drawing.grid import Column
from app.drawing.pieces import READABLE, glyph
from app.drawing.seams import Extent, past_seams
from app.drawing.sections.emotional_graph.callouts import callout_within, draw_callout, readable
from app.drawing.sections.emotional_graph.graph_line import LINE, CurveLine
from app.drawing.sections.emotional_graph.graph_scale import shade
from app.drawing.sections.emotional_graph.graph_words import Words, left_over_by_stage
from app.drawing.sizes import Sizes
from app.drawing.text import line_height, text_block
from app.drawing.theme import CELL_PADDING, MARK_HIGH, MARK_LOW, SECONDARY, SHEET
from app.model.analysis.comparison import Ghost
from app.model.analysis.reading_words import signed

_FREE = 19.0
"""Room over and under the words of a strip."""
_SAMPLE = 64.0
_POINT = 9.5
_BETWEEN = 44.0
_UNDER_EACH_OTHER = 8.0


def _strip(sizes: Sizes) -> float:
    return line_height(sizes.peak) + _FREE


def strips_height(curves: int, ghost: Ghost | None, sizes: Sizes) -> float:
    """What the comparison and the key need for so many curves."""
    return _strip(sizes) * ((ghost is not None) + _needs_key(curves, ghost))


def draw_foot(
    words: Words,
    lines: Sequence[CurveLine],
    ghost: Ghost | None,
    ghost_line: CurveLine | None,
    columns: Sequence[Column],
    top: float,
    sizes: Sizes,
) -> tuple[float, DisplayList]:
    """The height of what stands under the band, which ends at `top`, and its drawing: none without stages."""
    if not columns:
        return 0.0, ()
    drawn: list[Batch] = []
    y = top
    if words.left_over:
        height, quotes = _left_over(words, lines, columns, y, sizes)
        drawn += quotes
        y += height
    if ghost is not None:
        drawn += _differences(ghost, columns, y, sizes)
        y += _strip(sizes)
    if _needs_key(len(lines), ghost):
        drawn += _key([*lines, *([ghost_line] if ghost_line else ())], columns, y, sizes)
        y += _strip(sizes)
    return y - top, tuple(drawn)


def _needs_key(curves: int, ghost: Ghost | None) -> bool:
    return curves > 1 or ghost is not None


def _left_over(
    words: Words, lines: Sequence[CurveLine], columns: Sequence[Column], top: float, sizes: Sizes
) -> tuple[float, list[Batch]]:
    drawn: list[Batch] = []
    inks = {point.id: line.ink_of(point.value) for line in lines for point in line.curve.points}
    points, height = left_over_by_stage(words), 0.0
    for column in columns:
        y = top + _UNDER_EACH_OTHER
        for point in points.get(column.stage.id, ()):
            callout = callout_within(point, sizes, column.width - 2 * CELL_PADDING)
            drawn += draw_callout(callout, QPointF(column.x + CELL_PADDING, y), inks[point.id])
            y += callout.size.height() + _UNDER_EACH_OTHER
        height = max(height, y - top)
    return height, drawn


def _differences(ghost: Ghost, columns: Sequence[Column], top: float, sizes: Sizes) -> Iterator[Batch]:
    by_stage = {difference.stage: difference.by for difference in ghost.differences}
    for column in columns:
        by = by_stage.get(column.stage.id)
        if by is None:
            continue
        block = text_block(signed(by), sizes.peak)
        middle = QPointF(column.x + column.width / 2, top + _strip(sizes) / 2)
        colour = MARK_HIGH if by > 0 else MARK_LOW if by < 0 else SECONDARY
        text = PlacedText(middle.x() - block.width / 2 + 14, middle.y() - block.height / 2, block)
        yield Texts([text], colour, seen_from=READABLE)
        if by:
            sign = "peak" if by > 0 else "trough"
            yield glyph(sign, [QPointF(text.x - 18, middle.y())], colour)


def _key(lines: Sequence[CurveLine], columns: Sequence[Column], top: float, sizes: Sizes) -> Iterator[Batch]:
    """A piece of each line with its name, the one in front first."""
    x, y = columns[0].x + CELL_PADDING, top + _strip(sizes) / 2
    named = [*reversed([line for line in lines if line.look.has_points]),
             *[line for line in lines if not line.look.has_points]]  # fmt: skip
    for line in named:
        colour = line.look.colour or shade(0)
        block = text_block(line.look.name, sizes.scale_word)
        wide = _SAMPLE + 12 + block.width
        x = past_seams(Extent(x, x + wide), sizes.seams, CELL_PADDING) if sizes.seams else x
        stroke = Stroke(colour, LINE * line.bold, line.look.dashes)
        sample = polyline((0, 0), (_SAMPLE, 0))
        yield Paths(sample, [QPointF(x, y)], stroke=stroke, seen_from=READABLE)
        if line.look.has_points:
            edge = Stroke(colour, _POINT * 0.3)
            point = [QPointF(x + _SAMPLE / 2, y)]
            yield Paths(
                ring(_POINT * line.bold, line.look.shape), point, fill=SHEET, stroke=edge, seen_from=READABLE
            )
        text = PlacedText(x + _SAMPLE + 12, y - block.height / 2, block)
        yield Texts([text], readable(colour), seen_from=READABLE)
        x += wide + _BETWEEN
