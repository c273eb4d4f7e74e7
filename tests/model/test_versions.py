"""Two versions of a map compared: what became of everything on it, in records and in words."""

from hypothesis import given
from hypothesis import strategies as st

from app.formats.templates import template
from app.model.change import Change
from app.model.document import Document
from app.model.history.history import History
from app.model.history.history_cursor import HistoryCursor
from app.model.history.version_words import counted, format_difference
from app.model.history.versions import Comparison, Version, compare
from app.model.invariants import faults
from app.model.labels import plain_label
from app.model.records import EmotionPoint, Entry, Note, Record, Section
from app.model.verbs.call_outs import Target, add_call_out, move_call_out, set_call_out_text
from app.model.verbs.cells import move_to_cell
from app.model.verbs.editing import delete, reorder, set_fields
from app.model.verbs.emotions import add_point
from app.model.verbs.maps import new_project
from app.model.verbs.notes import add_note, recolour_notes, set_text
from app.model.verbs.personas import add_persona
from app.model.verbs.relations import part, relate, relate_felt_later
from app.model.verbs.sections import add_section, fold_sections, rename_section
from app.model.verbs.stages import add_stage, rename_stage
from tests.documents import documents
from tests.edits import do_some
from tests.held_workshop import held_workshop


def morning() -> Document:
    """Three stages and two sections: waits and reads on arriving, pays in the end."""
    document = new_project()
    journey_map = document.maps()[0].id
    for section in ("Actions", "Pains"):
        document.apply(add_section(document, journey_map, section, id=section.lower()))
    for stage in ("Arrive", "Order", "Pay"):
        document.apply(add_stage(document, journey_map, stage, id=stage.lower()))
    for text, stage in (("Waits", "arrive"), ("Reads", "arrive"), ("Pays", "pay")):
        document.apply(add_note(document, "actions", stage, text, id=text.lower()))
    return document


def since(before: Document, after: Document) -> Comparison:
    return compare(Version("“before lunch”", before), after, after.maps()[0].id)


def afternoon(*changes: object) -> Comparison:
    """The morning compared with what it is after verbs, each given the document as the one before left it."""
    before = morning()
    after = before.copy()
    for change in changes:
        assert callable(change)
        made = change(after)
        assert isinstance(made, Change)
        after.apply(made)
    return since(before, after)


def words(comparison: Comparison) -> list[tuple[str, ...]]:
    return [(one.became, *map(str, format_difference(comparison, one))) for one in comparison.differences]


def test_what_became_of_notes_is_told_as_one_reads_the_map() -> None:
    comparison = afternoon(
        lambda document: delete(document, ["waits"]),
        lambda document: set_text(document, "reads", "Reads the menu"),
        lambda document: move_to_cell(document, ["pays"], "pains", "order", 0),
        lambda document: add_note(document, "actions", "order", "Leaves", id="leaves"),
    )
    assert words(comparison) == [
        ("removed", "“Waits”", "Removed from Arrive, Actions"),
        ("changed", "“Reads the menu”", "The text was “Reads”"),
        ("added", "“Leaves”", "Added to Order, Actions"),
        ("moved", "“Pays”", "Moved from Pay, Actions to Order, Pains"),
    ]
    assert [one.number for one in comparison.differences] == [1, 2, 3, 4]
    assert str(counted(comparison)) == "4 differences: 1 added, 1 changed, 1 moved, 1 removed"


def test_what_is_gone_stands_in_its_old_place_as_a_ghost() -> None:
    comparison = afternoon(
        lambda document: delete(document, ["waits"]),
        lambda document: move_to_cell(document, ["pays"], "pains", "order", 0),
    )
    document = comparison.document
    assert [note.text for note in document.notes("actions", "arrive")] == ["Waits", "Reads"]
    (ghost,) = document.notes("actions", "pay")
    assert (ghost.text, ghost.id) != ("Pays", "pays")
    assert comparison.ghosts == {"waits", ghost.id}
    assert document.notes("pains", "order")[0].id == "pays"


def test_a_moved_note_that_was_changed_as_well_says_both() -> None:
    comparison = afternoon(
        lambda document: move_to_cell(document, ["pays"], "actions", "order", 0),
        lambda document: set_text(document, "pays", "Pays by card"),
        lambda document: recolour_notes(document, ["pays"], "pink"),
    )
    assert words(comparison) == [
        (
            "moved",
            "“Pays by card”",
            "Moved from Pay, Actions to Order, Actions. The text was “Pays”. Colour: Action → Pain point",
        )
    ]


def test_to_stand_elsewhere_in_a_cell_or_to_be_shown_otherwise_is_no_difference() -> None:
    comparison = afternoon(
        lambda document: reorder(document, ["waits"], 2),
        lambda document: set_fields(document, ["order"], plain_label("Widen"), width=900.0),
        lambda document: fold_sections(document, ["pains"], True),
    )
    assert comparison.differences == ()
    assert str(counted(comparison)) == "No differences"


def test_stages_and_sections_are_told_and_those_removed_are_there_with_what_they_held() -> None:
    comparison = afternoon(
        lambda document: delete(document, ["pay"]),
        lambda document: rename_stage(document, "order", "Choose"),
        lambda document: rename_section(document, "pains", "Pain points"),
        lambda document: add_section(document, document.maps()[0].id, "Ideas"),
    )
    assert words(comparison) == [
        ("changed", "Stage “Choose”", "The name was “Order”"),
        ("removed", "Stage “Pay”", "Removed"),
        ("removed", "“Pays”", "Removed from Pay, Actions"),
        ("changed", "Section “Pain points”", "The name was “Pains”"),
        ("added", "Section “Ideas”", "Added"),
    ]
    document = comparison.document
    assert [stage.name for stage in document.stages(comparison.map)] == ["Arrive", "Choose", "Pay"]
    assert [note.id for note in document.notes("actions", "pay")] == ["pays"]


def test_of_reordered_stages_only_the_one_that_was_moved_is_told() -> None:
    comparison = afternoon(lambda document: reorder(document, ["pay"], 0))
    assert words(comparison) == [("moved", "Stage “Pay”", "Moved to the beginning")]


def test_a_section_unfolds_where_something_became_of_its_notes() -> None:
    comparison = afternoon(
        lambda document: fold_sections(document, ["actions"], True),
        lambda document: delete(document, ["waits"]),
    )
    assert not comparison.document.get(Section, "actions").is_folded


def test_a_ghost_keeps_the_persona_whom_it_names_though_that_one_is_gone() -> None:
    before = morning()
    before.apply(add_persona(before, "Eva", id="eva"))
    before.apply(set_fields(before, ["waits"], plain_label("Set persona"), persona="eva"))
    after = before.copy()
    after.apply(delete(after, ["eva", "waits"]))
    comparison = since(before, after)
    assert comparison.document.get(Note, "waits").persona == "eva"
    assert list(faults(comparison.document)) == []


def test_a_removed_emotion_point_is_told_and_does_not_bend_the_curve() -> None:
    before = morning()
    map = before.maps()[0].id
    before.apply(add_section(before, map, "Feelings", id="feelings", section_kind="emotional-graph"))
    for stage, value in (("arrive", 2), ("order", -3)):
        before.apply(add_point(before, "feelings", stage, value, id=f"at-{stage}"))
    after = before.copy()
    after.apply(delete(after, ["at-arrive"]))
    after.apply(set_fields(after, ["at-order"], plain_label("Move"), value=1.0))
    comparison = since(before, after)
    assert words(comparison) == [
        ("changed", "Emotion point +1", "Value: −3 → +1"),
        ("removed", "Emotion point +2", "Removed from Arrive, Feelings"),
    ]
    assert [point.id for point in comparison.document.all(EmotionPoint)] == ["at-order"]


def test_a_map_that_was_not_there_yet_was_added_with_all_it_holds() -> None:
    after = morning()
    comparison = compare(Version("the beginning", new_project()), after, after.maps()[0].id)
    assert {one.became for one in comparison.differences} == {"added"}
    assert {"waits", "arrive", "actions", after.maps()[0].id} <= {
        one.record.id for one in comparison.differences
    }


@given(document=documents(), data=st.data())
def test_a_comparison_is_a_sound_document_that_holds_both_versions(
    document: Document, data: st.DataObject
) -> None:
    before = document.copy()
    do_some(data, History(document))
    _both_are_there(before, document)
    _both_are_there(document, before)


def _both_are_there(before: Document, after: Document) -> None:
    for journey_map in after.maps():
        comparison = compare(Version("before", before), after, journey_map.id)
        shown = comparison.document
        assert list(faults(shown)) == []
        assert [one.number for one in comparison.differences] == list(
            range(1, len(comparison.differences) + 1)
        )
        for record in after:
            assert _content(shown.find(record.id)) == _content(record)
        for record in _in_cells(before, journey_map.id):
            assert record.id in {one.id for one in shown.siblings(record.place)} or _content(record) in [
                {**_content(one), "id": record.id} for one in shown.siblings(record.place)
            ]
        for one in comparison.differences:
            assert all(format_difference(comparison, one))


def _in_cells(document: Document, map: str) -> list[Note | Entry]:
    """The notes and entries of a map."""
    sections = {section.id for section in document.sections(map)}
    in_cells: list[Note | Entry] = [*document.all(Note), *document.all(Entry)]
    return [each for each in in_cells if each.section in sections]


def _content(record: Record | None) -> dict[str, object]:
    assert record is not None
    return {name: value for name, value in record.__dict__.items() if name not in ("position", "is_folded")}


def test_documents_of_one_history_are_compared_by_what_differs() -> None:
    history = History(morning())
    history.do(delete(history.document, ["waits"]))
    cursor = HistoryCursor(history)
    cursor.go_to(0)
    assert [one.record.id for one in since(cursor.document, history.document).differences] == ["waits"]


def test_what_of_the_project_its_maps_show_is_told_and_words_that_were_learned_are_not() -> None:
    def change(**values: object) -> Comparison:
        return afternoon(lambda now: set_fields(now, [now.project.id], plain_label("Say"), **values))

    assert words(change(language="de_AT")) == [("changed", "The project", "Language: English → Deutsch")]
    assert words(change(name="Lago", peak_at=4.0)) == [
        ("changed", "The project", "The name was “Untitled project”. Peak from: 3 → 4")
    ]
    assert words(change(words=("Strudelhaus",))) == []


def test_relations_that_came_and_went_are_told_with_the_notes_that_they_join() -> None:
    before = morning()
    before.apply(relate(before, "waits", "pays"))
    after = before.copy()
    after.apply(part(after, ["waits", "pays"]))
    after.apply(relate(after, "reads", "pays"))
    comparison = since(before, after)
    assert words(comparison) == [
        ("added", "Relation from “Reads” to “Pays”", "Added"),
        ("removed", "Relation from “Waits” to “Pays”", "Removed"),
    ]
    assert [one.seen_at for one in comparison.differences] == ["reads", "waits"]
    assert len(comparison.document.relations()) == 1


def test_a_delayed_effect_is_told_of_the_pain_that_it_begins_with() -> None:
    before = morning()
    before.apply(add_section(before, before.maps()[0].id, "Feelings", "emotional-graph", id="feelings"))
    before.apply(add_point(before, "feelings", "pay", -2, id="sad"))
    after = before.copy()
    after.apply(relate_felt_later(after, "waits", "sad"))
    assert words(since(before, after)) == [("added", "Delayed effect of “Waits”", "Added")]
    assert words(since(after, before)) == [("removed", "Delayed effect of “Waits”", "Removed")]


def test_a_call_out_is_told_as_it_came_moved_to_other_words_and_went() -> None:
    before = morning()
    map = before.maps()[0].id
    after = before.copy()
    after.apply(add_call_out(after, map, Target(note="waits"), "Ten minutes", id="look"))
    assert words(since(before, after)) == [("added", "Call-out “Ten minutes”", "Added")]
    later = after.copy()
    later.apply(set_call_out_text(later, "look", "Twenty minutes"))
    later.apply(move_call_out(later, "look", 40, 50))
    assert words(since(after, later)) == [
        ("changed", "Call-out “Twenty minutes”", "The text was “Ten minutes”")
    ]
    gone = since(later, before)
    assert words(gone) == [("removed", "Call-out “Twenty minutes”", "Removed")]
    assert gone.document.call_outs(map)[0].note == "waits"


def test_a_call_out_that_went_with_its_point_is_told_and_not_put_back() -> None:
    before = morning()
    map = before.maps()[0].id
    before.apply(add_section(before, map, "Feelings", "emotional-graph", id="feelings"))
    before.apply(add_point(before, "feelings", "pay", -2, id="sad"))
    before.apply(add_call_out(before, map, Target(point="sad"), "Here", id="look"))
    after = before.copy()
    after.apply(delete(after, ["sad"]))
    comparison = since(before, after)
    assert ("removed", "Call-out “Here”", "Removed") in words(comparison)
    assert comparison.document.call_outs(map) == ()


def test_a_workshop_is_told_with_its_rounds_their_counts_and_what_was_revealed() -> None:
    told = words(since(template("pizzeria"), held_workshop().document))
    for name in (
        "Workshop on 1 December 2026",
        "Round “Which idea first?”",
        "5 hands for “Light the sign”",
        "Reveal: Round “Which idea first?”",
    ):
        assert [one[0] for one in told if one[1] == name] == ["added"], name
