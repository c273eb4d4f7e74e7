"""Impact × effort: places, the words of their thirds, and what stands in which quadrant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats.templates import template
from app.language.spoken import speaking
from app.model.analysis.matrix import At, offered, placed_at, quadrant_of
from app.model.analysis.register import impact_word
from app.model.document import Document
from app.model.history.history import History
from app.model.labels import plain_label
from app.model.records import Note, ParkedNote, Role
from app.model.verbs.editing import set_fields
from app.model.verbs.matrix import decide, place_note, take_off_matrix
from app.model.verbs.parking import park


@pytest.fixture
def history() -> History:
    return History(template("pizzeria"))


def first(document: Document) -> Note:
    return document.get(Note, next(iter(document.all(Note))).id)


@pytest.mark.parametrize(
    ("at", "effort", "impact"),
    [
        ((0.0, 1.0), "small", "abandon"),
        ((0.33, 0.34), "small", "work-around"),
        ((0.5, 0.5), "medium", "work-around"),
        ((1.0, 0.0), "large", "trivial"),
        ((7.0, -3.0), "large", "trivial"),
    ],
)
def test_a_place_says_the_words_of_its_thirds(
    history: History, at: tuple[float, float], effort: str, impact: str
) -> None:
    note = first(history.document).id
    history.do(place_note(history.document, note, *at))
    placed = history.document.get(Note, note)
    assert (placed.effort, placed.impact) == (effort, impact)


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_note_stands_where_it_was_placed(effort: float, impact: float) -> None:
    document = template("pizzeria")
    note = first(document).id
    document.apply(place_note(document, note, effort, impact))
    assert placed_at(document.get(Note, note)) == At(effort, impact)


def test_another_word_moves_the_note_and_the_same_word_leaves_it(history: History) -> None:
    document, note = history.document, first(history.document).id
    history.do(place_note(document, note, 0.1, 0.95))
    history.do(set_fields(document, [note], plain_label("Set effort"), effort="large"))
    assert placed_at(document.get(Note, note)) == At(2.5 / 3, 0.95)
    history.do(set_fields(document, [note], plain_label("Set effort"), effort="small"))
    assert placed_at(document.get(Note, note)) == At(0.1, 0.95)


def test_one_drag_is_one_step_and_what_is_taken_off_is_not_placed(history: History) -> None:
    document, note = history.document, first(history.document)
    history.do(place_note(document, note.id, 0.5, 0.5))
    history.do(take_off_matrix(document, [note.id]))
    assert placed_at(document.get(Note, note.id)) is None
    history.undo()
    assert placed_at(document.get(Note, note.id)) == At(0.5, 0.5)
    history.undo()
    assert document.get(Note, note.id) == note


@pytest.mark.parametrize(
    ("at", "quadrant"),
    [((0.2, 0.9), "do first"), ((0.8, 0.9), "plan"), ((0.2, 0.1), "perhaps"), ((0.8, 0.1), "leave")],
)
def test_little_effort_for_much_impact_is_done_first(at: tuple[float, float], quadrant: str) -> None:
    assert quadrant_of(At(*at)) == quadrant


@pytest.mark.parametrize(
    ("role", "english", "german"),
    [("opportunity", "large", "groß"), ("pain point", "gives up", "bricht ab")],
)
def test_an_impact_is_large_for_an_idea_and_its_own_word_for_a_pain_point(
    role: Role, english: str, german: str
) -> None:
    assert str(impact_word("abandon", role)) == english
    with speaking("de"):
        assert str(impact_word("abandon", role)) == german


def test_of_more_than_twenty_five_only_those_with_votes_are_offered() -> None:
    document = template("pizzeria")
    ids = [note.id for note in document.all(Note)][:26]
    votes = {ids[3]: 2, ids[7]: 0}
    assert offered(document, ids, votes) == (ids[3],)
    assert offered(document, ids[:25], votes) == tuple(ids[:25])
    assert offered(document, ids, {}) == tuple(ids)


def test_notes_on_the_map_and_parked_ones_are_decided(history: History) -> None:
    document = history.document
    note = first(document).id
    history.do(park(document, "Loyalty card", id="parked"))
    history.do(decide(document, [note, "parked"]))
    assert (document.get(Note, note).decided, document.get(ParkedNote, "parked").decided) == (True, True)
    history.do(decide(document, [note], is_decided=False))
    assert not document.get(Note, note).decided
