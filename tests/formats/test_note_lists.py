"""Lists of notes and boards of stickies become maps, with what they say of each note."""

import json

import pytest

from app.formats.tables.bringing_in.new_map import project_of
from app.formats.tables.choices import Choices
from app.formats.tables.read_as_map import grid_as_map, text_as_maps
from app.formats.tables.reading import TableReading
from app.formats.tables.table_file import readings_of
from app.model.document import Document
from app.model.records import EmotionPoint, Note
from app.pages.errors import FormatError
from tests.maps import notes_by_name

TIDY = """Stage,Section,Note,Score,Persona,Color
Ask,Actions,Calls,,Ana,yellow
Ask,Pain points,Nobody answers,,Ana,red
Ask,Emotions,How long?,-3,Ana,
Wait,Actions,Reads,,Ana,
Wait,Emotions,,1,Ben,
"""
CARDS = """Card ID,Card Name,Card Description,Labels,Members,Due Date,List Name,Board Name,Archived
c1,Calls,,Actions,,,Ask,Repair,false
c2,Faster answers,Within a day,Opportunities,ana@example.org,2026-12-15,Wait,Repair,false
c3,Old idea,,Opportunities,,,Wait,Repair,true
"""
BOARD = """ID,Text,BG Color,Position X,Position Y,Area
1,Ask,#EDEDED,400,100,
2,Wait,#EDEDED,712,96,
3,Actions,#EDEDED,80,300,
4,Pain points,#EDEDED,84,610,
5,Calls,#FCF281,391,288,
6,Calls again,#FCF281,455,352,
7,Nobody &amp; nothing,#FEBBBE,719,622,
8,Yellow: action,#FCF281,80,900,Legend
"""


def read(text: str) -> tuple[TableReading, Document]:
    (reading,) = readings_of(text.encode(), ".csv")
    return reading, project_of([reading], "")


def test_a_tidy_table_gives_each_note_its_stage_section_persona_and_colour() -> None:
    _, document = read(TIDY)
    assert notes_by_name(document) == {
        ("Actions", "Ask"): ["Calls"],
        ("Actions", "Wait"): ["Reads"],
        ("Pain points", "Ask"): ["Nobody answers"],
    }
    names = {persona.id: persona.name for persona in document.personas()}
    assert [(names[note.persona or ""], note.colour) for note in document.all(Note)] == [
        ("Ana", "yellow"),
        ("Ana", "yellow"),
        ("Ana", "pink"),
    ]
    points = [(names[one.persona or ""], one.value, one.quote) for one in document.all(EmotionPoint)]
    assert points == [("Ana", -3, "How long?"), ("Ben", 1, "")]


@pytest.mark.parametrize("colour", ["crimson", "#12345G"])
def test_a_note_of_a_colour_that_nobody_knows_is_kept_in_that_of_its_section(colour: str) -> None:
    _, document = read(TIDY.replace("red", colour))
    assert document.all(Note)[-1].text == "Nobody answers"
    assert document.all(Note)[-1].colour == "pink"


def test_cards_keep_description_owner_and_due_day_and_archived_ones_are_left_out() -> None:
    reading, document = read(CARDS)
    assert document.maps()[0].title == "Repair"
    assert notes_by_name(document) == {
        ("Actions", "Ask"): ["Calls"],
        ("Opportunities", "Wait"): ["Faster answers"],
    }
    card = document.all(Note)[-1]
    assert (card.description, card.owner, card.due) == ("Within a day", "ana@example.org", "2026-12-15")
    said = [str(note.words) for note in reading.notes]
    assert said == ["cell A4: “Old idea” is archived.", "Columns left out: “Card ID”."]


def drawn(words: str, x: float, y: float, ground: str = "transparent") -> list[dict[str, object]]:
    """A box of Excalidraw with its words, which are an element of their own."""
    box = {
        "id": words,
        "type": "rectangle",
        "x": x,
        "y": y,
        "width": 120,
        "height": 60,
        "backgroundColor": ground,
    }
    text = {"type": "text", "text": words, "containerId": words, "x": x + 9, "y": y + 20, "width": 60}
    return [box, text]


def test_a_board_of_excalidraw_is_read_from_its_clipboard() -> None:
    elements = [
        *(*drawn("Ask", 400, 100), *drawn("Wait", 712, 96)),
        *(*drawn("Actions", 80, 300), *drawn("Pain points", 84, 610)),
        *(*drawn("Calls", 391, 288, "#ffec99"), *drawn("Nobody answers", 719, 622, "#ffc9c9")),
        {"type": "arrow", "x": 0, "y": 0},
        {"type": "text", "text": "Gone", "x": 0, "y": 0, "isDeleted": True},
    ]
    (reading,) = text_as_maps(json.dumps({"type": "excalidraw/clipboard", "elements": elements}))
    document = project_of([reading], "")
    assert [stage.name for stage in reading.stages] == ["Ask", "Wait"]
    assert notes_by_name(document) == {
        ("Actions", "Ask"): ["Calls"],
        ("Pain points", "Wait"): ["Nobody answers"],
    }
    assert [note.colour for note in document.all(Note)] == ["yellow", "pink"]
    told = [str(note.words) for note in reading.notes]
    assert told == ["1 line, arrow or picture of the board is left out."]


@pytest.mark.parametrize("text", ['{"type": "excalidraw", ', '{"type": "excalidraw", "elements": 5}'])
def test_what_is_no_board_of_excalidraw_is_refused(text: str) -> None:
    with pytest.raises(FormatError):
        readings_of(text.encode(), ".excalidraw")


def test_a_board_is_read_by_where_its_stickies_are() -> None:
    reading, document = read(BOARD)
    assert [stage.name for stage in reading.stages] == ["Ask", "Wait"]
    assert notes_by_name(document) == {
        ("Actions", "Ask"): ["Calls", "Calls again"],
        ("Pain points", "Wait"): ["Nobody & nothing"],
    }
    assert [note.colour for note in document.all(Note)] == ["yellow", "yellow", "pink"]
    assert "“Yellow: action” stands in the board’s legend." in [str(note.words) for note in reading.notes]


NAMELESS = """ID,Text,BG Color,Position X,Position Y,Area
1,Ask,#EDEDED,100,100,
2,Wait,#EDEDED,400,96,
3,Calls,#FCF281,102,300,
4,Calls again,#FCF281,110,352,
5,Nobody answers,#FEBBBE,404,622,
6,Yellow: what they do,#FCF281,80,900,Legend
7,Pink: trouble,#FEBBBE,80,980,Legend
"""


def test_a_board_without_names_of_sections_has_one_for_each_height_called_by_its_legend() -> None:
    document = read(NAMELESS)[1]
    assert notes_by_name(document) == {
        ("what they do", "Ask"): ["Calls", "Calls again"],
        ("trouble", "Wait"): ["Nobody answers"],
    }
    meant = {entry.colour: entry.meaning for entry in document.legend()}
    assert (meant["yellow"], meant["pink"]) == ("what they do", "trouble")


def test_what_a_sticky_is_can_be_picked() -> None:
    grid = read(BOARD)[0].grid
    assert grid is not None
    picked = {1: "note", 2: "stage", 5: "stage", 6: "left out"}
    reading = grid_as_map(grid, Choices(stickies=picked))  # type: ignore[arg-type]
    assert [stage.name for stage in reading.stages] == ["Calls", "Wait"]
    assert "“Calls again” stands outside the table." in [str(note.words) for note in reading.notes]
    texts = [fields["text"] for section in reading.sections for cell in section.cells for fields in cell]
    assert texts == ["Ask", "Nobody & nothing"]
