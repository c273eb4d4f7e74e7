"""The counts of a map in a page in its place: true, live, and each number leads to its place."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.model.records import Note
from app.model.verbs.notes import add_note
from app.session.selection import Cell
from app.widgets.pages.counts.page import CountsPage
from tests.driver import LEFT, NO_KEYS, WindowDriver
from tests.maps import map_of
from tests.widgets.conftest import OpenWindow


def opened(window: WindowDriver) -> CountsPage:
    window.canvas.setFocus()
    window.press("Ctrl+Shift+G")
    page = window.window.pages.open
    assert isinstance(page, CountsPage)
    return page


def numbers(counts: CountsPage) -> dict[str, list[str]]:
    """The rows of the table by their headings."""
    table = counts.table
    rows = {}
    for row in range(table.rowCount()):
        name = table.verticalHeaderItem(row)
        items = [table.item(row, column) for column in range(table.columnCount())]
        assert name is not None
        rows[name.text()] = [item.text() if item is not None else "?" for item in items]
    return rows


def click(counts: CountsPage, row: int, column: int) -> None:
    item = counts.table.item(row, column)
    assert item is not None
    place = counts.table.visualItemRect(item).center()
    QTest.mouseClick(counts.table.viewport(), LEFT, NO_KEYS, place)


def test_the_numbers_of_the_sample_are_those_on_the_map(pizzeria: WindowDriver) -> None:
    counts = opened(pizzeria)
    found = numbers(counts)
    assert list(found) == [*pizzeria.section_names(), "Total"]
    assert found["Actions"] == ["2", "2", "2", "3", "3", "2", "2", "2", "18"]
    assert found["Emotional graph"] == [*["1"] * 8, "8"]
    assert found["Process"][-1] == "7"
    assert found["Total"][-1] == "85"


def test_a_number_follows_what_is_typed(pizzeria: WindowDriver) -> None:
    counts = opened(pizzeria)
    before = int(numbers(counts)["Actions"][0])
    cell = (pizzeria.section("Actions").id, pizzeria.stage("Awareness").id)
    pizzeria.editor.do(add_note(pizzeria.document, *cell, "Asks"))
    pizzeria.wait_until(lambda: numbers(counts)["Actions"][0] == str(before + 1))
    pizzeria.undo()
    pizzeria.wait_until(lambda: numbers(counts)["Actions"][0] == str(before))


def test_a_number_leads_to_what_it_counts(open_window: OpenWindow) -> None:
    window = open_window(map_of("metrics"))
    counts = opened(window)
    assert numbers(counts) == {
        "one": ["3", "", "", "3"],
        "notes": ["", "", "", "0"],
        "two": ["", "", "", "0"],
        "Total": ["3", "0", "0", "3"],
    }
    seen = []
    for row, column in ((0, 0), (1, 2), (2, 3), (3, 1)):
        click(counts, row, column)
        seen.append(window.editor.selection.ids or window.editor.selection.cell)
    assert seen == [("a", "b", "c"), Cell("notes", "s2"), ("two",), ("s1",)]
    counts.table.setFocus()
    QTest.keyClick(counts.table, Qt.Key.Key_Up)
    assert window.editor.selection.cell == Cell("two", "s1")
    click(counts, 0, 0)
    window.click("Show on the map")
    assert not counts.is_open
    assert window.editor.selection.ids


def test_a_total_selects_the_notes_of_its_colour_or_evidence(pizzeria: WindowDriver) -> None:
    opened(pizzeria)
    QApplication.processEvents()
    pizzeria.click("Validated: 6")
    assert len(pizzeria.editor.selection.ids) == 6
    assert {pizzeria.document.get(Note, id).evidence for id in pizzeria.editor.selection.ids} == {"validated"}
    pizzeria.click("Pain point: 9")
    assert {pizzeria.document.get(Note, id).colour for id in pizzeria.editor.selection.ids} == {"pink"}
    assert len(pizzeria.editor.selection.ids) == 9
