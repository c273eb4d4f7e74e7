"""The cells of metrics that stand as figures or as bars."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Batch, DisplayList, Paths, PlacedText, Rectangles, Texts
from app.drawing.grid import Column
from app.drawing.pieces import READABLE, glyph
from app.drawing.sections.entries import Cell, Drawn, room_in
from app.drawing.sections.kind import Box
from app.drawing.sections.metrics.metrics_body import ENTRY_GAP, MetricRow, MetricsBody, key_of, rows_of
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, snug, text_block
from app.drawing.theme import ACCENT, HAIRLINE, INK, SECONDARY, Colour
from app.language.phrases import tr
from app.model.analysis.metrics import Series, bar_range, written
from app.model.document import Document
from app.model.records import Entry, Section, Trend

TREND_ICONS: dict[Trend, str] = {
    "rising": "trending-up",
    "steady": "move-right",
    "falling": "trending-down",
}
_BAR = 22.0
_TARGET = Colour.of("#1D2433")


def lay_out_cells(
    document: Document,
    section: Section,
    series: tuple[Series, ...],
    columns: Sequence[Column],
    sizes: Sizes,
    previous: MetricsBody | None,
) -> MetricsBody:
    """The cells, those taken over in which nothing changed; the values of a metric in a row."""
    scales = (
        {key_of(one.name): bar_range(one.numbers) for one in series} if section.metric_look == "bar" else {}
    )
    made_of = (section, series, tuple(columns))
    if previous is not None and previous.made_of == made_of:
        return previous

    def height_of(entry: Entry, column: Column) -> float:
        return _drawn(entry, room_in(column), scales, False, sizes)[1]

    rows = rows_of(section, series, columns, sizes, height_of)
    before = {cell.column.stage.id: cell for cell in previous.cells} if previous else {}
    cells = []
    for column in columns:
        entries, known = document.entries(section.id, column.stage.id), before.get(column.stage.id)
        depends = (entries, section.metric_look, tuple(scales.get(key_of(one.text)) for one in entries), rows)
        if known is None or known.column[1:] != column[1:] or known.made_of != depends:
            known = Cell(column, depends, _cell(entries, column, rows, scales, sizes))
        cells.append(known)
    return MetricsBody(tuple(cells), rows, made_of, sizes)


def _cell(
    entries: Sequence[Entry],
    column: Column,
    rows: Sequence[MetricRow],
    scales: Mapping[str, tuple[float, float]],
    sizes: Sizes,
) -> Drawn:
    """The metrics of a stage, each in its row; one below the other where there are no rows."""
    if not entries:
        return Drawn((), 0.0, ())
    room, boxes = room_in(column), []
    drawn: list[Batch] = []
    tops = {row.key: row.top for row in rows}
    bottom = y = room.top()
    for entry in entries:
        key = key_of(entry.text)
        top = tops.get(key, y)
        batches, height = _drawn(entry, QRectF(room.left(), top, room.width(), 0), scales, not rows, sizes)
        drawn += batches
        boxes.append(Box(entry.id, QRectF(room.left(), top, room.width(), height)))
        y = top + height + ENTRY_GAP
        if rows:
            tops[key] = y
        bottom = max(bottom, top + height)
    return Drawn(tuple(boxes), bottom, tuple(drawn))


def _drawn(
    entry: Entry, room: QRectF, scales: Mapping[str, tuple[float, float]], named: bool, sizes: Sizes
) -> tuple[DisplayList, float]:
    """A metric as a figure, or as a bar where there is a scale; and how high it is."""
    scale = scales.get(key_of(entry.text))
    return _figure(entry, room, named, sizes) if scale is None else _bar(entry, room, scale, named, sizes)


def _value(entry: Entry) -> str:
    return "–" if entry.value is None else written(entry.value, entry.unit)


def _target(entry: Entry) -> str:
    return "" if entry.target is None else tr("Target {number}", number=written(entry.target, entry.unit))


def _figure(entry: Entry, room: QRectF, named: bool, sizes: Sizes) -> tuple[DisplayList, float]:
    """The name unless it is said beside, the value in large type with its trend, and the target."""
    name = text_block(entry.text, sizes.caption, room.width())
    value = text_block(_value(entry), sizes.figure, room.width() - 50)
    is_mirrored = name.is_mirrored
    y = room.top()
    value_y = y + (name.height if entry.text and named else 0)
    drawn: list[Batch] = [
        *_name(PlacedText(room.left(), y, name), named),
        Texts([_at_side(value, room, value_y, is_mirrored)], INK),
    ]
    beside = value.width + 34
    trend = room.right() - beside if is_mirrored else room.left() + beside
    drawn += _trend(entry, QPointF(trend, value_y + value.height / 2))
    bottom = value_y + value.height
    if entry.target is not None:
        target = text_block(_target(entry), sizes.small, room.width())
        placed = _at_side(target, room, bottom, is_mirrored)
        drawn.append(Texts([placed], SECONDARY, seen_from=READABLE))
        bottom += target.height
    return tuple(drawn), bottom - y


def _at_side(block: TextBlock, room: QRectF, y: float, is_mirrored: bool) -> PlacedText:
    """A block at the side at which the name of its metric begins, whichever way it is read itself."""
    block = snug(block)
    return PlacedText(room.right() - block.available if is_mirrored else room.left(), y, block)


def _name(placed: PlacedText, named: bool) -> DisplayList:
    return (Texts([placed], SECONDARY, seen_from=READABLE),) if named else ()


def _bar(
    entry: Entry, room: QRectF, scale: tuple[float, float], named: bool, sizes: Sizes
) -> tuple[DisplayList, float]:
    """The name unless it is said beside, and the value over a bar, on which a stroke marks the target."""
    value = text_block(_value(entry), sizes.value)
    name = text_block(entry.text, sizes.caption, room.width() - value.width - 60)
    y = room.top()
    drawn: list[Batch] = [
        *_name(PlacedText(room.left(), y, name), named),
        Texts([PlacedText(room.right() - value.width, y + 2, value)], INK, seen_from=READABLE),
    ]
    high = name.height if named else value.height
    drawn += _trend(entry, QPointF(room.right() - value.width - 24, y + high / 2))
    track = QRectF(room.left(), y + high + 6, room.width(), _BAR)
    drawn.append(Rectangles([track], fill=HAIRLINE, radius=4))
    drawn += _filling(entry, track, scale)
    bottom = track.bottom() + 6
    if entry.target is not None:
        target = text_block(_target(entry), sizes.small, room.width())
        drawn.append(Texts([PlacedText(room.left(), bottom + 2, target)], SECONDARY, seen_from=READABLE))
        bottom += target.height + 2
    return tuple(drawn), bottom - y


def _filling(entry: Entry, track: QRectF, scale: tuple[float, float]) -> Iterator[Batch]:
    def at(number: float) -> float:
        return track.left() + (number - scale[0]) / (scale[1] - scale[0]) * track.width()

    if entry.value:
        left, right = sorted((at(0.0), at(entry.value)))
        yield Rectangles([QRectF(left, track.top(), right - left, track.height())], fill=ACCENT, radius=4)
    if entry.target is not None:
        x = min(max(at(entry.target), track.left() + 2), track.right() - 2)
        yield Rectangles([QRectF(x - 2, track.top() - 5, 4, track.height() + 10)], fill=_TARGET)


def _trend(entry: Entry, place: QPointF) -> list[Paths]:
    """An arrow that says how the value moves. Whether that is good, no colour says: it depends."""
    return [] if entry.trend is None else [glyph(TREND_ICONS[entry.trend], [place], SECONDARY, size=32)]
