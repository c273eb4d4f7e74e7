"""The action register as a page: typed where it stands, sorted, filtered, copied, and led back to the map."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.model.verbs.rounds import begin_round, count_hands
from app.model.verbs.runs import reveal
from app.widgets.pages.register.page import RegisterPage
from tests.driver import WindowDriver
from tests.maps import map_of
from tests.widgets.conftest import OpenWindow

TEXT, STAGE, IMPACT, EFFORT, OWNER, TEAM, STATUS, DUE, VOTES, OWN = range(10)
NOW = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)


def opened(driver: WindowDriver) -> RegisterPage:
    driver.canvas.setFocus()
    driver.press("Ctrl+Shift+R")
    page = driver.window.pages.open
    assert isinstance(page, RegisterPage)
    page.filter.clear()
    page.table.sortByColumn(IMPACT, Qt.SortOrder.DescendingOrder)
    return page


def column(page: RegisterPage, column: int) -> list[str]:
    items = [page.table.item(row, column) for row in range(page.table.rowCount())]
    return [
        item.text() for row, item in enumerate(items) if item is not None and not page.table.isRowHidden(row)
    ]


def go_to(page: RegisterPage, text: str, column: int) -> None:
    [item] = page.table.findItems(text, Qt.MatchFlag.MatchExactly)
    page.table.setFocus()
    page.table.setCurrentCell(item.row(), column)


def test_it_lists_the_actions_sorts_filters_and_leads_to_them(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    assert column(page, IMPACT) == [*["Gives up"] * 2, *["Workaround"] * 4, *["Trivial"] * 3]
    page.table.sortByColumn(VOTES, Qt.SortOrder.DescendingOrder)
    assert column(page, TEXT)[:2] == ["Light the sign", "Allergen icons beside each dish"]
    pizzeria.fill("Filter by words", "sign light")
    assert column(page, TEXT) == ["Light the sign"]
    assert page.count.text() == "1 of 9"
    go_to(page, "Light the sign", TEXT)
    pizzeria.click("Show on the map")
    assert not page.is_open
    assert pizzeria.editor.selection.ids == (pizzeria.note("Light the sign").id,)


def test_cells_are_typed_and_each_is_a_step(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    go_to(page, "Light the sign", OWNER)
    pizzeria.write("Marta")
    pizzeria.press("Return")
    pizzeria.wait_until(lambda: pizzeria.note("Light the sign").owner == "Marta")
    page.table.setFocus()
    go_to(page, "Light the sign", DUE)
    pizzeria.write("24.12.2026")
    pizzeria.press("Return")
    pizzeria.wait_until(lambda: pizzeria.note("Light the sign").due == "2026-12-24")
    go_to(page, "Light the sign", VOTES)
    pizzeria.write("many")
    pizzeria.press("Return")
    pizzeria.wait_until(lambda: "“many” is not a number" in pizzeria.window.message.words.text())
    assert pizzeria.note("Light the sign").votes == 5
    pizzeria.undo(2)
    assert (pizzeria.note("Light the sign").due, pizzeria.note("Light the sign").owner) == (
        None,
        "facilities",
    )
    page.read_now()
    assert "Marta" not in column(page, OWNER)


def test_a_word_is_chosen_from_a_list(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    go_to(page, "Pay at the table by code", IMPACT)
    pizzeria.press("Return")
    pizzeria.press("End")
    pizzeria.press("Tab")
    note = pizzeria.note("Pay at the table by code")
    assert note.impact == "abandon"
    assert "Large" in column(page, IMPACT), "of an idea it is how large it is"


def test_rows_are_copied_as_a_table(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    go_to(page, "Light the sign", TEXT)
    pizzeria.press("Ctrl+C")
    data = QGuiApplication.clipboard().mimeData()
    head, row = data.text().split("\n")
    assert head.startswith("Action\tStage\tImpact")
    assert row.startswith("Light the sign\t")
    assert "<td>Light the sign</td>" in data.html()


def test_it_says_whose_votes_are_shown_and_changes_own_ones_only(pizzeria: WindowDriver) -> None:
    sign, editor = pizzeria.note("Light the sign"), pizzeria.editor
    page = opened(pizzeria)
    assert page.table.isColumnHidden(OWN)
    editor.do(begin_round(editor.document, "Which first?", [sign.id], 9, 2, NOW))
    round = editor.document.rounds()[-1].id
    editor.do(count_hands(editor.document, round, 1, 8, NOW))
    editor.happened(reveal(editor.document, round, NOW))
    page.read_now()
    assert page.votes.text() == "Votes: of the round “Which first?”"
    go_to(page, "Light the sign", VOTES)
    pizzeria.write("2")
    assert pizzeria.note("Light the sign").votes == 5
    go_to(page, "Light the sign", OWN)
    pizzeria.write("2")
    pizzeria.press("Return")
    pizzeria.wait_until(lambda: pizzeria.note("Light the sign").votes == 2)
    assert "8" in column(page, VOTES)


def test_a_map_without_actions_says_so(open_window: OpenWindow) -> None:
    page = opened(open_window(map_of("metrics")))
    assert not page.table.isVisible()
