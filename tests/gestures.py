"""Gestures by the mouse, most of them on the canvas."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.driver import LEFT, NO_KEYS, WindowDriver


def drag(
    driver: WindowDriver,
    start: QPoint,
    end: QPoint,
    keys: Qt.KeyboardModifier = NO_KEYS,
    let_go: bool = True,
) -> None:
    """Press at a place, move to another in small steps, and let go."""
    viewport = driver.canvas.viewport()
    QTest.mousePress(viewport, LEFT, keys, start)
    for step in range(1, 9):
        QTest.mouseMove(viewport, start + (end - start) * step / 8)
    if let_go:
        QTest.mouseRelease(viewport, LEFT, keys, end)


def point_at(over: QWidget, place: QPoint) -> None:
    """Move the pointer over a widget, with the keys held that are held."""
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(place), QPointF(over.mapToGlobal(place)), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, QApplication.keyboardModifiers(),
    )  # fmt: skip
    QCoreApplication.sendEvent(over, event)


def cell_place(driver: WindowDriver, stage: str, section: str) -> QPoint:
    """The lower right corner of a cell, where no note lies."""
    layout = driver.canvas.shown.layout
    cell = layout.cell_rectangle(driver.section(section).id, driver.stage(stage).id)
    assert cell is not None
    return driver.canvas.mapFromScene(cell.bottomRight() - QPointF(14, 14))


def menu_at(driver: WindowDriver, place: QPoint, reason: QContextMenuEvent.Reason) -> QMenu:
    """The menu that opens when it is asked for at a place of the canvas."""
    viewport = driver.canvas.viewport()
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, place, viewport.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu
