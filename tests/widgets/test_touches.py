"""A touch screen while a map is shown: on, back, closer."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.widgets.base.preferences import prefer
from tests.driver import WindowDriver


@pytest.fixture(scope="module")
def screen(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def shown(pizzeria: WindowDriver) -> WindowDriver:
    """The sample while a room looks at its second stage."""
    pizzeria.press("F5")
    pizzeria.press("PgDown")
    pizzeria.press("2")
    pizzeria.press("Return")
    return pizzeria


def swipe(driver: WindowDriver, screen: QPointingDevice, *ways: tuple[QPoint, QPoint]) -> None:
    """Lay a finger down for each way, move all of them along, and lift them."""
    view = driver.window.presentation.view

    def tell(what: str, share: float) -> None:
        touch = QTest.touchEvent(view, screen)
        for finger, (start, end) in enumerate(ways):
            getattr(touch, what)(finger, start + (end - start) * share, view)
        touch.commit()

    tell("press", 0.0)
    for step in range(1, 5):
        tell("move", step / 4)
    tell("release", 1.0)


def slide(driver: WindowDriver) -> int:
    show = driver.window.presentation.show
    return show.slides.index(show.slide)


RIGHT, LEFT = QPoint(600, 300), QPoint(300, 310)


def test_a_touch_goes_on_once(shown: WindowDriver, screen: QPointingDevice) -> None:
    before = slide(shown)
    swipe(shown, screen, (LEFT, LEFT))
    assert slide(shown) == before + 1


def test_a_swipe_goes_on_and_another_back(shown: WindowDriver, screen: QPointingDevice) -> None:
    before = slide(shown)
    swipe(shown, screen, (RIGHT, LEFT))
    assert slide(shown) == before + 1
    swipe(shown, screen, (LEFT, RIGHT))
    assert slide(shown) == before


def test_a_finger_that_moves_down_does_nothing(shown: WindowDriver, screen: QPointingDevice) -> None:
    before = slide(shown)
    swipe(shown, screen, (LEFT, LEFT + QPoint(20, 240)))
    assert slide(shown) == before


def test_two_fingers_look_closer_until_the_next_slide(shown: WindowDriver, screen: QPointingDevice) -> None:
    view, before = shown.window.presentation.view, slide(shown)
    shown.wait_until(lambda: not view.is_turning)
    whole = view.grab().toImage()
    swipe(shown, screen, (QPoint(400, 300), QPoint(250, 300)), (QPoint(460, 300), QPoint(610, 300)))
    assert slide(shown) == before
    assert view.grab().toImage() != whole
    shown.press("PgDown")
    shown.press("PgUp")
    shown.wait_until(lambda: not view.is_turning)
    assert view.grab().toImage() == whole


def test_what_the_back_row_needs_is_larger(pizzeria: WindowDriver) -> None:
    sizes = []
    for metres in (3, 6, 10):
        prefer("back_row", metres)
        pizzeria.press("F5")
        sizes.append(pizzeria.window.presentation.view.map.type.scale)
        pizzeria.press("Escape", times=2)
    assert sizes[0] < sizes[1] < sizes[2]
    prefer("picture_width", 4.0)
    pizzeria.press("F5")
    assert pizzeria.window.presentation.view.map.type.scale < sizes[2]
