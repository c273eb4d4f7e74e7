"""A project as JSON: what is written is read again to the byte, and what is wrong is told with its place."""

import json
import re
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats.json import json_text
from app.formats.json.json_form import fields_of, held_by, schema_text
from app.formats.json.json_options import JsonOptions
from app.formats.json.json_project import read_document as read
from app.formats.json.json_project import write
from app.formats.options import ExportOptions
from app.limits import LARGEST_JSON, MOST_CHARACTERS
from app.model import invariants
from app.model.document import Document
from app.model.records import RECORDS, EmotionPoint, Note, Stage
from app.model.upgrades import SCHEMA
from app.model.verbs.maps import new_project
from app.pages.errors import FormatError
from app.resources import resource
from tests.documents import documents

DOCS = Path(__file__).parent.parent.parent / "docs"
FORMAT_PAGE = (DOCS / "format.md").read_text(encoding="utf-8")

Edit = Callable[[dict[str, Any]], object]


def written(document: Document, **options: Any) -> bytes:
    stream = BytesIO()
    write(document, stream, ExportOptions(format=JsonOptions(**options)))
    return stream.getvalue()


def project(**fields: object) -> bytes:
    """A file with a project of these fields."""
    return json.dumps({"format": "journeywall", "version": SCHEMA, "project": fields}).encode()


def pizzeria() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(resource("templates", "pizzeria.json").read_text(encoding="utf-8"))
    return content


def refusal(data: bytes) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(FormatError) as refused:
        read(BytesIO(data))
    return str(refused.value)


# Writing and reading


@given(documents())
def test_every_project_comes_back_as_it_was_and_is_written_alike_again(document: Document) -> None:
    data = written(document)
    again = read(BytesIO(data))
    assert again == document
    assert written(again) == data


@pytest.mark.parametrize("name", ["blank", "pizzeria"])
def test_a_template_comes_back_as_it_was(name: str) -> None:
    document = read(BytesIO(resource("templates", f"{name}.json").read_bytes()))
    assert read(BytesIO(written(document))) == document


def test_a_new_project_comes_back_as_it_was() -> None:
    document = new_project("Trattoria Lago", "Dinner")
    assert read(BytesIO(written(document))) == document


def test_a_project_without_maps_comes_back_as_it_was() -> None:
    document = read(BytesIO(project(name="Empty")))
    assert document.maps() == ()
    assert read(BytesIO(written(document))) == document


def test_a_note_is_one_line_and_what_is_usual_is_not_written() -> None:
    document = read(
        BytesIO(
            project(
                maps=[
                    {
                        "id": "map",
                        "stages": [{"id": "order"}],
                        "sections": [{"id": "pains", "colour": "pink"}],
                        "notes": [
                            {"id": "n", "section": "pains", "stage": "order", "text": "Peanuts – größer"}
                        ],
                        "points": [{"id": "p", "section": "pains", "stage": "order", "value": -1.0}],
                    }
                ]
            )
        )
    )
    assert written(document).decode() == (
        "{\n"
        '  "format": "journeywall",\n'
        f'  "version": {SCHEMA},\n'
        '  "project": {\n'
        '    "id": "project-1",\n'
        '    "maps": [\n'
        "      {\n"
        '        "id": "map",\n'
        '        "stages": [{"id": "order"}],\n'
        '        "sections": [{"id": "pains", "colour": "pink"}],\n'
        '        "notes": [{"id": "n", "section": "pains", "stage": "order", "text": "Peanuts – größer"}],\n'
        '        "points": [{"id": "p", "section": "pains", "stage": "order", "value": -1}]\n'
        "      }\n"
        "    ]\n"
        "  }\n"
        "}\n"
    )


def test_only_the_chosen_map_is_written_where_one_is_chosen() -> None:
    document = read(BytesIO(project(maps=[{"id": "lunch"}, {"id": "dinner"}], personas=[{"id": "eva"}])))
    again = read(BytesIO(written(document, map="dinner")))
    assert [journey_map.id for journey_map in again.maps()] == ["dinner"]
    assert [persona.id for persona in again.personas()] == ["eva"]
    with pytest.raises(FormatError, match="no map"):
        written(document, map="breakfast")


def test_a_damaged_project_is_not_written_with_parts_left_out() -> None:
    document = new_project()
    stray = Document([*document, Note(id="stray", section="nowhere", stage="nowhere")])
    with pytest.raises(FormatError, match=r"damaged.*Note stray"):
        written(stray)


def test_a_picture_is_written_with_its_bytes(sample_picture: bytes) -> None:
    document = read(BytesIO(with_picture(sample_picture)))
    [picture] = document.pictures()
    again = read(BytesIO(written(document)))
    assert again == document
    assert again.picture_store.get(picture.id) == sample_picture
    assert again.personas()[0].picture == picture.id


def test_a_picture_whose_bytes_are_lost_or_others_is_refused(sample_picture: bytes) -> None:
    document = read(BytesIO(with_picture(sample_picture)))
    [picture] = document.pictures()
    with pytest.raises(FormatError, match="is lost"):
        written(Document(document))
    assert refusal(written(document).replace(picture.id.encode(), b"0" * 64)) == (
        f"“project.pictures[0].data” is not the data of the picture “{'0' * 64}”."
    )
    twice = json.loads(with_picture(sample_picture))
    twice["project"]["pictures"] *= 2
    assert refusal(json.dumps(twice).encode()) == (
        f"“project.pictures[1]” is there already, under the id “{picture.id}”."
    )


@pytest.fixture
def sample_picture() -> bytes:
    return b"\x89PNG and some more"


def with_picture(data: bytes) -> bytes:
    """A project with a persona and her picture."""
    pictures = [{"format": "png", "width": 3, "height": 4, "data": b64encode(data).decode()}]
    return project(pictures=pictures, personas=[{"picture": sha256(data).hexdigest()}])


# Written by hand


def test_the_lists_tell_the_order() -> None:
    document = read(BytesIO(json.dumps(pizzeria()).encode()))
    assert [stage.name for stage in document.stages("dinner")][:3] == ["Awareness", "Research", "Arrival"]
    assert [note.text for note in document.notes("actions", "order")] == [
        "Reads the menu",
        "Asks about the ingredients",
        "Orders",
    ]
    assert list(invariants.faults(document)) == []


def test_ids_left_out_are_counted_and_those_taken_are_passed_over() -> None:
    cell = {"section": "s", "stage": "t"}
    data = project(
        legend=[{"colour": "pink", "meaning": "Pain"}],
        personas=[{"name": "Eva"}],
        maps=[
            {
                "stages": [{"id": "t"}, {"name": "unnamed"}],
                "sections": [{"id": "s"}],
                "notes": [cell, {**cell, "id": "own"}, {**cell, "id": "note-2"}, cell],
                "points": [cell],
                "entries": [cell],
            }
        ],
    )
    document = read(BytesIO(data))
    assert {record.id for record in document} == {
        "project-1", "legend-entry-1", "persona-1", "map-1", "t", "stage-1", "s",
        "note-1", "own", "note-2", "note-3", "emotion-point-1", "entry-1",
    }  # fmt: skip
    assert [note.id for note in document.notes("s", "t")] == ["note-1", "own", "note-2", "note-3"]
    assert read(BytesIO(data)) == document


def test_a_note_without_a_colour_has_its_sections() -> None:
    document = read(BytesIO(json.dumps(pizzeria()).encode()))
    assert {note.colour for note in document.all(Note) if note.section == "pain-points"} == {"pink"}
    assert {note.text for note in document.all(Note) if note.colour == "orange"} == {
        "Asks about the ingredients",
        "Pays by card",
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_does_no_harm(encoding: str) -> None:
    text = resource("templates", "pizzeria.json").read_text(encoding="utf-8")
    assert read(BytesIO(text.encode(encoding))).project.name == "Trattoria Lago"


def test_texts_are_cleaned_as_they_are_when_pasted() -> None:
    document = read(BytesIO(project(name=" Trattoria\r\n\u0007 Lago ")))
    assert document.project.name == "Trattoria Lago"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1"),
        (-1.5, "-1.5"),
        (-0.0, "0"),
        (1e300, "1e+300"),
        (True, "true"),
        (None, "null"),
        ("“größer”\n", '"“größer”\\n"'),
        ({}, "{}"),
        ((), "[]"),
        ({"a": (1, {"b": 2})}, '{"a": [1, {"b": 2}]}'),
    ],
)
def test_a_value_is_written_as_a_person_would(value: object, text: str) -> None:
    assert json_text.written(value) == text
    assert json.loads(text) == json.loads(json.dumps(value))


# What is wrong


def at_stage(content: dict[str, Any], **fields: object) -> None:
    content["project"]["maps"][0]["stages"][3] |= fields


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (
            lambda content: at_stage(content, title="Order"),
            "“project.maps[0].stages[3].title” is unknown; "
            f"known there are {', '.join(fields_of(Stage)[:-1])} and {fields_of(Stage)[-1]}.",
        ),
        (lambda content: at_stage(content, name=5), "“project.maps[0].stages[3].name” must be text."),
        (lambda content: at_stage(content, name=None), "“project.maps[0].stages[3].name” must be text."),
        (
            lambda content: at_stage(content, width=1),
            "“project.maps[0].stages[3].width” must be at least 100.",
        ),
        (lambda content: at_stage(content, width="1"), "“project.maps[0].stages[3].width” must be a number."),
        (
            lambda content: at_stage(content, id="no spaces"),
            "“project.maps[0].stages[3].id” must match the pattern ^[A-Za-z0-9_.-]{1,64}$.",
        ),
        (
            lambda content: at_stage(content, name="x" * 20_001),
            "“project.maps[0].stages[3].name” may have at most 20,000 characters.",
        ),
        (
            lambda content: content["project"]["maps"][0]["notes"][2].update(votes=1.5),
            "“project.maps[0].notes[2].votes” must be a whole number.",
        ),
        (
            lambda content: content["project"]["maps"][0]["notes"][2].update(moment_of_truth="yes"),
            "“project.maps[0].notes[2].moment_of_truth” must be true or false.",
        ),
        (
            lambda content: content["project"]["maps"][0]["notes"][2].update(impact="huge"),
            "“project.maps[0].notes[2].impact” must be one of these: 'trivial', 'work-around', 'abandon'.",
        ),
        (
            lambda content: content["project"]["maps"][0]["notes"][2].pop("stage"),
            "“project.maps[0].notes[2].stage” is missing.",
        ),
        (
            lambda content: content["project"]["maps"][0].update(notes={}),
            "“project.maps[0].notes” must be a list.",
        ),
        (
            lambda content: content["project"]["maps"][0]["points"].append(5),
            "“project.maps[0].points[8]” must be an object.",
        ),
        (
            lambda content: content["project"]["maps"][0]["points"][0].update(value=float("nan")),
            "“project.maps[0].points[0].value” must be a number, and not an infinite one.",
        ),
        (
            lambda content: content["project"]["maps"][0]["points"][0].update(value=-5.01),
            "“project.maps[0].points[0].value” must be at least −5.",
        ),
        (
            lambda content: content["project"].update(maps=[{"title": 1, "type": 2}]),
            "“project.maps[0].title” must be text. There is 1 more fault.",
        ),
        (
            lambda content: content["project"]["personas"][0].update(traits=[{"value": "0.5"}]),
            "“project.personas[0].traits[0].value” must be a number.",
        ),
        (
            lambda content: content["project"]["personas"][0].update(facts=[{"title": "Pets"}]),
            "“project.personas[0].facts[0].title” is unknown; known there are name and text.",
        ),
        (
            lambda content: content["project"]["maps"][0].update(review="2026-02-30"),
            "“project.maps[0].review” cannot be read: day is out of range for month.",
        ),
        (
            lambda content: content["project"].update(
                relations=[{"from_note": "note-1", "to_note": "goals"}]
            ),
            "“project.relations[0].to_note” names “goals”, but no “note” of this project has that id.",
        ),
        (lambda content: content.pop("project"), "“project” is missing."),
        (
            lambda content: content.update(author="Eva"),
            "“author” is unknown; known there are format, version and project.",
        ),
        (lambda content: content.update(format="sketch"), "“format” must be 'journeywall'."),
        (lambda content: content.pop("version"), "“version” is missing."),
        (lambda content: content.update(version="1"), "“version” must be a whole number."),
        (
            lambda content: content.update(version=SCHEMA + 1, project={"novelty": True}),
            "It was written by a newer version of Journeywall; update Journeywall to read it.",
        ),
        (
            lambda content: at_stage(content, id="actions"),
            "“project.maps[0].sections[1].id” is “actions”, which “project.maps[0].stages[3]” has already.",
        ),
        (
            lambda content: content["project"]["maps"][0]["notes"][2].update(stage="dessert"),
            "“project.maps[0].notes[2].stage” names “dessert”, but no “stage” of this project has that id.",
        ),
        (
            lambda content: content["project"]["maps"][0]["notes"][2].update(section="order"),
            "“project.maps[0].notes[2].section” names “order”, but no “section” of this project has that id.",
        ),
        (
            lambda content: content["project"]["maps"].append(
                {"notes": [{"section": "goals", "stage": "order"}]}
            ),
            "“project.maps[1].notes[0].section” names “goals”, which belongs to another map.",
        ),
        (
            lambda content: content["project"]["maps"][0]["personas"].append("nobody"),
            "“project.maps[0].personas[1]” names “nobody”, but no “persona” of this project has that id.",
        ),
        (
            lambda content: content["project"]["maps"][0]["points"][0].update(persona="dinner"),
            "“project.maps[0].points[0].persona” names “dinner”,"
            " but no “persona” of this project has that id.",
        ),
        (
            lambda content: content["project"]["legend"].append({"colour": "pink", "meaning": "Also"}),
            "“project.legend[8].colour” is pink, which the legend has already.",
        ),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(edit: Edit, sentence: str) -> None:
    content = pizzeria()
    edit(content)
    assert refusal(json.dumps(content).encode()) == sentence


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "It is not JSON: EOF while parsing a value at line 1 column 0."),
        (b"Dear diary", "It is not JSON: expected value at line 1 column 1."),
        (b'{"format": "journeywall", ', "It is not JSON: EOF while parsing a value at line 1 column 26."),
        (b"\x00\xff\xfe", "It is not JSON: expected value at line 1 column 1."),
        (b"[]", "The file must be an object."),
        (b"null", "The file must be an object."),
        (b'"journeywall"', "The file must be an object."),
        (b"[" * 1_000_000, "It is not JSON: recursion limit exceeded at line 1 column 202."),
        (b'{"project":' * 50_000, "It is not JSON: recursion limit exceeded at line 1 column 2212."),
        (b'{"format": "\\ud800"}', "It is not JSON: unexpected end of hex escape at line 1 column 19."),
        (
            project(name="a")[:-1] + b', "project": {}}',
            "“project” is there twice, and one of them would be lost.",
        ),
        (
            b'{"format": "journeywall", "version": 1, "project": {"maps": [{"notes": [], "notes": []}]}}',
            "“project.maps[0].notes” is there twice, and one of them would be lost.",
        ),
        (
            project(name="a").replace(b'"name": "a"', b'"maps": 1' + b"0" * 4_000 + b', "maps": []'),
            "“project.maps” is there twice, and one of them would be lost.",
        ),
        (project(maps=[{}]).replace(b"{}", b'{"title": NaN}'), "“project.maps[0].title” must be text."),
    ],
)  # fmt: skip
def test_what_is_no_project_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    assert refusal(data) == sentence


def test_a_file_too_large_to_be_a_project_is_not_even_parsed() -> None:
    """Nor is it read to its end."""
    stream = BytesIO(b"x" * (LARGEST_JSON + 9))
    with pytest.raises(FormatError, match="MB at most, and this has more"):
        read(stream)
    assert len(stream.read()) == 8


@pytest.mark.parametrize("part", [b"[],", b"0,", b"{},"])
def test_a_file_of_ever_so_many_parts_is_not_parsed_either(part: bytes) -> None:
    data = b'{"format": "journeywall", "version": 1, "project": [' + part * 30_000_000 + b"0]}"
    assert "parts at most, and this has more." in refusal(data)


def test_more_text_than_a_project_may_have_is_not_parsed_either() -> None:
    data = (
        b'{"format": "journeywall", "version": 1, "project": {"name": "' + b"x" * 2 * MOST_CHARACTERS + b'"}}'
    )
    assert refusal(data) == "A project may have 16,000,000 characters at most, and this has more."


def test_what_could_not_be_read_again_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.formats.json.json_project.LARGEST_JSON", 1_000)
    with pytest.raises(FormatError, match="MB at most"):
        written(new_project("x" * 1_000))


@given(st.binary(max_size=200))
def test_no_bytes_whatever_end_in_anything_but_a_sentence(data: bytes) -> None:
    assert refusal(data)


_leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
_anything = st.recursive(
    _leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@given(_anything, st.data())
def test_any_value_anywhere_is_read_or_refused_in_a_sentence(value: object, data: st.DataObject) -> None:
    content: Any = pizzeria()
    holder, key = content, "project"
    for _ in range(data.draw(st.integers(0, 4))):
        if not isinstance(holder[key], dict | list) or not holder[key]:
            break
        holder = holder[key]
        key = data.draw(st.sampled_from(list(holder) if isinstance(holder, dict) else range(len(holder))))
    holder[key] = value
    with suppress(FormatError):
        document = read(BytesIO(json.dumps(content).encode()))
        assert list(invariants.faults(document)) == []


# The published form


def test_the_published_schema_is_the_one_of_this_program() -> None:
    published = (DOCS / "journeywall.schema.json").read_text(encoding="utf-8")
    assert published == schema_text(), "run: python -m tools.schema"


@pytest.mark.parametrize("record_type", RECORDS)
def test_every_field_is_documented(record_type: type[Any]) -> None:
    _, section = FORMAT_PAGE.split(f"\n## {record_type.__name__}\n")
    documented = re.findall(r"^\| `(\w+)` \|", section.split("\n## ")[0], re.MULTILINE)
    assert documented == [*fields_of(record_type), *held_by(record_type)]


def test_every_record_has_its_place_in_the_form() -> None:
    assert {held for holder in RECORDS for held in held_by(holder).values()} == {*RECORDS[1:]}


def test_the_documented_example_can_be_read() -> None:
    example = FORMAT_PAGE.split("```json\n")[1].split("```")[0]
    document = read(BytesIO(example.encode()))
    assert [note.colour for note in document.all(Note)] == ["pink", "pink"]
    assert len(document.all(EmotionPoint)) == 1
