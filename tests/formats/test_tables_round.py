"""Maps go out as tables and come in as they were, whatever their texts, as far as cells hold them."""

from io import BytesIO
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats import format_of
from app.formats.options import ExportOptions
from app.formats.tables.writing.csv_options import CsvOptions
from app.formats.templates import template
from app.model.document import Document
from app.model.draft import Draft
from app.model.exchange.cell_parts import notes_in
from app.model.exchange.vocabulary import says_nothing
from app.model.labels import NO_LABEL
from app.model.records import EmotionPoint, Entry, JourneyMap, Note, NoteColour, Section, Stage

SECTIONS = ("Actions", "Touchpoints", "Pain points", "Ideas")
LETTERS = "abcÄß語 =+-@'\"|*_`<>#\\~[](),.:!?/&%1"
Cells = list[list[list[str]]]
"""For each section of the map the texts of the notes of each stage."""


def is_held(text: str) -> bool:
    """Whether a cell can hold it as one note: semicolons, bullets and numbers part notes, N/A is none."""
    return notes_in(text) == [text] and not says_nothing(text) and " ".join(text.split()) == text


texts = st.text(st.sampled_from(LETTERS), min_size=1, max_size=20).map(str.strip).filter(is_held)


@st.composite
def maps(draw: st.DrawFn) -> Document:
    """A map with a title, stages, sections of notes and an emotional graph."""
    document = template("blank")
    first = document.maps()[0]
    draft = Draft(document)
    for record in (*document.stages(first.id), *document.sections(first.id)):
        draft.remove(record)
    draft.put(draft.get(JourneyMap, first.id).changed(title="Journey"))
    stages = [Stage(id=f"stage-{at}", map=first.id, name=f"Stop {'ABCDE'[at]}") for at in range(draw(WIDTHS))]
    sections = [Section(id=f"section-{at}", map=first.id, name=name) for at, name in enumerate(SECTIONS)]
    graph = Section(id="graph", map=first.id, name="Feelings", section_kind="emotional-graph")
    metrics = Section(id="metrics", map=first.id, name="Metrics", section_kind="metrics")
    for line in (*stages, *sections, graph, metrics):
        draft.insert(line)
    for section in sections:
        for stage in stages:
            # One at least, since a table has no place for what nobody filled in.
            for at, text in enumerate(draw(st.lists(texts, min_size=1, max_size=3))):
                id = f"{section.id}-{stage.id}-{at}"
                colour = draw(st.sampled_from(COLOURS))
                note = Note(id=id, section=section.id, stage=stage.id, text=text, position=at, colour=colour)
                draft.insert(note)
    for stage in stages:
        value = draw(st.integers(-10, 10)) / 2
        draft.insert(EmotionPoint(id=f"point-{stage.id}", section=graph.id, stage=stage.id, value=value))
        figure, unit = draw(st.integers(-200_000, 200_000)) / 100, draw(st.sampled_from(UNITS))
        id = f"metric-{stage.id}"
        draft.insert(Entry(id=id, section=metrics.id, stage=stage.id, value=figure, unit=unit))
    document.apply(draft.change(NO_LABEL))
    return document


WIDTHS = st.integers(2, 5)
COLOURS: tuple[NoteColour, ...] = get_args(NoteColour)
UNITS = ("", "%", "min", "€", "NPS")


def held(document: Document) -> Cells:
    first = document.maps()[0].id
    return [
        [[note.text for note in document.notes(section.id, stage.id)] for stage in document.stages(first)]
        for section in document.sections(first)
        if section.section_kind == "notes"
    ]


def values(document: Document) -> list[float]:
    return [point.value for point in document.all(EmotionPoint)]


def figures(document: Document) -> list[tuple[float | None, str]]:
    return [(entry.value, entry.unit) for entry in document.all(Entry)]


def colours(document: Document) -> list[str]:
    sections = document.sections(document.maps()[0].id)
    stages = document.stages(document.maps()[0].id)
    return [
        note.colour
        for section in sections
        for stage in stages
        for note in document.notes(section.id, stage.id)
    ]


def again(document: Document, suffix: str, options: ExportOptions) -> Document:
    """A document as it comes back."""
    module = format_of(Path(f"map{suffix}"))._load()
    stream = BytesIO()
    module.write(document, stream, options)
    back = BytesIO(stream.getvalue())
    back.name = f"map{suffix}"
    return module.read(back).document


@pytest.mark.slow("writes and reads a workbook for each example")
@pytest.mark.parametrize(
    ("suffix", "options"),
    [
        (".csv", ExportOptions()),
        (".csv", ExportOptions(format=CsvOptions(separator="semicolon", decimal="comma"))),
        (".csv", ExportOptions(format=CsvOptions(separator="tab"))),
        (".md", ExportOptions()),
        (".xlsx", ExportOptions()),
    ],
    ids=["commas", "semicolons", "tabs", "markdown", "workbook"],
)
@given(document=maps())
def test_what_goes_out_as_a_table_comes_in_as_it_was(
    suffix: str, options: ExportOptions, document: Document
) -> None:
    back = again(document, suffix, options)
    stages = [[stage.name for stage in one.stages(one.maps()[0].id)] for one in (back, document)]
    assert stages[0] == stages[1]
    assert held(back) == held(document)
    assert values(back) == values(document)
    assert figures(back) == figures(document)
    if suffix == ".xlsx":
        assert colours(back) == colours(document)


@given(document=maps())
def test_what_the_customer_does_goes_round_as_a_journey(document: Document) -> None:
    back = again(document, ".mmd", ExportOptions())
    assert held(back)[0] == held(document)[0]
