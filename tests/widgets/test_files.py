"""Projects and their windows: new, open, a copy, the poster, close; and what is told when that fails."""

import json
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from app.model.verbs.maps import new_project
from app.storage.project_file import ProjectFile
from app.widgets.base.window_memory import settings
from app.widgets.pages.export.dialog import ExportDialog
from app.widgets.program.window_manager import WindowManager
from tests.driver import WindowDriver


def answer(editor: WindowDriver, path: Path) -> None:
    """Give a file's name in the dialog that is open."""
    (dialog,) = editor.window.findChildren(QFileDialog)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


def boxes() -> list[QMessageBox]:
    shown = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox)]
    return [box for box in shown if box.isVisible()]


def test_an_edit_is_there_after_closing_and_opening_again(
    pizzeria: WindowDriver, window_manager: WindowManager
) -> None:
    path = pizzeria.project.path
    pizzeria.select_note("Host at the door")
    pizzeria.fill("Source", "A visit")
    expected = pizzeria.document.copy()
    pizzeria.close()
    assert window_manager.windows == []
    window = window_manager.open(path)
    assert window is not None
    assert window.editor.document == expected
    window.editor.undo()
    assert window.editor.document != expected


def test_a_project_that_is_open_is_not_opened_twice(
    pizzeria: WindowDriver, window_manager: WindowManager
) -> None:
    assert window_manager.open(pizzeria.window.path) is pizzeria.window
    assert len(window_manager.windows) == 1


def test_another_project_opens_in_place_of_the_first(
    pizzeria: WindowDriver, window_manager: WindowManager, tmp_path: Path
) -> None:
    other = tmp_path / "other.journey"
    ProjectFile.create(other, new_project("Other")).close()
    pizzeria.press("Ctrl+O")
    answer(pizzeria, other)
    assert [window.path for window in window_manager.windows] == [other.resolve()]


def test_a_new_project_gets_a_file_of_its_own_among_the_documents(
    pizzeria: WindowDriver, window_manager: WindowManager
) -> None:
    pizzeria.press("Ctrl+N")
    (window,) = window_manager.windows
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert window.path.is_relative_to(Path(documents).resolve())
    assert window.path.exists()
    again = window_manager.open_new(instead_of=window)
    assert again is not None
    assert again.path != window.path


def test_a_file_that_is_no_project_is_told_in_a_sentence(
    pizzeria: WindowDriver, window_manager: WindowManager, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.journey"
    letter.write_text("Dear Ada, …", encoding="utf-8")
    assert window_manager.open(letter, instead_of=pizzeria.window) is None
    (box,) = boxes()
    assert "letter.journey is not a Journeywall project" in box.text()
    box.accept()
    assert window_manager.windows == [pizzeria.window]


def test_a_copy_holds_what_the_project_holds(pizzeria: WindowDriver, tmp_path: Path) -> None:
    copy = tmp_path / "copy.journey"
    pizzeria.press("Ctrl+Shift+S")
    answer(pizzeria, copy)
    assert pizzeria.window.message.words.text() == "A copy was saved as copy.journey."
    with ProjectFile.open(copy, read_only=True) as project:
        assert project.document == pizzeria.document


def test_a_poster_is_written_where_one_says(pizzeria: WindowDriver, tmp_path: Path) -> None:
    poster = tmp_path / "poster.pdf"
    pizzeria.press("Ctrl+Shift+E")
    pizzeria.click("Export")
    answer(pizzeria, poster)
    pizzeria.wait_until(poster.exists)
    assert poster.read_bytes().startswith(b"%PDF")
    (dialog,) = pizzeria.window.findChildren(ExportDialog)
    pizzeria.wait_until(lambda: not dialog.running.is_running)
    assert "poster.pdf" in dialog.running.words.text()
    dialog.close()


def test_saving_by_hand_says_that_there_is_no_need(pizzeria: WindowDriver) -> None:
    pizzeria.press("Ctrl+S")
    assert pizzeria.window.message.words.text() == "Every change is saved as you make it."


@pytest.mark.parametrize("zoom", [1.25, None])
def test_the_map_the_zoom_and_the_place_are_remembered(
    pizzeria: WindowDriver, window_manager: WindowManager, zoom: float | None
) -> None:
    pizzeria.press("Ctrl+Shift+D")
    if zoom is not None:
        pizzeria.canvas.set_zoom(zoom)
    pizzeria.canvas.scroll_by(300, 200)
    map, seen = pizzeria.editor.map, pizzeria.canvas.mapToScene(QPoint(0, 0))
    pizzeria.close()
    window = window_manager.open(pizzeria.project.path)
    assert window is not None
    assert window.editor.map == map
    again = WindowDriver(window, pizzeria.project)
    again.wait_until(lambda: (again.canvas.zoom() == zoom) if zoom else again.canvas.is_fitting)
    off = again.canvas.mapToScene(QPoint(0, 0)) - seen
    assert zoom is None or off.manhattanLength() < 4


@pytest.mark.parametrize("rubbish", ["", "[", '{"": 3}', "[1, 2]"])
def test_rubbish_in_the_settings_shows_the_whole_map(
    pizzeria: WindowDriver, window_manager: WindowManager, rubbish: str
) -> None:
    path = pizzeria.project.path
    pizzeria.close()
    for seen in (
        rubbish,
        json.dumps({str(path): [1, "x"]}),
        json.dumps({str(path): ["no map", 3, 1e400, 0]}),
    ):
        settings().setValue("window/sights", seen)
        window = window_manager.open(path)
        assert window is not None
        driver = WindowDriver(window, pizzeria.project)
        driver.wait_until(partial(_is_fitting, driver))
        window.close()


def _is_fitting(driver: WindowDriver) -> bool:
    return driver.canvas.is_fitting


def test_window_and_panels_are_remembered(pizzeria: WindowDriver, window_manager: WindowManager) -> None:
    pizzeria.window.resize(700, 600)
    pizzeria.press("F7")
    pizzeria.close()
    window = window_manager.open(pizzeria.project.path)
    assert window is not None
    assert (window.width(), window.height()) == (700, 600)
    assert window.left.isHidden()
    assert not window.right.isHidden()
