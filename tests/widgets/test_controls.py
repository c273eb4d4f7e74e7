"""What must hold of every control that the program shows, whoever adds the next one."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from app.widgets.canvas.view import CanvasView
from app.widgets.forms.choice_fields import ComboBox
from app.widgets.pages.matrix.matrix_view import MatrixView
from app.widgets.room.slide_view import SlideView
from tests.controls import stops
from tests.driver import WindowDriver
from tests.scenes import SCENES, cleared_away, shown

CONTROLS = (
    *(QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox),
    *(QLineEdit, QPlainTextEdit, QAbstractItemView),
)
DRIVEN_FROM_ELSEWHERE = {"Choices", "What would be pasted"}
"""Lists that the arrow keys move while the line above them has the focus; a table only to be looked at."""
TO_LOOK_AT = (CanvasView, SlideView, QScrollArea, MatrixView)
"""A tooltip would lie over what one reads there."""


@pytest.fixture
def window(impatient: None, pizzeria: WindowDriver) -> Iterator[WindowDriver]:
    """A window whose dialogs are closed in the end, and whose troubles are over then."""
    with cleared_away(pizzeria):
        yield pizzeria


@pytest.mark.parametrize("name", SCENES)
def test_everything_has_name_and_tooltip_is_reached_by_keys_and_shows_the_focus(
    window: WindowDriver, name: str
) -> None:
    top = shown(window, name)
    found, on_the_way = controls(top), stops(top)
    assert found
    assert [f"{_told(each)} {lack}" for each in found for lack in lacks(each, on_the_way)] == []
    top.window().activateWindow()
    assert QTest.qWaitForWindowActive(top.window())
    assert [f"{_told(each)} does not show the focus" for each in on_the_way if not shows_focus(each)] == []


def lacks(control: QWidget, on_the_way: list[QWidget]) -> Iterator[str]:
    """What a control lacks that all have to have; `on_the_way` is what Tab comes to."""
    if not _name(control):
        yield "has no name"
    if not control.toolTip() and not isinstance(control, TO_LOOK_AT):
        yield "has no tooltip"
    if control.isEnabled() and control not in on_the_way and _name(control) not in DRIVEN_FROM_ELSEWHERE:
        yield "is out of the keyboard's reach"
    if isinstance(control, QComboBox) and not isinstance(control, ComboBox):
        yield "does not show that there is more to choose from"


def shows_focus(stop: QWidget) -> bool:
    """Whether something that Tab comes to looks otherwise while it has the focus."""
    if not stop.isEnabled() or isinstance(stop, CanvasView | SlideView):
        return True
    stop.setFocus()
    focused = _picture(stop)
    stop.clearFocus()
    return _picture(stop) != focused


def controls(top: QWidget) -> list[QWidget]:
    """What people use in a window: not the parts that a control is made of."""
    on_the_way = stops(top)
    return [
        each
        for each in top.findChildren(QWidget)
        if each.isVisible()
        and (isinstance(each, CONTROLS) or each in on_the_way)
        and not isinstance(each, QScrollBar)
        and not isinstance(each.parentWidget(), QAbstractSpinBox | QComboBox)
        and not isinstance(each.parentWidget(), QAbstractItemView)
    ]


def _name(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {_name(widget) or widget.toolTip()!r}"


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()
