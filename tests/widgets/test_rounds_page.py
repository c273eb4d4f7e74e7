"""The rounds of a project as a page, and whose counts notes show."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.model.analysis.rounds import votes_of, votes_shown
from app.model.verbs.rounds import begin_round, close_round, count_hands
from app.model.verbs.runs import reveal
from app.widgets.pages.rounds.page import RoundsPage
from tests.driver import WindowDriver

NOW = datetime(2026, 12, 1, 15, 12, tzinfo=UTC)


@pytest.fixture
def held(pizzeria: WindowDriver) -> WindowDriver:
    """Two rounds were held about two notes; the first was revealed."""
    editor = pizzeria.editor
    notes = [pizzeria.note(text).id for text in ("Light the sign", "Correct the listing")]
    for id, hands in (("first", (3, 5)), ("second", (7, 1))):
        editor.do(begin_round(editor.document, f"The {id}?", notes, 10, 2, NOW, id))
        for number, each in enumerate(hands, 1):
            editor.do(count_hands(editor.document, id, number, each, NOW))
        editor.do(close_round(editor.document, id, NOW))
    editor.happened(reveal(editor.document, "first", NOW))
    return pizzeria


def shown(driver: WindowDriver, text: str) -> int:
    return votes_of(driver.note(text), votes_shown(driver.document)).number


def page_of(driver: WindowDriver) -> RoundsPage:
    page = driver.window.pages.open
    assert isinstance(page, RoundsPage)
    return page


def test_rounds_are_listed_revealed_chosen_and_deleted(held: WindowDriver) -> None:
    held.window.actions_by_name["workshop.rounds"].trigger()
    table = page_of(held).table
    cells = [[table.item(row, column) for column in (0, 1, 3)] for row in range(table.rowCount())]
    said = [[cell.text() for cell in row if cell is not None] for row in cells]
    assert said == [
        ["The second?", "10 people", "2 of 2 counted"],
        ["The first?", "10 people", "1. Correct the listing (5), 2. Light the sign (3)"],
    ]
    assert shown(held, "Light the sign") == 3
    held.click("Reveal")
    assert shown(held, "Light the sign") == 7
    held.press("Down")
    held.click("Show this one at the notes")
    assert shown(held, "Light the sign") == 3
    held.press("Delete")
    assert [one.id for one in held.document.rounds()] == ["second"]
    held.undo()
    assert [one.id for one in held.document.rounds()] == ["first", "second"]
    held.press("Esc")
    assert held.window.pages.open is None


def test_the_note_bar_counts_own_votes_and_says_whose_the_map_shows(held: WindowDriver) -> None:
    def says_own() -> bool:
        return any(
            label.text().startswith("own ") for label in held.window.findChildren(QLabel) if label.isVisible()
        )

    own = held.note("Light the sign").votes
    held.select_note("Light the sign")
    held.wait_until(says_own)
    assert "The first?" in held.find(QAbstractButton, "One vote more").toolTip()
    held.click("One vote more")
    assert held.note("Light the sign").votes == own + 1
    assert shown(held, "Light the sign") == 3
    held.select_note("Publish today’s menu")
    held.wait_until(lambda: held.find(QAbstractButton, "One vote more").toolTip() == "One vote more")
    assert not says_own()
