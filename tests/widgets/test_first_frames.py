"""What a press shows at once while a room looks on, and what comes with the next frames."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from app.drawing.text import remembered_block
from app.widgets.base.preferences import prefer
from app.widgets.room.slide_view import SlideView
from tests.driver import WindowDriver


def shown(driver: WindowDriver) -> SlideView:
    """What a room sees of the map, on all of the screen."""
    driver.press("F5")
    view, screen = driver.window.presentation.view, driver.window.screen().size()
    driver.wait_until(lambda: view.size() == screen)
    return view


def test_the_lit_stage_is_all_there_before_its_neighbours(pizzeria: WindowDriver) -> None:
    prefer("motion", "less")
    view = shown(pizzeria)
    pizzeria.press("3")
    pizzeria.press("Return")
    first = view.grab().toImage()
    assert view.is_turning
    pizzeria.wait_until(lambda: not view.is_turning)
    whole = view.grab().toImage()
    sheet = view.map.geometry.sheet.toRect()
    assert without(first, sheet) != without(whole, sheet)
    read = QRect(0, 0, sheet.right(), view.height())
    between = QRect(view.map.geometry.names.toRect().right() + 1, 0, 0, view.height())
    between.setRight(sheet.left() - 1)
    assert without(first.copy(read), between) == without(whole.copy(read), between)


def without(image: QImage, place: QRect) -> QImage:
    """An image with a part of it black."""
    found = image.copy()
    with QPainter(found) as painter:
        painter.fillRect(place, Qt.GlobalColor.black)
    return found


def test_no_text_is_broken_for_a_jump_to_a_stage(pizzeria: WindowDriver) -> None:
    view = shown(pizzeria)
    view.rest()
    before = remembered_block.cache_info().misses
    pizzeria.press("6")
    pizzeria.press("Return")
    assert remembered_block.cache_info().misses - before <= FOOT


FOOT = 4
"""The texts at the foot: the stage's number, how many there are, its name, what is said while one types."""
