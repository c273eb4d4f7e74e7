"""The text for an assistant: it holds what is known, and the example in it is read by our own reader."""

import pytest

from app.formats.prompt import example, prompt_of
from app.formats.tables.read_as_map import text_as_maps
from app.formats.tables.reading import TableReading
from app.formats.templates import template
from app.language.spoken import speaking
from app.model.labels import plain_label
from app.model.records import Note, Persona
from app.model.verbs.editing import set_fields


def read(text: str) -> TableReading:
    (reading,) = text_as_maps(text)
    return reading


@pytest.mark.parametrize(
    ("language", "stages", "sections"),
    [
        ("en", ["Before", "Journey", "Arrival"], ["Actions", "Feelings", "Pain points", "Ideas"]),
        ("de", ["Vorher", "Fahrt", "Ankunft"], ["Handlungen", "Gefühle", "Schmerzpunkte", "Ideen"]),
    ],
)
def test_an_answer_like_the_example_becomes_a_map_without_a_question(
    language: str, stages: list[str], sections: list[str]
) -> None:
    with speaking(language):
        reading = read(f"```markdown\n{example()}\n```")
    assert [stage.name for stage in reading.stages] == stages
    assert [section.name for section in reading.sections] == sections
    assert not reading.is_ambiguous
    assert [len(cell) for cell in reading.sections[0].cells] == [2, 1, 1]
    points = [cell[0] for cell in reading.sections[1].cells]
    assert [point["value"] for point in points] == [-2, 3, -1]
    assert "quote" in points[2]
    assert "emotion" in points[0]


def test_the_text_says_whose_journey_it_is_and_what_there_is_so_far() -> None:
    sample = template("pizzeria")
    text = prompt_of(sample, sample.maps()[0].id)
    assert sample.all(Persona)[0].name in text
    assert all(note.text in text.replace("\\", "") for note in sample.all(Note))
    so_far, _ = text_as_maps(text)
    assert [stage.name for stage in so_far.stages] == [
        stage.name for stage in sample.stages(sample.maps()[0].id)
    ]


def test_of_an_empty_map_stages_are_asked_for() -> None:
    blank = template("blank")
    text = prompt_of(blank, blank.maps()[0].id)
    assert "propose its stages" in text
    assert len(text_as_maps(text)) == 1


def test_the_text_is_in_the_language_of_the_project() -> None:
    sample = template("pizzeria")
    sample.apply(set_fields(sample, [sample.project.id], plain_label(""), language="de"))
    assert "Antworten Sie mit einer Tabelle" in prompt_of(sample, sample.maps()[0].id)
