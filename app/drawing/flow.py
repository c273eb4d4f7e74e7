"""Titled groups of words that flow into columns, page after page, so that however long they are all is there.

Units are those of the drawing; a group is a card as wide as its column.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol, Self

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Batch, Links, Paths, PlacedLink, PlacedText, Rectangles, Stroke, Texts
from app.drawing.glyphs import circle
from app.drawing.pieces import glyph
from app.drawing.text import TextBlock, line_height, text_block
from app.drawing.theme import HAIRLINE, HEADING, INK, PANEL, SECONDARY, SHEET, SMALL, Colour, TextStyle
from app.language.phrases import tr

BODY = SMALL._replace(leading=1.4)
GAP = 18.0
"""Between cards."""
PADDING = 22.0
_RADIUS = 12.0
_ICON = 22.0
_TITLE_GAP = 10.0
_LARGE = 0.4
"""A group that is higher than this share of a page may go on in the next column."""
_LEAST = 0.15
"""The share of a page under which a column's rest is left free rather than begin a group in it."""


class Item(Protocol):
    """Something that stands in a group, below what came before."""

    @property
    def is_heading(self) -> bool:
        """Whether what comes next stays with it."""

    def height(self, width: float) -> float: ...

    def fitting(self, width: float, room: float) -> tuple["Item | None", "Item | None"]:
        """As much of it as fits into a height, and the rest."""

    def draw(self, x: float, y: float, width: float) -> Iterator[Batch]: ...


@dataclass(frozen=True, slots=True)
class Words:
    """A text, perhaps with a sign or a label before it, perhaps leading to an address."""

    text: str
    style: TextStyle = BODY
    ink: Colour = INK
    above: float = 0.0
    """Free height over it."""
    indent: float = 0.0
    sign: str = ""
    """A dot where it is "dot", or else the name of an icon."""
    sign_ink: Colour = SECONDARY
    label: TextBlock | None = None
    address: str = ""
    is_heading: bool = False

    def height(self, width: float) -> float:
        return self.above + self._block(width).height

    def fitting(self, width: float, room: float) -> tuple[Self | None, Self | None]:
        block = self._block(width)
        lines = int((room - self.above) / line_height(self.style) + 1e-6)
        if lines >= block.line_count:
            return self, None
        if lines < 1:
            return None, self
        first, rest = block.split(lines)
        head, rest = replace(self, text=first), rest.lstrip()
        return head, replace(self, text=rest, sign="", label=None, above=0.0) if rest else None

    def draw(self, x: float, y: float, width: float) -> Iterator[Batch]:
        y += self.above
        block = self._block(width)
        yield Texts([PlacedText(x + self.indent, y, block)], self.ink)
        if self.label is not None:
            yield Texts([PlacedText(x, y, self.label)], SECONDARY)
        middle = y + line_height(self.style) / 2
        if self.sign == "dot":
            yield Paths(circle(3.5), [QPointF(x + 6, middle)], fill=self.sign_ink)
        elif self.sign:
            yield glyph(self.sign, [QPointF(x + 9, middle)], self.sign_ink, size=18)
        if self.address:
            area = QRectF(x + self.indent, y, max(block.width, 1.0), block.height)
            yield Links([PlacedLink(area, self.address)])

    def _block(self, width: float) -> TextBlock:
        return text_block(self.text, self.style, width - self.indent)


@dataclass(frozen=True, slots=True)
class Group:
    """A card with a title, an icon and what stands in it."""

    title: str
    icon: str
    items: tuple[Item, ...]
    ink: Colour = SECONDARY
    """Of its icon."""
    is_continued: bool = False
    """Whether it began in another column, or on another page."""

    def height(self, width: float) -> float:
        inner = width - 2 * PADDING
        return 2 * PADDING + self._title_height(inner) + sum(item.height(inner) for item in self.items)

    def fitting(self, width: float, room: float) -> tuple["Group | None", "Group | None"]:
        """As much of it as fits into a height, and the rest, which goes on under the same title."""
        inner = width - 2 * PADDING
        room -= 2 * PADDING + self._title_height(inner)
        low = room / 2
        kept: list[Item] = []
        for index, item in enumerate(self.items):
            first, rest = item.fitting(inner, room)
            if first is not None:
                kept.append(first)
                room -= first.height(inner)
            if rest is not None:
                others = (rest, *self.items[index + 1 :])
                while kept and first is None and kept[-1].is_heading and kept[-1].height(inner) < low:
                    others = (kept.pop(), *others)
                if not kept:
                    return None, self
                return replace(self, items=tuple(kept)), replace(self, items=others, is_continued=True)
        return self, None

    def draw(self, x: float, y: float, width: float) -> Iterator[Batch]:
        card = QRectF(x, y, width, self.height(width))
        yield Rectangles([card], fill=SHEET.mixed(PANEL, 0.9), stroke=Stroke(HAIRLINE, 1.5), radius=_RADIUS)
        inner = width - 2 * PADDING
        x, y = x + PADDING, y + PADDING
        title = self._title(inner)
        middle = y + line_height(HEADING) / 2
        yield glyph(self.icon, [QPointF(x + _ICON / 2, middle)], self.ink, size=_ICON)
        yield Texts([PlacedText(x + _ICON + 12, y, title)], INK)
        y += self._title_height(inner)
        for item in self.items:
            yield from item.draw(x, y, inner)
            y += item.height(inner)

    def _title(self, inner: float) -> TextBlock:
        title = tr("{title}, continued", title=self.title) if self.is_continued else self.title
        return text_block(title, HEADING, inner - _ICON - 12)

    def _title_height(self, inner: float) -> float:
        return self._title(inner).height + _TITLE_GAP


class Placed(NamedTuple):
    """A group with its place on a page."""

    group: Group
    x: float
    y: float


class Columns(NamedTuple):
    """How many columns a page has, and how wide they are."""

    number: int
    width: float

    @classmethod
    def of(cls, width: float, about: float) -> "Columns":
        """The columns of about a width that a page of another is divided into."""
        count = max(1, round(width / about))
        return cls(count, (width - (count - 1) * GAP) / count)

    def x(self, index: int) -> float:
        return index * (self.width + GAP)


def flow(
    groups: Sequence[Group], columns: Columns, first: float, others: float | None
) -> list[tuple[Placed, ...]]:
    """The groups on pages: the first has a height left for them, the others one of their own.

    Without a height there is one page, as high as it takes.
    """
    pages: list[tuple[Placed, ...]] = []
    rest, room = list(groups), first
    while rest:
        heights = [group.height(columns.width) for group in rest]
        least = _least_height(heights, columns.number)
        if others is None or least <= room:
            pages.append(tuple(_side_by_side(rest, heights, columns, least)))
            break
        huddled = _huddled(rest, heights, columns)
        if bottom(huddled, columns) <= room:
            pages.append(huddled)
            break
        placed, rest = _filled(rest, columns, room, others)
        if not placed and room >= others:
            raise ValueError("The pages are too small for a single line.")
        pages.append(tuple(placed))
        room = others
    return pages


def bottom(placed: Sequence[Placed], columns: Columns) -> float:
    """How far down the groups of a page reach."""
    return max((each.y + each.group.height(columns.width) for each in placed), default=0.0)


def _least_height(heights: Sequence[float], columns: int) -> float:
    """The height in which whole groups, in their order, find room in so many columns."""
    sums = {
        sum(heights[i:j]) + GAP * (j - i - 1)
        for i in range(len(heights))
        for j in range(i + 1, len(heights) + 1)
    }
    highest = max(heights)
    enough = (height for height in sorted(sums) if height >= highest)
    return next(height for height in enough if _columns_needed(heights, height) <= columns)


def _columns_needed(heights: Sequence[float], limit: float) -> int:
    needed, reached = 1, 0.0
    for height in heights:
        if reached and reached + GAP + height > limit + 1e-6:
            needed, reached = needed + 1, 0.0
        reached += height + (GAP if reached else 0.0)
    return needed


def _side_by_side(
    groups: Sequence[Group], heights: Sequence[float], columns: Columns, limit: float
) -> Iterator[Placed]:
    column, y = 0, 0.0
    for group, height in zip(groups, heights, strict=True):
        if y and y + height > limit + 1e-6:
            column, y = column + 1, 0.0
        yield Placed(group, columns.x(column), y)
        y += height + GAP


def _huddled(groups: Sequence[Group], heights: Sequence[float], columns: Columns) -> tuple[Placed, ...]:
    """Each group where most room is left: less in order, but it may save a page."""
    reached = [0.0] * columns.number
    placed: list[Placed] = []
    for group, height in zip(groups, heights, strict=True):
        column = reached.index(min(reached))
        placed.append(Placed(group, columns.x(column), reached[column]))
        reached[column] += height + GAP
    return tuple(placed)


def _filled(
    groups: list[Group], columns: Columns, room: float, page: float
) -> tuple[list[Placed], list[Group]]:
    """A page filled from its first column to its last, and what is left for the pages after it."""
    placed: list[Placed] = []
    rest = list(groups)
    for column in range(columns.number):
        y = 0.0
        while rest:
            group, free = rest[0], room - y
            height = group.height(columns.width)
            is_large = height > _LARGE * page and free > _LEAST * page
            if height > free and y and not is_large:
                break
            kept, left = group.fitting(columns.width, free)
            if kept is None:
                break
            placed.append(Placed(kept, columns.x(column), y))
            rest = [*([left] if left else []), *rest[1:]]
            y += kept.height(columns.width) + GAP
            if left:
                break
    return placed, rest
