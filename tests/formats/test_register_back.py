"""An action register that others filled in: what it changes, and what of it is left."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from app.formats.options import ExportOptions
from app.formats.tables.grids.own_lists import ACTION_ID
from app.formats.templates import template
from app.formats.xlsx.register_file import Register, holds_register, register_in
from app.formats.xlsx.register_update import RegisterUpdate, register_update
from app.formats.xlsx.xlsx_file import write
from app.model.document import Document
from app.model.labels import plain_label
from app.model.project_language import language_of
from app.model.records import Note
from app.model.verbs.editing import delete, set_fields

Fill = Callable[[Any], object]


def filled_in(document: Document, fill: Fill) -> Register:
    """The register of a document as a workbook in which somebody did something to its sheet."""
    stream = BytesIO()
    write(document, stream, ExportOptions())
    book = load_workbook(BytesIO(stream.getvalue()))
    fill(next(sheet for sheet in book.worksheets if sheet.cell(1, sheet.max_column).value == ACTION_ID))
    saved = BytesIO()
    book.save(saved)
    assert holds_register(saved.getvalue())
    register = register_in(saved.getvalue())
    assert register is not None
    return register


def action(document: Document) -> Note:
    return next(note for note in document.all(Note) if note.text == "Light the sign")


def put(text: str, **values: object) -> Fill:
    """Fills in the row of an action by its headings."""

    def fill(sheet: Any) -> None:
        heads = [cell.value for cell in sheet[1]]
        row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == text)
        for heading, value in values.items():
            row[heads.index(heading)].value = value

    return fill


def left(update: RegisterUpdate) -> list[str]:
    return [str(note.words) for note in update.left]


def test_owner_status_day_and_effort_come_back_as_one_change() -> None:
    sample = template("pizzeria")
    fill = put("Light the sign", Owner="Mia", Status="In progress", Due=datetime(2027, 3, 1), Effort="Small")
    update = register_update(sample, filled_in(sample, fill))
    assert [(one.field, one.before, one.after) for one in update.updates] == [
        ("owner", "facilities", "Mia"),
        ("status", "", "in progress"),
        ("due", "", "2027-03-01"),
        ("effort", "medium", "small"),
    ]
    assert not update.left
    sample.apply(update.change)
    note = action(sample)
    assert (note.owner, note.status, note.due, note.effort) == ("Mia", "in progress", "2027-03-01", "small")


def test_a_register_that_nobody_filled_in_changes_nothing() -> None:
    sample = template("pizzeria")
    update = register_update(sample, filled_in(sample, lambda sheet: None))
    assert not update.change
    assert not update.updates
    assert not update.left
    assert update.is_of_this_project


def test_what_is_emptied_is_no_longer_set() -> None:
    sample = template("pizzeria")
    update = register_update(sample, filled_in(sample, put("Light the sign", Owner=None, Effort=None)))
    sample.apply(update.change)
    assert (action(sample).owner, action(sample).effort) == ("", None)


def test_the_rows_may_be_sorted_and_the_columns_moved() -> None:
    sample = template("pizzeria")

    def fill(sheet: Any) -> None:
        put("Light the sign", Owner="Mia")(sheet)
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        sheet.delete_rows(1, len(rows))
        for row in (rows[0], *reversed(rows[1:])):
            sheet.append(list(reversed(row)))

    def fill_and_keep_the_last_heading(sheet: Any) -> None:
        fill(sheet)

    update = register_update(sample, filled_in(sample, fill_and_keep_the_last_heading))
    assert [(one.note.text, one.after) for one in update.updates] == [("Light the sign", "Mia")]


def test_what_changed_here_meanwhile_stays_and_is_told() -> None:
    sample = template("pizzeria")
    register = filled_in(sample, put("Light the sign", Owner="Mia", Status="Done"))
    sample.apply(set_fields(sample, [action(sample).id], plain_label(""), owner="Noor"))
    update = register_update(sample, register)
    assert [(one.field, one.after) for one in update.updates] == [("status", "done")]
    assert left(update) == [
        "cell B4: “Light the sign”: Owner became “Noor” here since, so “Mia” is left out."
    ]


def test_a_note_that_says_something_else_by_now_is_left() -> None:
    sample = template("pizzeria")
    register = filled_in(sample, put("Light the sign", Owner="Mia"))
    sample.apply(set_fields(sample, [action(sample).id], plain_label(""), text="Paint the door"))
    update = register_update(sample, register)
    assert not update.updates
    assert left(update) == [
        "row 4: “Light the sign” says “Paint the door” by now, so what was filled in is left out."
    ]


def test_a_note_that_was_deleted_is_told_and_left() -> None:
    sample = template("pizzeria")
    register = filled_in(sample, put("Light the sign", Owner="Mia"))
    sample.apply(delete(sample, [action(sample).id]))
    update = register_update(sample, register)
    assert not update.updates
    assert left(update) == ["row 4: “Light the sign” was deleted since, so it is left out."]


def test_what_is_no_day_and_no_status_is_told_and_left() -> None:
    sample = template("pizzeria")
    register = filled_in(sample, put("Light the sign", Due="soon", Status="maybe", Owner="Mia"))
    update = register_update(sample, register)
    assert [one.field for one in update.updates] == ["owner"]
    assert left(update) == [
        "cell D4: “maybe” is none of Open, In progress, Done and Dropped, so it is left out.",
        "cell E4: “soon” is no day with its year, so it is left out.",
    ]


def test_a_row_that_somebody_added_is_told_and_left() -> None:
    sample = template("pizzeria")
    update = register_update(sample, filled_in(sample, lambda sheet: sheet.append(["Buy a lamp", "Mia"])))
    assert not update.updates
    assert left(update) == ["row 11: There is no such action in this project, so it is left out."]


@pytest.mark.parametrize(("owner", "status", "word"), [("Verantwortlich", "Status", "In Arbeit")])
def test_a_german_register_comes_back_whatever_the_window_speaks(owner: str, status: str, word: str) -> None:
    sample = template("pizzeria")
    sample.apply(set_fields(sample, [sample.project.id], plain_label(""), language="de"))
    assert language_of(sample) == "de"

    def fill(sheet: Any) -> None:
        heads = [cell.value for cell in sheet[1]]
        assert status in heads, heads
        put("Light the sign", **{status: word})(sheet)

    update = register_update(sample, filled_in(sample, fill))
    assert [(one.field, one.after) for one in update.updates] == [("status", "in progress")]


def test_a_workbook_without_what_it_was_changes_what_is_filled_in_and_empties_nothing() -> None:
    sample = template("pizzeria")
    register = filled_in(sample, put("Light the sign", Owner=None, Status="Done"))
    update = register_update(sample, Register(register.rows, {}))
    assert [(one.field, one.after) for one in update.updates] == [("status", "done")]
