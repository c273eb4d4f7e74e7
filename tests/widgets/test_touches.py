"""A touch screen while a map is shown: on, back, closer."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.widgets.base.preferences import prefer
from tests.driver import WindowDriver
from tests.gestures import point_at


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


def look_closer(driver: WindowDriver, screen: QPointingDevice) -> None:
    driver.wait_until(lambda: not driver.window.presentation.view.is_turning)
    swipe(driver, screen, (QPoint(400, 300), QPoint(250, 300)), (QPoint(460, 300), QPoint(610, 300)))


def red_dot(image: QImage) -> QRect:
    """What is as red as nothing on a map is."""
    found = QRect()
    for y in range(image.height()):
        for x in range(image.width()):
            if QColor(image.pixel(x, y)) == QColor(224, 36, 36):
                found |= QRect(x, y, 1, 1)
    return found


def test_the_red_dot_stands_at_the_pointer_however_closely_one_looks(
    shown: WindowDriver, screen: QPointingDevice
) -> None:
    view = shown.window.presentation.view
    look_closer(shown, screen)
    QTest.keyPress(view, Qt.Key.Key_Control)
    for place in (QPoint(150, 200), QPoint(700, 450)):
        point_at(view, place)
        around = QRect(place - QPoint(40, 40), QSize(80, 80))
        dot = red_dot(view.grab(around).toImage())
        assert (dot.center() - QPoint(40, 40)).manhattanLength() <= 2
    QTest.keyRelease(view, Qt.Key.Key_Control)


def test_the_spotlight_is_on_what_lies_under_the_pointer_however_closely_one_looks(
    shown: WindowDriver, screen: QPointingDevice
) -> None:
    view = shown.window.presentation.view
    look_closer(shown, screen)
    before = view.grab().toImage()
    shown.press("L")
    for place in (QPoint(500, 330), QPoint(640, 480)):
        point_at(view, place)
        lit = view.grab().toImage()
        assert lit.pixelColor(place) == before.pixelColor(place)
        assert lit != before


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
