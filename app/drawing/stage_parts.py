"""What stands above and below the stages' chevrons: bands over groups of stages, and steps within stages."""

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, groupby

from PySide6.QtCore import QRectF

from app.drawing.display import Batch, DisplayList, PlacedText, Rectangles, Stroke, Texts
from app.drawing.grid import Column
from app.drawing.pieces import READABLE
from app.drawing.sizes import Sizes
from app.drawing.text import line_height, text_block
from app.drawing.theme import HAIRLINE, INK, PANEL, SECONDARY, ZONES
from app.model.records import Id

_ABOVE_NAME = 10.0
_BELOW_BAND = 10.0
_GAP = 9.0
_PADDING = 8.0


def groups_height(columns: Sequence[Column], sizes: Sizes) -> float:
    """How high the row of the bands is; nothing where no stage is in a group."""
    return _band(sizes) + _BELOW_BAND if any(column.stage.group for column in columns) else 0.0


def _band(sizes: Sizes) -> float:
    return round(line_height(sizes.label)) + 2 * _ABOVE_NAME


def draw_groups(columns: Sequence[Column], sizes: Sizes, ending: Collection[Id] = ()) -> Iterator[Batch]:
    """A band over each run of neighbours of the same group; named again where they go on below."""
    ends = accumulate((column.stage.id in ending for column in columns), initial=0)
    runs = groupby(zip(columns, ends, strict=False), key=lambda pair: (pair[0].stage.group, pair[1]))
    for (name, _), run in runs:
        if not name:
            continue
        found = [column for column, _ in run]
        left, right = found[0].x, found[-1].right - _GAP
        band = QRectF(left, 0, right - left, _band(sizes))
        block = text_block(name, sizes.label, band.width() - 24)
        yield Rectangles([band], fill=ZONES[2], radius=8)
        yield Texts([PlacedText(left + 24, (band.height() - block.height) / 2, block)], SECONDARY)


def draw_steps(columns: Sequence[Column], top: float, sizes: Sizes) -> tuple[float, DisplayList]:
    """The height of the steps' row, and its drawing from `top` on: side by side, as wide as they share."""
    boxes: list[QRectF] = []
    texts: list[PlacedText] = []
    for column in columns:
        steps = column.stage.steps
        width = (column.width - _GAP) / len(steps) if steps else 0.0
        for index, step in enumerate(steps):
            block = text_block(step, sizes.step, max(width - 2 * _PADDING, 1.0))
            boxes.append(QRectF(column.x + index * width, top, width, block.height + 2 * _PADDING))
            texts.append(PlacedText(column.x + index * width + _PADDING, top + _PADDING, block))
    height = max((box.height() for box in boxes), default=0.0)
    if not boxes:
        return 0.0, ()
    for box in boxes:
        box.setHeight(height)
    drawn = Rectangles(boxes, fill=PANEL, stroke=Stroke(HAIRLINE, 1.5))
    return height, (drawn, Texts(texts, INK, seen_from=READABLE))
