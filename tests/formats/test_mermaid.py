"""A journey in Mermaid becomes a map: no task is lost, and what was made of odd lines is told."""

import re
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from app.formats.options import ExportOptions
from app.formats.tables.bringing_in.new_map import project_of
from app.formats.tables.lists.mermaid_journey import has_journey, journeys_in
from app.formats.tables.table_file import readings_of
from app.formats.tables.writing.mermaid_file import write
from app.model import invariants
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import EmotionPoint, Note
from app.model.verbs.editing import set_fields

LINE_OF_MERMAID = re.compile(r"\s+(?!title\s|section\s|accTitle|accDescr|journey)[^#:\n;]+: [^#\n;]+")
ENTITY = re.compile(r"#\w+;")

JOURNEY = """---
title: Other
---
Here it is:

```mermaid
journey
    title Repair in a rented flat
    accTitle: repair
    %% a comment
    section Notice
      Sees the leak: 1: Tenant
      Calls the hotline at 10:30: 2: Tenant, Agent
    section Repair
      Shows the spot: 4
      Checks #2 bill: 7: Landlord
      Waits until 12:30
      Reads #quot;done#quot;: 3:
```
"""


def brought(text: str) -> Document:
    return project_of(journeys_in(text)[0], "")


def said(text: str) -> list[str]:
    return [str(note.words) for note in journeys_in(text)[0][0].notes]


def test_sections_are_stages_tasks_are_notes_and_scores_are_feelings() -> None:
    document = brought(JOURNEY)
    (journey_map,) = document.maps()
    assert journey_map.title == "Repair in a rented flat"
    assert [stage.name for stage in document.stages(journey_map.id)] == ["Notice", "Repair"]
    assert sorted(persona.name for persona in document.personas()) == ["Agent", "Landlord", "Tenant"]
    assert [note.text for note in document.all(Note)] == [
        "Sees the leak",
        "Calls the hotline at 10:30",
        "Shows the spot",
        "Checks #2 bill",
        "Waits until 12:30",
        'Reads "done"',
    ]
    assert [(point.quote, point.value) for point in document.all(EmotionPoint)] == [
        ("Sees the leak", -5),
        ("Calls the hotline at 10:30", -2.5),
        ("Shows the spot", 2.5),
        ("Checks #2 bill", 5),
        ('Reads "done"', 0),
    ]
    sections = document.sections(journey_map.id)
    assert [section.name for section in sections] == ["Personas’ interplay", "Actions", "Emotional graph"]


def test_what_was_made_of_odd_lines_is_told_with_their_places() -> None:
    assert said(JOURNEY) == [
        "line 9: “accTitle: repair” is no part of the journey.",
        "line 10: “%% a comment” is no part of the journey.",
        "line 16: “Checks #2 bill”: 7 lies outside 1–5 and was taken as 5.",
        "line 17: “Waits until 12:30” has no score, and became a note.",
    ]


def test_a_file_of_mermaid_is_read_as_one() -> None:
    (reading,) = readings_of(JOURNEY.encode(), ".mmd")
    assert len(reading.stages) == 2
    assert not has_journey("The journey begins here")


def test_a_task_of_a_fence_is_a_task() -> None:
    (reading,) = readings_of(b"journey\nsection a\n~~~: 3\nGoes: 4\n~~~\n", ".mmd")
    assert [fields["text"] for fields in reading.sections[0].cells[0]] == ["~~~", "Goes"]


def written(document: Document) -> str:
    stream = BytesIO()
    write(document, stream, ExportOptions())
    return stream.getvalue().decode()


def test_a_journey_is_written_as_it_was_read() -> None:
    once = written(brought(JOURNEY))
    assert "      Calls the hotline at 10#58;30: 2: Tenant, Agent\n" in once
    assert written(brought(once)) == once


@given(
    st.lists(st.text(st.sampled_from('tile :#;,%\n{}<&"`'), min_size=1, max_size=12), min_size=1, max_size=5)
)
def test_every_line_that_is_written_is_one_that_mermaid_can_parse(texts: list[str]) -> None:
    document = brought("journey\n section A\n" + "\n".join(f"x{at}: 3" for at in range(len(texts))))
    notes = document.all(Note)
    for note, text in zip(notes, texts, strict=True):
        document.apply(set_fields(document, [note.id], plain_label(""), text=f"title {text}"))
    head, title, section, *tasks = written(document).splitlines()
    assert (head, title.split()[0], section.split()[0]) == ("journey", "title", "section")
    assert len(tasks) == len(texts)
    for task in tasks:
        # As Mermaid's own grammar has a task, once it has set #35; and the like aside.
        assert LINE_OF_MERMAID.fullmatch(ENTITY.sub("x", task)), task
    again = [" ".join(note.text.split()) for note in brought(written(document)).all(Note)]
    assert again == [" ".join(f"title {text}".split()) for text in texts]


@given(st.lists(st.text(st.sampled_from("ab c:#;,15%"), min_size=1, max_size=20), min_size=1, max_size=6))
def test_no_task_is_ever_lost(lines: list[str]) -> None:
    lines = [line for line in lines if line.strip() and not line.strip().startswith("%%")]
    document = brought("journey\n section A\n" + "\n".join(lines))
    assert not list(invariants.faults(document))
    assert len(document.all(Note)) == len(lines)
