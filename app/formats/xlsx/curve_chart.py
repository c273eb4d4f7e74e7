"""The curve of an emotional graph as a chart of the spreadsheet's own, drawn from the list of points."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from app.drawing.theme import BAND_ABOVE, CURVE_HIGH, HAIRLINE, INK, SECONDARY, SHEET, hexadecimal
from app.formats.xlsx.book import FONT, Book
from app.model.document import Document
from app.model.records import HIGHEST, LOWEST, EmotionPoint, Id, JourneyMap, Persona, Section, Stage
from app.model.words import shortened

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart

CHART_HEIGHT = 240
"""Pixels at 100 %."""
_LONGEST_LABEL = 24
_COLOURS = (hexadecimal(CURVE_HIGH), "#7A3FB0", "#CF5B26", "#1C7C69", "#8A4B00")
"""Of the curves, one after the other."""
_DASHES = ("solid", "dash", "round_dot", "dash_dot", "long_dash")
_ROOM = 0.6
"""Of the scale, above and below it: room for what is said at its ends."""


class PointRow(NamedTuple):
    """A point of a curve as the list of points has it."""

    section: Section
    persona: Persona | None
    stage: Stage
    along: float
    """From the first stage's left edge, in stages."""
    point: EmotionPoint


class Series(NamedTuple):
    """The points of one curve, and the rows in the list where they stand, from 0."""

    persona: Persona | None
    first: int
    points: tuple[EmotionPoint, ...]

    @property
    def last(self) -> int:
        return self.first + len(self.points) - 1


class Curves:
    """The points of all graphs in the order of their list: section by section, curve by curve."""

    def __init__(
        self,
        document: Document,
        maps: Sequence[JourneyMap],
        sheet: str,
        first_row: int,
        along: int,
        value: int,
    ) -> None:
        """`sheet` is what the list will be called; `along` and `value` are its columns, from 0."""
        self.sheet, self.along, self.value = sheet, along, value
        self.rows = [row for each in maps for row in _rows(document, each.id)]
        self._first_row = first_row

    def of(self, section: Id) -> Iterator[Series]:
        numbered = enumerate(self.rows, self._first_row)
        own = [(at, row) for at, row in numbered if row.section.id == section]
        for _, found in groupby(own, key=lambda pair: pair[1].persona and pair[1].persona.id):
            pairs = list(found)
            yield Series(pairs[0][1].persona, pairs[0][0], tuple(row.point for _, row in pairs))


def curve_chart(book: Book, section: Section, curves: Curves, stages: int) -> "Chart | None":
    """A line for each persona over all stages; None where there is no point."""
    found = list(curves.of(section.id))
    if not found:
        return None
    subtype = "straight_with_markers" if section.curve == "straight" else "smooth_with_markers"
    chart = book.workbook.add_chart({"type": "scatter", "subtype": subtype})
    for number, series in enumerate(found):
        chart.add_series(_series(curves, series, number))
    hair = {"color": hexadecimal(HAIRLINE), "width": 0.75}
    hidden = {"label_position": "none", "major_tick_mark": "none", "minor_tick_mark": "none"}
    chart.set_x_axis(
        {
            "min": 0,
            "max": stages,
            "major_unit": 1,
            "major_gridlines": {"visible": True, "line": hair},
            "line": {"color": hexadecimal(SECONDARY), "width": 1, "dash_type": "dash"},
            **hidden,
        }
    )
    chart.set_y_axis(
        {
            "min": LOWEST - _ROOM,
            "max": HIGHEST + _ROOM,
            "crossing": 0,
            "major_gridlines": {"visible": False},
            "line": {"none": True},
            **hidden,
        }
    )
    chart.set_title({"none": True})
    if len(found) > 1:
        chart.set_legend({"position": "overlay_top_right", "font": {"name": FONT, "size": 9}})
    else:
        chart.set_legend({"none": True})
    chart.set_plotarea(
        {
            "layout": {"x": 0.0, "y": 0.0, "width": 1.0, "height": 1.0},
            "fill": {"color": hexadecimal(BAND_ABOVE)},
        }
    )
    chart.set_chartarea({"border": {"none": True}, "fill": {"color": hexadecimal(SHEET)}})
    chart.show_hidden_data()
    return chart


def _rows(document: Document, map: Id) -> Iterator[PointRow]:
    stages = document.stages(map)
    people = {persona.id: at for at, persona in enumerate(document.personas())}
    for section in document.sections(map):
        rows = [
            PointRow(
                section,
                document.get(Persona, point.persona) if point.persona else None,
                stage,
                round(number + point.at, 4),
                point,
            )
            for number, stage in enumerate(stages)
            for point in document.points(section.id, stage.id)
        ]
        yield from sorted(rows, key=lambda row: (people.get(row.point.persona or "", -1), row.along))


def _series(curves: Curves, series: Series, number: int) -> dict[str, object]:
    colour = _COLOURS[number % len(_COLOURS)]
    return {
        "name": series.persona.name if series.persona else "",
        "categories": [curves.sheet, series.first, curves.along, series.last, curves.along],
        "values": [curves.sheet, series.first, curves.value, series.last, curves.value],
        "line": {"color": colour, "width": 2.25, "dash_type": _DASHES[number % len(_DASHES)]},
        "marker": {
            "type": "circle" if number % 2 == 0 else "diamond",
            "size": 7,
            "fill": {"color": hexadecimal(SHEET)},
            "border": {"color": colour, "width": 1.75},
        },
        **_labels(series.points),
    }


def _labels(points: Sequence[EmotionPoint]) -> dict[str, object]:
    """What is felt, beside each point that says it."""
    words = [shortened(point.emotion, _LONGEST_LABEL) for point in points]
    if not any(words):
        return {}
    return {
        "data_labels": {
            "value": True,
            "position": "above",
            "font": {"name": FONT, "size": 9, "color": hexadecimal(INK)},
            "custom": [{"value": word} if word else {"delete": True} for word in words],
        }
    }
