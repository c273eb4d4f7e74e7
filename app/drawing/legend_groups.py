"""What a legend is made of: signs with their words, in columns, under the heading of their group."""

from typing import NamedTuple

from app.drawing.legend_signs import HEIGHT, Drawn
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, line_height

AFTER_SIGN, AFTER_ITEM, BETWEEN = 14.0, 30.0, 48.0
"""Behind a sign, between columns of a group, and between groups."""


class Item(NamedTuple):
    """A sign and what it means."""

    sign: Drawn
    block: TextBlock

    @property
    def indent(self) -> float:
        return self.sign.width + AFTER_SIGN if self.sign.display_list else 0.0


def item_height(item: Item, sizes: Sizes) -> float:
    """How high a row is with it."""
    return max(step(sizes), item.block.height + 6)


def step(sizes: Sizes) -> float:
    """From one row to the next."""
    return max(line_height(sizes.legend) * 1.12, HEIGHT + 6)


class Column(NamedTuple):
    """Some items of a group, one below the other."""

    items: tuple[Item, ...]
    indent: float
    width: float
    height: float

    @classmethod
    def of(cls, items: tuple[Item, ...], sizes: Sizes) -> "Column":
        indent = max(item.indent for item in items)
        wide = indent + max(item.block.width for item in items)
        return cls(items, indent, wide, sum(item_height(item, sizes) for item in items))


class Group:
    """Items under a heading, which are looked at in so many rows again and again."""

    def __init__(self, heading: TextBlock, items: tuple[Item, ...], sizes: Sizes) -> None:
        self.heading = heading
        self.items = items
        self._sizes = sizes
        self._columns: dict[int, tuple[Column, ...]] = {}

    def columns(self, rows: int) -> tuple[Column, ...]:
        if rows not in self._columns:
            parts = (self.items[start : start + rows] for start in range(0, len(self.items), rows))
            self._columns[rows] = tuple(Column.of(part, self._sizes) for part in parts)
        return self._columns[rows]

    def height(self, rows: int) -> float:
        """How high its highest column is."""
        return max((column.height for column in self.columns(rows)), default=0.0)

    def width(self, rows: int) -> float:
        """With its columns side by side."""
        columns = sum(column.width + AFTER_ITEM for column in self.columns(rows)) - AFTER_ITEM
        return max(columns, self.heading.width)


class Piece(NamedTuple):
    """A group, or as much of it as stands on one sheet, and where its columns begin."""

    heading: TextBlock
    columns: tuple[Column, ...]
    begins: tuple[float, ...]
    wall: float | None = None
    """Where a line parts it from what stands before it."""

    @property
    def height(self) -> float:
        """How high it is under its heading."""
        return max((column.height for column in self.columns), default=0.0)
