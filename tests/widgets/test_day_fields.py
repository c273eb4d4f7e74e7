"""Days typed into fields in the ways of several countries, and picked from a calendar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QLineEdit

from tests.cases import meeting
from tests.driver import WindowDriver

NOTE = "Light the sign"


def day_of(driver: WindowDriver) -> str | None:
    return driver.note(NOTE).due


@pytest.mark.parametrize(
    ("text", "leave"),
    meeting(
        ["31.12.2026", "31/12/2026", "2026-12-31", "20261231", "31 Dec 2026", "2026年12月31日"],
        ["Return", "Tab"],
    ),
)
def test_a_day_is_kept_however_it_is_written(pizzeria: WindowDriver, text: str, leave: str) -> None:
    pizzeria.select_note(NOTE)
    pizzeria.fill("Due", text)
    pizzeria.press(leave)
    assert day_of(pizzeria) == "2026-12-31"
    assert pizzeria.text_in("Due") == "2026-12-31"
    pizzeria.undo()
    assert day_of(pizzeria) is None


def test_what_is_no_day_stays_with_a_sentence_until_it_is_one(pizzeria: WindowDriver) -> None:
    pizzeria.select_note(NOTE)
    pizzeria.fill("Due", "2026-1-5")
    pizzeria.press("Tab")
    for leave in ("Tab", "Return"):
        pizzeria.fill("Due", "31.13.2026")
        pizzeria.press(leave)
        assert pizzeria.text_in("Due") == "31.13.2026"
        assert day_of(pizzeria) == "2026-01-05"
        assert pizzeria.window.message.isVisible()
    sentence = (
        "“31.13.2026” is no day of the calendar with its year, such as 31 December 2026. Until then it is"
    )
    assert sentence in "".join(label.text() for label in _troubles(pizzeria))
    pizzeria.canvas.setFocus()
    assert pizzeria.text_in("Due") == "31.13.2026"
    pizzeria.fill("Due", "31.1.2027")
    pizzeria.press("Tab")
    assert day_of(pizzeria) == "2027-01-31"
    assert not _troubles(pizzeria)


def test_what_was_refused_for_a_note_is_not_shown_for_another(pizzeria: WindowDriver) -> None:
    pizzeria.select_note(NOTE)
    pizzeria.fill("Due", "soon")
    pizzeria.select_note("Correct the listing")
    assert pizzeria.text_in("Due") == ""
    assert not _troubles(pizzeria)


def test_emptied_the_field_takes_the_day_away(pizzeria: WindowDriver) -> None:
    pizzeria.select_note(NOTE)
    pizzeria.fill("Due", "31.12.2026")
    pizzeria.fill("Due", "")
    pizzeria.press("Tab")
    assert day_of(pizzeria) is None


@pytest.mark.parametrize("by_key", [True, False])
def test_a_day_is_picked_from_a_calendar(pizzeria: WindowDriver, by_key: bool) -> None:
    pizzeria.select_note(NOTE)
    pizzeria.fill("Due", "31.12.2026")
    if by_key:
        pizzeria.press("Alt+Down")
    else:
        pizzeria.click("Due: pick a day")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    [calendar] = popup.findChildren(QCalendarWidget)
    assert calendar.selectedDate().toString(Qt.DateFormat.ISODate) == "2026-12-31"
    QTest.keyClick(calendar.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(calendar.focusWidget(), Qt.Key.Key_Return)
    assert day_of(pizzeria) == "2026-12-30"
    assert pizzeria.text_in("Due") == "2026-12-30"
    assert isinstance(pizzeria.focus, QLineEdit)


def _troubles(driver: WindowDriver) -> list[QLabel]:
    labels = driver.window.right.findChildren(QLabel)
    return [label for label in labels if label.property("role") == "trouble" and label.isVisible()]
