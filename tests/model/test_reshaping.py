"""Splitting, joining, stepping and copying notes, stages, sections and maps."""

import pytest

from app.model.document import Document
from app.model.records import (
    AgendaItem,
    EmotionPoint,
    Entry,
    JourneyMap,
    Note,
    Project,
    Record,
    Section,
    Stage,
)
from app.model.verbs.agenda import add_item, edit_item
from app.model.verbs.cells import copy_to_cell, move_one_step
from app.model.verbs.copying import created, duplicate
from app.model.verbs.notes import join_note, split_note
from app.model.verbs.relations import relate
from app.model.verbs.stages import join_stages, split_stage
from tests.model.changes import done


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


def texts(document: Document, section: str, stage: str) -> list[str]:
    return [note.text for note in document.notes(section, stage)]


def test_a_note_is_split_at_the_caret_into_two_of_its_colour(document: Document) -> None:
    after = done(document, split_note(document, "a", 3, id="new"))
    assert texts(after, "pains", "order") == ["One", "two", "three"]
    assert after.get(Note, "new").colour == "pink"


def test_a_note_is_joined_to_the_one_before_it(document: Document) -> None:
    assert texts(done(document, join_note(document, "b")), "pains", "order") == ["One two three"]


def test_what_a_joined_note_was_related_to_is_related_to_the_one_before_it(document: Document) -> None:
    for ends in (("b", "x"), ("x", "b"), ("a", "x"), ("a", "b")):
        document.apply(relate(document, *ends))
    after = done(document, join_note(document, "b"))
    assert sorted((one.from_note, one.to_note) for one in after.relations()) == [("a", "x"), ("x", "a")]


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
    assert texts(done(document, move_one_step(document, [note], **step)), *cell) == expected


def test_notes_of_several_cells_step_without_being_heaped(document: Document) -> None:
    after = done(document, move_one_step(document, ["a", "b", "x"], down=1))
    assert texts(after, "ideas", "order") == ["One two", "three"]
    assert texts(after, "ideas", "eat") == ["x"]
    after = done(document, move_one_step(document, ["x", "a"], across=-1))
    assert texts(after, "ideas", "order") == ["One two", "three", "x"]
    change = move_one_step(document, ["a", "b"], down=-1)
    assert str(change.label) == "Move 2 notes"


def test_a_note_at_the_end_of_the_map_stays(document: Document) -> None:
    assert not move_one_step(document, ["x"], across=1)
    assert not move_one_step(document, ["x"], down=-1)
    assert not move_one_step(document, [], across=1)


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


def test_an_agenda_item_that_lit_a_joined_stage_lights_what_they_became(document: Document) -> None:
    document.apply(add_item(document, "Eating", id="item"))
    document.apply(edit_item(document, "item", stages=("eat", "order"), candidates=("b", "x")))
    after = done(document, join_stages(document, "order"))
    assert after.get(AgendaItem, "item").stages == ("order",)
    assert done(after, join_note(after, "b")).get(AgendaItem, "item").candidates == ("a", "x")


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
    after = done(document, copy_to_cell(document, ["a", "b"], "pains", "eat", 0))
    assert texts(after, "pains", "eat") == ["One two", "three", "x"]
    assert texts(after, "pains", "order") == ["One two", "three"]


def related(document: Document) -> set[tuple[str, str]]:
    return {(one.from_note, one.to_note) for one in document.relations()}


def test_a_duplicated_map_relates_its_own_notes(document: Document) -> None:
    document.apply(relate(document, "a", "x"))
    after = done(document, duplicate(document, ["map"]))
    copy = after.maps()[1].id
    stages, pains = after.stages(copy), after.sections(copy)[0].id
    [from_note, _], [to_note] = (after.notes(pains, stage.id) for stage in stages)
    assert related(after) == {("a", "x"), (from_note.id, to_note.id)}


@pytest.mark.parametrize(("ids", "copies"), [(["order"], 1), (["pains"], 1), (["a", "b"], 1), (["a"], 0)])
def test_relations_are_duplicated_where_both_their_notes_are(
    document: Document, ids: list[str], copies: int
) -> None:
    document.apply(relate(document, "a", "b"))
    change = duplicate(document, ids)
    after = done(document, change)
    made = set(created(change, Note))
    assert len(related(after)) == 1 + copies
    assert all({*ends} <= made for ends in related(after) - {("a", "b")})


def test_relations_are_copied_with_their_notes(document: Document) -> None:
    document.apply(relate(document, "a", "b"))
    change = copy_to_cell(document, ["a", "b"], "ideas", "eat")
    done(document, change)
    assert related(document) == {("a", "b"), tuple(created(change, Note))}


def numbers(document: Document, stage: str, section: str = "numbers") -> list[str]:
    return [entry.text for entry in document.entries(section, stage)]


@pytest.fixture
def with_entries(document: Document) -> Document:
    """Two sections of metrics around one of pictures, and entries in them."""
    records = [
        Section(id="numbers", map="map", position=3, section_kind="metrics"),
        Section(id="story", map="map", position=4, section_kind="pictures"),
        Section(id="more", map="map", position=5, section_kind="metrics"),
        *(
            Entry(id=id, section="numbers", stage="order", position=at, text=id)
            for at, id in enumerate("mno")
        ),
        Entry(id="p", section="story", stage="eat", text="p"),
    ]
    return Document([*document, *records])


@pytest.mark.parametrize(
    ("ids", "way", "cell", "expected"),
    [
        (["n"], {"down": 1}, ("order", "numbers"), ["m", "o", "n"]),
        (["n"], {"down": -1}, ("order", "numbers"), ["n", "m", "o"]),
        (["o"], {"down": 1}, ("order", "more"), ["o"]),
        (["n"], {"across": 1}, ("eat", "numbers"), ["n"]),
        (["m", "o"], {"across": 1}, ("eat", "numbers"), ["m", "o"]),
        (["n"], {"across": -1}, ("order", "numbers"), ["m", "n", "o"]),
        (["p"], {"down": 1}, ("eat", "story"), ["p"]),
    ],
)
def test_an_entry_steps_down_its_cell_and_into_sections_of_its_kind(
    with_entries: Document, ids: list[str], way: dict[str, int], cell: tuple[str, str], expected: list[str]
) -> None:
    after = done(with_entries, move_one_step(with_entries, ids, **way))
    assert numbers(after, *cell) == expected


def test_entries_are_copied_to_a_cell_in_their_order(with_entries: Document) -> None:
    after = done(with_entries, copy_to_cell(with_entries, ["m", "n"], "numbers", "order", 1))
    assert numbers(after, "order") == ["m", "m", "n", "n", "o"]


def test_a_step_of_many_cells_costs_no_more_for_each_than_of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[object] = []
    original = Record.__eq__

    def counted(self: Record, other: object) -> bool:
        compared.append(other)
        return original(self, other)

    monkeypatch.setattr(Record, "__eq__", counted)
    costs = []
    for stages in (5, 40):
        records: list[Record] = [Project(id="project"), JourneyMap(id="map")]
        records += [Stage(id=f"stage-{n}", position=n, map="map") for n in range(stages)]
        records += [Section(id=f"row-{n}", position=n, map="map") for n in range(3)]
        records += [Note(id=f"note-{n}", section="row-0", stage=f"stage-{n}") for n in range(stages)]
        document = Document(records)
        compared.clear()
        change = move_one_step(document, [note.id for note in document.all(Note)], down=1)
        assert len(change.edits) == stages
        costs.append(len(compared) / stages)
    assert costs[1] <= 1.5 * costs[0]
