"""What stands above and below the stages' chevrons: bands over groups of stages, and steps within stages."""

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.display import Batch, DisplayList, PlacedText, Rectangles, Stroke, Texts
from app.drawing.grid import Column
from app.drawing.pieces import READABLE
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, fitting_block, text_block
from app.drawing.theme import HAIRLINE, INK, PANEL, SECONDARY, ZONES, TextStyle
from app.model.records import Id

_ABOVE_NAME = 10.0
_BELOW_BAND = 10.0
_BESIDE_NAME = 24.0
_SMALLER = (1.0, 0.8, 0.64)
_GAP = 9.0
_PADDING = 8.0


def groups_height(columns: Sequence[Column], sizes: Sizes) -> float:
    """How high the row of the bands is; nothing where no stage is in a group."""
    band = _band(columns, sizes)
    return band + _BELOW_BAND if band else 0.0


def draw_groups(columns: Sequence[Column], sizes: Sizes, ending: Collection[Id] = ()) -> Iterator[Batch]:
    """A band over each run of neighbours of the same group; named again where they go on below."""
    height = _band(columns, sizes)
    for group in _groups(columns, ending):
        band = QRectF(group.left, 0, group.right - group.left, height)
        name = _name(group, sizes, height)
        yield Rectangles([band], fill=ZONES[2], radius=8)
        yield Texts([PlacedText(band.left() + _BESIDE_NAME, (height - name.height) / 2, name)], SECONDARY)


class _Group(NamedTuple):
    """Neighbours of one group, from edge to edge."""

    name: str
    left: float
    right: float

    @property
    def room(self) -> float:
        """How wide its name may be."""
        return max(self.right - self.left - 2 * _BESIDE_NAME, 1.0)


def _groups(columns: Sequence[Column], ending: Collection[Id] = ()) -> Iterator[_Group]:
    ends = accumulate((column.stage.id in ending for column in columns), initial=0)
    runs = groupby(zip(columns, ends, strict=False), key=lambda pair: (pair[0].stage.group, pair[1]))
    for (name, _), run in runs:
        stages = [column for column, _ in run]
        if name:
            yield _Group(name, stages[0].x, stages[-1].right - _GAP)


def _band(columns: Sequence[Column], sizes: Sizes) -> float:
    """How high the bands are, wherever one is broken: as the highest name; 0 where there are none."""
    whole = [text_block(group.name, sizes.group, group.room).height for group in _groups(columns)]
    stages = _groups(columns, [column.stage.id for column in columns])
    alone = [text_block(stage.name, _styles(sizes)[-1], stage.room).height for stage in stages]
    return round(max(max(whole) + 2 * _ABOVE_NAME, max(alone) + _ABOVE_NAME)) if whole else 0.0


def _name(group: _Group, sizes: Sizes, height: float) -> TextBlock:
    """A group's name; smaller where only a part of the group, which is narrower, bears it."""
    styles = _styles(sizes)
    found = fitting_block(group.name, styles, group.room, height - _ABOVE_NAME)
    return found or text_block(group.name, styles[-1], group.room)


def _styles(sizes: Sizes) -> list[TextStyle]:
    return [sizes.group._replace(size=round(sizes.group.size * share)) for share in _SMALLER]


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
