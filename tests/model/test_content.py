"""Entries, pictures and relations, durations and addresses."""

import pytest
from pydantic import ValidationError

from app.drawing.layout import lay_out
from app.language.spoken import speaking
from app.model.addresses import opening, shown_address, whole_address
from app.model.analysis.durations import minutes
from app.model.analysis.metrics import bar_range, series_of, written
from app.model.document import Document
from app.model.history.history import History
from app.model.labels import plain_label
from app.model.pictures import NewPicture
from app.model.records import Entry, JourneyMap, Note, Persona, Project, Relation, Section, Stage
from app.model.verbs.cells import move_to_cell
from app.model.verbs.editing import delete, set_fields
from app.model.verbs.entries import add_entry
from app.model.verbs.picture_verbs import add_picture, set_picture
from app.model.verbs.relations import part, relate, relations_of
from tests.model.changes import done

PICTURE = NewPicture(b"bytes", "png", 4, 3)


@pytest.fixture
def document() -> Document:
    return Document(
        [
            Project(id="project"),
            Persona(id="eva", name="Eva"),
            JourneyMap(id="map", personas=("eva",)),
            Stage(id="order", map="map", name="Order"),
            Stage(id="eat", position=1, map="map", name="Eat"),
            Section(id="numbers", map="map", section_kind="metrics", persona="eva"),
            Section(id="notes", position=1, map="map"),
            Note(id="pain", section="notes", stage="order", persona="eva"),
            Note(id="idea", section="notes", stage="order", position=1),
            Note(id="act", section="notes", stage="eat"),
            Entry(id="a", section="numbers", stage="order", text="Wait", value=12, persona="eva"),
            Entry(id="b", section="numbers", stage="order", position=1, text="Stay", value=60, target=80),
            Entry(id="c", section="numbers", stage="eat", text="wait", value=-3.5),
        ]
    )


def test_an_entry_is_added_and_moved_like_a_note(document: Document) -> None:
    done(document, add_entry(document, "numbers", "eat", "New", index=0, id="new"))
    assert [one.id for one in document.entries("numbers", "eat")] == ["new", "c"]
    done(document, move_to_cell(document, ["a", "b"], "numbers", "eat", 1))
    assert [one.id for one in document.entries("numbers", "eat")] == ["new", "a", "b", "c"]


def test_a_persona_who_goes_is_forgotten_everywhere(document: Document) -> None:
    done(document, delete(document, ["eva"]))
    assert document.get(JourneyMap, "map").personas == ()
    assert document.get(Note, "pain").persona is None
    assert document.get(Entry, "a").persona is None
    assert document.get(Section, "numbers").persona is None


def test_a_picture_added_twice_is_one_picture(document: Document) -> None:
    done(document, add_picture(document, "numbers", "eat", PICTURE, "One", id="one"))
    done(document, set_picture(document, ["eva"], PICTURE))
    assert [picture.id for picture in document.pictures()] == [PICTURE.id]
    assert document.get(Persona, "eva").picture == document.get(Entry, "one").picture == PICTURE.id
    assert document.picture_store.get(PICTURE.id) == b"bytes"


def test_a_picture_undone_and_redone_still_has_its_bytes(document: Document) -> None:
    history = History(document)
    history.do(add_picture(document, "numbers", "eat", PICTURE))
    history.undo()
    assert document.pictures() == ()
    history.redo()
    assert [document.picture_store.get(picture.id) for picture in document.pictures()] == [b"bytes"]


def test_relations_lead_from_note_to_note_once(document: Document) -> None:
    done(document, relate(document, "pain", "idea"))
    done(document, relate(document, "idea", "act"))
    assert not relate(document, "pain", "idea")
    assert not relate(document, "pain", "pain")
    assert [(one.from_note, one.to_note) for one in relations_of(document, ["idea"])] == [
        ("pain", "idea"),
        ("idea", "act"),
    ]
    done(document, part(document, ["pain", "idea"]))
    assert [(one.from_note, one.to_note) for one in document.relations()] == [("idea", "act")]


@pytest.mark.parametrize("gone", [["idea"], ["notes"], ["order"], ["map"]])
def test_a_relation_goes_with_a_note_that_it_joins(document: Document, gone: list[str]) -> None:
    done(document, relate(document, "pain", "idea"))
    done(document, relate(document, "idea", "act"))
    done(document, delete(document, gone))
    assert document.all(Relation) == ()


def test_metrics_of_one_name_are_one_series_along_the_stages(document: Document) -> None:
    wait, stay = series_of(document, document.get(Section, "numbers"))
    assert (wait.name, [(at, entry.value) for at, entry in wait.entries]) == ("Wait", [(0, 12), (1, -3.5)])
    assert (stay.target, wait.target) == (80, None)
    assert bar_range(wait.numbers) == (-3.5, 12)
    assert bar_range([]) == (0, 1)


@pytest.mark.parametrize(
    ("number", "unit", "says"),
    [(12500.0, "", "12,500"), (3.25, "min", "3.25 min"), (62.0, "%", "62 %"), (-5.0, "", "−5")],
)
def test_numbers_are_written_as_people_write_them(number: float, unit: str, says: str) -> None:
    assert written(number, unit) == says


@pytest.mark.parametrize(
    ("duration", "expected"),
    [
        ("10 min", 10),
        ("1½ h", 90),
        ("1 h 30 min", 90),
        ("2–3 days", 3600),
        ("½ hour", 30),
        ("weeks", 30240),
        ("an hour", 60),
        ("90 seconds", 1.5),
        ("", None),
        ("soon", None),
        ("3 steps", None),
    ],
)
def test_a_duration_in_words_is_read_as_minutes(duration: str, expected: float | None) -> None:
    assert minutes(duration) == expected


@pytest.mark.parametrize(
    ("language", "duration", "expected"),
    [
        ("de", "2 Tage", 2 * 1440),
        ("de", "nach 2 Tagen", 2 * 1440),
        ("de", "3 Wochen", 3 * 10080),
        ("de", "½ Std.", 30),
        ("de", "1½ Stunden", 90),
        ("de", "1 Stunde 30 Minuten", 90),
        ("de", "1,5 Std.", 90),
        ("de", "2–3 Monate", 2.5 * 43800),
        ("de", "2 bis 4 Tage", 3 * 1440),
        ("de", "eine Stunde", 60),
        ("de", "Wochen", 3 * 10080),
        ("de", "90 s", 1.5),
        ("de", "10 min", 10),
        ("de", "2 weeks", 2 * 10080),
        ("de", "3 Tagungen", None),
        ("de", "bald", None),
        ("en_XA", "2 weeks", 2 * 10080),
    ],
)
def test_a_duration_is_read_in_the_language_of_its_map(
    language: str, duration: str, expected: float | None
) -> None:
    with speaking(language):
        assert minutes(duration) == expected


def test_stages_of_a_german_map_are_as_wide_as_they_take_long() -> None:
    document = Document(
        [
            Project(id="project", language="de"),
            JourneyMap(id="map", widths_follow_duration=True),
            *(
                Stage(id=str(at), map="map", position=at, duration=duration)
                for at, duration in enumerate(("1 Stunde", "1 Tag", "2 Wochen"))
            ),
        ]
    )
    short, middle, long = (column.width for column in lay_out(document, "map").columns)
    assert short < middle < long


@pytest.mark.parametrize(
    ("typed", "address", "may"),
    [
        ("example.org/a", "https://example.org/a", "open"),
        ("eva@example.org", "mailto:eva@example.org", "open"),
        ("HTTP://example.org", "HTTP://example.org", "open"),
        ("file:///etc/passwd", "file:///etc/passwd", "ask"),
        ("javascript:alert(1)", "javascript:alert(1)", "refuse"),
        ("smb://server/x", "smb://server/x", "refuse"),
        ("http://[", "http://[", "refuse"),
        ("", "", "refuse"),
    ],
)
def test_only_pages_and_mailboxes_open_without_asking(typed: str, address: str, may: str) -> None:
    assert whole_address(typed) == address
    assert opening(address) == may


def test_an_address_is_shown_without_its_scheme() -> None:
    assert shown_address("https://example.org/menu/") == "example.org/menu"


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "26-01-01", "tomorrow", "20260101"])
def test_a_day_that_is_in_no_calendar_is_refused(document: Document, day: str) -> None:
    with pytest.raises(ValidationError):
        set_fields(document, ["pain"], plain_label("Set due date"), due=day)


def test_a_stage_has_ten_channels_at_most(document: Document) -> None:
    with pytest.raises(ValidationError):
        set_fields(document, ["a"], plain_label("Set channels"), channels=tuple("abcdefghijk"))


def test_a_picture_goes_with_the_last_that_shows_it_and_comes_back_with_it(document: Document) -> None:
    for id in ("one", "two"):
        document.apply(add_picture(document, "numbers", "order", PICTURE, id=id))
    document.apply(set_picture(document, ["eva"], PICTURE))
    document.apply(delete(document, ["one"]))
    done(document, set_picture(document, ["two"], None))
    assert [one.id for one in document.pictures()] == [PICTURE.id]
    change = delete(document, ["eva"])
    document.apply(change)
    assert document.pictures() == ()
    document.apply(change.inverse())
    assert [one.id for one in document.pictures()] == [PICTURE.id]
    assert document.get(Persona, "eva").picture == PICTURE.id
    other = NewPicture(b"others", "png", 4, 3)
    done(document, set_picture(document, ["eva"], other))
    assert [one.id for one in document.pictures()] == [other.id]
