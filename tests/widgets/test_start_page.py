"""The start page: recent projects, templates, dropped files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.formats.templates import template, template_names
from app.storage.project_file import ProjectFile
from app.widgets.application import Desk
from app.widgets.start.page import StartPage
from app.widgets.start.tile import Tile
from tests.driver import LEFT, WindowDriver
from tests.widgets.conftest import OpenWindow


@pytest.fixture
def start(desk: Desk) -> StartPage:
    page = desk.open_start()
    assert QTest.qWaitForWindowActive(page)
    return page


def tile(page: StartPage, name: str) -> Tile:
    found = [each for each in (*page.recent.tiles, *page.templates.tiles) if each.text() == name]
    assert found, f"there is no tile {name}"
    return found[0]


def drop(window: QWidget, *paths: Path) -> bool:
    """Drag files over the middle of a window and let them go. Returns whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    target = window.childAt(window.rect().center()) or window
    place, action, button = target.rect().center(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(place), action, data, button, keys)
    QApplication.sendEvent(target, entered)
    if not entered.isAccepted():
        return False
    dropped = QDropEvent(QPointF(place), action, data, button, keys)
    QApplication.sendEvent(target, dropped)
    return dropped.isAccepted()


def test_every_template_is_there_and_gets_its_picture_and_name(start: StartPage, qtbot: QtBot) -> None:
    assert len(start.templates.tiles) == len(template_names())
    qtbot.waitUntil(lambda: not start.is_drawing, timeout=20_000)
    names = {each.text() for each in start.templates.tiles}
    assert {"Blank", template("pizzeria").project.name} <= names
    assert all(each.has_picture for each in start.templates.tiles)


def test_a_template_opens_in_a_file_of_its_own_in_place_of_the_start_page(
    start: StartPage, desk: Desk
) -> None:
    start.template_wanted.emit("pizzeria")
    (window,) = desk.windows
    assert desk.start is None
    assert window.editor.document == template("pizzeria")
    assert window.path.name == "Trattoria Lago.journey"


def test_new_project_by_button_and_by_key(start: StartPage, desk: Desk, qtbot: QtBot) -> None:
    button = next(each for each in start.findChildren(QToolButton) if each.text() == "New project")
    QTest.mouseClick(button, LEFT)
    (window,) = desk.windows
    again = desk.open_start()
    assert QTest.qWaitForWindowActive(again)
    QTest.keySequence(again, "Ctrl+N")
    qtbot.waitUntil(lambda: len(desk.windows) == 2)
    assert desk.windows[1].path != window.path


def test_what_was_open_last_is_first_with_a_picture_of_it_and_opens_by_key(
    open_window: OpenWindow, desk: Desk
) -> None:
    editor = open_window(template("pizzeria"))
    path = editor.project.path
    editor.close()
    page = desk.open_start()
    assert QTest.qWaitForWindowActive(page)
    first = page.recent.tiles[0]
    assert first.text() == "Trattoria Lago"
    assert first.has_picture
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert [window.path for window in desk.windows] == [path]


def test_a_project_that_is_gone_is_not_offered_and_one_is_taken_off_the_list(
    open_window: OpenWindow, desk: Desk
) -> None:
    kept, gone = open_window(template("pizzeria")), open_window(template("blank"))
    for editor in (kept, gone):
        editor.close()
    gone.project.path.unlink()
    page = desk.open_start()
    (left,) = page.recent.tiles
    QTest.keyClick(left, Qt.Key.Key_Delete)
    assert page.recent.tiles == []
    assert page.recent.isHidden()
    assert kept.project.path.exists()


def test_a_project_dropped_on_the_start_page_or_on_a_map_opens(
    start: StartPage, desk: Desk, tmp_path: Path
) -> None:
    paths = [tmp_path / "first.journey", tmp_path / "second.journey"]
    for path in paths:
        ProjectFile.create(path, template("pizzeria")).close()
    assert drop(start, paths[0])
    assert [window.path for window in desk.windows] == [paths[0]]
    assert drop(desk.windows[0], paths[1])
    assert [window.path for window in desk.windows] == [paths[1]]


def test_nothing_else_can_be_dropped(pizzeria: WindowDriver, tmp_path: Path) -> None:
    before = pizzeria.document.copy()
    assert not drop(pizzeria.window, tmp_path / "notes.txt")
    assert not drop(pizzeria.window, tmp_path / "a.journey", tmp_path / "b.journey")
    assert pizzeria.document == before


def test_the_start_page_can_be_reached_from_a_project(pizzeria: WindowDriver, desk: Desk) -> None:
    pizzeria.press("Alt+Home")
    assert desk.start is not None
    assert desk.start.isVisible()
    desk.open(pizzeria.project.path, instead_of=desk.start)
    assert desk.start is None
    assert len(desk.windows) == 1


def test_everything_on_the_start_page_has_a_name_and_is_reached_by_tab(start: StartPage) -> None:
    stops = [
        each
        for each in start.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
    ]
    assert len(stops) >= 3 + len(template_names())
    assert all(each.accessibleName() for each in stops)
