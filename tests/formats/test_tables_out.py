"""Maps as tables for other programs, and what is read of them again."""

from pathlib import Path

import pytest

from app.formats import format_of
from app.formats.tables.written_grid import rows_of_map
from app.formats.templates import template
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import EmotionPoint, JourneyMap, Note, Section, Stage
from app.model.verbs.editing import set_fields
from app.model.verbs.maps import plan_future_state
from app.pages.errors import FormatError


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


def test_a_csv_file_holds_one_map(tmp_path: Path) -> None:
    sample = template("pizzeria")
    sample.apply(plan_future_state(sample, sample.maps()[0].id))
    with pytest.raises(FormatError, match="holds one map"):
        format_of(tmp_path / "dinner.csv").write(sample, tmp_path / "dinner.csv")


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
