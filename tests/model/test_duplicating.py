"""What is on one map is duplicated into another; the maps of another project are brought into this one."""

from hypothesis import given

from app.formats.templates import template
from app.model.document import Document
from app.model.history.history import History
from app.model.invariants import faults
from app.model.records import Entry, JourneyMap, Note, Persona, Relation, Section, Stage
from app.model.verbs.duplicating import duplicate_into
from app.model.verbs.editing import delete
from app.model.verbs.maps import add_map, bring_in, new_project, plan_future_state
from app.model.verbs.stages import add_stage
from tests.documents import documents


def today_and_tomorrow() -> tuple[Document, str, str]:
    """The sample with its future state, in which the first stage is called otherwise."""
    document = template("pizzeria")
    today = document.maps()[0].id
    document.apply(plan_future_state(document, today))
    return document, today, document.maps()[1].id


def named(document: Document, map: str, text: str) -> Note:
    sections = {section.id for section in document.sections(map)}
    return next(note for note in document.all(Note) if note.text == text and note.section in sections)


def places(document: Document, map: str, text: str) -> list[tuple[str, str]]:
    sections = {section.id for section in document.sections(map)}
    return [
        (document.get(Stage, note.stage).name, document.get(Section, note.section).name)
        for note in document.all(Note)
        if note.text == text and note.section in sections
    ]


def test_notes_go_to_the_cell_of_the_same_stage_and_section() -> None:
    document, today, tomorrow = today_and_tomorrow()
    document.apply(delete(document, [named(document, tomorrow, "Eats").id]))
    document.apply(add_stage(document, tomorrow, "Before all", index=0))
    change = duplicate_into(document, [named(document, today, "Eats").id], tomorrow)
    document.apply(change)
    assert str(change.label) == "Duplicate note into “Dinner at a pizzeria – future…”"
    assert places(document, tomorrow, "Eats") == [("Time to eat", "Actions")]
    assert places(document, today, "Eats") == [("Time to eat", "Actions")]


def test_into_an_empty_map_the_grid_around_them_goes_along() -> None:
    document, today, _ = today_and_tomorrow()
    document.apply(add_map(document, "Empty", id="empty"))
    document.apply(duplicate_into(document, [named(document, today, "Eats").id], "empty"))
    assert places(document, "empty", "Eats") == [("Time to eat", "Actions")]


def test_whole_stages_and_sections_go_behind_their_namesakes_as_one_step() -> None:
    document, today, tomorrow = today_and_tomorrow()
    history = History(document)
    before = document.copy()
    stage = next(one for one in document.stages(today) if one.name == "Arrival")
    history.do(duplicate_into(document, [stage.id], tomorrow))
    names = [one.name for one in document.stages(tomorrow)]
    assert names[names.index("Arrival") + 1] == "Arrival"
    section = next(one for one in document.sections(today) if one.name == "Pain points")
    history.do(duplicate_into(document, [section.id], tomorrow))
    sections = [one.name for one in document.sections(tomorrow)]
    assert sections[sections.index("Pain points") + 1] == "Pain points"
    assert list(faults(document)) == []
    history.undo()
    history.undo()
    assert document == before


def test_a_persona_cannot_be_duplicated_into_a_map() -> None:
    document, _, tomorrow = today_and_tomorrow()
    assert not duplicate_into(document, [document.personas()[0].id], tomorrow)


def test_the_maps_of_another_project_come_behind_with_their_personas_and_relations() -> None:
    document, other = new_project(), template("pizzeria")
    change = bring_in(document, other)
    document.apply(change)
    assert str(change.label) == "Add map"
    assert [one.title for one in document.maps()] == ["Untitled map", "Dinner at a pizzeria"]
    assert [one.name for one in document.personas()] == [one.name for one in other.personas()]
    assert document.get(JourneyMap, document.maps()[1].id).personas == (document.personas()[0].id,)
    assert _related(document) == _related(other) != []
    assert len(document.all(Note)) == len(other.all(Note))


def test_a_persona_that_is_here_already_is_not_added_again() -> None:
    document = template("pizzeria")
    document.apply(bring_in(document, template("pizzeria")))
    assert len(document.all(Persona)) == len(template("pizzeria").all(Persona))
    assert len(document.maps()) == 2


def _related(document: Document) -> list[tuple[str, str]]:
    """Which texts lead to which."""
    ends = [(one.from_note, one.to_note) for one in document.all(Relation)]
    return sorted((document.get(Note, a).text, document.get(Note, b).text) for a, b in ends)


@given(document=documents(), other=documents())
def test_any_project_can_be_brought_into_any_other(document: Document, other: Document) -> None:
    expected = len(document.all(Note)) + len(other.all(Note)), len(document.maps()) + len(other.maps())
    history = History(document)
    before = document.copy()
    history.do(bring_in(document, other))
    assert list(faults(document)) == []
    assert (len(document.all(Note)), len(document.maps())) == expected
    showing: list[Note | Entry | Persona] = [*other.all(Note), *other.all(Entry), *other.all(Persona)]
    shown = {one.picture for one in showing if one.picture is not None}
    for picture in shown:
        assert document.picture_store.get(picture) == other.picture_store.get(picture)
    history.undo()
    assert document == before
