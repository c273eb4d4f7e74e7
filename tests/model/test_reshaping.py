"""Splitting, joining, stepping and copying notes, stages, sections and maps."""

import pytest

from app.model import invariants
from app.model.change import Change
from app.model.copying import copy_notes, created, duplicate
from app.model.document import Document
from app.model.notes import join_note, split_note, step_notes
from app.model.records import EmotionPoint, JourneyMap, Note, Project, Section, Stage
from app.model.stages import join_stages, split_stage


@pytest.fixture
def document() -> Document:
    return Document(
        [
            Project(id="project"),
            JourneyMap(id="map", title="Now"),
            Stage(id="order", map="map", name="Order"),
            Stage(id="eat", position=1, map="map", name="Eat"),
            Section(id="pains", map="map", colour="pink"),
            Section(id="feelings", position=1, map="map", section_kind="emotional-graph"),
            Section(id="ideas", position=2, map="map"),
            Note(id="a", section="pains", stage="order", text="One two", colour="pink"),
            Note(id="b", position=1, section="pains", stage="order", text="three"),
            Note(id="x", section="pains", stage="eat", text="x"),
            EmotionPoint(id="p", section="feelings", stage="order", at=0.25),
            EmotionPoint(id="q", position=1, section="feelings", stage="order", at=0.75),
        ]
    )


def done(document: Document, change: Change) -> Document:
    """The document with the change made; sound, and as it was once the change is taken back."""
    before = document.copy()
    document.apply(change)
    assert list(invariants.faults(document)) == []
    back = document.copy()
    back.apply(change.inverse())
    assert back == before
    return document


def texts(document: Document, section: str, stage: str) -> list[str]:
    return [note.text for note in document.notes(section, stage)]


def test_a_note_is_split_at_the_caret_into_two_of_its_colour(document: Document) -> None:
    after = done(document, split_note(document, "a", 3, id="new"))
    assert texts(after, "pains", "order") == ["One", "two", "three"]
    assert after.get(Note, "new").colour == "pink"


def test_a_note_is_joined_to_the_one_before_it(document: Document) -> None:
    assert texts(done(document, join_note(document, "b")), "pains", "order") == ["One two three"]


def test_the_first_note_of_a_cell_is_joined_to_nothing(document: Document) -> None:
    assert not join_note(document, "a")


@pytest.mark.parametrize(
    ("note", "step", "cell", "expected"),
    [
        ("b", {"across": -1}, ("pains", "order"), ["three", "One two"]),
        ("a", {"across": 1}, ("pains", "order"), ["three", "One two"]),
        ("b", {"across": 1}, ("pains", "eat"), ["three", "x"]),
        ("x", {"across": -1}, ("pains", "order"), ["One two", "three", "x"]),
        ("a", {"down": 1}, ("ideas", "order"), ["One two"]),
    ],
)
def test_a_note_steps_through_its_cell_and_into_the_next(
    document: Document, note: str, step: dict[str, int], cell: tuple[str, str], expected: list[str]
) -> None:
    assert texts(done(document, step_notes(document, [note], **step)), *cell) == expected


def test_notes_of_several_cells_step_without_being_heaped(document: Document) -> None:
    after = done(document, step_notes(document, ["a", "b", "x"], down=1))
    assert texts(after, "ideas", "order") == ["One two", "three"]
    assert texts(after, "ideas", "eat") == ["x"]
    after = done(document, step_notes(document, ["x", "a"], across=-1))
    assert texts(after, "ideas", "order") == ["One two", "three", "x"]
    change = step_notes(document, ["a", "b"], down=-1)
    assert change.label == "Move 2 notes"


def test_a_note_at_the_end_of_the_map_stays(document: Document) -> None:
    assert not step_notes(document, ["x"], across=1)
    assert not step_notes(document, ["x"], down=-1)
    assert not step_notes(document, [], across=1)


def test_a_stage_is_split_between_its_emotion_points(document: Document) -> None:
    after = done(document, split_stage(document, "order", id="new"))
    assert [stage.name for stage in after.stages("map")] == ["Order", "Order (continued)", "Eat"]
    assert [point.at for point in after.points("feelings", "order")] == [0.5]
    assert [point.at for point in after.points("feelings", "new")] == [0.5]


def test_two_stages_are_joined_with_all_they_hold(document: Document) -> None:
    after = done(document, join_stages(document, "order"))
    assert [stage.name for stage in after.stages("map")] == ["Order / Eat"]
    assert texts(after, "pains", "order") == ["One two", "three", "x"]
    assert [point.at for point in after.points("feelings", "order")] == [0.125, 0.375]


def test_splitting_and_joining_a_stage_puts_every_point_back(document: Document) -> None:
    before = document.points("feelings", "order")
    document.apply(split_stage(document, "order"))
    assert [
        point.at for point in done(document, join_stages(document, "order")).points("feelings", "order")
    ] == [point.at for point in before]


def test_the_last_stage_is_joined_to_nothing(document: Document) -> None:
    assert not join_stages(document, "eat")


def test_a_duplicated_stage_stands_behind_it_with_the_same_notes(document: Document) -> None:
    change = duplicate(document, ["order"])
    after = done(document, change)
    copy = after.stages("map")[1]
    assert copy.id in created(change)
    assert texts(after, "pains", copy.id) == ["One two", "three"]
    assert [point.at for point in after.points("feelings", copy.id)] == [0.25, 0.75]


def test_a_duplicated_map_holds_the_same_and_says_that_it_is_a_copy(document: Document) -> None:
    after = done(document, duplicate(document, ["map"]))
    copy = after.maps()[1]
    assert copy.title == "Now (copy)"
    stages, sections = after.stages(copy.id), after.sections(copy.id)
    assert [stage.name for stage in stages] == ["Order", "Eat"]
    assert texts(after, sections[0].id, stages[0].id) == ["One two", "three"]


def test_copied_notes_stand_where_they_were_dropped(document: Document) -> None:
    after = done(document, copy_notes(document, ["a", "b"], "pains", "eat", 0))
    assert texts(after, "pains", "eat") == ["One two", "three", "x"]
    assert texts(after, "pains", "order") == ["One two", "three"]
