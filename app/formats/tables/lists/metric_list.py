"""Tables that list measured numbers, one a row: stage, metric, value; maybe target and unit."""

from collections.abc import Iterator, Mapping, Sequence

from app.formats.import_notes import ImportNote
from app.formats.tables.grid import Cell, Grid
from app.formats.tables.reading import Fields, SectionRead, StageRead, TableReading
from app.formats.tables.recognising.row_kinds import METRICS
from app.language.phrases import phrase
from app.model.analysis.metrics import figure_of
from app.model.exchange.vocabulary import says_nothing

_NEEDED = ("stage", "metric", "value")


def has_metric_columns(columns: Mapping[str, int]) -> bool:
    """Whether there is a column for the stage, one for the metric and one for its value."""
    return all(name in columns for name in _NEEDED)


def metrics_listed(grid: Grid, columns: Mapping[str, int]) -> TableReading:
    """The map whose metrics a table lists: a section for each, in the order in which they first appear."""
    rows, notes = grid.rows[1:], list(grid.notes)
    stages = list(dict.fromkeys(_in(row, columns, "stage") for row in rows))
    metrics = list(dict.fromkeys(_in(row, columns, "metric") for row in rows))
    sections = tuple(
        SectionRead(
            metric,
            METRICS,
            "metrics",
            tuple(tuple(_held(rows, columns, metric, stage, notes)) for stage in stages),
        )
        for metric in metrics
    )
    named = tuple(StageRead(stage) for stage in stages)
    return TableReading(grid.title, named, sections, notes=tuple(notes), grid=grid)


def _held(
    rows: Sequence[Sequence[Cell]],
    columns: Mapping[str, int],
    metric: str,
    stage: str,
    notes: list[ImportNote],
) -> Iterator[Fields]:
    for row in rows:
        if (_in(row, columns, "metric"), _in(row, columns, "stage")) != (metric, stage):
            continue
        text = _in(row, columns, "value")
        figure = figure_of(text)
        if figure is None:
            if not says_nothing(text):
                sentence = phrase("“{text}” is no number, and became the name of a metric.", text=text)
                notes.append(ImportNote("guessed", sentence, row[columns["value"]].place))
                yield {"text": text}
            continue
        unit = _in(row, columns, "unit") or figure.unit
        target = figure_of(_in(row, columns, "target"))
        yield {"value": figure.value, "unit": unit, **({"target": target.value} if target else {})}


def _in(row: Sequence[Cell], columns: Mapping[str, int], name: str) -> str:
    at = columns.get(name)
    return " ".join(row[at].text.split()) if at is not None else ""
