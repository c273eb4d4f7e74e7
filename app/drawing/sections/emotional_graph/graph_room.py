"""Room in a band for words: which places are taken, and the free place nearest to where they should be.

The band is a grid of small cells, each column one whole number with a bit for each row that is taken; so a
rectangle is asked for in a few operations, and a graph with many words is laid out while a point is dragged.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

from app.model.analysis.curve import Bezier

CELL = 6.0
"""Map units; words keep at least this far from each other and from the lines."""


class LabelCandidates(NamedTuple):
    """Where words would like to stand: several left edges, each with what standing there costs, and a top."""

    lefts: tuple[tuple[float, float], ...]
    top: float


class Cells(NamedTuple):
    """The cells of a band: from where on, and how many there are across and down."""

    left: float
    columns: int
    rows: int

    def rows_between(self, top: float, bottom: float) -> int:
        """A bit for each row that lies between two heights, or partly."""
        # Asked at every column of a curve and at every place for words, so without `min` and `max`.
        first, last, most = int(top // CELL), int(bottom // CELL) + 1, self.rows
        first = 0 if first < 0 else first if first < most else most
        last = first if last < first else last if last < most else most
        return (1 << last) - (1 << first)

    def columns_between(self, left: float, right: float) -> tuple[int, int]:
        """The first of the columns between two places, and the one behind the last."""
        first, last = int((left - self.left) // CELL), int((right - self.left) // CELL) + 1
        most = self.columns
        first = 0 if first < 0 else first if first < most else most
        return first, first if last < first else last if last < most else most


class Room:
    """The taken places of a band, `columns` and `rows` cells large."""

    def __init__(self, left: float, right: float, height: float, taken: Sequence[int] = ()) -> None:
        self._left, self._right, self._height = left, right, height
        self._cells = Cells(left, max(1, int((right - left) / CELL)), max(1, int(height / CELL)))
        self.columns, self.rows = self._cells.columns, self._cells.rows
        self._rows, self._columns = self._cells.rows_between, self._cells.columns_between
        self.taken = list(taken) if taken else [0] * self.columns
        self._all = (1 << self.rows) - 1

    @property
    def bottom(self) -> float:
        """How far down words can stand."""
        return self.rows * CELL

    def copy(self) -> "Room":
        return Room(self._left, self._right, self._height, self.taken)

    def joined(self, other: Sequence[int]) -> None:
        """Take what another grid of the same size has taken."""
        self.taken = [one | two for one, two in zip(self.taken, other, strict=True)]

    def take(self, rectangle: QRectF) -> None:
        rows = self._rows(rectangle.top(), rectangle.bottom())
        for column in range(*self._columns(rectangle.left(), rectangle.right())):
            self.taken[column] |= rows

    def take_leg(self, leg: Bezier, half_width: float) -> None:
        """Take what a piece of a line covers. Its x grows evenly with its parameter, or not at all."""
        (x0, y0), (x3, y3) = leg.start, leg.end
        if x3 <= x0:
            self.take(QRectF(x0 - half_width, min(y0, y3), 2 * half_width, abs(y3 - y0)))
            return
        first, covered = _covered(self._cells, leg, half_width)
        for column, rows in enumerate(covered, first):
            self.taken[column] |= rows

    def take_line(self, line: QLineF) -> None:
        """Take what a straight line goes through."""
        for square in _along(line):
            self.take(square)

    def crossings(self, line: QLineF) -> int:
        """How often a straight line goes into what is taken."""
        free = [True, *(self.is_free(square) for square in _along(line))]
        return sum(before and not after for before, after in pairwise(free))

    def is_free(self, rectangle: QRectF) -> bool:
        rows = self._rows(rectangle.top(), rectangle.bottom())
        return not any(
            self.taken[column] & rows for column in range(*self._columns(rectangle.left(), rectangle.right()))
        )

    def free_rows(self, left: float, width: float) -> int:
        """A bit for each row that is free all over a width; none where that reaches over the band's ends."""
        if left < self._left or (left + width - self._left) / CELL > self.columns:
            return 0
        taken = reduce(or_, self.taken[slice(*self._columns(left, left + width))], 0)
        return ~taken & self._all

    def has_rows(self, free: int, top: float, bottom: float) -> bool:
        """Whether, of rows that are free, those between two heights are."""
        if top < 0 or bottom > self.rows * CELL:
            return False
        rows = self._rows(top, bottom)
        return free & rows == rows

    def find(self, size: QSizeF, candidates: LabelCandidates, farthest: float) -> QPointF | None:
        """The free place for a rectangle with the lowest cost: of its left edge, and its way from the top."""
        best: tuple[float, QPointF] | None = None
        high = int(size.height() / CELL) + 2
        for left, cost in candidates.lefts:
            if cost > farthest or (best is not None and cost >= best[0]):
                continue
            row = self._free_row(left, size.width(), high, int(candidates.top / CELL))
            if row is None:
                continue
            top = (row + 0.5) * CELL
            total = cost + abs(top - candidates.top)
            if total <= farthest and (best is None or total < best[0]):
                best = total, QPointF(left, top)
        return best[1] if best else None

    def _free_row(self, left: float, width: float, high: int, wanted: int) -> int | None:
        """The first of `high` free rows, as near to the wanted one as there are."""
        if high > self.rows:
            return None
        run = runs_of(self.free_rows(left, width), high)
        return _nearest_bit(run, max(wanted, 0)) if run else None


@lru_cache(maxsize=512)
def _covered(cells: Cells, leg: Bezier, half_width: float) -> tuple[int, tuple[int, ...]]:
    """From which column on a piece of a line covers which rows of each; of a point dragged most stay."""
    (x0, y), x3 = leg.start, leg.end[0]
    first, last = cells.columns_between(x0 - half_width, x3 + half_width)
    width = x3 - x0
    covered = []
    for column in range(first, last):
        following = leg.y_at(min(max((cells.left + (column + 1) * CELL - x0) / width, 0.0), 1.0))
        low, high = (y, following) if y < following else (following, y)
        covered.append(cells.rows_between(low - half_width, high + half_width))
        y = following
    return first, tuple(covered)


def runs_of(free: int, high: int) -> int:
    """Of bits for free rows, those at which so many of them begin."""
    length = 1
    while length < high and free:
        step = min(length, high - length)
        free &= free >> step
        length += step
    return free


def _along(line: QLineF) -> Iterator[QRectF]:
    """Places on a straight line, so near to each other that none of the cells between them is left out."""
    steps = int(line.length() / CELL) + 1
    return (QRectF(line.pointAt(step / steps), QSizeF(0, 0)) for step in range(steps + 1))


def _nearest_bit(bits: int, wanted: int) -> int:
    """The index of the set bit nearest to the wanted one."""
    below = bits & ((1 << (wanted + 1)) - 1)
    above = bits >> wanted
    down = below.bit_length() - 1 if below else None
    up = wanted + (above & -above).bit_length() - 1 if above else None
    if down is None or up is None:
        return up if down is None else down  # type: ignore[return-value] # One of them is there.
    return down if wanted - down <= up - wanted else up
