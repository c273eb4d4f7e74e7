"""The stages' headers: chevrons that point the way the customer goes."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from app.drawing.display import Batch, DisplayList, Paths, PlacedText, Texts
from app.drawing.grid import Column
from app.drawing.pieces import chevron
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import CHEVRON, SHEET, STAGE_HEIGHT, STAGE_NAME, STAGE_SMALL, TextStyle, stage_hue
from app.model.records import Stage

_GAP = 9.0
_PADDING = 30.0
_TEXT_LEFT = CHEVRON + 26.0


def draw_stages(columns: Sequence[Column]) -> tuple[float, DisplayList]:
    """The height of the headers' row, and its drawing."""
    texts = [_blocks(column) for column in columns]
    height = max([STAGE_HEIGHT, *(_height(blocks) + 2 * _PADDING for blocks in texts)])
    drawn: list[Batch] = []
    for index, (column, blocks) in enumerate(zip(columns, texts, strict=True)):
        outline = chevron(column.width - _GAP, height)
        drawn.append(Paths(outline, [QPointF(column.x, 0)], fill=stage_hue(index, len(columns))))
        placed = []
        y = (height - _height(blocks)) / 2
        for block in blocks:
            placed.append(PlacedText(column.x + _TEXT_LEFT, y, block))
            y += block.height
        drawn.append(Texts(placed, SHEET))
    return height, tuple(drawn)


def name_width(column: Column) -> float:
    """How wide a stage's name may be."""
    return column.width - 2 * CHEVRON - 34


def name_place(column: Column, height: float) -> QPointF:
    """Where a stage's name stands in its header of a height."""
    return QPointF(_TEXT_LEFT, (height - _height(_blocks(column))) / 2)


def _blocks(column: Column) -> list[TextBlock]:
    stage: Stage = column.stage
    room = name_width(column)
    lines: tuple[tuple[str, TextStyle], ...] = (
        (stage.name, STAGE_NAME), (stage.duration, STAGE_SMALL), (stage.goal, STAGE_SMALL),
    )  # fmt: skip
    return [text_block(text, style, room) for text, style in lines if text.strip()]


def _height(blocks: Sequence[TextBlock]) -> float:
    return sum(block.height for block in blocks)
