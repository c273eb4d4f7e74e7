"""What a step is called is a code with values: said in each language, kept as JSON, never believed."""

import json
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.spoken import speaking
from app.model.document import Document
from app.model.labels import LABELS, Label, before_label, label_of, plain_label, step_label
from app.model.records import JourneyMap, Note, Persona, Project, Section, Stage
from app.model.upgrades import STEP, upgraded
from app.model.verbs.editing import delete
from app.model.verbs.notes import recolour_notes
from tests.labels import label_values, values_of

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["code", "values", "kind", "count"]), inner)
    ),
)


@pytest.mark.parametrize("code", LABELS)
def test_each_label_is_said_in_english_and_german_as_step_and_as_done(code: str) -> None:
    label = step_label(code, **values_of(code))
    english = str(label), str(label.done)
    with speaking("de"):
        german = str(label), str(label.done)
    for said, translated in zip(english, german, strict=True):
        assert said != translated
        assert "{" not in said + translated
        assert said.strip()
        assert translated.strip()


@given(st.sampled_from([*LABELS]), st.data())
def test_each_label_with_whatever_values_is_said_and_is_the_same_from_json(
    code: str, data: st.DataObject
) -> None:
    label = step_label(code, **data.draw(label_values(code)))
    assert label_of(json.loads(json.dumps(label.form))) == label
    for language in ("en", "de", "en_XA"):
        with speaking(language):
            assert str(label)
            assert str(label.done)


@given(st.text())
def test_text_is_said_as_it_is_in_every_language(text: str) -> None:
    label = plain_label(text)
    assert label_of(label.form) == label
    with speaking("de"):
        assert (str(label), str(label.done)) == (text, text)


HOSTILE: tuple[Any, ...] = (
    {"code": "fly", "values": {}},
    {"code": "move", "values": {}},
    {"code": "move", "values": {"kind": "note"}},
    {"code": "move", "values": {"kind": "note", "count": "3"}},
    {"code": "move", "values": {"kind": "note", "count": True}},
    {"code": "move", "values": {"kind": "note", "count": 1.5}},
    {"code": "move", "values": {"kind": "note", "count": -1}},
    {"code": "move", "values": {"kind": "note", "count": 10**30}},
    {"code": "move", "values": {"kind": "{count.__class__}", "count": 2}},
    {"code": "move", "values": {"kind": ["note"], "count": 2}},
    {"code": "move", "values": {"kind": "note", "count": 2, "more": 1}},
    {"code": "colour", "values": {"kind": "note", "count": 2, "colour": "#FF0000"}},
    {"code": "replace", "values": {"text": "x" * 20_000}},
    {"code": "replace", "values": {"text": None}},
    {"code": "go_to_moment", "values": {"at": 10**18}},
    {"code": "go_to_moment", "values": {"at": -1}},
    {"code": ["move"], "values": {}},
    {"code": "vote", "values": []},
    {"code": "vote"},
    {"code": "vote", "values": {}, "text": "Vote"},
    {"text": "Vote"},
    {},
)


@pytest.mark.parametrize("form", HOSTILE, ids=lambda form: json.dumps(form)[:60])
def test_a_code_that_is_not_known_or_does_not_fit_is_text_and_no_error(form: object) -> None:
    label = label_of(form)
    assert not label.code
    assert str(label) == json.dumps(form)
    assert label_of(label.form) == label


@given(_JSON)
def test_whatever_json_there_is_is_a_label(form: object) -> None:
    label = label_of(form)
    assert isinstance(str(label), str)
    assert label_of(label.form) == label


def test_values_that_do_not_fit_are_the_programs_own_fault() -> None:
    with pytest.raises(ValueError, match="no label"):
        step_label("move", kind="note")


def _document() -> Document:
    return Document(
        [
            Project(id="project"),
            Persona(id="ada", name="Ada", colour="#FFFFFF"),
            JourneyMap(id="map", title="Dinner"),
            JourneyMap(id="other", title="", position=1),
            Stage(id="arrive", map="map", name="Arrival"),
            Stage(id="eat", map="map", position=1),
            Section(id="actions", map="map", name="Actions"),
            Note(id="a", section="actions", stage="arrive"),
            Note(id="b", section="actions", stage="arrive", position=1),
        ]
    )


@pytest.mark.parametrize(
    ("id", "english", "german"),
    [
        ("arrive", "Deleted “Arrival” and its 2 notes.", "Gelöscht: „Arrival“, dazu 2 Zettel."),
        ("eat", "Deleted a stage without a name.", "Gelöscht: eine Phase ohne Namen."),
        ("actions", "Deleted “Actions” and its 2 notes.", "Gelöscht: „Actions“, dazu 2 Zettel."),
        (
            "map",
            "Deleted “Dinner” and its 2 stages, 1 section and 2 notes.",
            "Gelöscht: „Dinner“, dazu 2 Phasen, 1 Zeile und 2 Zettel.",
        ),
        ("ada", "Deleted “Ada”.", "Gelöscht: „Ada“."),
        ("a", "Deleted note.", "Zettel gelöscht."),
    ],
)
def test_deleting_says_what_went_with_it(id: str, english: str, german: str) -> None:
    done = delete(_document(), [id]).label.done
    assert str(done) == english
    with speaking("de"):
        assert str(done) == german


def test_a_step_is_said_as_german_programs_say_it() -> None:
    change = recolour_notes(_document(), ["a", "b"], "green")
    with speaking("de"):
        assert str(change.label) == "2 Zettel grün färben"


def test_the_version_before_going_back_says_to_what() -> None:
    label = step_label("go_to_version", version="before lunch")
    assert str(before_label(label)) == "Before going back to “before lunch”"
    assert str(before_label(plain_label("Go home"))) == "Before “Go home”"


OLD = {
    "Move note": ("move", {"kind": "note", "count": 1}),
    "Move 3 notes": ("move", {"kind": "note", "count": 3}),
    "Move emotion point": ("move_point", {}),
    "Delete 2 entries": ("delete", {"kind": "entry", "count": 2}),
    "Delete 4 things": ("delete", {"kind": "thing", "count": 4}),
    "Delete legend entry": ("delete", {"kind": "legend entry", "count": 1}),
    "Add 12 pictures": ("add", {"kind": "picture", "count": 12}),
    "Colour 2 notes green": ("colour", {"kind": "note", "count": 2, "colour": "green"}),
    "Vote": ("vote", {}),
    "Take back vote": ("unvote", {}),
    "Leave 2 sections off posters": ("hide_on_posters", {"kind": "section", "count": 2}),
    "Put section on posters": ("show_on_posters", {"kind": "section", "count": 1}),
    "Unfold section": ("unfold", {"kind": "section", "count": 1}),
    "Rename stage": ("rename", {"kind": "stage"}),
    "Resize section": ("resize", {"kind": "section"}),
    "Duplicate map": ("duplicate", {"kind": "map", "count": 1}),
    "Duplicate note into “X into …”": ("duplicate_into", {"kind": "note", "count": 1, "map": "X into …"}),
    "Duplicate map into a map without a title": ("duplicate_into", {"kind": "map", "count": 1, "map": ""}),
    "Replace “pizza”": ("replace", {"text": "pizza"}),
    "Replace “pizza in 2” in 5 places": ("replace_all", {"text": "pizza in 2", "count": 5}),
    "Hide the curve of Everyone": ("hide_curve_of_all", {}),
    "Show the curve of Ada to the front": ("show_curve", {"persona": "Ada to the front"}),
    "Bring the curve of Ada to the front": ("front_curve", {"persona": "Ada"}),
    "1 step, thinned out": ("thinned", {"count": 1}),
    "3 steps, lost": ("lost", {"count": 3}),
    "Choose the map’s personas": ("set_map_personas", {}),
}  # fmt: skip
UNKNOWN = (
    "",
    "Vote ",
    "vote",
    "Move",
    "Move ",
    "Move 03 notes",
    "Move ٣ notes",
    "Move 3 note",
    "Move 3  notes",
    "Move -3 notes",
    "Move 12345678 notes",
    "Move 3 notes home",
    "Colour note red",
    "Rename note",
    "Replace “”",
    "Replace “a” in 5 place",
    "1 steps, lost",
    "2 step, lost",
    "Duplicate note into Dinner",
    "Bring the curve of to the front",
    "Show the curve of ",
    '{"code": "vote", "values": {}}',
    "A workshop’s own words",
)


@pytest.mark.parametrize("sentence", OLD)
def test_a_sentence_of_an_older_program_gets_its_code(sentence: str) -> None:
    code, values = OLD[sentence]
    found = upgraded(STEP, {"act": "do", "label": sentence}, 2)["label"]
    assert found == {"code": code, "values": values}
    assert label_of(found).code == code


@pytest.mark.parametrize("sentence", UNKNOWN)
def test_other_words_stay_as_they_were(sentence: str) -> None:
    assert upgraded(STEP, {"act": "do", "label": sentence}, 2)["label"] == sentence


@pytest.mark.parametrize("name", ["Vote", "Move 3 notes", "3 steps, lost"])
def test_the_name_of_a_version_stays_a_persons_own(name: str) -> None:
    assert upgraded(STEP, {"act": "version", "label": name}, 2)["label"] == name


def test_each_sentence_that_was_ever_known_has_a_code_of_today() -> None:
    from app.model.upgrades import english_labels

    for sentence, code in english_labels._SENTENCES.items():
        assert label_of({"code": code, "values": {}}) == Label(code), sentence


LONG = (
    "Move " + "3" * 20_000,
    "“" * 20_000,
    "Duplicate note" + " into " * 3_000,
    "Replace “" + " in " * 5_000,
)


@pytest.mark.parametrize("label", [*LONG, None, 7, ["Vote"], {"code": "vote"}], ids=lambda it: str(it)[:20])
def test_what_is_long_or_no_text_is_left_alone_at_once(label: object) -> None:
    begin = perf_counter()
    assert upgraded(STEP, {"act": "do", "label": label}, 2)["label"] == label
    assert perf_counter() - begin < 0.1
