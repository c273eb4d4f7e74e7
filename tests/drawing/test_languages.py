"""A map, its posters and what is inserted into it say in another language what the program says of itself."""

import pytest

from app.drawing.channel_icons import CHANNELS, OTHER, icon_of
from app.drawing.descriptions import describe
from app.drawing.display import DisplayList, Texts
from app.drawing.layout import lay_out
from app.drawing.persona_sheet import draw_persona_sheet
from app.drawing.sections.ready_sections import READY_SECTIONS
from app.drawing.workshop_kit import draw_kit
from app.drawing.workshop_kit.kit_page import MM, Room
from app.language.spoken import speaking
from app.model.document import Document
from app.model.records import Entry, JourneyMap, Note, Persona, Project, Section, Stage
from app.model.verbs.sections import insert_ready_section


@pytest.fixture
def document() -> Document:
    return Document(
        [
            Project(id="project", language="de"),
            Persona(id="ruth", name="Ruth", goals=("Im Garten knien",)),
            JourneyMap(
                id="map", title="Ein neues Knie", personas=("ruth",), goal="Gehen", status="hypothesis"
            ),
            Stage(id="stage", map="map", name="Warten"),
            Section(id="ways", map="map", name="Wege", section_kind="channels"),
            Section(id="line", map="map", position=1, section_kind="dividing-line", line="visibility"),
            Section(id="notes", map="map", position=2, name="Handlungen", is_folded=True),
            Entry(id="way", section="ways", stage="stage", process="cyclic", channels=("Telefon", "post")),
            Note(id="note", section="notes", stage="stage", text="Wartet", votes=1_200, impact="work-around"),
        ]
    )


def words(display_list: DisplayList) -> set[str]:
    return {text.block.text for batch in display_list if isinstance(batch, Texts) for text in batch.texts}


def test_a_map_says_its_fixed_words_in_the_language_of_its_project(document: Document) -> None:
    said = words(lay_out(document, "map").display_list())
    assert {"IST-ZUSTAND", "HYPOTHESE", "Immer wieder", "BÜHNE", "HINTERBÜHNE", "1 Zettel"} <= said
    assert any(text.endswith("Ziel: Gehen") for text in said)


def test_a_sheet_and_a_kit_are_in_it_too(document: Document) -> None:
    sheet = draw_persona_sheet(document, document.get(Persona, "ruth"), 1000, 1000)
    with speaking("de"):
        kit = list(draw_kit(document, document.get(JourneyMap, "map"), Room(280 * MM, 190 * MM)))
    assert "Ziele" in words(sheet.pages[0])
    assert [kit[0].title, kit[-1].title] == ["Ablaufplan", "Zettel"]
    assert {"Begrüßung", "BEGINN", "10 min"} <= words(kit[0].drawing)


def test_a_ready_section_is_named_in_it(document: Document) -> None:
    ready = next(one for one in READY_SECTIONS if str(one.name) == "Pain points")
    document.apply(insert_ready_section(document, "map", ready, id="pains"))
    section = document.get(Section, "pains")
    assert (section.name, section.hint) == ("Schmerzpunkte", "Was hindert, ärgert oder stoppt sie?")


def test_a_note_is_described_in_it(document: Document) -> None:
    with speaking("de"):
        said = describe(document, "note")
    assert said.startswith("Handlungen, Warten, Zettel 1 von 1: Wartet, ")
    assert said.endswith("Auswirkung: wird umgangen, 1.200 Stimmen")


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_channel_has_its_icon_by_its_name_in_the_language_and_in_english(language: str) -> None:
    with speaking(language):
        for channel, icon in CHANNELS.items():
            assert icon_of(str(channel).upper()) == icon
        assert icon_of("Phone") == "phone"
        assert icon_of("smoke signs") == OTHER
