"""Metrics: in each stage numbers, as figures, as bars, or as a small chart over all stages."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Batch, DisplayList, Paths, PlacedText, Rectangles, Texts
from app.drawing.grid import Column
from app.drawing.pieces import READABLE, glyph
from app.drawing.sections.entries import Drawn, EntriesBody, EntryKind, room_in
from app.drawing.sections.form import Choice, FormField, Number, ShortText
from app.drawing.sections.kind import Body, Box, Typed
from app.drawing.sections.metrics.metric_chart import ChartBody
from app.drawing.sections.metrics.metrics_body import MetricsBody, SaidOnce, shared_name
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, snug, text_block
from app.drawing.theme import ACCENT, HAIRLINE, INK, SECONDARY, Colour
from app.language.phrases import as_it_is, phrase, phrase_context, tr
from app.model.analysis.metrics import MOST_VALUE, bar_range, figure_of, series_of, written
from app.model.document import Document
from app.model.labels import step_label
from app.model.records import Entry, Section, Trend
from app.model.verbs.ready_sections import ReadySection

TREND_ICONS: dict[Trend, str] = {
    "rising": "trending-up",
    "steady": "move-right",
    "falling": "trending-down",
}
TRENDS = (
    (None, phrase("Not set")),
    ("rising", phrase_context("trend", "Rising")),
    ("steady", phrase_context("trend", "Steady")),
    ("falling", phrase_context("trend", "Falling")),
)
LOOKS = (
    ("number", phrase_context("look of metrics", "Numbers")),
    ("bar", phrase_context("look of metrics", "Bars")),
    ("chart", phrase_context("look of metrics", "Chart")),
)
_NUMBER = Number(-MOST_VALUE, MOST_VALUE, 4, or_none=phrase_context("number", "None"))
_BAR = 22.0
_GAP = 22.0
_TARGET = Colour.of("#1D2433")


class Metrics(EntryKind):
    name = "metrics"
    title = phrase("Metrics")
    glyph = "gauge"
    hint = phrase("Numbers for each stage: conversion, drop-off, recommendation, waiting time.")
    ready = (
        ReadySection(phrase("Metrics"), phrase("What do we measure, and what is the target?"), "metrics"),
        ReadySection(phrase("Conversion"), phrase("How many come this far?"), "metrics", metric_look="chart"),
    )
    form = (
        FormField(
            "text", phrase("Metric"), ShortText(phrase("Guests who stay")), step=step_label("rename_metric")
        ),
        (
            FormField(
                "value",
                phrase_context("of a metric", "Value"),
                _NUMBER,
                step=step_label("set_value"),
            ),
            FormField(
                "unit",
                phrase_context("of a metric", "Unit"),
                ShortText(as_it_is("%")),
                step=step_label("set_unit"),
            ),
        ),
        (
            FormField(
                "target",
                phrase_context("of a metric", "Target"),
                _NUMBER,
                step=step_label("set_target"),
            ),
            FormField(
                "trend",
                phrase("Trend"),
                Choice(TRENDS),
                step=step_label("set_trend"),
            ),
        ),
    )
    settings = (
        FormField(
            "metric_look",
            phrase("Metrics as"),
            Choice(LOOKS),
            step=step_label("set_metric_look"),
        ),
    )

    def lay_out(
        self,
        document: Document,
        section: Section,
        columns: Sequence[Column],
        sizes: Sizes,
        previous: Body | None,
    ) -> Body:
        if section.metric_look != "chart":
            body = super().lay_out(document, section, columns, sizes, previous)
            said = SaidOnce.of(section, shared_name(series_of(document, section)), sizes)
            if not isinstance(body, EntriesBody) or (isinstance(body, MetricsBody) and body.said == said):
                return body
            return MetricsBody(body.cells, said, sizes)
        made_of = (tuple(series_of(document, section)), tuple(columns))
        if isinstance(previous, ChartBody) and previous.made_of == made_of:
            return previous
        return ChartBody(*made_of, sizes)

    def made_of(self, document: Document, section: Section, entries: tuple[Entry, ...]) -> tuple[object, ...]:
        scales = _scales(document, section) if section.metric_look == "bar" else {}
        named = not shared_name(series_of(document, section))
        return (entries, section.metric_look, tuple(scales.get(_key(entry)) for entry in entries), named)

    def read_entry(self, document: Document, entry: Entry, before: str) -> Typed | None:
        """A number that is typed as the name of a metric is its value; the name stays as it was."""
        figure = figure_of(entry.text)
        if figure is None:
            return None
        fields = {"text": before, "value": figure.value, "unit": figure.unit or entry.unit}
        return Typed(fields, step_label("edit_metric"), figure.doubt)

    def draw(
        self,
        document: Document,
        section: Section,
        column: Column,
        entries: tuple[Entry, ...],
        sizes: Sizes,
    ) -> Drawn:
        room, boxes = room_in(column), []
        drawn: list[Batch] = []
        scales = _scales(document, section) if section.metric_look == "bar" else {}
        named = not shared_name(series_of(document, section))
        y = room.top()
        for entry in entries:
            top = QRectF(room.left(), y, room.width(), 0)
            scale = scales.get(_key(entry))
            if scale is None:
                batches, height = _figure(entry, top, named, sizes)
            else:
                batches, height = _bar(entry, top, scale, named, sizes)
            drawn += batches
            boxes.append(Box(entry.id, QRectF(room.left(), y, room.width(), height)))
            y += height + _GAP
        return Drawn(tuple(boxes), y - _GAP, tuple(drawn))


def _scales(document: Document, section: Section) -> dict[str, tuple[float, float]]:
    """The scale of the bars of each metric: the same in all stages."""
    return {series.name.casefold(): bar_range(series.numbers) for series in series_of(document, section)}


def _key(entry: Entry) -> str:
    return entry.text.strip().casefold()


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
