"""A project as a workbook: a sheet a map, lists of all it holds, and all of it as it was when read again."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.drawing.theme import NOTE_FILLS, hexadecimal
from app.formats import format_of
from app.formats.options import ExportOptions
from app.formats.tables.grids.own_lists import ACTION_ID, ID
from app.formats.templates import template, template_names
from app.formats.xlsx.xlsx_file import write
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import EmotionPoint, Note, Persona, Section, Stage
from app.model.verbs.editing import set_fields
from app.model.verbs.maps import plan_future_state

_READ_TURNED = ("back-story-board",)
"""Its stages are called as sections usually are, so a reader of any table takes them for those."""


def workbook(document: Document) -> Workbook:
    stream = BytesIO()
    write(document, stream, ExportOptions())
    return load_workbook(BytesIO(stream.getvalue()))


def again(document: Document, folder: Path) -> Document:
    path = folder / "again.xlsx"
    format_of(path).write(document, path, force=True)
    return format_of(path).read(path).document


def texts(document: Document) -> list[tuple[str, str, list[str]]]:
    """The notes of the first map, cell by cell, by the names of section and stage."""
    map = document.maps()[0].id
    return [
        (section.name, stage.name, [" ".join(note.text.split()) for note in notes])
        for section in document.sections(map)
        for stage in document.stages(map)
        if (notes := document.notes(section.id, stage.id))
    ]


def cells_of(sheet: Worksheet, text: object) -> list[Cell]:
    return [cell for row in sheet.iter_rows() for cell in row if cell.value == text]


def ground(cell: Cell) -> str:
    return f"#{cell.fill.start_color.rgb[2:]}"


def test_a_map_is_a_sheet_with_its_title_stages_sections_and_notes_on_their_colours() -> None:
    sample = template("pizzeria")
    sheet = workbook(sample).worksheets[0]
    assert sheet.title == sheet["A1"].value == "Dinner at a pizzeria"
    map = sample.maps()[0].id
    names = [cell.value for cell in sheet[2]][1:]
    assert names == [stage.name for stage in sample.stages(map)]
    for note in sample.all(Note):
        placed = [(names[cell.column - 2], ground(cell)) for cell in cells_of(sheet, note.text)]
        fill = hexadecimal(NOTE_FILLS[note.colour])
        assert (sample.get(Stage, note.stage).name, fill) in placed
    assert sheet.freeze_panes == "B3"


def test_a_day_by_which_an_action_is_due_is_a_day() -> None:
    document = template("pizzeria")
    idea = next(note for note in document.all(Note) if note.text == "Light the sign")
    document.apply(set_fields(document, [idea.id], plain_label("Edit"), due="2026-12-24"))
    days = [
        cell.value.date()
        for name in ("Action register", "Notes")
        for cell in cells_of(workbook(document)[name], datetime(2026, 12, 24))
    ]
    assert days == [date(2026, 12, 24)] * 2


def test_what_people_typed_is_never_translated_in_a_list() -> None:
    document = template("pizzeria")
    note = document.all(Note)[0]
    document.apply(set_fields(document, [note.id], plain_label("Edit"), owner="Goal"))
    document.apply(set_fields(document, [document.project.id], plain_label("Edit"), language="de"))
    sheet = workbook(document)["Zettel"]
    assert cells_of(sheet, "Goal")
    assert not cells_of(sheet, "Ziel")


def test_a_sheet_prints_as_wide_as_its_paper_with_its_headers_on_every_page() -> None:
    sheet = workbook(template("pizzeria")).worksheets[0]
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet.print_title_rows == "$2:$2"


def test_the_curve_is_a_chart_that_is_drawn_from_the_list_of_points() -> None:
    sample = template("pizzeria")
    book = workbook(sample)
    (chart,) = book.worksheets[0]._charts
    (series,) = chart.series
    formula = series.yVal.numRef.f
    points = book["Emotion points"]
    assert formula == "'Emotion points'!$C$2:$C$9"
    assert [cell.value for (cell,) in points["C2:C9"]] == [point.value for point in sample.all(EmotionPoint)]


def test_every_note_is_in_the_list_with_its_id_and_every_field() -> None:
    sample = template("pizzeria")
    sheet = workbook(sample)["Notes"]
    heads = [cell.value for cell in sheet[1]]
    assert len(heads) == len(set(heads)) == len(Note.model_fields) - 4 + 3 + 1
    ids = [row[heads.index(ID)].value for row in sheet.iter_rows(min_row=2)]
    assert sorted(ids) == sorted(note.id for note in sample.all(Note))
    assert sheet.auto_filter.ref
    personas = workbook(sample)["Personas"]
    assert [row[0].value for row in personas.iter_rows(min_row=2)] == [p.name for p in sample.all(Persona)]


def test_the_register_offers_what_can_be_chosen() -> None:
    sheet = workbook(template("pizzeria"))["Action register"]
    heads = [cell.value for cell in sheet[1]]
    assert heads[:6] == ["Action", "Owner", "Team", "Status", "Due", "Effort"]
    assert heads[-1] == ACTION_ID
    lists = {str(one.sqref): one for one in sheet.data_validations.dataValidation}
    by_column = {where[0]: one for where, one in lists.items()}
    assert by_column["D"].formula1 == '"Open,In progress,Done,Dropped"'
    assert by_column["F"].formula1 == '"Small,Medium,Large"'
    assert by_column["B"].formula1.startswith("'Journeywall'!")
    assert not by_column["B"].showErrorMessage
    assert by_column["E"].type == "date"


@pytest.mark.parametrize("name", sorted({*template_names()} - {"blank", *_READ_TURNED}))
def test_a_workbook_is_read_again_with_every_note_in_its_cell(name: str, tmp_path: Path) -> None:
    sample = template(name)
    read = again(sample, tmp_path)
    first = sample.maps()[0]
    assert read.maps()[0].title == first.title
    assert texts(read) == texts(sample)
    names = [[stage.name for stage in one.stages(one.maps()[0].id)] for one in (read, sample)]
    assert names[0] == names[1]
    values = [sorted(point.value for point in one.all(EmotionPoint)) for one in (read, sample)]
    assert values[0] == values[1]


def test_all_maps_of_a_project_have_a_sheet_each_and_come_back(tmp_path: Path) -> None:
    sample = template("pizzeria")
    sample.apply(plan_future_state(sample, sample.maps()[0].id))
    read = again(sample, tmp_path)
    assert len(read.maps()) == len(sample.maps()) == 2
    assert len(read.all(Section)) == len(sample.all(Section))


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("x")', "+49 30", "@home", "-no", "-3 %", "'=quoted"])
def test_what_could_be_a_formula_is_a_text_and_comes_back_as_it_was(text: str, tmp_path: Path) -> None:
    sample = template("pizzeria")
    sample.apply(set_fields(sample, [sample.all(Note)[0].id], plain_label(""), text=text))
    book = workbook(sample)
    formulas = [
        cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert not formulas
    assert text in [note.text for note in again(sample, tmp_path).all(Note)]


def test_a_map_with_any_title_has_a_sheet_that_excel_takes() -> None:
    sample = template("pizzeria")
    title = "A/B: [what?] *really* \\ 'long' enough to be cut off at the end"
    sample.apply(set_fields(sample, [sample.maps()[0].id], plain_label(""), title=title))
    sample.apply(plan_future_state(sample, sample.maps()[0].id))
    names = workbook(sample).sheetnames
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name) <= 31 and not set("[]:*?/\\") & set(name) for name in names)
