"""The start page: recent projects, templates, dropped files."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.formats.templates import template, template_names
from app.model.document import Document
from app.model.labels import plain_label
from app.model.verbs.editing import set_fields
from app.model.verbs.maps import add_map, new_project
from app.storage.project_file import ProjectFile
from app.widgets.program.window_manager import WindowManager
from app.widgets.start.page import StartPage
from app.widgets.start.tile import Tile
from tests.driver import LEFT, WindowDriver
from tests.widgets.conftest import OpenWindow


@pytest.fixture
def start(window_manager: WindowManager) -> StartPage:
    page = window_manager.open_start()
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
    start: StartPage, window_manager: WindowManager
) -> None:
    start.template_wanted.emit("pizzeria")
    (window,) = window_manager.windows
    assert window_manager.start is None
    assert window.editor.document == template("pizzeria")
    assert window.path.name == "Trattoria Lago.journey"


def test_new_project_by_button_and_by_key(
    start: StartPage, window_manager: WindowManager, qtbot: QtBot
) -> None:
    button = next(each for each in start.findChildren(QToolButton) if each.text() == "New project")
    QTest.mouseClick(button, LEFT)
    (window,) = window_manager.windows
    again = window_manager.open_start()
    assert QTest.qWaitForWindowActive(again)
    QTest.keySequence(again, "Ctrl+N")
    qtbot.waitUntil(lambda: len(window_manager.windows) == 2)
    assert window_manager.windows[1].path != window.path


def test_what_was_open_last_is_first_with_a_picture_of_it_and_opens_by_key(
    open_window: OpenWindow, window_manager: WindowManager
) -> None:
    editor = open_window(template("pizzeria"))
    path = editor.project.path
    editor.close()
    page = window_manager.open_start()
    assert QTest.qWaitForWindowActive(page)
    first = page.recent.tiles[0]
    assert first.text() == "Trattoria Lago"
    assert first.has_picture
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert [window.path for window in window_manager.windows] == [path]


def test_a_project_that_is_gone_is_not_offered_and_one_is_taken_off_the_list(
    open_window: OpenWindow, window_manager: WindowManager
) -> None:
    kept, gone = open_window(template("pizzeria")), open_window(template("blank"))
    for editor in (kept, gone):
        editor.close()
    gone.project.path.unlink()
    page = window_manager.open_start()
    (left,) = page.recent.tiles
    QTest.keyClick(left, Qt.Key.Key_Delete)
    assert page.recent.tiles == []
    assert page.recent.isHidden()
    assert kept.project.path.exists()


def test_a_project_dropped_on_the_start_page_or_on_a_map_opens(
    start: StartPage, window_manager: WindowManager, tmp_path: Path
) -> None:
    paths = [tmp_path / "first.journey", tmp_path / "second.journey"]
    for path in paths:
        ProjectFile.create(path, template("pizzeria")).close()
    assert drop(start, paths[0])
    assert [window.path for window in window_manager.windows] == [paths[0]]
    assert drop(window_manager.windows[0], paths[1])
    assert [window.path for window in window_manager.windows] == [paths[1]]


def with_reviews(*days: date | None) -> Document:
    """A project with a map for each day, "Map 1", "Map 2" …, due to be reviewed on it."""
    document = new_project("Trattoria & Lago", "Map 0")
    for number, day in enumerate(days, 1):
        document.apply(add_map(document, f"Map {number}", id=f"map-{number}"))
        review = day.isoformat() if day else None
        document.apply(set_fields(document, [f"map-{number}"], plain_label("Set review date"), review=review))
    return document


def test_maps_that_are_due_to_be_reviewed_are_told_the_longest_due_first_and_open(
    open_window: OpenWindow, window_manager: WindowManager, qtbot: QtBot
) -> None:
    today = date.today()
    days = (today, today + timedelta(days=1), None, today - timedelta(days=400))
    editor = open_window(with_reviews(*days))
    path = editor.project.path
    editor.close()
    start = window_manager.open_start()
    qtbot.waitUntil(lambda: not start.is_drawing, timeout=20_000)
    told = [line.accessibleName() for line in start.reviews.lines]
    assert [line.split(" · ")[0] for line in told] == ["Map 4", "Map 1"]
    assert told[1] == "Map 1 · Trattoria & Lago – review is due today"
    assert "was due on" in told[0]
    assert start.reviews.isVisible()
    QTest.mouseClick(start.reviews.lines[1], LEFT)
    (window,) = window_manager.windows
    assert window.path == path
    assert window.editor.journey_map.title == "Map 1"
    assert window_manager.start is None


def test_a_damaged_project_hinders_no_other_from_telling_its_reviews(
    open_window: OpenWindow, window_manager: WindowManager, qtbot: QtBot
) -> None:
    due, damaged = (open_window(with_reviews(date(2020, 1, 1))) for _ in range(2))
    for editor in (due, damaged):
        editor.close()
    damaged.project.path.write_bytes(b"no project")
    start = window_manager.open_start()
    qtbot.waitUntil(lambda: not start.is_drawing, timeout=20_000)
    assert len(start.reviews.lines) == 1


def test_nothing_is_said_of_reviews_where_none_is_due(start: StartPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not start.is_drawing, timeout=20_000)
    assert start.reviews.isHidden()


def test_nothing_else_can_be_dropped(pizzeria: WindowDriver, tmp_path: Path) -> None:
    before = pizzeria.document.copy()
    assert not drop(pizzeria.window, tmp_path / "notes.mp3")
    assert not drop(pizzeria.window, tmp_path / "a.journey", tmp_path / "b.journey")
    assert pizzeria.document == before


def test_the_start_page_can_be_reached_from_a_project(
    pizzeria: WindowDriver, window_manager: WindowManager
) -> None:
    pizzeria.press("Alt+Home")
    assert window_manager.start is not None
    assert window_manager.start.isVisible()
    window_manager.open(pizzeria.project.path, instead_of=window_manager.start)
    assert window_manager.start is None
    assert len(window_manager.windows) == 1


def test_everything_on_the_start_page_has_a_name_and_is_reached_by_tab(start: StartPage) -> None:
    stops = [
        each
        for each in start.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
    ]
    assert len(stops) >= 3 + len(template_names())
    assert all(each.accessibleName() for each in stops)


def test_the_page_does_not_wait_for_what_only_projects_need() -> None:
    heavy = {
        "sqlalchemy",
        "pydantic",
        "pydantic_core",
        "subprocess",
        "numpy",
        "reportlab",
        "babel",
        "app.drawing.text",
        "app.model.records",
        "app.widgets.window.main_window",
    }
    asked = f"import sys, app.cli.jobs, app.widgets.program.application; print({heavy!r} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"
