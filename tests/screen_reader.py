"""What a screen reader finds in the window."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface

from app.model.records import Id
from tests.driver import WindowDriver

NAME = QAccessible.Text.Name


Role = QAccessible.Role


def table_of(driver: WindowDriver) -> QAccessibleInterface:
    """The table, found as a screen reader finds it: from the window down."""
    found = [each for each in below(interface(driver.window)) if each.role() == Role.Table]
    (table,) = [each for each in found if each.text(NAME) == "Map as a table"]
    return table


def interface(thing: object) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(thing)  # type: ignore[arg-type]
    assert found is not None
    return found


def below(top: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for number in range(top.childCount()):
        child = top.child(number)
        yield child
        if child.role() != Role.Table:
            yield from below(child)


def cells_of(table: QAccessibleInterface) -> list[list[QAccessibleInterface]]:
    """The table's rows, headers among them."""
    children = [table.child(number) for number in range(table.childCount())]
    across = 1 + sum(child.role() == Role.ColumnHeader for child in children)
    return [children[start : start + across] for start in range(0, len(children), across)]


def current(driver: WindowDriver) -> str:
    """What the table says where its focus is."""
    (name,) = [
        cell.text(NAME)
        for row in cells_of(table_of(driver))
        for cell in row
        if cell.role() == Role.Cell and cell.state().focused
    ]
    return name


def on_screen(driver: WindowDriver, id: Id) -> QRect:
    """Where a record of the map is seen, in pixels of the screen."""
    seen = driver.canvas.rectangle_of(id)
    assert seen is not None
    pixels: QRect = driver.canvas.mapFromScene(seen).boundingRect()
    return pixels.translated(driver.canvas.viewport().mapToGlobal(QPoint(0, 0)))
