"""A graph on paper is the one of the screen, point by point; what cannot be drawn is refused by name."""

import ctypes
import json as plain_json
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import pytest

from app.drawing.display import Paths, shifted
from app.drawing.layout import lay_out
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.formats.json import json_project as json
from app.formats.json.json_options import JsonOptions
from app.formats.options import ExportOptions
from app.formats.pdf.pdf_file import About
from app.formats.pdf.pdf_writer import write
from app.formats.templates import template
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import EmotionPoint, Project, Section
from app.model.verbs.copying import duplicate
from app.model.verbs.editing import set_fields
from app.model.verbs.emotions import add_point
from app.pages.errors import FormatError
from app.pages.paper import fit, page
from tests.formats.drawings import Drawing, write_poster
from tests.model.graphs import graph_document

pytestmark = pytest.mark.usefixtures("qapp")

A0 = page("A0", "landscape")
POINTS = 0.5
Place = tuple[float, float]


def test_the_curve_in_the_pdf_lies_where_the_layout_has_it() -> None:
    document = template("pizzeria")
    layout = lay_out(document, "dinner")
    stream = BytesIO()
    write_poster(stream, Drawing(layout.display_list(), layout.width, layout.height), A0, About("", "", ""))
    drawn = {tuple(round(number, 2) for number in place) for place in _places_in(stream.getvalue())}
    on_paper = fit(layout.width, layout.height, A0)
    row = layout.row_of("emotions")
    assert row is not None
    assert isinstance(row.body, GraphBody)
    expected = [
        (on_paper.left + x * on_paper.scale, A0.points[1] - on_paper.top - y * on_paper.scale)
        for batch in shifted(row.body.lines[0].line, 0, row.y)
        if isinstance(batch, Paths)
        for command in batch.outline
        for x, y in _corners(command, batch.places[0].y())
    ]
    assert len(expected) > 60
    for x, y in expected:
        assert any(abs(x - a) <= POINTS and abs(y - b) <= POINTS for a, b in drawn), (x, y)


def _corners(command: tuple[Any, ...], down: float) -> Iterator[Place]:
    numbers = command[1:]
    for index in range(0, len(numbers), 2):
        yield numbers[index], numbers[index + 1] + down


def _places_in(content: bytes) -> Iterator[Place]:
    """Every place that a path of the page goes through or bends towards, in points from its bottom left."""
    with pypdfium2.PdfDocument(content) as document:
        for found in document[0].get_objects([pdfium.FPDF_PAGEOBJ_PATH]):
            matrix = found.get_matrix()
            for index in range(pdfium.FPDFPath_CountSegments(found)):
                x, y = ctypes.c_float(), ctypes.c_float()
                segment = pdfium.FPDFPath_GetPathSegment(found, index)
                pdfium.FPDFPathSegment_GetPoint(segment, x, y)
                yield matrix.on_point(x.value, y.value)


@pytest.mark.parametrize("count", [0, 1, 500])
def test_a_graph_of_any_number_of_points_is_printed(count: int) -> None:
    document = graph_document([None] * 8)
    for index in range(count):
        document.apply(add_point(document, "graph", f"s{index % 8}", (index % 11) - 5, index / count))
    stream = BytesIO()
    write(document, stream, ExportOptions())
    assert stream.getvalue().startswith(b"%PDF")


BAD = {
    "NaN": "NaN",
    "infinity": "Infinity",
    "minus infinity": "-Infinity",
    "6": "6",
    "-5.01": "-5.01",
    "text": '"x"',
}


@pytest.mark.parametrize("name", BAD)
def test_a_value_that_is_none_is_refused_by_name(name: str) -> None:
    text = f"""{{"format": "journeywall", "version": 1, "project": {{"maps": [{{"title": "Dinner",
        "stages": [{{"id": "stage"}}], "sections": [{{"id": "graph", "section_kind": "emotional-graph"}}],
        "points": [{{"section": "graph", "stage": "stage", "value": 1}},
                   {{"section": "graph", "stage": "stage", "value": {BAD[name]}}}]}}]}}}}"""
    with pytest.raises(FormatError) as refused:
        json.read_document(BytesIO(text.encode()))
    assert "point" in str(refused.value).lower() or "JSON" in str(refused.value)


def test_json_keeps_everything_of_a_graph() -> None:
    document = template("pizzeria")
    document.apply(duplicate(document, ["dinner"]))
    document.apply(
        set_fields(document, [document.project.id], plain_label(""), peak_at=4.0, legs=4, emotions=("calm",))
    )
    second = document.maps()[1].id
    section = next(one for one in document.sections(second) if one.section_kind == "emotional-graph")
    changes: dict[str, Any] = {
        "curve": "straight",
        "hidden": ("eva-molin",),
        "ghost": "emotions",
        "front": None,
    }
    document.apply(
        set_fields(document, [section.id], plain_label(""), hides_everyone=True, height=700.0, **changes)
    )
    point = document.all(EmotionPoint)[0]
    document.apply(
        set_fields(document, [point.id], plain_label(""), emotion="calm", quote_x=12.5, quote_y=-40.0)
    )
    document.apply(set_fields(document, ["eva-molin"], plain_label(""), dash="dotted"))
    stream = BytesIO()
    json.write(document, stream, ExportOptions())
    assert json.read_document(BytesIO(stream.getvalue())) == document


def test_a_map_written_alone_forgets_the_graph_of_the_other() -> None:
    document = template("pizzeria")
    document.apply(duplicate(document, ["dinner"]))
    second = document.maps()[1].id
    section = next(one for one in document.sections(second) if one.section_kind == "emotional-graph")
    document.apply(set_fields(document, [section.id], plain_label(""), ghost="emotions"))
    stream = BytesIO()
    json.write(document, stream, ExportOptions(format=JsonOptions(map=second)))
    alone = json.read_document(BytesIO(stream.getvalue()))
    assert alone.get(Section, section.id).ghost is None
    assert "ghost" not in plain_json.dumps(plain_json.loads(stream.getvalue()))


def test_a_ghost_that_is_not_there_is_refused_by_name() -> None:
    document = template("pizzeria")
    records = [one.changed(ghost="nowhere") if isinstance(one, Section) else one for one in document]
    stream = BytesIO()
    with pytest.raises(FormatError, match="refers to something that does not exist"):
        json.write(Document(records), stream, ExportOptions())
    assert isinstance(document.project, Project)
