"""Preferences: what is chosen holds at once and after the next start; nonsense in the settings counts not."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from app.language.spoken import program_language
from app.storage.guard.lock import lock_of
from app.storage.project_file import ProjectFile
from app.widgets.base import file_work
from app.widgets.base.backup_places import all_backups_of, backup_folder
from app.widgets.base.preferences import Preferences, prefer, preferences
from app.widgets.base.window_memory import settings
from app.widgets.preferences.page import PreferencesPage
from app.widgets.program.colours import DARK, LIGHT
from app.widgets.program.style import Style
from app.widgets.program.window_manager import WindowManager
from app.widgets.window.main_window import MainWindow
from tests.driver import WindowDriver
from tests.export_dialog import asked, field, opened
from tests.stalled import stalled
from tests.widgets.conftest import OpenWindow


@pytest.fixture(autouse=True)
def as_before(style: Style) -> Iterator[None]:
    """Has the next test begin with what is usual."""
    yield
    for each in fields(Preferences):
        prefer(each.name, each.default)
    QApplication.processEvents()


def page(window: QMainWindow) -> PreferencesPage:
    (found,) = (each for each in window.findChildren(PreferencesPage) if each.isVisible())
    return found


def asked_for(driver: WindowDriver) -> WindowDriver:
    driver.press("Ctrl+,")
    return driver


def in_its_place(driver: WindowDriver, manager: WindowManager) -> WindowDriver:
    """The window that takes the place of another, once it does."""
    driver.wait_until(lambda: len(manager.windows) == 1 and manager.windows[0] is not driver.window)
    window = manager.windows[0]
    assert QTest.qWaitForWindowActive(window)
    return WindowDriver(window, driver.project)


def language_box(driver: WindowDriver, name: str) -> QComboBox:
    """That of the page: the inspector has one for the project."""
    (found,) = (box for box in page(driver.window).findChildren(QComboBox) if box.accessibleName() == name)
    return found


def ground(driver: WindowDriver) -> str:
    return driver.window.palette().color(QPalette.ColorRole.Window).name().upper()


def test_the_page_opens_by_its_key_its_menu_and_the_start_page_and_esc_closes_it(
    pizzeria: WindowDriver, window_manager: WindowManager
) -> None:
    assert "Preferences…" in pizzeria.menu_texts("File")
    asked_for(pizzeria)
    assert page(pizzeria.window).isAncestorOf(pizzeria.focus)
    pizzeria.press("Escape")
    assert not pizzeria.shows("Theme")
    assert pizzeria.focus is pizzeria.canvas
    start = window_manager.open_start()
    assert QTest.qWaitForWindowActive(start)
    QTest.keySequence(start, QKeySequence("Ctrl+,"))
    pizzeria.wait_until(lambda: bool(start.findChildren(PreferencesPage)))
    assert page(start).isVisible()


@pytest.mark.slow("builds a window three times")
def test_another_language_is_spoken_at_once_with_the_project_as_it_was(
    pizzeria: WindowDriver, window_manager: WindowManager
) -> None:
    pizzeria.select_note("Host at the door")
    pizzeria.fill("Source", "A visit")
    asked_for(pizzeria).choose("Language", "Deutsch")
    german = in_its_place(pizzeria, window_manager)
    assert german.window.path == pizzeria.project.path
    assert language_box(german, "Sprache").currentText() == "Deutsch"
    assert german.focus is language_box(german, "Sprache"), "one goes on where one was"
    german.press("Escape")
    assert german.note("Host at the door").source == "A visit"
    german.editor.undo()
    german.editor.undo()
    assert german.note("Host at the door").source == "", "and can undo what one did before"
    asked_for(german).press("Home")
    in_its_place(german, window_manager)
    assert program_language() == "en"


def test_the_start_page_speaks_another_language_too(window_manager: WindowManager, qtbot: QtBot) -> None:
    start = window_manager.open_start()
    start.activateWindow()
    assert QTest.qWaitForWindowActive(start)
    QTest.keySequence(start, QKeySequence("Ctrl+,"))
    qtbot.waitUntil(lambda: bool(start.findChildren(PreferencesPage)))
    QTest.keyClick(page(start).focusWidget(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window_manager.start is not start)
    again = window_manager.start
    assert again is not None
    assert page(again).isVisible()
    assert program_language() == "en", "English, by name"
    QTest.keyClick(page(again).focusWidget(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window_manager.start is not again)
    assert program_language() == "de"


@pytest.mark.slow("dresses a whole window six times")
def test_light_and_dark_are_preferred_to_the_systems(pizzeria: WindowDriver) -> None:
    asked_for(pizzeria).choose("Theme", "Dark")
    assert ground(pizzeria) == DARK.panel
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert ground(pizzeria) == DARK.panel, "whatever the system is"
    pizzeria.choose("Theme", "Light")
    assert ground(pizzeria) == LIGHT.panel
    pizzeria.choose("Theme", "Dark")
    pizzeria.choose("Theme", "System")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert ground(pizzeria) == LIGHT.panel


@pytest.mark.slow("builds a window twice, and dresses it")
def test_text_is_as_large_as_is_preferred(pizzeria: WindowDriver, window_manager: WindowManager) -> None:
    before = pizzeria.window.status.height(), pizzeria.find(QLabel, "Maps").fontInfo().pixelSize()
    asked_for(pizzeria).choose("Text size", "200 %")
    large = in_its_place(pizzeria, window_manager)
    large.window.fold(left=False)
    after = large.window.status.height(), large.find(QLabel, "Maps").fontInfo().pixelSize()
    assert after == (2 * before[0], 2 * before[1])
    assert large.text_in("Text size") == "200 %"


def test_lengths_are_shown_and_read_in_inches(pizzeria: WindowDriver, in_process: None) -> None:
    asked_for(pizzeria).choose("Lengths", "Inches")
    pizzeria.press("Escape")
    dialog = opened(pizzeria)
    assert dialog.pages.text() == "of 1 page, 46.8 × 33.1 in"
    margin = field(dialog, "margin")
    assert margin.text() == "0.59 in"
    assert asked(dialog).margin is None, "15 mm stay the usual margin, however they are shown"
    margin.setFocus()
    QTest.keySequence(margin, "Ctrl+A")
    QTest.keyClicks(margin, "1")
    QTest.keyClick(margin, Qt.Key.Key_Tab)
    assert margin.text() == "1 in"
    assert asked(dialog).margin == pytest.approx(25.4)
    dialog.reject()


def test_a_maps_first_export_begins_with_the_paper_that_is_at_hand(
    pizzeria: WindowDriver, in_process: None
) -> None:
    asked_for(pizzeria).choose("Paper", "Letter, Tabloid, ANSI …")
    pizzeria.press("Escape")
    dialog = opened(pizzeria)
    assert asked(dialog).paper == "ANSI E"
    field(dialog, "paper").setCurrentText("A2")
    dialog.reject()


def test_others_read_the_name_that_was_typed(pizzeria: WindowDriver, tmp_path: Path) -> None:
    asked_for(pizzeria).fill("Your name", "Ana Sánchez")
    project = ProjectFile.create(tmp_path / "another.journey", pizzeria.document.copy())
    try:
        assert b"Ana S\\u00e1nchez" in lock_of(project.path).read_bytes()
    finally:
        project.close()
    pizzeria.fill("Your name", "")
    assert preferences().author == ""


def choose_folder(driver: WindowDriver, folder: Path) -> None:
    driver.click("Choose the folder of the backups…")
    (dialog,) = [each for each in driver.window.findChildren(QFileDialog) if each.isVisible()]
    dialog.setDirectory(str(folder.parent))
    dialog.selectFile(folder.name)
    dialog.accept()
    driver.window.activateWindow()


def reopened(manager: WindowManager, path: Path) -> MainWindow:
    window = manager.open(path)
    assert window is not None
    assert QTest.qWaitForWindowActive(window)
    return window


@pytest.mark.slow("opens two windows and waits for two backups")
def test_backups_are_made_in_another_folder_and_found_in_both(
    pizzeria: WindowDriver, window_manager: WindowManager, tmp_path: Path
) -> None:
    usual, path = backup_folder(), pizzeria.project.path
    folder = tmp_path / "copies"
    folder.mkdir()
    asked_for(pizzeria)
    assert pizzeria.text_in("Backups") == str(usual)
    choose_folder(pizzeria, folder)
    assert pizzeria.text_in("Backups") == str(folder)
    pizzeria.press("Escape")
    pizzeria.add_note("Arrival", "Actions", "Something else")
    pizzeria.close()
    pizzeria.wait_until(lambda: bool(list(folder.glob("*/*.journey"))))
    again = WindowDriver(reopened(window_manager, path), pizzeria.project)
    asked_for(again).click("Keep backups in the default folder")
    assert again.text_in("Backups") == str(usual)
    again.press("Escape")
    again.add_note("Arrival", "Actions", "Something more")
    again.close()
    again.wait_until(lambda: bool(list(usual.glob("*/*.journey"))))
    assert {backup.path.parents[1] for backup in all_backups_of(path)} == {folder, usual}


@pytest.mark.skipif(
    not Path("/sys/kernel").is_dir(), reason="needs a folder that nobody may write, root either"
)
def test_a_folder_that_cannot_be_written_is_refused_in_a_sentence(pizzeria: WindowDriver) -> None:
    usual = backup_folder()
    asked_for(pizzeria)
    place = page(pizzeria.window).findChildren(QLabel)
    choose_folder(pizzeria, Path("/sys"))
    assert any("Nothing can be written to /sys" in label.text() for label in place)
    assert pizzeria.text_in("Backups") == str(usual)
    assert preferences().backups is None


def test_a_folder_that_does_not_answer_holds_nothing_and_is_taken_when_it_does(
    pizzeria: WindowDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_work, "PATIENCE", 0.05)
    usual, folder = backup_folder(), tmp_path / "share"
    folder.mkdir()
    asked_for(pizzeria)
    place = page(pizzeria.window).findChildren(QLabel)
    with stalled(folder):
        choose_folder(pizzeria, folder)
        assert any(f"be kept in {folder} is being tried" in label.text() for label in place)
        pizzeria.click("Keep backups in the default folder")
        assert not any("is being tried" in label.text() for label in place)
        choose_folder(pizzeria, folder)
        assert pizzeria.text_in("Backups") == str(usual)
    pizzeria.wait_until(lambda: pizzeria.text_in("Backups") == str(folder))
    assert preferences().backups == folder
    with stalled(usual):
        pizzeria.press("Escape")


def test_less_moves_where_that_is_preferred(pizzeria: WindowDriver) -> None:
    before = QApplication.cursorFlashTime()
    assert before > 0
    asked_for(pizzeria).choose("Motion", "Less")
    assert QApplication.cursorFlashTime() == 0
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    pizzeria.choose("Motion", "System")
    assert QApplication.cursorFlashTime() == before


CHOSEN = {
    "language": "de",
    "theme": "dark",
    "text_size": 150,
    "lengths": "in",
    "paper": "letter",
    "author": "Ana Sánchez",
    "motion": "less",
}


@pytest.mark.slow("starts a process")
def test_all_is_still_there_when_the_program_is_started_again(style: Style, tmp_path: Path) -> None:
    for name, value in {**CHOSEN, "backups": tmp_path}.items():
        prefer(name, value)
    settings().sync()
    started = (
        "import sys; from PySide6.QtCore import QSettings;"
        "[QSettings.setPath(kind, QSettings.Scope.UserScope, sys.argv[1]) for kind in"
        " (QSettings.Format.NativeFormat, QSettings.Format.IniFormat)];"
        "from app.widgets.program.rebuilding import heed_at_start; heed_at_start();"
        "from app.language.spoken import program_language; from app.language.measures import *;"
        "from app.person import author; from app.widgets.base.preferences import preferences;"
        "print(program_language(), length_unit(), paper_family(), author(), preferences().text_size,"
        " preferences().theme, preferences().motion, preferences().backups)"
    )
    folder = Path(settings().fileName()).parents[1]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("JOURNEYWALL_")}
    ran = subprocess.run(
        [sys.executable, "-c", started, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        env=environment,
    )
    assert ran.stdout.strip() == f"de in letter Ana Sánchez 150 dark less {tmp_path}"


@pytest.mark.parametrize(
    "nonsense",
    ["", "klingon", "-1", "9" * 400, "1e99", "../..", "@ByteArray(x)", "\x00", ["a", "b"], 3.5, True],
)
def test_nonsense_in_the_settings_counts_as_not_said(style: Style, nonsense: object) -> None:
    for each in fields(Preferences):
        is_meant = isinstance(nonsense, bool) and isinstance(each.default, bool)
        if each.name != "author" and not is_meant:
            settings().setValue(f"preferences/{each.name}", nonsense)
    settings().setValue("preferences/backups_before", nonsense)
    assert preferences() == Preferences()
    assert backup_folder().name == "backups"
    assert all_backups_of(Path("/nowhere/at/all.journey")) == []


def test_a_name_is_one_short_line_whatever_the_settings_hold(style: Style) -> None:
    settings().setValue("preferences/author", "Ana\n\x00 \u202e" + "x" * 500)
    assert preferences().author.startswith("Ana x")
    assert len(preferences().author) == 80


def test_what_is_usual_is_no_line_in_the_settings(style: Style) -> None:
    prefer("theme", "dark")
    prefer("theme", "system")
    assert not [
        key
        for key in QSettings(settings().fileName(), QSettings.Format.IniFormat).allKeys()
        if "theme" in key
    ]


def test_a_size_of_ones_own_can_be_seen_and_kept(open_window: OpenWindow, pizzeria: WindowDriver) -> None:
    settings().setValue("preferences/text_size", "133")
    asked_for(pizzeria)
    assert pizzeria.text_in("Text size") == "133 %"
