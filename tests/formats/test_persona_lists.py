"""Personas, evidence and metrics come in from tables and from lines of text."""

import pytest

from app.formats.tables.bringing_in.new_map import project_of
from app.formats.tables.read_as_map import text_as_maps
from app.formats.tables.reading import TableReading
from app.model.document import Document
from app.model.records import Entry, Note
from tests.maps import notes_by_name

COLUMNS = "Name,Anna Weber\nAge,34\nJob,Nurse\nGoals,Sleep; see her children\nPets,Two cats\n"
SEVERAL = "Name\tAnna Weber\tBen Okoro\nAlter\t34\t51\nBeruf\tNurse\tCook\nZiele\tSleep\tA quiet kitchen\n"
ROWS = "Name;Age;Occupation;Frustrations\nAnna Weber;34;Nurse;Waiting\nBen Okoro;51;Cook;Noise\n"
YAML = """name: Anna Weber
age: 34
job title: Nurse
goals:
  - Sleep
  - see her children
Pets: Two cats
"""
MARKDOWN = """# Persona: Anna Weber

**Age:** 34
**Job:** Nurse

## Goals
- Sleep
- see her children

## Quote
"Who is on call tonight?"
"""
TABLE = """| Field | Value |
|---|---|
| **Name** | Anna Weber |
| Age | 34 |
| Job | Nurse |
| Goals | Sleep |
"""


def read(text: str) -> TableReading:
    (reading,) = text_as_maps(text)
    return reading


def project(text: str) -> Document:
    return project_of([read(text)], "Ward")


@pytest.mark.parametrize("text", [COLUMNS, YAML, MARKDOWN, TABLE])
def test_a_persona_is_read_however_it_is_written(text: str) -> None:
    (anna,) = project(text).personas()
    assert (anna.name, anna.age, anna.job_title) == ("Anna Weber", 34, "Nurse")
    assert anna.goals[0] == "Sleep"


def test_what_a_persona_has_no_field_for_stays_a_fact_and_is_told() -> None:
    (anna,) = project(YAML).personas()
    assert anna.goals == ("Sleep", "see her children")
    assert [(fact.name, fact.text) for fact in anna.facts] == [("Pets", "Two cats")]
    assert [str(note.words) for note in read(YAML).notes] == ["“Pets” was taken as a field of its own."]


def test_a_quote_loses_its_marks() -> None:
    (anna,) = project(MARKDOWN).personas()
    assert anna.quote == "Who is on call tonight?"


@pytest.mark.parametrize("text", [SEVERAL, ROWS, f"{YAML}---\n{YAML.replace('Anna Weber', 'Ben Okoro')}"])
def test_several_personas_stand_beside_or_below_each_other(text: str) -> None:
    assert [one.name for one in project(text).personas()] == ["Anna Weber", "Ben Okoro"]


@pytest.mark.parametrize(
    "text",
    [
        "Name,Find,Buy\nActions,Looks,Pays\nFeelings,2,-1\n",
        "Monday: bread\nTuesday: rolls\nWednesday: cake\n",
        "Name: Anna\nbuys bread\n",
    ],
)
def test_what_is_no_persona_is_none(text: str) -> None:
    assert read(text).personas == ()


def test_evidence_becomes_notes_of_its_stage_with_source_day_and_impact() -> None:
    document = project(
        "Date,Participant,Stage,Quote,Severity\n"
        "2026-03-04,P1,Find,I could not find the door,high\n"
        "05.03.2026,P2,Buy,The queue never moved,2\n"
    )
    assert notes_by_name(document) == {
        ("Evidence", "Find"): ["I could not find the door"],
        ("Evidence", "Buy"): ["The queue never moved"],
    }
    found = [(one.source, one.evidence_date, one.impact, one.evidence) for one in document.all(Note)]
    assert found == [
        ("P1", "2026-03-04", "abandon", "some evidence"),
        ("P2", "2026-03-05", "work-around", "some evidence"),
    ]


def test_metrics_become_a_section_each_with_values_targets_and_units() -> None:
    document = project(
        "Stage,Metric,Value,Target\nFind,Conversion,62 %,70\nBuy,Conversion,40 %,\nBuy,Waiting,12 min,5\n"
    )
    map = document.maps()[0].id
    assert [(one.name, one.section_kind) for one in document.sections(map)] == [
        ("Conversion", "metrics"),
        ("Waiting", "metrics"),
    ]
    assert [(one.value, one.unit, one.target) for one in document.all(Entry)] == [
        (62, "%", 70),
        (40, "%", None),
        (12, "min", 5),
    ]
