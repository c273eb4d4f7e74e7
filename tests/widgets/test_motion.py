"""What moves: a note that is dragged, lifted from the map, and one that flies to another stage."""

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.widgets.at_hand.parked_card import ParkedCard
from app.widgets.base.lifted import Lifted
from app.widgets.base.preferences import prefer
from app.widgets.canvas.flights import Outline
from app.widgets.canvas.gestures.move_to_cell import MoveToCell
from tests.driver import LEFT, NO_KEYS, WindowDriver

DRAGGED, OTHER = "Car park is full by seven", "No signs to the restroom"


def drag(driver: WindowDriver) -> QPoint:
    """Take a note up and hold it over the left half of another. Returns where."""
    driver.canvas.fit()
    viewport = driver.canvas.viewport()
    start, place = (
        driver.canvas.mapFromScene(rectangle.center())
        for rectangle in (_place(driver, DRAGGED), _place(driver, OTHER))
    )
    place -= QPoint(12, 0)
    QTest.mousePress(viewport, LEFT, NO_KEYS, start)
    for share in (0.3, 0.6, 1.0):
        QApplication.processEvents()  # What a hand has done is painted before it goes on.
        QTest.mouseMove(viewport, start + (place - start) * share)
    return place


def _place(driver: WindowDriver, text: str) -> QRectF:
    rectangle = driver.canvas.rectangle_of(driver.note(text).id)
    assert rectangle is not None
    return rectangle


def test_others_make_room_for_a_note_that_is_dragged(pizzeria: WindowDriver) -> None:
    before = _place(pizzeria, OTHER)
    place = drag(pizzeria)
    gesture = pizzeria.canvas.pointer.gesture
    assert isinstance(gesture, MoveToCell)
    assert _place(pizzeria, OTHER).left() > before.left()
    QTest.mouseRelease(pizzeria.canvas.viewport(), LEFT, NO_KEYS, place)
    assert pizzeria.note(DRAGGED).stage == pizzeria.note(OTHER).stage
    assert pizzeria.note(DRAGGED).position == 0


@pytest.mark.parametrize("motion", ["system", "less"])
def test_what_makes_room_is_seen_to_move_unless_less_is_to_move(pizzeria: WindowDriver, motion: str) -> None:
    prefer("motion", motion)
    pizzeria.canvas.fit()
    view = pizzeria.canvas.viewport()
    view.grab()
    place = drag(pizzeria)
    there = pizzeria.canvas.mapFromScene(_place(pizzeria, OTHER)).boundingRect()
    on_its_way = view.grab(there).toImage()
    pizzeria.wait_until(lambda: not is_moving(pizzeria))
    landed = view.grab(there).toImage()
    assert (on_its_way == landed) == (motion == "less")
    QTest.mouseRelease(view, LEFT, NO_KEYS, place)


def is_moving(driver: WindowDriver) -> bool:
    gesture = driver.canvas.pointer.gesture
    assert isinstance(gesture, MoveToCell)
    return gesture.room.is_moving


def test_esc_lets_a_note_that_is_dragged_lie_where_it_lay(pizzeria: WindowDriver) -> None:
    drawn = pizzeria.canvas.shown.layout
    pizzeria.canvas.fit()
    before = _place(pizzeria, OTHER)
    drag(pizzeria)
    pizzeria.press("Escape")
    assert _place(pizzeria, OTHER) == before
    assert pizzeria.note(DRAGGED).stage == pizzeria.stage("Arrival").id
    assert pizzeria.canvas.shown.layout.rectangle == drawn.rectangle
    QTest.mouseRelease(pizzeria.canvas.viewport(), LEFT, NO_KEYS, QPoint(5, 5))


def test_a_note_that_is_sent_flies_and_has_landed_soon(pizzeria: WindowDriver) -> None:
    pizzeria.go_to_cell("Arrival", "Pain points")
    pizzeria.write("4> No lamp")
    pizzeria.press("Return")
    flying = pizzeria.canvas.viewport().findChildren(Lifted)
    assert len(flying) == 1
    pizzeria.press("Escape")
    pizzeria.wait_until(lambda: not pizzeria.canvas.viewport().findChildren(Lifted))


def test_where_less_is_to_move_an_outline_says_where_it_landed(pizzeria: WindowDriver) -> None:
    prefer("motion", "less")
    pizzeria.go_to_cell("Arrival", "Pain points")
    pizzeria.write("4> No lamp")
    pizzeria.press("Return")
    pizzeria.press("Escape")
    assert not pizzeria.canvas.viewport().findChildren(Lifted)
    assert pizzeria.canvas.viewport().findChildren(Outline)
    pizzeria.wait_until(lambda: not pizzeria.canvas.viewport().findChildren(Outline))


def test_a_note_that_is_parked_flies_to_its_card_and_typing_goes_on(pizzeria: WindowDriver) -> None:
    pizzeria.go_to_cell("Arrival", "Pain points")
    pizzeria.write("p> Who owns the sign?")
    pizzeria.press("Return")
    pizzeria.write("No lamp")
    pizzeria.wait_until(lambda: bool(pizzeria.window.findChildren(Lifted)))
    pizzeria.wait_until(lambda: not pizzeria.window.findChildren(Lifted))
    pizzeria.press("Escape")
    assert pizzeria.note("No lamp").stage == pizzeria.stage("Arrival").id


def test_where_less_is_to_move_the_card_of_what_was_parked_is_outlined(pizzeria: WindowDriver) -> None:
    prefer("motion", "less")
    pizzeria.go_to_cell("Arrival", "Pain points")
    pizzeria.write("p> Who owns the sign?")
    pizzeria.press("Return")
    pizzeria.press("Escape")
    pizzeria.wait_until(lambda: bool(pizzeria.window.findChildren(Outline)))
    (outline,) = pizzeria.window.findChildren(Outline)
    card = pizzeria.find(ParkedCard, "Who owns the sign?")
    assert outline.geometry().contains(QRect(card.mapTo(pizzeria.window, QPoint()), card.size()))
    assert not pizzeria.window.findChildren(Lifted)
    pizzeria.wait_until(lambda: not pizzeria.window.findChildren(Outline))
