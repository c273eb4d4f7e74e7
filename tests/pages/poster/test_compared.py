"""A poster of a map compared with itself as it was: the marks and their key are on every kind of file."""

from io import BytesIO

import pytest

from app.drawing.display import Texts
from app.formats.options import ExportOptions
from app.formats.pdf import pdf_writer as pdf
from app.formats.svg import svg_writer as svg
from app.formats.templates import template
from app.model.document import Document
from app.model.history.history_cursor import earlier
from app.model.history.versions import Version
from app.model.records import Note
from app.model.verbs.editing import delete
from app.model.verbs.notes import add_note
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions, PosterOptions
from app.publishing.preflight import preflight
from tests.formats.reading import ReadPdf


@pytest.fixture
def document() -> Document:
    """The sample without the note it had in the morning, and with a new one."""
    document = template("pizzeria")
    eats = next(note for note in document.all(Note) if note.text == "Eats")
    document.apply(delete(document, [eats.id]))
    document.apply(add_note(document, eats.section, eats.stage, "Sleeps"))
    return document


@pytest.fixture
def options(document: Document) -> MapOptions:
    before = Version("“before lunch”, 12:03", template("pizzeria"))
    return MapOptions(compared_with=earlier(before, document))


def test_a_pdf_has_what_is_gone_what_is_new_and_the_key(document: Document, options: MapOptions) -> None:
    stream = BytesIO()
    pdf.write(document, stream, ExportOptions(options))
    read = ReadPdf(stream.getvalue())
    for text in (
        "Eats",
        "Sleeps",
        "Compared with “before lunch”, 12:03:",
        "1 added",
        "− 1",
        "+ 2",
    ):
        assert read.find(text)


def test_an_svg_has_them_as_text(document: Document, options: MapOptions) -> None:
    stream = BytesIO()
    svg.write(document, stream, ExportOptions(options))
    drawn = stream.getvalue().decode()
    for text in ("Eats", "Sleeps", "1 removed", "− 1", "+ 2"):
        assert f">{text}<" in drawn


def test_bands_and_parts_have_the_marks_of_what_they_show(document: Document, options: MapOptions) -> None:
    map = document.maps()[0]
    stages = tuple(stage.id for stage in document.stages(map.id))
    eating = next(note.stage for note in document.all(Note) if note.text == "Sleeps")
    for stage, expected in ((eating, {"− 1", "+ 2"}), (next(one for one in stages if one != eating), set())):
        poster = PosterOfMap(document, map, _with(options, stages=(stage,)))
        assert {one for one in ("− 1", "+ 2") if _shows(poster, one)} == expected
        assert _shows(poster, "1 added")


def test_numbers_on_notes_leave_out_those_that_are_gone(document: Document, options: MapOptions) -> None:
    poster = PosterOfMap(document, document.maps()[0], _with(options, numbers=True))
    notes = len(document.all(Note))
    assert _shows(poster, str(notes))
    assert not _shows(poster, str(notes + 1))


def test_the_preflight_looks_at_the_marks_as_well(document: Document, options: MapOptions) -> None:
    map = document.maps()[0]
    poster = PosterOfMap(document, map, options)
    assert all(finding.kind != "characters" for finding in preflight(document, poster))


def test_all_maps_are_compared_each_with_itself(document: Document, options: MapOptions) -> None:
    stream = BytesIO()
    pdf.write(document, stream, ExportOptions(PosterOptions(compared_with=options.compared_with)))
    assert ReadPdf(stream.getvalue()).find("− 1")


def _with(options: MapOptions, **fields: object) -> MapOptions:
    return options.changed(**fields)


def _shows(poster: PosterOfMap, text: str) -> bool:
    return any(
        placed.block.text == text
        for layer in poster.page(0).layers
        for batch in layer.display_list
        if isinstance(batch, Texts)
        for placed in batch.texts
    )
