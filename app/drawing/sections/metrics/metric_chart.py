"""Metrics as small charts over the stages, one below the other."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import Batch, DisplayList, Lines, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.glyphs import circle, polyline
from app.drawing.grid import Column
from app.drawing.pieces import READABLE
from app.drawing.sections.entries import EMPTY_HEIGHT
from app.drawing.sections.kind import Box, Flow, Piece
from app.drawing.sizes import Sizes
from app.drawing.text import line_height, text_block
from app.drawing.theme import (
    ACCENT,
    CELL_PADDING,
    HAIRLINE,
    INK,
    SECONDARY,
    SHEET,
    TextStyle,
)
from app.language.phrases import tr
from app.model.analysis.metrics import Series, bar_range, written
from app.model.records import Entry

CHART_HEIGHT = 190.0
_BELOW_HEADING = 11.0
_GAP = 26.0
_DOT = 9.0


class ChartBody:
    """Charts, each as wide as all stages: a dot in the middle of each stage that has a value."""

    flow: Flow = "by itself"

    def __init__(self, series: tuple[Series, ...], columns: tuple[Column, ...], sizes: Sizes) -> None:
        self.made_of = (series, columns)
        self._series, self._columns = series, columns
        self._sizes = sizes
        self._left = sizes.section_column
        self._right = columns[-1].right if columns else sizes.section_column
        self._heading = round(line_height(sizes.caption)) + _BELOW_HEADING
        step = self._heading + CHART_HEIGHT + _GAP
        self.height = CELL_PADDING * 2 + len(series) * step - _GAP if series else EMPTY_HEIGHT
        self._drawn: DisplayList | None = None

    def pieces(self, height: float) -> Sequence[Piece]:
        return [Piece(self._left, self._right, self.whole(height))]

    def whole(self, height: float) -> DisplayList:
        if self._drawn is None:
            self._drawn = tuple(batch for plot, one in self._plots() for batch in self._chart(one, plot))
        return self._drawn

    def boxes(self, left: float, right: float, height: float) -> Iterator[Box]:
        for plot, series in self._plots():
            for place, entry in self._places(series, plot):
                if left <= place.x() <= right:
                    yield Box(entry.id, QRectF(place.x() - 40, plot.top(), 80, plot.height()))

    def _plots(self) -> Iterator[tuple[QRectF, Series]]:
        y = CELL_PADDING + self._heading
        for series in self._series:
            yield QRectF(self._left, y, self._right - self._left, CHART_HEIGHT), series
            y += self._heading + CHART_HEIGHT + _GAP

    def _places(self, series: Series, plot: QRectF) -> Iterator[tuple[QPointF, Entry]]:
        """Where each entry lies; one without a value at the chart's foot."""
        for position, entry in series.entries:
            column = self._columns[position]
            value = 0.0 if entry.value is None else entry.value
            yield QPointF(column.x + column.width / 2, _y(value, series, plot)), entry

    def _chart(self, series: Series, plot: QRectF) -> Iterator[Batch]:
        unit = next((entry.unit for _, entry in series.entries if entry.unit), "")
        heading = text_block(series.name, self._sizes.caption, plot.width() - 2 * CELL_PADDING)
        place = PlacedText(plot.left() + CELL_PADDING, plot.top() - self._heading, heading)
        yield Texts([place], SECONDARY, seen_from=READABLE)
        nought = _y(0.0, series, plot)
        yield Lines([QLineF(plot.left() + CELL_PADDING, nought, plot.right(), nought)], Stroke(HAIRLINE, 2))
        if series.target is not None:
            yield from _target_line(
                series.target, unit, _y(series.target, series, plot), plot, self._sizes.small
            )
        known = [(place, entry) for place, entry in self._places(series, plot) if entry.value is not None]
        if len(known) > 1:
            line = polyline(*((place.x(), place.y()) for place, _ in known))
            yield Paths(line, [QPointF(0, 0)], stroke=Stroke(ACCENT, 5))
        if known:
            yield Paths(circle(_DOT), [place for place, _ in known], fill=SHEET, stroke=Stroke(ACCENT, 5))
            yield from _values(known, self._sizes.value)


def _y(value: float, series: Series, plot: QRectF) -> float:
    low, high = bar_range(series.numbers)
    inner = plot.adjusted(0, 46, 0, -14)
    return inner.bottom() - (value - low) / (high - low) * inner.height()


def _target_line(target: float, unit: str, y: float, plot: QRectF, style: TextStyle) -> Iterator[Batch]:
    block = text_block(tr("Target {number}", number=written(target, unit)), style)
    line = QLineF(plot.left() + CELL_PADDING, y, plot.right(), y)
    yield Lines([line], Stroke(SECONDARY, 2, (8, 8)))
    place = PlacedText(plot.right() - block.width - 8, y - block.height - 2, block)
    yield Texts([place], SECONDARY, seen_from=READABLE)


def _values(known: Sequence[tuple[QPointF, Entry]], style: TextStyle) -> Iterator[Batch]:
    """The numbers over their dots, on a bit of white so that no line runs through them."""
    texts, backs = [], []
    for place, entry in known:
        block = text_block(written(entry.value or 0.0, entry.unit), style)
        x, y = place.x() - block.width / 2, place.y() - _DOT - 8 - block.height
        backs.append(QRectF(x - 5, y, block.width + 10, block.height))
        texts.append(PlacedText(x, y, block))
    yield Rectangles(backs, fill=SHEET, radius=4, seen_from=READABLE)
    yield Texts(texts, INK, seen_from=READABLE)
