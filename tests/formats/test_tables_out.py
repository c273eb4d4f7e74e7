"""Maps as tables for other programs, and what is read of them again."""

import codecs
import csv
from io import BytesIO
from pathlib import Path

import pytest

from app.formats import format_of
from app.formats.options import ExportOptions
from app.formats.tables.writing.csv_file import write as write_csv
from app.formats.tables.writing.csv_options import CsvOptions
from app.formats.tables.writing.mermaid_file import write as write_mermaid
from app.formats.tables.writing.written_grid import rows_of_map
from app.formats.templates import template
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import EmotionPoint, JourneyMap, Note, Section, Stage
from app.model.verbs.editing import set_fields
from app.model.verbs.maps import plan_future_state


def texts(document: Document) -> dict[str, list[list[str]]]:
    """The notes of each section that has some, cell by cell."""
    first = document.maps()[0].id
    return {
        section.name: cells
        for section in document.sections(first)
        if section.section_kind == "notes"
        for cells in [
            [
                [" ".join(note.text.split()) for note in document.notes(section.id, stage.id)]
                for stage in document.stages(first)
            ]
        ]
        if any(cells)
    }


@pytest.mark.parametrize("suffix", [".csv", ".md"])
def test_what_is_written_as_a_table_is_read_again(suffix: str, tmp_path: Path) -> None:
    sample = template("pizzeria")
    path = tmp_path / f"dinner{suffix}"
    format_of(path).write(sample, path)
    again = format_of(path).read(path).document
    assert texts(again) == texts(sample)
    assert [stage.name for stage in again.all(Stage)] == [stage.name for stage in sample.all(Stage)]
    assert [stage.group for stage in again.all(Stage)] == [stage.group for stage in sample.all(Stage)]
    assert [one.name for one in again.all(Section)] == [one.name for one in sample.all(Section)]
    values = [sorted(point.value for point in one.all(EmotionPoint)) for one in (again, sample)]
    assert values[0] == values[1]


def test_markdown_holds_all_maps_each_under_its_title(tmp_path: Path) -> None:
    sample = template("pizzeria")
    sample.apply(plan_future_state(sample, sample.maps()[0].id))
    path = tmp_path / "dinner.md"
    format_of(path).write(sample, path)
    again = format_of(path).read(path).document
    assert [one.title for one in again.maps()] == [one.title for one in sample.maps()]


@pytest.mark.parametrize("suffix", [".csv", ".md", ".xlsx"])
def test_all_maps_stand_in_one_file_and_come_back(suffix: str, tmp_path: Path) -> None:
    sample = template("pizzeria")
    sample.apply(plan_future_state(sample, sample.maps()[0].id))
    path = tmp_path / f"dinner{suffix}"
    format_of(path).write(sample, path)
    again = format_of(path).read(path).document
    assert [one.title for one in again.maps()] == [one.title for one in sample.maps()]
    assert sorted(one.text for one in again.all(Note)) == sorted(one.text for one in sample.all(Note))


def in_language(language: str) -> Document:
    sample = template("pizzeria")
    sample.apply(set_fields(sample, [sample.project.id], plain_label(""), language=language))
    return sample


def csv_of(document: Document, **options: object) -> list[str]:
    stream = BytesIO()
    write_csv(document, stream, ExportOptions(format=CsvOptions.model_validate(options)))
    assert stream.getvalue().startswith(codecs.BOM_UTF8)
    return stream.getvalue().decode("utf-8-sig").splitlines()


def test_separator_and_decimal_sign_are_those_of_the_project_unless_asked_otherwise() -> None:
    german = csv_of(in_language("de"))
    assert german[0].startswith(";Awareness;Research")
    assert any("−1,5 " in line for line in german)
    assert csv_of(in_language("en"))[0].startswith(",Awareness,Research")
    assert csv_of(in_language("de"), separator="tab", decimal="point")[0].startswith("\tAwareness\t")


def test_a_german_table_is_read_again_as_it_was(tmp_path: Path) -> None:
    sample = in_language("de")
    path = tmp_path / "essen.csv"
    format_of(path).write(sample, path)
    again = format_of(path).read(path).document
    assert texts(again) == texts(sample)
    values = [sorted(point.value for point in one.all(EmotionPoint)) for one in (again, sample)]
    assert values[0] == values[1]


def test_a_list_has_a_note_a_line_and_is_read_again(tmp_path: Path) -> None:
    sample = template("pizzeria")
    rows = list(csv.DictReader(csv_of(sample, shape="tidy")))
    light = next(row for row in rows if row["Note"] == "Light the sign")
    assert (light["Stage"], light["Section"], light["Owner"]) == ("Arrival", "Ideas", "facilities")
    assert [row["Score"] for row in rows if row["Score"]][:3] == ["1", "2", "-3"]
    path = tmp_path / "dinner.csv"
    path.write_text("\n".join(csv_of(sample, shape="tidy")))
    again = format_of(path).read(path).document
    assert texts(again).items() >= texts(sample).items()
    assert {(one.text, one.colour, one.owner) for one in again.all(Note)} >= {
        (one.text, one.colour, one.owner) for one in sample.all(Note)
    }


def test_a_journey_of_several_maps_has_the_stages_of_all() -> None:
    sample = template("pizzeria")
    sample.apply(plan_future_state(sample, sample.maps()[0].id))
    stream = BytesIO()
    write_mermaid(sample, stream, ExportOptions())
    sections = [line for line in stream.getvalue().decode().splitlines() if "section" in line]
    assert len(sections) == len(sample.all(Stage)) == 16
    assert sections[0].endswith("Dinner at a pizzeria – Awareness")


def test_what_could_be_a_formula_is_guarded_and_numbers_are_not(tmp_path: Path) -> None:
    sample = template("pizzeria")
    note, point = sample.all(Note)[0], sample.all(EmotionPoint)[0]
    sample.apply(set_fields(sample, [note.id], plain_label(""), text="=1+1"))
    sample.apply(set_fields(sample, [point.id], plain_label(""), value=-3.0, quote="", emotion=""))
    path = tmp_path / "dinner.csv"
    format_of(path).write(sample, path)
    written = path.read_text(encoding="utf-8-sig")
    assert "'=1+1" in written
    assert ",-3," in written or ",-3\n" in written
    assert "=1+1" in [one.text for one in format_of(path).read(path).document.all(Note)]


def test_text_that_means_something_in_markdown_stays_as_it_is(tmp_path: Path) -> None:
    sample = template("pizzeria")
    odd = "a | b *c* `d` [e](f) # \\ _g_"
    sample.apply(set_fields(sample, [sample.all(Note)[0].id], plain_label(""), text=odd))
    path = tmp_path / "dinner.md"
    format_of(path).write(sample, path)
    assert odd in [one.text for one in format_of(path).read(path).document.all(Note)]


def test_the_rows_of_a_map_begin_with_its_stages() -> None:
    sample = template("pizzeria")
    rows = rows_of_map(sample, sample.get(JourneyMap, sample.maps()[0].id))
    assert [len(row) for row in rows] == [len(rows[0])] * len(rows)
