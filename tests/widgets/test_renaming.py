"""The file of a project is called like the project where one wants that, and where it lies can be seen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton

from app.model.labels import plain_label
from app.model.verbs.editing import set_fields
from app.storage.backups import back_up, backups_of
from app.storage.guard.lock import lock_of
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from app.widgets.base.backup_places import backup_folder
from app.widgets.program.window_manager import WindowManager
from app.widgets.start import thumbnails
from app.widgets.start.recent import recent_projects
from app.widgets.window.main_window import MainWindow
from tests.driver import WindowDriver
from tests.storage.projects import add_notes, small_file


@pytest.fixture
def driver(window_manager: WindowManager, tmp_path: Path) -> WindowDriver:
    project = ProjectFile.open(small_file(tmp_path / "Pizzeria.journey"))
    driver = WindowDriver(window_manager.show(project), project)
    driver.window.resize(1280, 800)
    return driver


def offer_of(window: MainWindow) -> QToolButton | None:
    button = window.message.more
    return None if window.message.isHidden() or button.isHidden() else button


def call(driver: WindowDriver, name: str) -> None:
    driver.window.activateWindow()
    driver.fill("Project name", name)
    driver.press("Return")


def test_a_project_that_is_renamed_takes_its_file_along_where_one_says_so(
    driver: WindowDriver, window_manager: WindowManager, tmp_path: Path
) -> None:
    old = driver.window.path
    assert driver.project.wait_until_saved(20)
    assert back_up(old, backup_folder()) is not None
    driver.canvas.set_zoom(1.25)
    call(driver, "Dinner / lunch")
    assert driver.window.message.words.text() == "The project’s file is still called Pizzeria.journey."
    driver.click("Rename the file")
    (window,) = window_manager.windows
    new = tmp_path / "Dinner - lunch.journey"
    assert window.path == new
    assert window.message.words.text() == "The file is now called Dinner - lunch.journey."
    assert not old.exists()
    assert not lock_of(old).exists()
    assert lock_of(new).exists()
    assert recent_projects() == [new]
    assert len(backups_of(new, backup_folder())) >= 1
    assert thumbnails.kept(new) is not None
    WindowDriver(window, driver.project).wait_until(lambda: window.canvas.zoom() == 1.25)
    add_notes(window.editor.history, 1)
    for _ in ("the note", "Dinner", "/", "lunch"):
        window.editor.undo()
    assert window.editor.document.project.name == "Pizzeria"
    window.close()
    assert check(new).is_sound
    assert [file.name for file in tmp_path.iterdir()] == [new.name]


def test_renaming_is_offered_once_for_a_name_and_not_where_the_file_fits(driver: WindowDriver) -> None:
    call(driver, "Pizzeria")
    assert offer_of(driver.window) is None
    call(driver, "Dinner")
    assert offer_of(driver.window) is not None
    driver.window.message.hide()
    driver.field("Project name").setFocus()
    driver.press("Return")
    assert offer_of(driver.window) is None
    assert driver.window.path.name == "Pizzeria.journey"


def test_a_file_of_that_name_is_left_alone(
    driver: WindowDriver, window_manager: WindowManager, tmp_path: Path
) -> None:
    other = small_file(tmp_path / "dinner.journey")
    content = other.read_bytes()
    document = driver.editor.document
    driver.editor.do(set_fields(document, ["project"], plain_label("Rename project"), name="Dinner"))
    driver.window.actions_by_name["file.rename"].trigger()
    (window,) = window_manager.windows
    assert window.path.name == "Dinner 2.journey"
    assert other.read_bytes() == content
    window.actions_by_name["file.rename"].trigger()
    assert window.message.words.text() == "The file is already called Dinner 2.journey, like the project."


def test_a_file_that_somebody_opens_just_then_keeps_its_name(
    driver: WindowDriver, window_manager: WindowManager
) -> None:
    path = driver.window.path
    document = driver.editor.document
    driver.editor.do(set_fields(document, ["project"], plain_label("Rename project"), name="Dinner"))
    driver.window.closed.connect(lambda: lock_of(path).write_text("of another machine"))
    driver.window.actions_by_name["file.rename"].trigger()
    (window,) = window_manager.windows
    assert window.path == path
    assert "is already open in another Journeywall" in window.message.words.text()
    assert window.editor.read_only
    assert window.editor.document.project.name == "Dinner"


def test_where_the_file_lies_is_seen_and_told_where_no_program_shows_folders(
    driver: WindowDriver, tmp_path: Path
) -> None:
    whole = driver.window.status.file.toolTip().replace("\n", "")
    assert whole.startswith(str(tmp_path / "Pizzeria.journey"))
    driver.click("File: Pizzeria.journey")
    assert driver.window.message.words.text() == f"The file Pizzeria.journey is in {tmp_path}."
