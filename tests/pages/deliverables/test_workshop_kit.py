"""The workshop kit read back from its file: what is on it, and that notes are as large as sticky notes."""

from io import BytesIO
from itertools import product
from typing import get_args

import numpy
import pypdfium2  # type: ignore[import-untyped]
import pytest

from app.drawing.display import Texts
from app.drawing.theme import NOTE_FILLS
from app.drawing.workshop_kit import draw_kit
from app.drawing.workshop_kit.kit_page import LEAST, MM, Room
from app.formats.options import ExportOptions
from app.formats.svg import svg_writer as svg
from app.formats.templates import template
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import plain_label
from app.model.records import JourneyMap, LegendEntry, Project, Section, Stage
from app.model.verbs.agenda import add_item, edit_item
from app.model.verbs.editing import set_fields
from app.model.verbs.sections import add_section
from app.model.verbs.stages import add_stage
from app.pages.deliverables.pages import Pages
from app.pages.deliverables.sheet_options import WorkshopKitOptions
from app.pages.errors import FormatError
from app.pages.page_options import Look, PageOptions
from app.pages.paper import Orientation
from app.publishing.preflight import preflight
from tests.pages.deliverables.written_pages import words, written

pytestmark = pytest.mark.usefixtures("qapp")

KIT = WorkshopKitOptions(paper="A4", day="2026-11-22")
LONG = "Donaudampfschifffahrtsgesellschaftskapitän and many more words " * 40


@pytest.fixture(scope="module")
def sample() -> Document:
    return template("pizzeria")


def kinds(document: Document, options: PageOptions = KIT) -> list[str]:
    pages = Pages(document, options)
    return [pages.page(index).name for index in range(pages.count)]


def test_it_has_an_agenda_headers_the_scale_and_notes_of_the_map_itself(sample: Document) -> None:
    content = written(sample, KIT)
    pages = words(content)
    told = " ".join(pages)
    assert list(dict.fromkeys(kinds(sample))) == [
        "Agenda", "Stage headers", "Section headers", "Emotion scale", "Notes",
    ]  # fmt: skip
    assert "Dinner at a pizzeria" in pages[0]
    assert "Goal: A good dinner near the office" in pages[0]
    assert "Next steps" in pages[0]
    for stage in sample.stages("dinner"):
        assert stage.name in told
        assert stage.duration in told
    for section in sample.sections("dinner"):
        assert section.name in told
    for word in sample.project.emotions:
        assert word in told
    assert "What do they meet: people, pages, things?" in told, "of the ready section of that name"
    with pypdfium2.PdfDocument(content) as read:
        assert [entry.get_title() for entry in read.get_toc()] == [
            "Agenda", "Stage headers", "Section headers", "Emotion scale", "Notes",
        ]  # fmt: skip
        assert read.get_metadata_dict()["Title"] == "Workshop kit – Dinner at a pizzeria"


def test_it_prints_the_agenda_of_the_project_instead_of_its_own(sample: Document) -> None:
    document = sample.copy()
    for title, minutes in (("Scope", 15), ("Pain points", 20)):
        document.apply(add_item(document, title, minutes))
    item = document.agenda()[1].id
    document.apply(edit_item(document, item, instruction="One pain a note"))
    agenda = words(written(document, KIT))[0]
    assert "15 min Scope" in agenda
    assert "20 min Pain points One pain a note" in agenda
    assert "Next steps" not in agenda


def test_there_is_a_sheet_of_notes_for_each_colour_of_the_legend_with_its_meaning(sample: Document) -> None:
    document = sample.copy()
    document.apply(set_fields(document, ["legend-pink"], plain_label("Rename"), meaning="What hurts"))
    notes = [page for page in words(written(document, KIT)) if " Notes · " in f" {page} "]
    assert len(notes) == len(document.legend()) == 8
    for entry, page in zip(document.legend(), notes, strict=True):
        assert page.count(entry.meaning) == 6


@pytest.mark.parametrize(
    ("paper", "orientation", "across", "down"),
    [
        ("A4", "landscape", 3, 2),
        ("A4", "portrait", 2, 3),
        ("A3", "landscape", 5, 3),
        ("Letter", "portrait", 2, 3),
    ],
)
def test_notes_are_76_millimetres_wide_and_high_on_every_paper(
    sample: Document, paper: str, orientation: Orientation, across: int, down: int
) -> None:
    options = KIT.changed(paper=paper, orientation=orientation)
    index = kinds(sample, options).index("Notes")
    dots = 4.0
    with pypdfium2.PdfDocument(written(sample, options)) as read:
        image = read[index].render(scale=dots * 25.4 / 72).to_pil().convert("RGB")
    pixels = numpy.asarray(image).astype(int)
    yellow = (abs(pixels - numpy.array(NOTE_FILLS["yellow"][:3])).sum(axis=2) < 6).nonzero()
    high, wide = (values.max() - values.min() + 1 for values in yellow)
    assert wide / dots == pytest.approx(across * 76, abs=0.6)
    assert high / dots == pytest.approx(down * 76, abs=0.6)
    row = yellow[1][yellow[0] == yellow[0].min() + 20]
    seen = set(row)
    cuts = {
        round((place - row.min()) / dots / 76) for place in range(row.min(), row.max()) if place not in seen
    }
    assert cuts == set(range(1, across))


def test_a_map_without_stages_and_sections_gives_blank_ones_to_write_on() -> None:
    document = template("blank")
    pages = Pages(document, KIT)
    names = kinds(document)
    assert names.count("Stage headers") == 2
    assert names.count("Section headers") == 1
    told = words(written(document, KIT))
    assert "Touchpoints" in told[0], "as most maps have them"
    assert told[names.index("Stage headers")].startswith("Untitled map · Stage headers")
    assert pages.count == len(told)


def test_a_project_without_a_legend_gives_one_sheet_of_white_notes() -> None:
    document = Document([Project(id="project"), JourneyMap(id="map", title="Dinner")])
    assert kinds(document).count("Notes") == 1


def test_the_kit_is_of_the_map_that_is_chosen(sample: Document) -> None:
    document = sample.copy()
    draft = Draft(document)
    draft.insert(JourneyMap(id="lunch", title="Lunch"))
    document.apply(draft.change(plain_label("Add map")))
    assert "Lunch" in words(written(document, KIT.changed(map="lunch")))[0]


@pytest.mark.parametrize(
    ("paper", "orientation"), list(product(("A3", "A4", "A5", "Letter", "A0"), get_args(Orientation)))
)
def test_whatever_the_map_says_nothing_lies_outside_of_its_page(paper: str, orientation: Orientation) -> None:
    document = Document(
        [
            Project(id="project", emotions=(LONG[:300], "fine")),
            JourneyMap(id="map", title=LONG, goal=LONG, scenario=LONG),
            LegendEntry(id="legend", colour="pink", meaning=LONG),
        ]
    )
    for number in range(30):
        document.apply(add_stage(document, "map", LONG if number else "", id=f"stage-{number}"))
        document.apply(add_section(document, "map", LONG, id=f"section-{number}"))
    draft = Draft(document)
    draft.put(draft.get(Stage, "stage-1").changed(duration=LONG))
    draft.put(draft.get(Section, "section-1").changed(hint=LONG, glyph="no-such"))
    document.apply(draft.change(plain_label("Say much")))
    pages = Pages(document, KIT.changed(paper=paper, orientation=orientation))
    assert pages.count > 3
    for index in range(pages.count):
        page = pages.page(index)
        width, height = page.page.points
        for layer in page.layers:
            for batch in layer.display_list:
                for x, y, block in batch.texts if isinstance(batch, Texts) else ():
                    assert layer.left + x * layer.scale > 0
                    assert layer.top + y * layer.scale > 0
                    assert layer.left + (x + block.width) * layer.scale < width
                    assert layer.top + (y + block.height) * layer.scale < height


def test_no_two_texts_of_a_page_lie_on_each_other(sample: Document) -> None:
    (journey_map,) = sample.maps()
    for room in (Room(273 * MM, 186 * MM), Room(186 * MM, 273 * MM), Room(LEAST, LEAST)):
        for page in draw_kit(sample, journey_map, room):
            boxes = [
                (x, y, x + block.width, y + block.height)
                for batch in page.drawing
                if isinstance(batch, Texts)
                for x, y, block in batch.texts
                if block.text
            ]
            for index, (left, top, right, bottom) in enumerate(boxes):
                for x, y, end, low in boxes[index + 1 :]:
                    assert right <= x or end <= left or bottom <= y + 0.1 or low <= top + 0.1


@pytest.mark.parametrize("look", get_args(Look))
def test_it_comes_in_every_look(sample: Document, look: Look) -> None:
    assert "Awareness" in " ".join(words(written(sample, KIT.changed(look=look))))


def test_it_is_looked_at_before_it_is_printed_and_can_be_one_drawing(sample: Document) -> None:
    (part,) = Pages(sample, KIT).parts
    assert {finding.kind for finding in preflight(sample, part)} == {"distance"}
    stream = BytesIO()
    svg.write(sample, stream, ExportOptions(KIT))
    assert b">Awareness<" in stream.getvalue()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [(KIT.changed(paper="roll-914"), "not on a roll"), (KIT.changed(margin=70), "leave too little of A4")],
)
def test_what_cannot_be_is_told(sample: Document, options: PageOptions, sentence: str) -> None:
    with pytest.raises(FormatError, match=sentence):
        Pages(sample, options)
