"""Cutting, copying and pasting: what lands where, in the same map, in another, in another project."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.clipping_tables import table_of
from app.model import invariants
from app.model.document import Document
from app.model.exchange.clippings import (
    Clipping,
    NotAClippingError,
    clip,
    clipping_of_cells,
    from_json,
    to_json,
)
from app.model.exchange.pasting import At, beyond, gathered, left_behind, paste
from app.model.labels import plain_label
from app.model.pictures import NewPicture
from app.model.records import (
    RECORDS,
    EmotionPoint,
    Entry,
    JourneyMap,
    Note,
    Persona,
    Picture,
    Project,
    Record,
    Section,
    Stage,
)
from app.model.verbs.call_outs import Target, add_call_out
from app.model.verbs.copying import created
from app.model.verbs.editing import set_fields
from app.model.verbs.key_points import Places, add_key_point
from app.model.verbs.picture_verbs import add_picture, set_picture
from app.model.verbs.relations import relate, relate_felt_later
from tests.documents import documents, some_of, texts
from tests.model.changes import done

NEW = tuple(record_type for record_type in RECORDS if record_type is not Picture)
"""What gets a fresh id wherever it is pasted. That of a picture follows from its bytes."""


def map_of(id: str, stages: tuple[str, ...], sections: tuple[str, ...]) -> list[Record]:
    return [
        JourneyMap(id=id),
        *(Stage(id=f"{id}-{name}", map=id, name=name, position=at) for at, name in enumerate(stages)),
        *(Section(id=f"{id}-{name}", map=id, name=name, position=at) for at, name in enumerate(sections)),
    ]


@pytest.fixture
def document() -> Document:
    return Document(
        [
            Project(id="project"),
            Persona(id="eva", name="Eva"),
            *map_of("one", ("Order", "Eat"), ("Does", "Pains")),
            Section(id="feels", map="one", name="Feels", position=2, section_kind="emotional-graph"),
            Note(id="a", section="one-Does", stage="one-Order", text="calls", colour="blue"),
            Note(id="b", section="one-Does", stage="one-Order", text="waits", position=1, persona="eva"),
            Note(id="c", section="one-Pains", stage="one-Eat", text="cold", votes=3),
            EmotionPoint(id="p", section="feels", stage="one-Order", value=2, persona="eva"),
        ]
    )


def words(document: Document, map: str) -> list[list[str]]:
    """The texts of each cell, section by section."""
    return [
        [
            " ".join(note.text for note in document.notes(section.id, stage.id))
            for stage in document.stages(map)
        ]
        for section in document.sections(map)
    ]


def cut(document: Document, *ids: str) -> Clipping:
    clipping = clip(document, ids)
    assert clipping is not None
    return from_json(to_json(clipping))


def test_notes_keep_their_places_to_each_other(document: Document) -> None:
    other = Document([Project(id="project"), *map_of("two", ("A", "B", "C"), ("X", "Y", "Z"))])
    change = paste(other, cut(document, "c", "a"), At("two", "two-Y", "two-B"))
    assert str(change.label) == "Paste 2 notes"
    assert words(done(other, change), "two") == [["", "", ""], ["", "calls", ""], ["", "", "cold"]]


def test_notes_are_pasted_behind_the_note_where_the_cursor_stands(document: Document) -> None:
    change = paste(document, cut(document, "c"), At("one", "one-Does", "one-Order", before=1))
    assert words(done(document, change), "one")[0] == ["calls cold waits", ""]
    (pasted,) = created(change)
    assert document.get(Note, pasted).votes == 3
    assert str(change.label) == "Paste note"


def test_the_grid_grows_for_notes_beyond_its_end(document: Document) -> None:
    clipping = clipping_of_cells([[["1"], ["2"]], [["3"], ["4", "5"]], [[], ["6"]]])
    at = At("one", "one-Pains", "one-Eat")
    assert beyond(document, clipping, at) == (1, 2)
    done(document, paste(document, clipping, at))
    assert words(document, "one") == [
        ["calls waits", "", ""],
        ["", "cold 1", "2"],
        ["", "", ""],
        ["", "3", "4 5"],
        ["", "", "6"],
    ]


def test_a_table_can_be_gathered_into_one_cell(document: Document) -> None:
    clipping = gathered(clipping_of_cells([[["1"], ["2"]], [["3"], ["4"]]]))
    at = At("one", "one-Pains", "one-Order")
    assert beyond(document, clipping, at) == (0, 0)
    assert words(done(document, paste(document, clipping, at)), "one")[1] == ["1 2 3 4", "cold"]


def test_plain_text_takes_the_colour_of_the_section_where_it_lands(document: Document) -> None:
    document.apply(set_fields(document, ["one-Pains"], plain_label("Colour section"), colour="pink"))
    change = paste(document, clipping_of_cells([[["late"]]]), At("one", "one-Pains", "one-Order"))
    (pasted,) = created(change)
    assert done(document, change).get(Note, pasted).colour == "pink"


def test_a_stage_stands_behind_the_cursor_with_all_it_holds(document: Document) -> None:
    change = paste(document, cut(document, "one-Order"), At("one", None, "one-Order"))
    assert str(change.label) == "Paste stage"
    done(document, change)
    assert [stage.name for stage in document.stages("one")] == ["Order", "Order", "Eat"]
    assert words(document, "one")[0] == ["calls waits", "calls waits", ""]
    copy = document.stages("one")[1].id
    assert [(point.value, point.persona) for point in document.points("feels", copy)] == [(2, "eva")]


def test_a_stage_finds_its_sections_elsewhere_by_name_then_by_place(document: Document) -> None:
    other = Document([Project(id="project"), *map_of("two", ("A",), ("Other", "PAINS", "More"))])
    change = paste(other, cut(document, "one-Order", "one-Eat"), At("two"))
    assert str(change.label) == "Paste 2 stages"
    done(other, change)
    assert [stage.name for stage in other.stages("two")] == ["A", "Order", "Eat"]
    assert [section.name for section in other.sections("two")] == ["Other", "PAINS", "More", "Feels"]
    assert words(other, "two")[:2] == [["", "calls waits", ""], ["", "", "cold"]]


def test_a_section_finds_its_stages_and_adds_those_missing(document: Document) -> None:
    other = Document([Project(id="project"), *map_of("two", ("Eat",), ("X",))])
    done(other, paste(other, cut(document, "one-Does", "one-Pains"), At("two", "two-X", None)))
    assert [section.name for section in other.sections("two")] == ["X", "Does", "Pains"]
    assert [stage.name for stage in other.stages("two")] == ["Eat", "Order"]
    assert words(other, "two")[1:] == [["", "calls waits"], ["cold", ""]]


def test_a_persona_who_is_unknown_elsewhere_is_forgotten_and_a_namesake_takes_over(
    document: Document,
) -> None:
    clipping = cut(document, "one-Order")
    stranger = Document([Project(id="p"), Persona(id="eva", name="Omar"), *map_of("two", ("A",), ("Does",))])
    assert {
        point.persona for point in done(stranger, paste(stranger, clipping, At("two"))).all(EmotionPoint)
    } == {None}
    namesake = Document([Project(id="p"), Persona(id="x", name="Eva"), *map_of("two", ("A",), ("Does",))])
    assert {
        point.persona for point in done(namesake, paste(namesake, clipping, At("two"))).all(EmotionPoint)
    } == {"x"}


def test_what_cannot_be_cut_makes_no_clipping(document: Document) -> None:
    assert clip(document, []) is None
    assert clip(document, ["eva", "p", "gone"]) is None


@given(st.data(), documents())
def test_any_selection_is_read_back_from_its_json(data: st.DataObject, document: Document) -> None:
    clipping = clip(document, data.draw(some_of([record.id for record in document])))
    if clipping is not None:
        again = from_json(to_json(clipping))
        assert again == clipping
        assert list(invariants.faults(again.document)) == []


@given(st.data(), documents(), documents())
def test_any_selection_can_be_pasted_anywhere(
    data: st.DataObject, document: Document, elsewhere: Document
) -> None:
    clipping = clip(document, data.draw(some_of([record.id for record in document])))
    target = data.draw(st.sampled_from([document, elsewhere]))
    if clipping is None or not target.maps():
        return
    journey_map = data.draw(st.sampled_from(target.maps())).id
    stages, sections = target.stages(journey_map), target.sections(journey_map)
    at = At(
        journey_map,
        data.draw(st.none() | st.sampled_from([section.id for section in sections])) if sections else None,
        data.draw(st.none() | st.sampled_from([stage.id for stage in stages])) if stages else None,
    )
    before = sorted(note.text for note in target.all(Note))
    change = paste(target, clipping, at)
    cut_texts = [note.text for note in clipping.document.all(Note)]
    done(target, change)
    assert sorted(note.text for note in target.all(Note)) == sorted(before + cut_texts)
    assert set(created(change, *NEW)).isdisjoint(record.id for record in clipping.records)
    for picture in target.pictures():
        assert target.picture_store.get(picture.id) is not None


@given(st.lists(st.lists(st.lists(texts, max_size=3), max_size=3), max_size=3))
def test_texts_make_a_sound_clipping(rows: list[list[list[str]]]) -> None:
    clipping = clipping_of_cells(rows)
    assert list(invariants.faults(clipping.document)) == []
    assert clipping.note_count == sum(len(cell) for row in rows for cell in row)


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "{}", "nonsense", "[" * 100_000, '{"format": "journeywall clipping", "version": 2}'],
)
def test_rubbish_is_no_clipping(text: str) -> None:
    with pytest.raises(NotAClippingError):
        from_json(text)


@given(st.data(), documents(most=2))
def test_a_tampered_clipping_is_read_as_a_sound_one_or_refused(
    data: st.DataObject, document: Document
) -> None:
    clipping = clip(document, [record.id for record in document])
    if clipping is None:
        return
    content = json.loads(to_json(clipping))
    kind, fields = data.draw(st.sampled_from(content["records"]))
    field = data.draw(st.sampled_from(sorted(fields)))
    fields[field] = data.draw(st.none() | st.integers() | texts | st.lists(texts))
    try:
        read = from_json(json.dumps(content))
    except NotAClippingError:
        return
    assert list(invariants.faults(read.document)) == [], kind


@pytest.fixture
def with_entries(document: Document) -> Document:
    more = [
        Section(id="numbers", map="one", name="Numbers", position=3, section_kind="metrics"),
        Section(id="papers", map="one", name="Papers", position=4, section_kind="documents"),
        Entry(id="m", section="numbers", stage="one-Order", text="Guests", value=62.5, unit="%"),
        Entry(id="n", section="numbers", stage="one-Eat", text="Guests", value=50),
        Entry(id="d", section="papers", stage="one-Eat", text="Survey", address="https://example.org"),
    ]
    return Document([*document, *more])


def entries(document: Document, section: str) -> list[list[str]]:
    map = document.get(Section, section).map
    return [[one.text for one in document.entries(section, stage.id)] for stage in document.stages(map)]


def test_entries_are_pasted_into_sections_of_their_kind(with_entries: Document) -> None:
    clipping = cut(with_entries, "m", "n", "d")
    change = paste(with_entries, clipping, At("one", "one-Does", "one-Order"))
    assert str(change.label) == "Paste 3 entries"
    after = done(with_entries, change)
    assert entries(after, "numbers") == [["Guests", "Guests"], ["Guests", "Guests"]]
    assert entries(after, "papers") == [[], ["Survey", "Survey"]]
    (pasted, *_) = (after.get(Entry, id) for id in created(change))
    assert (pasted.value, pasted.unit) == (62.5, "%")


def test_an_entry_stands_behind_the_cursor_and_above_it_where_there_is_no_section_below(
    with_entries: Document,
) -> None:
    at = At("one", "papers", "one-Order", before=0)
    done(with_entries, paste(with_entries, cut(with_entries, "m"), at))
    assert entries(with_entries, "numbers") == [["Guests", "Guests"], ["Guests"]]
    [_, pasted] = with_entries.entries("numbers", "one-Order")
    assert pasted.id != "m"
    change = paste(with_entries, cut(with_entries, "d"), At("one", "papers", "one-Eat", before=0))
    done(with_entries, change)
    assert [one.id for one in with_entries.entries("papers", "one-Eat")] == [*created(change), "d"]


def test_a_section_is_added_for_entries_where_the_map_has_none_of_their_kind(with_entries: Document) -> None:
    other = Document([Project(id="project"), *map_of("two", ("A",), ("X",))])
    clipping = cut(with_entries, "m", "n", "d")
    assert beyond(other, clipping, At("two")) == (1, 2)
    done(other, paste(other, clipping, At("two")))
    assert [(one.name, one.section_kind) for one in other.sections("two")] == [
        ("X", "notes"),
        ("Numbers", "metrics"),
        ("Papers", "documents"),
    ]
    assert entries(other, other.sections("two")[1].id) == [["Guests"], ["Guests"]]


def test_notes_and_entries_are_gathered_in_a_cell_each(with_entries: Document) -> None:
    other = Document([Project(id="project"), *map_of("two", ("A",), ("X",))])
    clipping = gathered(cut(with_entries, "a", "c", "m", "n", "d"))
    done(other, paste(other, clipping, At("two")))
    assert words(other, "two")[0] == ["calls cold"]
    assert [entries(other, section.id) for section in other.sections("two")[1:]] == [
        [["Guests", "Guests"]],
        [["Survey"]],
    ]


def test_entries_are_words_and_numbers_for_other_programs(with_entries: Document) -> None:
    assert table_of(cut(with_entries, "m")) == (("Guests 62.5 %",),)
    assert table_of(cut(with_entries, "m", "d")) == (
        ("Guests 62.5 %", ""),
        ("", "Survey https://example.org"),
    )


@pytest.mark.parametrize(
    ("ids", "expected"), [("a c", 2), ("a", 1), ("one-Order one-Eat", 2), ("one-Does", 1)]
)
def test_relations_are_pasted_with_both_their_notes(document: Document, ids: str, expected: int) -> None:
    document.apply(relate(document, "a", "c"))
    done(document, paste(document, cut(document, *ids.split()), At("one", "one-Does", "one-Order")))
    assert len(document.relations()) == expected


def test_stages_are_pasted_with_what_is_said_of_them(document: Document) -> None:
    document.apply(relate_felt_later(document, "a", "p"))
    document.apply(add_key_point(document, "one", "It hurts", places=Places(("a",), ("one-Order",), ("p",))))
    for target in (Target(note="a"), Target(point="p"), Target(section="feels", stage="one-Order")):
        document.apply(add_call_out(document, "one", target, "Look"))
    document.apply(paste(document, cut(document, "one-Order"), At("one", None, "one-Order")))
    other = another_project()
    other.apply(paste(other, cut(document, "one-Order"), At("two", None, "two-Order")))
    for found, map, times in ((document, "one", 2), (other, "two", 1)):
        assert not any(invariants.faults(found))
        assert len(found.felt_later()) == times
        assert len(found.key_points(map)) == times
        assert len(found.call_outs(map)) == 3 * times
        pasted = found.stages(map)[1].id
        last = found.key_points(map)[-1]
        assert last.stages == (pasted,)
        assert found.get(Note, last.notes[0]).stage == pasted
        assert found.get(EmotionPoint, found.felt_later()[-1].point).stage == pasted
        assert found.call_outs(map)[-1].stage == pasted


def test_a_note_is_copied_with_its_call_out_alone(document: Document) -> None:
    document.apply(add_call_out(document, "one", Target(note="a"), "Look"))
    document.apply(add_call_out(document, "one", Target(stage="one-Order"), "Not this"))
    document.apply(paste(document, cut(document, "a"), At("one", "one-Does", "one-Eat")))
    *_, pasted = document.call_outs("one")
    assert len(document.call_outs("one")) == 3
    assert (pasted.text, document.get(Note, pasted.note or "").stage) == ("Look", "one-Eat")


def another_project() -> Document:
    return Document([Project(id="other"), *map_of("two", ("Order",), ("Does",))])


PICTURE, LARGE = NewPicture(b"bytes", "png", 4, 3), NewPicture(bytes(12_000_001), "png", 4, 3)


def test_a_picture_goes_along_into_another_project_once(document: Document) -> None:
    document.apply(add_picture(document, "one-Does", "one-Eat", PICTURE, "the oven", id="oven"))
    document.apply(set_picture(document, ["a", "eva"], PICTURE))
    clipping = from_json(to_json(cut(document, "a", "b", "oven")))
    other = another_project()
    assert left_behind(other, clipping) == 0
    done(other, paste(other, clipping, At("two")))
    assert {note.text: note.picture for note in other.all(Note)} == {
        "calls": PICTURE.id,
        "waits": None,
        "the oven": PICTURE.id,
    }
    assert [picture.id for picture in other.pictures()] == [PICTURE.id]
    assert other.picture_store.get(PICTURE.id) == b"bytes"
    assert [edit for edit in paste(other, clipping, At("two")) if isinstance(edit.after, Picture)] == []


def test_a_picture_that_only_a_persona_shows_stays_with_that_persona(document: Document) -> None:
    document.apply(set_picture(document, ["eva"], PICTURE))
    other = another_project()
    done(other, paste(other, from_json(to_json(cut(document, "b"))), At("two")))
    assert other.pictures() == ()


def test_a_picture_too_large_to_go_along_is_left_behind(document: Document) -> None:
    document.apply(set_picture(document, ["a"], LARGE))
    document.apply(set_picture(document, ["b"], PICTURE))
    clipping = from_json(to_json(cut(document, "a", "b")))
    other = another_project()
    assert left_behind(other, clipping) == 1
    done(other, paste(other, clipping, At("two")))
    assert {note.text: note.picture for note in other.all(Note)} == {"calls": None, "waits": PICTURE.id}
    assert left_behind(document, clipping) == 0


@pytest.mark.parametrize("pictures", [[], {"a": "Ynl0ZXM="}, {PICTURE.id: "Ynl0"}, {PICTURE.id: "%"}])
def test_bytes_that_are_not_those_of_the_picture_make_no_clipping(
    document: Document, pictures: object
) -> None:
    document.apply(set_picture(document, ["a"], PICTURE))
    content = json.loads(to_json(cut(document, "a")))
    with pytest.raises(NotAClippingError):
        from_json(json.dumps({**content, "pictures": pictures}))
