"""A touch screen: one finger is a mouse, two are none."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.model.records import Note
from tests.driver import WindowDriver


@pytest.fixture(scope="module")
def screen(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


class Hand:
    """Fingers on the canvas, by number, at the places where they are."""

    def __init__(self, driver: WindowDriver, screen: QPointingDevice) -> None:
        self._viewport = driver.canvas.viewport()
        self._screen = screen
        self._down: dict[int, QPoint] = {}

    def press(self, finger: int, place: QPoint) -> None:
        self._down[finger] = place
        self._tell(finger, "press")

    def move(self, finger: int, place: QPoint) -> None:
        start = self._down[finger]
        for step in range(1, 9):
            self._down[finger] = start + (place - start) * step / 8
            self._tell(finger, "move")

    def lift(self, finger: int) -> None:
        self._tell(finger, "release")
        del self._down[finger]

    def _tell(self, finger: int, what: str) -> None:
        touch = QTest.touchEvent(self._viewport, self._screen)
        for each, place in self._down.items():
            if each == finger:
                getattr(touch, what)(each, place, self._viewport)
            else:
                touch.stationary(each)
        touch.commit()


def places(driver: WindowDriver) -> dict[str, tuple[str, str, int]]:
    return {note.id: (note.section, note.stage, note.position) for note in driver.document.all(Note)}


def test_one_finger_drags_a_note_as_the_mouse_does(pizzeria: WindowDriver, screen: QPointingDevice) -> None:
    hand, before = Hand(pizzeria, screen), places(pizzeria)
    hand.press(0, start := pizzeria.place_of(pizzeria.note("Eats").id))
    hand.move(0, start + QPoint(260, 0))
    hand.lift(0)
    assert places(pizzeria) != before


@pytest.mark.parametrize("lifted_first", [0, 1])
def test_a_pinch_that_begins_on_a_note_leaves_it_where_it_is(
    pizzeria: WindowDriver, screen: QPointingDevice, lifted_first: int
) -> None:
    hand, before = Hand(pizzeria, screen), places(pizzeria)
    hand.press(0, start := pizzeria.place_of(pizzeria.note("Eats").id))
    hand.move(0, start + QPoint(60, 0))
    assert pizzeria.canvas.pointer.gesture is not None
    hand.press(1, start - QPoint(200, 0))
    assert pizzeria.canvas.pointer.gesture is None
    hand.move(0, start + QPoint(260, 0))
    hand.move(1, start - QPoint(400, 0))
    hand.lift(lifted_first)
    hand.move(1 - lifted_first, start + QPoint(200, 0))
    hand.lift(1 - lifted_first)
    assert places(pizzeria) == before
    assert pizzeria.editor.history.undoable is None


def test_after_a_pinch_one_finger_drags_again(pizzeria: WindowDriver, screen: QPointingDevice) -> None:
    hand, before = Hand(pizzeria, screen), places(pizzeria)
    start = pizzeria.place_of(pizzeria.note("Eats").id)
    hand.press(0, start)
    hand.press(1, start + QPoint(90, 0))
    hand.lift(1)
    hand.lift(0)
    assert places(pizzeria) == before
    hand.press(0, start)
    hand.move(0, start + QPoint(260, 0))
    hand.lift(0)
    assert places(pizzeria) != before


def test_a_finger_set_down_again_while_another_lies_there_takes_hold_of_nothing(
    pizzeria: WindowDriver, screen: QPointingDevice
) -> None:
    hand, before = Hand(pizzeria, screen), places(pizzeria)
    start = pizzeria.place_of(pizzeria.note("Eats").id)
    hand.press(0, start - QPoint(200, 60))
    hand.press(1, start - QPoint(100, 0))
    hand.lift(0)
    hand.press(2, start)
    hand.move(2, start + QPoint(260, 0))
    hand.lift(2)
    hand.lift(1)
    assert places(pizzeria) == before
    assert pizzeria.editor.history.undoable is None
