"""The templates: each a sound project of hints, which opens, draws and prints."""

from io import BytesIO
from pathlib import Path

import pytest

from app.drawing.glyphs import GLYPHS
from app.drawing.layout import lay_out
from app.drawing.sections import SECTION_KINDS, kind_of
from app.drawing.sections.ready_sections import READY_SECTIONS
from app.drawing.svg_icons import svg_icon
from app.formats.json import json_project as json
from app.formats.options import ExportOptions
from app.formats.pdf import pdf_writer as pdf
from app.formats.templates import save_template, template, template_names
from app.model import invariants
from app.model.analysis.agenda import lit_on
from app.model.document import Document
from app.model.records import EmotionPoint, Entry, LitSection, Note, Persona, Picture, Project, Relation
from app.model.verbs.agenda import add_item, edit_item, light_sections
from app.model.verbs.maps import new_project
from app.model.verbs.sections import insert_ready_section
from app.model.verbs.templating import as_template
from app.pages.errors import FormatError
from app.pages.poster.poster_options import MapOptions

pytestmark = pytest.mark.usefixtures("qapp")

PROMISED = {
    "blank",
    "current-state",
    "future-state",
    "day-in-the-life",
    "service-blueprint",
    "buyers-journey",
    "lead-nurturing",
    "customer-churn",
    "customer-support",
    "b2b-sale",
    "mobile-app",
    "six-step-worksheet",
    "back-story-board",
    "pizzeria",
}
EXAMPLES = {"pizzeria"}
"""Those that are filled with a journey instead of hints."""

KINDS = {kind.name for kind in SECTION_KINDS}


def test_every_template_that_is_promised_is_there() -> None:
    assert set(template_names()) >= PROMISED


@pytest.mark.parametrize("name", template_names())
def test_a_template_is_sound_and_prints(name: str) -> None:
    document = template(name)
    assert list(invariants.faults(document)) == []
    assert len(document.maps()) == 1
    stream = BytesIO()
    pdf.write(document, stream, ExportOptions(MapOptions(paper="A3")))
    assert stream.getvalue().startswith(b"%PDF")


@pytest.mark.parametrize("name", sorted(set(template_names()) - EXAMPLES - {"blank"}))
def test_a_template_has_hints_instead_of_content(name: str) -> None:
    document = template(name)
    assert not document.all(Note)
    assert not document.all(Entry)
    sections = document.sections(document.maps()[0].id)
    assert all(section.hint for section in sections if section.section_kind != "dividing-line")
    assert {section.section_kind for section in sections} <= KINDS
    assert any(stage.question for stage in document.stages(document.maps()[0].id))


AGENDAS = {
    "The back-story play": (15, 5, 10, 45, 20, 15, 15, 10, 15),
    "Ninety minutes": (5, 5, 15, 15, 15, 10, 10, 10, 5),
    "Half a day": (10, 15, 30, 40, 15, 25, 20, 15, 25, 10, 15, 20),
    "Six steps": (10, 15, 15, 20, 15, 10, 5),
    "The group's notes": (10, 15, 15, 10, 10, 10),
}
WITHOUT_AGENDA = {"blank", "pizzeria"}


@pytest.mark.parametrize("name", sorted(set(template_names()) - WITHOUT_AGENDA))
def test_a_template_brings_its_agenda_and_that_lights_sections_of_its_map(name: str) -> None:
    document = template(name)
    assert tuple(item.minutes for item in document.agenda()) in AGENDAS.values()
    map = document.maps()[0].id
    for item in document.agenda():
        assert item.title
        assert item.instruction or item.item_kind == "break"
        lit = lit_on(document, item, map)
        assert lit.gone == ()
        assert lit.sections or not item.sections, item.title
    assert {"vote"} <= {item.item_kind for item in document.agenda()}


def test_each_agenda_is_brought_by_a_template() -> None:
    found = {tuple(item.minutes for item in template(name).agenda()) for name in template_names()}
    assert found - {()} == set(AGENDAS.values())


@pytest.mark.parametrize("name", template_names())
def test_a_template_is_the_same_after_writing_it(name: str) -> None:
    stream = BytesIO()
    json.write(template(name), stream, ExportOptions())
    assert json.read_document(BytesIO(stream.getvalue())) == template(name)


@pytest.mark.parametrize("ready", READY_SECTIONS, ids=lambda ready: str(ready.name))
def test_a_ready_section_is_of_a_known_kind_and_has_its_sign(ready: object) -> None:
    document: Document = new_project()
    [journey_map] = document.maps()
    found = next(one for one in READY_SECTIONS if one is ready)
    document.apply(insert_ready_section(document, journey_map.id, found, id="new"))
    [section] = document.sections(journey_map.id)
    assert (section.name, section.hint, section.section_kind) == (
        str(found.name),
        str(found.hint),
        found.section_kind,
    )
    assert found.section_kind in KINDS
    sign = found.glyph or kind_of(found.section_kind).glyph
    assert sign in GLYPHS or svg_icon(sign)
    assert [str(one.name) for one in READY_SECTIONS].count(str(found.name)) == 1
    assert lay_out(document, journey_map.id).rows[0].height > 0
    assert document.all(Project)


def test_a_map_saved_as_a_template_keeps_its_hints_and_none_of_its_content(tmp_path: Path) -> None:
    sample = template("pizzeria")
    sample.apply(add_item(sample, "Goals", id="item"))
    sample.apply(light_sections(sample, "item", [sample.sections("dinner")[0].id]))
    sample.apply(edit_item(sample, "item", candidates=(sample.all(Note)[0].id,)))
    made = as_template(sample, "dinner")
    assert list(invariants.faults(made)) == []
    assert save_template(made, "Dinner at a pizzeria", tmp_path / "own") == "dinner-at-a-pizzeria"
    assert save_template(made, "Dinner at a pizzeria", tmp_path / "own") == "dinner-at-a-pizzeria-2"
    assert save_template(made, "Blank", tmp_path / "own") == "blank-2"
    again = template("dinner-at-a-pizzeria", tmp_path / "own")
    assert again == made
    assert [stage.name for stage in again.stages("dinner")] == [one.name for one in sample.stages("dinner")]
    assert [one.section_kind for one in again.sections("dinner")] == [
        one.section_kind for one in sample.sections("dinner")
    ]
    goals = made.sections("dinner")[0]
    assert made.agenda()[0].sections == (LitSection(section=goals.id, name=goals.name),)
    for record_type in (Note, Entry, Persona, EmotionPoint, Relation, Picture):
        assert again.all(record_type) == ()
    assert template_names(tmp_path / "own")[-1] == "dinner-at-a-pizzeria-2"


def test_a_template_that_cannot_be_kept_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file where the folder should be")
    with pytest.raises(FormatError, match=r"cannot be made"):
        save_template(template("blank"), "Mine", tmp_path / "own" / "templates")
