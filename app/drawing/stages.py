"""The stages' headers: chevrons that point the way the customer goes."""

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QPointF

from app.drawing.display import Batch, DisplayList, Paths, PlacedText, Stroke, Texts
from app.drawing.glyphs import circle
from app.drawing.grid import Column
from app.drawing.pieces import chevron, glyph
from app.drawing.sizes import Sizes
from app.drawing.stage_parts import draw_groups, draw_steps, groups_height
from app.drawing.text import TextBlock, baseline, least_width, text_block
from app.drawing.theme import CHEVRON, ON_STAGE, SHEET, STAR, STAR_INK, TextStyle, stage_hue
from app.language.words import quoted
from app.model.records import Id, Stage

_GAP = 9.0
_AFTER_TEXT = 8.0
_STAR, _BESIDE_STAR = 0.78, 8.0
"""How many times as large as a stage's name the radius of a star's disc is, and what is free beside it."""
_BESIDE_NAME = 22.0
"""Between a stage's name and its duration, where they share a line."""
_BEHIND_NUMBER = 7.0
_BELOW = 10.0
"""Between the chevrons and the steps."""


def draw_stages(
    columns: Sequence[Column], sizes: Sizes, ending: Collection[Id] = ()
) -> tuple[float, DisplayList]:
    """The height of the headers' row, and its drawing: groups, chevrons and steps, one below the other.

    The tip of the last chevron, and of those that end a band, stays within its column.
    """
    band, height = groups_height(columns, sizes), _chevron_height(columns, sizes)
    steps, below = draw_steps(columns, band + height + _BELOW, sizes)
    drawn: list[Batch] = [*draw_groups(columns, sizes, ending)]
    for index, column in enumerate(columns):
        ends = column is columns[-1] or column.stage.id in ending
        outline = chevron(column.width - (CHEVRON if ends else _GAP), height)
        hue = stage_hue(index, len(columns), ends=ends)
        drawn.append(Paths(outline, [QPointF(column.x, band)], fill=hue))
        blocks = _blocks(column, sizes)
        left, top = column.x + CHEVRON + sizes.stage_indent, band + (height - _height(blocks)) / 2
        if sizes.stage_number:
            drawn.append(Texts([PlacedText(left, top, _number(index, sizes))], ON_STAGE.mixed(hue, 0.28)))
        drawn.append(Texts(list(_placed(blocks, left + sizes.stage_number, top)), ON_STAGE))
        if column.has_moment:
            drawn += _draw_star(column, ends, band + height / 2, sizes)
    return band + height + (_BELOW + steps if steps else 0), (*drawn, *below)


def tip_at(columns: Sequence[Column], y: float, sizes: Sizes) -> float:
    """How far the chevrons reach over the right ends of their columns at a height of the headers' row."""
    half = _chevron_height(columns, sizes) / 2
    return CHEVRON * max(0.0, 1 - abs(y - groups_height(columns, sizes) - half) / half)


def header_height(column: Column, sizes: Sizes) -> float:
    """How high a stage's own header must be, its group and steps apart."""
    return _chevron_height([column], sizes)


def _chevron_height(columns: Sequence[Column], sizes: Sizes) -> float:
    heights = (_height(_blocks(column, sizes)) + 2 * sizes.stage_padding for column in columns)
    return max([sizes.least_stage_height, *heights])


def name_width(column: Column, sizes: Sizes) -> float:
    """How wide a stage's name may be."""
    star = 2 * star_radius(sizes) + _BESIDE_STAR if column.has_moment else 0.0
    before = CHEVRON + sizes.stage_indent + sizes.stage_number
    return column.width - before - CHEVRON + sizes.name_into_tip - _AFTER_TEXT - star


def number_width(stages: int, style: TextStyle) -> float:
    """How wide the numbers of so many stages are in that style, with what is free behind them."""
    return max(least_width(digit * len(str(stages)), style) for digit in "08") + _BEHIND_NUMBER


def star_radius(sizes: Sizes) -> float:
    """Of the disc with a star on the header of a stage with a moment of truth."""
    return _STAR * sizes.stage_name.size


def _draw_star(column: Column, ends: bool, middle: float, sizes: Sizes) -> Iterator[Batch]:
    radius = star_radius(sizes)
    place = QPointF(column.right - radius - (CHEVRON if ends else _BESIDE_STAR), middle)
    yield Paths(circle(radius), [place], fill=STAR, stroke=Stroke(SHEET, radius * 0.07))
    yield glyph("moment-of-truth", [place], STAR_INK, enlarged=radius / 15.5)


def name_place(columns: Sequence[Column], column: Column, sizes: Sizes) -> QPointF:
    """Where a stage's name stands in the headers' row."""
    room = _chevron_height(columns, sizes) - _height(_blocks(column, sizes))
    return QPointF(
        CHEVRON + sizes.stage_indent + sizes.stage_number, groups_height(columns, sizes) + room / 2
    )


def _number(index: int, sizes: Sizes) -> TextBlock:
    return text_block(str(index + 1), sizes.stage_name)


def _placed(blocks: Sequence[tuple[TextBlock, ...]], left: float, y: float) -> Iterator[PlacedText]:
    """The blocks of a line side by side on one baseline, line below line."""
    for line in blocks:
        x = left
        for block in line:
            lower = baseline(line[0]) - baseline(block) if len(line) > 1 else 0.0
            yield PlacedText(x, y + lower, block)
            x += block.width + _BESIDE_NAME if len(line) > 1 else 0.0
        y += line[0].height


def _blocks(column: Column, sizes: Sizes) -> list[tuple[TextBlock, ...]]:
    """The texts of a header line by line: the duration beside the name where that is set so large."""
    stage: Stage = column.stage
    room = name_width(column, sizes)
    question = str(quoted(stage.question)) if stage.question.strip() else ""
    lines: tuple[tuple[str, TextStyle], ...] = (
        (stage.name, sizes.stage_name), (stage.duration, sizes.detail),
        (stage.goal, sizes.detail), (question, sizes.detail),
    )  # fmt: skip
    blocks = [text_block(text, style, room) for text, style in lines if text.strip()]
    if sizes.large_notes and stage.name.strip() and stage.duration.strip():
        name, duration, *others = blocks
        taken = name.width + _BESIDE_NAME + duration.width
        if name.line_count == duration.line_count == 1 and taken <= room:
            return [(name, duration), *((block,) for block in others)]
    return [(block,) for block in blocks]


def _height(blocks: Sequence[tuple[TextBlock, ...]]) -> float:
    return sum(line[0].height for line in blocks)
