"""Impact × effort before a room: by a clicker, by keys, by hand; and never smaller than is read."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.drawing.text import capitals
from app.drawing.theme import TextStyle
from app.model.analysis.matrix import At, placed_at
from app.model.records import Id, Note
from app.widgets.room.matrix.placing_state import PlacingScreen
from tests.driver import LEFT, NO_KEYS, WindowDriver


@pytest.fixture
def room(pizzeria: WindowDriver) -> PlacingScreen:
    pizzeria.canvas.setFocus()
    pizzeria.press("F5")
    pizzeria.press("M")
    screen = pizzeria.window.middle.currentWidget()
    assert isinstance(screen, PlacingScreen)
    return screen


def at(driver: WindowDriver, note: Id | None) -> At | None:
    return placed_at(driver.document.get(Note, note or ""))


def test_notes_are_placed_with_a_clicker_and_arrows(pizzeria: WindowDriver, room: PlacingScreen) -> None:
    show = pizzeria.window.presentation.show
    waiting = [one.note.id for one in room.placing.matrix.waiting]
    assert room.placing.picked == waiting[0]
    pizzeria.press("PgDown", times=2)
    pizzeria.press("PgUp")
    assert room.placing.picked == waiting[1]
    pizzeria.press("Shift+Right")
    pizzeria.press("Escape")
    assert show.mode == "placing"
    assert at(pizzeria, waiting[1]) is None, "what was in the hand is back"
    pizzeria.press("Shift+Left")
    pizzeria.press("Shift+Up")
    pizzeria.press("Return")
    assert at(pizzeria, waiting[1]) == pytest.approx((1 / 6, 5 / 6))
    assert room.foot.accessibleDescription() == "1 of 9 placed"
    pizzeria.press("B")
    assert show.is_blank
    pizzeria.press("PgDown")
    assert not show.is_blank
    assert pizzeria.window.middle.currentWidget() is room
    pizzeria.undo()
    assert at(pizzeria, waiting[1]) is None
    pizzeria.press("Escape")
    assert show.mode == "showing"
    pizzeria.press("Escape", times=2)
    assert show.mode == "off"


def test_a_note_is_dragged_before_the_room(pizzeria: WindowDriver, room: PlacingScreen) -> None:
    sign = pizzeria.note("Light the sign").id
    start, end = room.view.place_of(sign), room.view.pixel_of(At(0.3, 0.7)).toPoint()
    assert start is not None
    QTest.mousePress(room.view, LEFT, NO_KEYS, start.toPoint())
    QTest.mouseMove(room.view, start.toPoint() * 1.2)
    QTest.mouseMove(room.view, end)
    assert at(pizzeria, sign) is None
    QTest.mouseRelease(room.view, LEFT, NO_KEYS, end)
    assert at(pizzeria, sign) == pytest.approx((0.3, 0.7), abs=0.05)


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1280, 800)])
def test_notes_are_read_from_the_back_row(
    pizzeria: WindowDriver, room: PlacingScreen, size: tuple[int, int]
) -> None:
    pizzeria.window.resize(*size)
    QApplication.processEvents()
    style = TextStyle(round(30 * room.view.drawn.times))
    assert capitals(style) * room.view.scale >= 0.0185 * size[1]
