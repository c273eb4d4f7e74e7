"""An action register that others filled in comes back: what is new is shown, then kept as one step."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtTest import QTest

from app.formats import format_of
from app.formats.tables.grids.own_lists import ACTION_ID
from app.widgets.base.background_work import Progress
from app.widgets.pages.importing.bringing_in import add_maps_of
from app.widgets.tables.register_question import RegisterQuestion
from tests.driver import LEFT, WindowDriver


def filled_in(driver: WindowDriver, folder: Path, **values: object) -> Path:
    """The project's workbook, in which somebody filled in the row of “Light the sign”."""
    path = folder / "register.xlsx"
    format_of(path).write(driver.document, path)
    book: Any = load_workbook(path)
    (sheet,) = [one for one in book.worksheets if one.cell(1, one.max_column).value == ACTION_ID]
    heads = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "Light the sign")
    for heading, value in values.items():
        row[heads.index(heading)].value = value
    book.save(path)
    return path


def asked(driver: WindowDriver) -> RegisterQuestion:
    driver.wait_until(lambda: not driver.window.findChildren(Progress))
    (question,) = [one for one in driver.window.findChildren(RegisterQuestion) if one.isVisible()]
    return question


def cells(question: RegisterQuestion) -> list[list[str]]:
    table = question.updates
    items = [[table.item(row, column) for column in range(4)] for row in range(table.rowCount())]
    return [[item.text() if item else "" for item in row] for row in items]


@pytest.fixture
def question(pizzeria: WindowDriver, tmp_path: Path) -> RegisterQuestion:
    pizzeria.canvas.setFocus()
    add_maps_of(pizzeria.window, filled_in(pizzeria, tmp_path, Owner="Mia", Status="Done"))
    return asked(pizzeria)


def test_what_is_new_is_shown_beside_what_it_was_and_kept_as_one_step(
    pizzeria: WindowDriver, question: RegisterQuestion
) -> None:
    before = pizzeria.document.copy()
    assert cells(question) == [
        ["Light the sign", "Owner", "“facilities”", "“Mia”"],
        ["", "Status", "not set", "“Done”"],
    ]
    QTest.mouseClick(question.update_button, LEFT)
    note = pizzeria.note("Light the sign")
    assert (note.owner, note.status) == ("Mia", "done")
    assert pizzeria.window.message.words.text() == "Updated 2 values of the action register."
    pizzeria.undo()
    assert pizzeria.document == before


def test_esc_keeps_all_as_it_was(pizzeria: WindowDriver, question: RegisterQuestion) -> None:
    before = pizzeria.document.copy()
    pizzeria.press("Esc")
    assert pizzeria.document == before


def test_a_register_that_says_nothing_new_is_told(pizzeria: WindowDriver, tmp_path: Path) -> None:
    add_maps_of(pizzeria.window, filled_in(pizzeria, tmp_path))
    pizzeria.wait_until(lambda: "says nothing new" in pizzeria.window.message.words.text())


def test_a_workbook_of_another_project_becomes_maps(
    pizzeria: WindowDriver, empty: WindowDriver, tmp_path: Path
) -> None:
    add_maps_of(empty.window, filled_in(pizzeria, tmp_path, Owner="Mia"))
    empty.wait_until(lambda: not empty.window.findChildren(Progress))
    empty.wait_until(lambda: len(empty.document.maps()) > 0)
    assert not [one for one in empty.window.findChildren(RegisterQuestion) if one.isVisible()]
