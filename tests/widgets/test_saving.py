"""What the window says and offers when a file is damaged, is open elsewhere, or cannot be written."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from pytestqt.qtbot import QtBot

from app.formats.templates import template
from app.model.records import Note
from app.storage.backups import backups_of
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from app.widgets.base.backup_places import backup_folder
from app.widgets.panels.history.view import HistoryView
from app.widgets.program.window_manager import WindowManager
from benchmarks.torture.strangers import names_a_victim
from tests.boxes import another_program, boxes, click, notices
from tests.driver import WindowDriver
from tests.storage.projects import add_notes, small_file


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that can be pulled out."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_stick_pulled_out_is_told_in_a_strip_until_it_is_back(
    window_manager: WindowManager, stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    project = ProjectFile.open(small_file(stick / "a.journey"))
    window = window_manager.show(project)
    assert notices(window) == []
    stick.rename(tmp_path / "drawer")
    add_notes(project.history, 2)
    qtbot.waitUntil(lambda: notices(window) != [])
    (said,) = notices(window)
    assert "What you did since " in said
    assert "is only in memory" in said
    add_notes(project.history, 1)
    (tmp_path / "drawer").rename(stick)
    qtbot.waitUntil(lambda: project.state.is_saved and notices(window) == [])
    assert check(project.path).counts["note"] == 6


def test_a_file_that_another_program_keeps_busy_is_told_and_everything_is_saved_afterwards(
    impatient: None, pizzeria: WindowDriver, qtbot: QtBot
) -> None:
    pizzeria.add_note("Order", "Actions", "Before the backup")
    assert pizzeria.project.wait_until_saved(20)
    with another_program(pizzeria.window.path):
        pizzeria.add_note("Order", "Actions", "Counts the money")
        qtbot.waitUntil(lambda: notices(pizzeria.window) != [], timeout=20_000)
        (said,) = notices(pizzeria.window)
        assert said.startswith("Another program is using the file. What you did since ")
        pizzeria.add_note("Order", "Actions", "Orders another one")
        pizzeria.press("Ctrl+Z")
        pizzeria.press("Ctrl+Shift+Z")
        assert not pizzeria.project.state.is_saved
    qtbot.waitUntil(lambda: pizzeria.project.state.is_saved and not notices(pizzeria.window), timeout=20_000)
    with ProjectFile.open(pizzeria.window.path, read_only=True) as project:
        assert project.document == pizzeria.document
        assert project.history.steps == pizzeria.editor.history.steps
    assert check(pizzeria.window.path).faults == ()


def test_a_room_is_told_that_what_is_written_is_not_saved_yet_and_typing_goes_on(
    impatient: None, pizzeria: WindowDriver
) -> None:
    pizzeria.canvas.setFocus()
    for key in ("F5", "PgDown", "E"):
        pizzeria.press(key)
    said = pizzeria.window.presentation.unsaved
    with another_program(pizzeria.window.path):
        pizzeria.write("Counts the money")
        pizzeria.press("Return")
        pizzeria.wait_until(said.isVisible, 20)
        assert said.pos() == pizzeria.window.presentation.writing.strip.mapTo(pizzeria.window, QPoint(0, 0))
        pizzeria.write("Twice")
        pizzeria.press("Escape", times=2)
        assert not said.isVisible()
    pizzeria.wait_until(lambda: pizzeria.project.state.is_saved, 20)
    assert pizzeria.note("Twice").stage == pizzeria.note("Counts the money").stage


def test_what_was_done_in_an_earlier_session_is_undone_when_the_file_is_free_again(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        add_notes(project.history, 3)
    window = window_manager.open(path)
    assert window is not None
    notes = len(window.editor.document.all(Note))
    with another_program(path):
        window.editor.undo()
        assert len(window.editor.document.all(Note)) == notes
        assert window.message.words.text().startswith("Another program is using a.journey")
    window.editor.undo()
    assert len(window.editor.document.all(Note)) == notes - 1


def test_a_past_that_cannot_be_read_now_is_told_in_the_history(
    window_manager: WindowManager, tmp_path: Path
) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        add_notes(project.history, 3)
    window = window_manager.open(path)
    assert window is not None
    window.actions_by_name["history.show"].trigger()
    (view,) = window.findChildren(HistoryView)
    with another_program(path):
        view.steps.setCurrentRow(2)
        assert view.moment.text().startswith("Another program is using a.journey")
    view.steps.setCurrentRow(view.steps.count() - 1)
    assert view.moment.text() == "The beginning"
    assert len(view.canvas.editor.document.all(Note)) == 3


def test_a_file_that_is_busy_when_it_is_opened_is_told(window_manager: WindowManager, tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with another_program(path):
        assert window_manager.open(path) is None
        (box,) = boxes()
        assert "Another program is using a.journey" in box.text()
        box.close()
    window = window_manager.open(path)
    assert window is not None
    assert not window.editor.read_only


def test_closing_while_the_disk_is_away_warns_and_can_be_called_off(
    window_manager: WindowManager, stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    project = ProjectFile.open(small_file(stick / "a.journey"))
    window = window_manager.show(project)
    stick.rename(tmp_path / "drawer")
    add_notes(project.history, 1)
    asked: list[str] = []

    def answer() -> None:
        (box,) = boxes()
        asked.append(box.text())
        click(box, "Keep it open")

    QTimer.singleShot(0, answer)
    window.close()
    assert "not in a.journey yet" in asked[0]
    assert window_manager.windows == [window]
    (tmp_path / "drawer").rename(stick)
    project.try_again()
    qtbot.waitUntil(lambda: project.state.is_saved)


def test_a_project_that_is_open_elsewhere_can_be_gone_on_with_in_a_copy(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path):
        window = window_manager.open(path)
        assert window is not None
        assert window.editor.read_only
        (said,) = notices(window)
        assert "already open" in said
        assert "since" in said
        click(window, "Open a copy")
        (copy,) = window_manager.windows
        assert copy.path == tmp_path / "a (copy).journey"
        assert not copy.editor.read_only
        assert copy.editor.document == window.editor.document


def test_what_lay_beside_a_project_is_told_until_the_strip_is_hidden(
    window_manager: WindowManager, tmp_path: Path
) -> None:
    path, victim = tmp_path / "a.journey", tmp_path / "thesis.txt"
    small_file(path)
    victim.write_text("years of work")
    names_a_victim(path, victim)
    window = window_manager.open(path)
    assert window is not None
    (told,) = notices(window)
    assert "a.journey-journal is now called a.journey-journal (set aside)" in told
    click(window, "Hide this notice")
    assert notices(window) == []
    assert victim.exists()


def test_a_damaged_project_is_rescued_when_it_is_opened(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "dinner.journey"
    ProjectFile.create(path, template("pizzeria")).close()
    damaged = path.read_bytes()[:-6_000]
    path.write_bytes(damaged)
    assert window_manager.open(path) is None
    (box,) = boxes()
    assert "damaged" in box.text()
    click(box, "Rescue what can be read")
    (window,) = window_manager.windows
    assert window.path == tmp_path / "dinner (rescued).journey"
    assert len(window.editor.document.all(Note)) > 20
    (told,) = [box for box in boxes() if "The file was cut short" in box.text()]
    told.accept()
    assert path.read_bytes() == damaged
    qtbot.waitUntil(lambda: boxes() == [])


def test_the_pictures_of_a_project_stay_its_own_when_a_copy_is_saved(
    window_manager: WindowManager, tmp_path: Path, pizzeria: WindowDriver
) -> None:
    document = pizzeria.document
    id = document.picture_store.put(b"not decoded here")
    pizzeria.window.copy_wanted.emit(tmp_path / "copy.journey")
    (tmp_path / "copy.journey").unlink()
    assert document.picture_store.get(id) == b"not decoded here"
    document.picture_store.drop(id)
    assert document.picture_store.get(id) is None


def test_a_project_is_backed_up_when_it_is_opened(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path = small_file(tmp_path / "a.journey")
    assert window_manager.open(path) is not None
    qtbot.waitUntil(lambda: len(backups_of(path, backup_folder())) == 1)
    (backup,) = backups_of(path, backup_folder())
    assert check(backup.path).counts["note"] == 3
