"""Metrics: in each stage numbers, as figures, as bars, or as a small chart over all stages."""

from collections.abc import Sequence

from app.drawing.grid import Column
from app.drawing.sections.entries import EntryKind
from app.drawing.sections.form import Choice, FormField, Number, ShortText
from app.drawing.sections.kind import Body, Typed
from app.drawing.sections.metrics.metric_cells import lay_out_cells
from app.drawing.sections.metrics.metric_chart import ChartBody
from app.drawing.sections.metrics.metrics_body import (
    MetricsBody,
)
from app.drawing.sizes import Sizes
from app.language.phrases import as_it_is, phrase, phrase_context
from app.model.analysis.metrics import MOST_VALUE, figure_of, series_of
from app.model.document import Document
from app.model.labels import step_label
from app.model.records import Entry, Section
from app.model.verbs.ready_sections import ReadySection

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
        series = tuple(series_of(document, section))
        if section.metric_look == "chart":
            made_of = (series, tuple(columns))
            if isinstance(previous, ChartBody) and previous.made_of == made_of:
                return previous
            return ChartBody(*made_of, sizes)
        before = previous if isinstance(previous, MetricsBody) else None
        return lay_out_cells(document, section, series, columns, sizes, before)

    def read_entry(self, document: Document, entry: Entry, before: str) -> Typed | None:
        """A number that is typed as the name of a metric is its value; the name stays as it was."""
        figure = figure_of(entry.text)
        if figure is None:
            return None
        fields = {"text": before, "value": figure.value, "unit": figure.unit or entry.unit}
        return Typed(fields, step_label("edit_metric"), figure.doubt)
