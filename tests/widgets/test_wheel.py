"""The wheel over what it would change."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollBar,
    QWidget,
)

from app.widgets.pages.export.dialog import ExportDialog
from tests.driver import NO_KEYS, WindowDriver


def turn(control: QWidget, notches: int) -> None:
    place = QPointF(control.rect().center())
    event = QWheelEvent(
        place,
        control.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        NO_KEYS,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(control, event)


def value_of(control: QWidget) -> object:
    if isinstance(control, QComboBox):
        return control.currentIndex()
    return control.value() if isinstance(control, QAbstractSlider) else control.property("value")


def controls(window: QWidget) -> list[QWidget]:
    """All in a window that the wheel could change."""
    kinds = (QAbstractSpinBox, QComboBox, QAbstractSlider)
    found = [each for each in window.findChildren(QWidget) if isinstance(each, kinds)]
    return [each for each in found if each.isVisible() and not isinstance(each, QScrollBar)]


def show_note(driver: WindowDriver) -> QWidget:
    driver.select_note("Light the sign")
    return driver.window


def show_persona(driver: WindowDriver) -> QWidget:
    driver.press("Ctrl+Shift+P")
    return driver.window


def show_graph(driver: WindowDriver) -> QWidget:
    driver.select_section("Emotional graph")
    return driver.window


def show_history(driver: WindowDriver) -> QWidget:
    driver.add_note("Research", "Ideas", "one more")
    driver.press("Ctrl+Shift+H")
    return driver.window


def show_export(driver: WindowDriver) -> QWidget:
    driver.press("Ctrl+Shift+E")
    [dialog] = driver.window.findChildren(ExportDialog)
    return dialog


PLACES = (show_note, show_persona, show_graph, show_history, show_export)


@pytest.mark.parametrize("show", PLACES, ids=lambda show: show.__name__)
def test_the_wheel_changes_nothing_that_it_only_passes_over(pizzeria: WindowDriver, show: object) -> None:
    assert callable(show)
    window = show(pizzeria)
    before, found = pizzeria.document.copy(), controls(window)
    assert found
    for control in found:
        control.clearFocus()
        value = value_of(control)
        for notches in (1, -1, -1):
            turn(control, notches)
            assert value_of(control) == value, control.accessibleName()
        assert control.focusPolicy() != Qt.FocusPolicy.WheelFocus, control.accessibleName()
    assert pizzeria.document == before
    if isinstance(window, ExportDialog):
        window.reject()


def test_the_wheel_over_a_field_scrolls_what_is_behind(pizzeria: WindowDriver) -> None:
    pizzeria.window.resize(1100, 400)
    pizzeria.select_note("Light the sign")
    votes = pizzeria.field("Votes")
    area = next(
        each
        for each in pizzeria.window.right.findChildren(QAbstractScrollArea)
        if each.isAncestorOf(votes) and each.verticalScrollBar().maximum()
    )
    pizzeria.canvas.setFocus()
    area.verticalScrollBar().setValue(votes.mapTo(area, QPoint()).y() - 100)
    before = area.verticalScrollBar().value()
    place = votes.mapTo(pizzeria.window, votes.rect().center())
    QTest.wheelEvent(pizzeria.window.windowHandle(), place, QPoint(0, 120))
    assert area.verticalScrollBar().value() < before
    assert pizzeria.canvas.hasFocus()
    assert pizzeria.note("Light the sign").votes == 5


def test_the_wheel_changes_the_number_that_one_is_at(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Light the sign")
    votes = pizzeria.field("Votes")
    votes.setFocus(Qt.FocusReason.TabFocusReason)
    turn(votes, 1)
    assert pizzeria.note("Light the sign").votes == 6
