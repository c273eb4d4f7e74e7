"""What each verb does, on a small map of two stages and two sections."""

from itertools import combinations, permutations

import pytest
from pydantic import ValidationError

from app.model import invariants
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import plain_label
from app.model.records import (
    MOST_VOTES,
    EmotionPoint,
    JourneyMap,
    LegendEntry,
    Note,
    Persona,
    Project,
    Record,
    Section,
    Stage,
)
from app.model.verbs.cells import move_to_cell
from app.model.verbs.editing import delete, reorder, set_fields
from app.model.verbs.emotions import add_point, move_point, points_in_order
from app.model.verbs.legend import meanings, set_meaning
from app.model.verbs.maps import add_map, new_project
from app.model.verbs.notes import add_note, recolour_notes, set_text, vote
from app.model.verbs.personas import add_persona, initials, set_map_personas
from app.model.verbs.sections import add_section, rename_section
from app.model.verbs.stages import add_stage, rename_stage
from tests.model.changes import done


@pytest.fixture
def document() -> Document:
    return Document(
        [
            Project(id="project"),
            LegendEntry(id="legend-pink", colour="pink", meaning="Pain point"),
            Persona(id="eva", name="Eva"),
            Persona(id="ole", position=1, name="Ole"),
            JourneyMap(id="map", personas=("eva", "ole")),
            Stage(id="order", map="map", name="Order"),
            Stage(id="eat", position=1, map="map", name="Eat"),
            Section(id="pains", map="map", name="Pain points", colour="pink"),
            Section(id="feelings", position=1, map="map", name="Emotions", section_kind="emotional-graph"),
            *(
                Note(id=id, position=at, section="pains", stage="order", text=id)
                for at, id in enumerate("abcd")
            ),
            Note(id="x", section="pains", stage="eat", text="x"),
            EmotionPoint(id="p", section="feelings", stage="order", at=0.8, persona="eva"),
        ]
    )


def names(records: tuple[Record, ...]) -> list[str]:
    return [record.id for record in records]


def test_a_new_note_takes_the_sections_colour_and_the_last_place(document: Document) -> None:
    change = add_note(document, "pains", "order", "No allergens", id="new")
    assert str(change.label) == "Add note"
    done(document, change)
    assert document.get(Note, "new") == Note(
        id="new", position=4, section="pains", stage="order", text="No allergens", colour="pink"
    )


def test_a_new_note_may_have_a_colour_and_a_place_of_its_own(document: Document) -> None:
    done(document, add_note(document, "pains", "order", colour="teal", index=1, id="new"))
    assert names(document.notes("pains", "order")) == ["a", "new", "b", "c", "d"]
    assert document.get(Note, "new").colour == "teal"


def test_two_new_notes_have_two_ids(document: Document) -> None:
    for _ in range(2):
        done(document, add_note(document, "feelings", "eat"))
    assert len(document.notes("feelings", "eat")) == 2


@pytest.mark.parametrize("index", [None, 0, 1, 2, 3, 4, 9])
@pytest.mark.parametrize("moved", [chosen for size in (1, 2, 3) for chosen in combinations("abcd", size)])
def test_notes_moved_within_their_cell_stand_together_where_they_were_put(
    document: Document, moved: tuple[str, ...], index: int | None
) -> None:
    done(document, move_to_cell(document, moved, "pains", "order", index))
    before = "abcd"[:index] if index is not None else "abcd"
    after = "abcd"[len(before) :]
    expected = [*(id for id in before if id not in moved), *moved, *(id for id in after if id not in moved)]
    assert names(document.notes("pains", "order")) == expected


@pytest.mark.parametrize("moved", list(permutations("abd")))
def test_notes_moved_to_another_cell_keep_the_order_they_are_named_in(
    document: Document, moved: tuple[str, ...]
) -> None:
    change = move_to_cell(document, moved, "pains", "eat", 0)
    assert str(change.label) == "Move 3 notes"
    done(document, change)
    assert names(document.notes("pains", "eat")) == [*moved, "x"]
    assert names(document.notes("pains", "order")) == ["c"]


def test_notes_gathered_from_two_cells_stand_together(document: Document) -> None:
    done(document, move_to_cell(document, ["x", "b", "x"], "feelings", "eat"))
    assert names(document.notes("feelings", "eat")) == ["x", "b"]


def test_a_note_moved_to_where_it_stands_is_no_change(document: Document) -> None:
    assert not move_to_cell(document, ["b"], "pains", "order", 1)
    assert not move_to_cell(document, ["b"], "pains", "order", 2)


def test_notes_are_recoloured_and_written(document: Document) -> None:
    change = recolour_notes(document, ["a", "x"], "green")
    assert str(change.label) == "Colour 2 notes green"
    done(document, change)
    done(document, set_text(document, "a", "Light the sign"))
    assert [document.get(Note, id).colour for id in "abx"] == ["green", "yellow", "green"]
    assert document.get(Note, "a").text == "Light the sign"


def test_a_value_out_of_range_is_refused_and_changes_nothing(document: Document) -> None:
    before = document.copy()
    with pytest.raises(ValidationError, match="votes"):
        set_fields(document, ["a"], plain_label("Vote"), votes=-1)
    with pytest.raises(ValidationError, match="colour"):
        set_fields(document, ["a"], plain_label("Colour"), colour="purple")
    with pytest.raises(ValidationError, match="Extra inputs"):
        set_fields(document, ["a"], plain_label("Mark"), mood="good")
    assert document == before


def test_a_record_that_is_not_there_is_refused(document: Document) -> None:
    with pytest.raises(KeyError):
        set_text(document, "nobody", "")
    with pytest.raises(KeyError):
        recolour_notes(document, ["order"], "green")
    with pytest.raises(KeyError):
        add_note(document, "order", "order")


@pytest.mark.parametrize(
    ("index", "expected"), [(0, "bacd"), (1, "abcd"), (2, "abcd"), (3, "acbd"), (4, "acdb"), (9, "acdb")]
)
def test_a_record_is_put_before_the_one_that_stands_there(
    document: Document, index: int, expected: str
) -> None:
    done(document, reorder(document, ["b"], index))
    assert "".join(names(document.notes("pains", "order"))) == expected


def test_stages_and_sections_are_added_renamed_and_reordered(document: Document) -> None:
    done(document, add_stage(document, "map", "Arrive", index=0, id="arrive"))
    done(document, add_stage(document, "map", "Leave", id="leave"))
    done(document, rename_stage(document, "leave", "Go home"))
    done(document, reorder(document, ["leave"], 1))
    assert [stage.name for stage in document.stages("map")] == ["Arrive", "Go home", "Order", "Eat"]
    done(document, add_section(document, "map", "Goals", index=0, glyph="goal", colour="grey", id="goals"))
    done(document, rename_section(document, "pains", "Obstacles"))
    assert [section.name for section in document.sections("map")] == ["Goals", "Obstacles", "Emotions"]
    assert [section.position for section in document.sections("map")] == [0, 1, 2]


def test_a_stage_goes_with_all_that_stands_in_it(document: Document) -> None:
    change = delete(document, ["order"])
    assert str(change.label) == "Delete stage"
    done(document, change)
    assert {record.id for record in document} == {
        "project", "legend-pink", "eva", "ole", "map", "eat", "pains", "feelings", "x",
    }  # fmt: skip
    assert document.get(Stage, "eat").position == 0


def test_a_map_goes_with_all_that_stands_in_it(document: Document) -> None:
    done(document, delete(document, ["map"]))
    assert {record.kind for record in document} == {"project", "legend entry", "persona"}


def test_things_of_several_kinds_go_together_whatever_holds_what(document: Document) -> None:
    change = delete(document, ["a", "order", "pains", "eva", "a"])
    assert str(change.label) == "Delete 4 things"
    done(document, change)
    assert {record.id for record in document} == {"project", "legend-pink", "ole", "map", "eat", "feelings"}


def test_the_notes_that_stay_close_the_gap(document: Document) -> None:
    change = delete(document, ["b", "c"])
    assert str(change.label) == "Delete 2 notes"
    done(document, change)
    assert [(note.id, note.position) for note in document.notes("pains", "order")] == [("a", 0), ("d", 1)]


def test_a_persona_that_goes_is_forgotten_everywhere(document: Document) -> None:
    done(document, delete(document, ["eva"]))
    assert document.get(JourneyMap, "map").personas == ("ole",)
    assert document.get(EmotionPoint, "p").persona is None
    assert document.get(Persona, "ole").position == 0


@pytest.mark.parametrize("holder", ["p", "order", "feelings", "map"])
def test_a_persona_can_go_together_with_what_names_it(document: Document, holder: str) -> None:
    done(document, delete(document, ["eva", holder]))
    assert "eva" not in document
    assert holder not in document


def test_a_new_persona_joins_the_map_in_a_colour_of_its_own(document: Document) -> None:
    done(document, add_persona(document, "Ida", map="map", id="ida"))
    assert document.get(JourneyMap, "map").personas == ("eva", "ole", "ida")
    assert document.get(Persona, "ida").colour not in ("", document.get(Persona, "eva").colour)
    done(document, set_map_personas(document, "map", ("ida",)))
    assert document.get(JourneyMap, "map").personas == ("ida",)


def test_initials_stand_for_a_name() -> None:
    assert [initials(name) for name in ("Eva Molin", "eva", "Anna Maria Berg", "", "李 明")] == [
        "EM", "E", "AB", "", "李明",
    ]  # fmt: skip


def test_emotion_points_are_kept_on_the_scale_and_in_their_stage(document: Document) -> None:
    done(document, move_point(document, "p", value=7.777, at=-1))
    assert (document.get(EmotionPoint, "p").value, document.get(EmotionPoint, "p").at) == (5, 0)
    done(document, move_point(document, "p", value=-1.256))
    assert (document.get(EmotionPoint, "p").value, document.get(EmotionPoint, "p").at) == (-1.26, 0)
    with pytest.raises(ValidationError):
        move_point(document, "p", value=float("nan"))


def test_emotion_points_are_read_along_the_customers_way(document: Document) -> None:
    done(document, add_point(document, "feelings", "eat", 4.5, at=0.1, id="late"))
    done(document, add_point(document, "feelings", "order", -1, at=0.3, quote="Peanuts?", id="early"))
    done(document, add_point(document, "feelings", "order", -2, at=0.3, id="same"))
    ordered = points_in_order(document, document.get(Section, "feelings"))
    assert [point.id for point in ordered] == ["early", "same", "p", "late"]


def test_the_legend_says_what_a_colour_means(document: Document) -> None:
    done(document, set_meaning(document, "legend-pink", "Obstacle"))
    assert meanings(document) == {"pink": "Obstacle"}


def test_a_new_project_has_the_usual_legend_and_one_empty_map() -> None:
    document = new_project("Trattoria Lago", "Dinner")
    assert list(invariants.faults(document)) == []
    assert document.project.name == "Trattoria Lago"
    assert [journey_map.title for journey_map in document.maps()] == ["Dinner"]
    assert meanings(document)["pink"] == "Pain point"
    done(document, add_map(document, "Lunch", index=0))
    assert [journey_map.title for journey_map in document.maps()] == ["Lunch", "Dinner"]


def test_a_draft_touches_no_document(document: Document) -> None:
    before, draft = document.copy(), Draft(document)
    draft.remove(document.get(Note, "b"))
    draft.insert(Note(id="new", section="pains", stage="order"), 0)
    assert draft.order(("note", "pains", "order")) == ["new", "a", "c", "d"]
    assert "b" not in draft
    assert "new" in draft
    assert document == before
    assert {edit.record.id for edit in draft.change(plain_label("Swap"))} == {"a", "b", "new"}


def test_a_draft_puts_a_record_within_its_place_whatever_index_is_asked_for(document: Document) -> None:
    draft = Draft(document)
    draft.insert(Note(id="first", section="pains", stage="eat"), -5)
    draft.insert(Note(id="last", section="pains", stage="eat"), 99)
    assert draft.order(("note", "pains", "eat")) == ["first", "x", "last"]


def test_an_unsound_document_is_described_in_sentences() -> None:
    document = Document(
        [
            LegendEntry(id="one", colour="pink", meaning="Pain"),
            LegendEntry(id="two", colour="pink", meaning="Also pain", position=1),
            JourneyMap(id="map", personas=("nobody",)),
            JourneyMap(id="other", position=2),
            Stage(id="stage", map="gone"),
            Stage(id="far", map="other"),
            Section(id="section", map="map"),
            Note(id="note", section="section", stage="far"),
        ]
    )
    assert set(map(str, invariants.faults(document))) == {
        "There must be exactly one project record.",
        "A colour is in the legend twice.",
        "Map map refers to something that does not exist (persona).",
        "Positions have gaps (map, in the project).",
        "Stage stage belongs to something that does not exist (map).",
        "Note note is in a section and a stage of different maps.",
    }


def test_no_note_gets_more_votes_than_it_can_have(document: Document) -> None:
    document.apply(set_fields(document, ["a"], plain_label("Vote"), votes=MOST_VOTES))
    assert done(document, vote(document, ["a", "b"], 1)).get(Note, "b").votes == 1
    assert document.get(Note, "a").votes == MOST_VOTES
