"""What is parked or waits to be placed: in no cell, in the project, and back on a map by one step."""

from datetime import UTC, datetime

import pytest

from app.formats.templates import template
from app.model.document import Document
from app.model.history.history import History
from app.model.records import Lot, Note, ParkedNote
from app.model.verbs.agenda import add_item
from app.model.verbs.matrix import decide
from app.model.verbs.notes import add_note
from app.model.verbs.parking import move_to_lot, park, park_note, place_parked
from app.model.verbs.runs import begin_item, begin_run
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


def test_what_is_parked_in_a_workshop_says_in_which_agenda_item(history: History) -> None:
    document, now = history.document, datetime(2026, 12, 1, 14, 0, tzinfo=UTC)
    history.do(park(document, "Before it", id="before"))
    history.do(add_item(document, "Pain points", id="pains"))
    history.happened(begin_run(document, now, id="run"))
    history.happened(begin_item(document, "run", "pains", now))
    history.do(park(document, "Within it", id="within"))
    assert [note.said_in for note in document.parked("parking lot")] == ["", "Pain points"]


def test_what_was_decided_stays_so_wherever_it_goes(history: History) -> None:
    note = written(history, "Loyalty card")
    document = history.document
    history.do(decide(document, [note.id]))
    history.do(park_note(document, note.id, note.text, "parking lot", id="parked"))
    assert document.get(ParkedNote, "parked").decided
    map = document.maps()[0].id
    section, stage = document.sections(map)[1].id, document.stages(map)[0].id
    history.do(place_parked(document, "parked", section, stage, id="placed"))
    assert document.get(Note, "placed").decided
