"""The parking lot: what is for another time is parked, seen along the bottom, and put into cells."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.model.records import Lot
from app.model.verbs.parking import park
from app.widgets.at_hand.lot_title import LotSlot
from app.widgets.at_hand.parked_card import ParkedCard
from app.widgets.at_hand.parking_drawer import ParkingDrawer
from tests.driver import LEFT, NO_KEYS, WindowDriver

OWNER = "Who owns the sign?"


@pytest.fixture
def parked(pizzeria: WindowDriver) -> WindowDriver:
    """The sample with something in the parking lot."""
    pizzeria.editor.do(park(pizzeria.document, OWNER, "pink"))
    return pizzeria


def drawer(driver: WindowDriver) -> ParkingDrawer:
    return driver.window.parking


def card(driver: WindowDriver, text: str = OWNER) -> ParkedCard:
    return driver.find(ParkedCard, text)


def waiting(driver: WindowDriver, lot: Lot = "parking lot") -> list[str]:
    return [note.text for note in driver.document.parked(lot)]


def test_what_begins_with_p_is_parked_and_the_cursor_stays(pizzeria: WindowDriver) -> None:
    pizzeria.go_to_cell("Arrival", "Pain points")
    before = pizzeria.editor.selection.cell
    pizzeria.write("p> Who owns the sign?")
    pizzeria.press("Return")
    pizzeria.press("Escape")
    assert waiting(pizzeria) == [OWNER]
    assert pizzeria.editor.selection.cell == before
    assert drawer(pizzeria).isVisible()


def test_the_drawer_pushes_the_map_up(parked: WindowDriver) -> None:
    with_it = parked.canvas.height()
    parked.press("Ctrl+Shift+L")
    assert not drawer(parked).isVisible()
    parked.wait_until(lambda: parked.canvas.height() > with_it)


def test_a_dashed_place_stands_where_the_next_card_will_lie(parked: WindowDriver) -> None:
    (slot,) = drawer(parked).findChildren(LotSlot)
    assert slot.x() > card(parked).geometry().right()
    card(parked).setFocus()
    parked.press("Delete")
    (slot,) = (each for each in drawer(parked).findChildren(LotSlot) if each.isVisible())
    assert not slot.visibleRegion().isEmpty()


def test_enter_puts_a_card_into_the_cursors_cell(parked: WindowDriver) -> None:
    parked.go_to_cell("Order", "Pain points")
    card(parked).setFocus()
    parked.press("Return")
    note = parked.note(OWNER)
    assert (note.stage, note.section, note.colour) == (
        parked.stage("Order").id,
        parked.section("Pain points").id,
        "pink",
    )
    assert waiting(parked) == []
    parked.undo()
    assert waiting(parked) == [OWNER]


def test_a_card_is_dragged_into_a_cell(parked: WindowDriver) -> None:
    parked.go_to_cell("Leave", "Pain points")
    cell = parked.canvas.shown.layout.cell_rectangle(
        parked.section("Pain points").id, parked.stage("Leave").id
    )
    assert cell is not None
    place = parked.canvas.mapFromScene(cell.center())
    held = card(parked)
    there = held.mapFromGlobal(parked.canvas.viewport().mapToGlobal(place))
    QTest.mousePress(held, LEFT, NO_KEYS, QPoint(20, 20))
    QTest.mouseMove(held, QPoint(20, -20))
    QTest.mouseMove(held, there)
    QTest.mouseRelease(held, LEFT, NO_KEYS, there)
    assert parked.note(OWNER).stage == parked.stage("Leave").id


def test_a_card_that_is_dropped_elsewhere_stays(parked: WindowDriver) -> None:
    held = card(parked)
    QTest.mousePress(held, LEFT, NO_KEYS, QPoint(20, 20))
    QTest.mouseMove(held, QPoint(90, 20))
    QTest.mouseRelease(held, LEFT, NO_KEYS, QPoint(90, 20))
    assert waiting(parked) == [OWNER]


def test_delete_takes_a_card_away_and_undo_gives_it_back(parked: WindowDriver) -> None:
    card(parked).setFocus()
    parked.press("Delete")
    assert waiting(parked) == []
    parked.undo()
    assert waiting(parked) == [OWNER]


def test_while_showing_p_shows_it_and_nothing_can_be_changed(parked: WindowDriver) -> None:
    parked.press("F5")
    assert not drawer(parked).isVisible()
    parked.press("P")
    assert drawer(parked).isVisible()
    held = card(parked)
    QTest.keyClick(held, Qt.Key.Key_Delete)
    QTest.keyClick(held, Qt.Key.Key_Return)
    assert waiting(parked) == [OWNER]
    parked.window.presentation.view.setFocus()
    parked.press("P")
    assert not drawer(parked).isVisible()


def test_the_room_never_sees_the_inbox(parked: WindowDriver) -> None:
    parked.editor.do(park(parked.document, "Kitchen closes at ten", lot="inbox"))
    assert len(drawer(parked).cards) == 2
    parked.press("F5")
    parked.press("P")
    assert [each.note.text for each in drawer(parked).cards] == [OWNER]
    parked.press("P")
    parked.press("Escape", times=2)
    assert len(drawer(parked).cards) == 2
    assert drawer(parked).isVisible()
