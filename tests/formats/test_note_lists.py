"""Lists of notes and boards of stickies become maps, with what they say of each note."""

from app.formats.tables.new_map import project_of
from app.formats.tables.reading import TableReading
from app.formats.tables.table_file import readings_of
from app.model.document import Document
from app.model.records import EmotionPoint, Note
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


def test_a_board_is_read_by_where_its_stickies_are() -> None:
    reading, document = read(BOARD)
    assert [stage.name for stage in reading.stages] == ["Ask", "Wait"]
    assert notes_by_name(document) == {
        ("Actions", "Ask"): ["Calls", "Calls again"],
        ("Pain points", "Wait"): ["Nobody & nothing"],
    }
    assert [note.colour for note in document.all(Note)] == ["yellow", "yellow", "pink"]
    assert "“Yellow: action” stands in the board’s legend." in [str(note.words) for note in reading.notes]
