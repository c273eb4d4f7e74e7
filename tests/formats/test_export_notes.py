"""What a file does not hold of a project is named, and nothing where it holds all."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.formats import format_of
from app.formats.export_notes import ExportNote
from app.formats.json.json_options import JsonOptions
from app.formats.options import ExportOptions
from app.formats.tables.table_file import read
from app.formats.tables.writing.csv_options import CsvOptions
from app.formats.templates import template
from app.language.spoken import speaking
from app.model.document import Document
from app.model.records import Section
from app.model.verbs.maps import new_project, plan_future_state
from app.model.verbs.sections import add_section
from app.pages.errors import FormatError
from app.pages.options import Options
from tests.documents import documents
from tests.everything import everything

TIDY = CsvOptions(shape="tidy")
FORMATS = [
    (".csv", Options()),
    (".csv", TIDY),
    (".md", Options()),
    (".mmd", Options()),
    (".xlsx", Options()),
]
IDS = ["table", "list", "Markdown", "Mermaid", "workbook"]


def lost(document: Document, again: Document) -> Counter[tuple[str, str]]:
    """How many values of a field, of all that a document says, are in the other one no more."""
    missing = Counter(said(document)) - Counter(said(again))
    found: Counter[tuple[str, str]] = Counter()
    for (kind, field, _), number in missing.items():
        found[kind, field] += number
    return found


def said(document: Document) -> Iterator[tuple[str, str, str]]:
    for record in document:
        yield record.kind, "", ""
        for field in type(record).model_fields:
            value = getattr(record, field)
            is_of_place = field in ("id", "position", *record.parents, *record.mentions)
            if not (is_of_place or value is None or value is False or value in ("", ())):
                yield record.kind, field, f"{value:.9g}" if isinstance(value, float) else str(value)


def named(notes: tuple[ExportNote, ...]) -> Counter[tuple[str, str]]:
    """How many records of a kind, "" as their field, and how many fields of others the notes name."""
    found: Counter[tuple[str, str]] = Counter()
    for note in notes:
        for field, number in note.fields or (("", note.count),):
            found[note.kind, field] += number
    return found


@pytest.mark.slow("writes and reads a file for each example")
@given(document=documents(), way=st.sampled_from(FORMATS))
def test_whatever_does_not_come_back_is_named(document: Document, way: tuple[str, Options]) -> None:
    assume(document.maps())
    assert_all_is_named(document, *way)


@pytest.mark.parametrize(("suffix", "options"), FORMATS, ids=IDS)
@pytest.mark.parametrize(
    "make", [partial(template, "pizzeria"), partial(template, "service-blueprint"), everything]
)
def test_whatever_does_not_come_back_of_a_full_map_is_named(
    suffix: str, options: Options, make: Callable[[], Document]
) -> None:
    document = make()
    document.apply(plan_future_state(document, document.maps()[0].id))
    assert_all_is_named(document, suffix, options)


def assert_all_is_named(document: Document, suffix: str, options: Options) -> None:
    folder = Path.home()
    path, chosen = folder / f"map{suffix}", ExportOptions(format=options)
    notes = format_of(path).write(document, path, chosen, force=True)
    with speaking(document.project.language), path.open("rb") as stream:
        try:
            again = read(stream).document
        except FormatError:
            assert notes[0].reason
            again = new_project("", "")
    told = named(notes)
    assert not {
        (kind, field): number
        for (kind, field), number in lost(document, again).items()
        if number > told[kind, field] + (told[kind, ""] if field else 0)
    }


def test_nothing_is_said_of_what_comes_back(tmp_path: Path) -> None:
    sample = template("pizzeria")
    assert format_of(Path("a.json")).write(sample, tmp_path / "a.json") == ()
    plain = read_of(
        "# Dinner\n\n||Order|Pay|\n|-|-|-|\n|Actions|Calls the waiter|Asks for the bill|", tmp_path
    )
    notes = format_of(Path("a.md")).write(plain, tmp_path / f"{plain.project.name}.md", force=True)
    assert notes == ()


def read_of(text: str, folder: Path) -> Document:
    path = folder / "Dinner.md"
    path.write_text(text)
    return format_of(path).read(path).document


def test_what_a_table_has_no_place_for_is_told_with_how_many_and_where(tmp_path: Path) -> None:
    sample = template("pizzeria")
    words = [str(note.words) for note in format_of(Path("a.md")).write(sample, tmp_path / "a.md")]
    assert "Not in it: 9 relations" in words
    (notes,) = (said for said in words if " notes)" in said)
    assert notes.startswith("Not in it (15 notes): Colour (2), Moment of truth (2), Evidence (9), ")
    assert notes.endswith(" – first: “Order”, “Actions”")


def test_only_the_chosen_map_is_looked_at(tmp_path: Path) -> None:
    sample = template("pizzeria")
    sample.apply(plan_future_state(sample, sample.maps()[0].id))
    second = sample.maps()[1].id
    sample.apply(add_section(sample, second, "notes"))
    for number, of in enumerate(sample.maps()):
        chosen = ExportOptions(format=JsonOptions(map=of.id))
        notes = format_of(Path("a.md")).write(sample, tmp_path / f"{number}.md", chosen)
        assert {sample.find(note.record) is not None for note in notes if note.record} == {True}
        assert ("map", "title") not in named(notes)
        sections = [note.record or "" for note in notes if note.kind == "section"]
        assert all(sample.get(Section, section).map == of.id for section in sections)


def test_a_file_that_cannot_be_read_again_says_so(tmp_path: Path) -> None:
    notes = format_of(Path("a.csv")).write(template("blank"), tmp_path / "a.csv")
    assert str(notes[0].words).startswith("It cannot be read again. There is no table in it")
