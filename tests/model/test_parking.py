"""What is parked or waits to be placed: in no cell, in the project, and back on a map by one step."""

import pytest

from app.formats.templates import template
from app.model.document import Document
from app.model.history.history import History
from app.model.records import Lot, Note
from app.model.verbs.notes import add_note
from app.model.verbs.parking import move_to_lot, park, place_parked
from app.model.verbs.sending import send_note


@pytest.fixture
def history() -> History:
    return History(template("pizzeria"))


def written(history: History, text: str) -> Note:
    document = history.document
    map = document.maps()[0].id
    section, stage = document.sections(map)[1], document.stages(map)[2]
    history.do(add_note(document, section.id, stage.id, text, "pink", id="written"))
    return document.get(Note, "written")


def waiting(document: Document, lot: Lot) -> list[str]:
    return [note.text for note in document.parked(lot)]


@pytest.mark.parametrize(
    ("typed", "lot"), [("p> Who owns the sign?", "parking lot"), ("I>Who owns the sign?", "inbox")]
)
def test_a_note_that_begins_so_goes_aside_and_two_undos_give_it_back(
    history: History, typed: str, lot: Lot
) -> None:
    note = written(history, typed)
    history.do(send_note(history.document, note.id))
    assert waiting(history.document, lot) == ["Who owns the sign?"]
    assert note.id not in history.document
    assert history.document.parked(lot)[0].colour == "pink"
    history.undo()
    assert history.document.get(Note, note.id) == note
    assert waiting(history.document, lot) == []
    history.undo()
    assert note.id not in history.document


@pytest.mark.parametrize("typed", ["p>", "p >  ", "pp> so", "up> so", "p so"])
def test_other_texts_stay_where_they_are(history: History, typed: str) -> None:
    note = written(history, typed)
    assert not send_note(history.document, note.id)


def test_what_is_parked_becomes_a_note_in_a_cell(history: History) -> None:
    document = history.document
    history.do(park(document, "Loyalty card", "green", id="parked"))
    map = document.maps()[0].id
    section, stage = document.sections(map)[1].id, document.stages(map)[0].id
    history.do(place_parked(document, "parked", section, stage, 0, id="placed"))
    placed = document.notes(section, stage)[0]
    assert (placed.text, placed.colour, waiting(document, "parking lot")) == ("Loyalty card", "green", [])
    history.undo()
    assert waiting(document, "parking lot") == ["Loyalty card"]


def test_what_waits_to_be_placed_may_be_parked(history: History) -> None:
    history.do(park(history.document, "Kitchen closes at ten", lot="inbox", id="waits"))
    history.do(move_to_lot(history.document, "waits", "parking lot"))
    assert waiting(history.document, "parking lot") == ["Kitchen closes at ten"]
    assert waiting(history.document, "inbox") == []
