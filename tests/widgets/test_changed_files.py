"""What the window says and offers when other programs change, hold or lock the file of an open project."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.model.records import Note
from app.storage.backups import backups_of
from app.storage.guard.lock import lock_of
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from app.widgets.base.backing_up import BackingUp
from app.widgets.base.backup_places import backup_folder
from app.widgets.program.window_manager import WindowManager
from app.widgets.window.main_window import MainWindow
from tests.boxes import boxes, click, notices
from tests.storage.changed import WAYS, Change, delete, overwrite
from tests.storage.projects import add_notes, small_file

FOREIGN = (
    '{"user": "Ana", "host": "laptop-7", "space": "", "pid": 1, "started": "1", '
    '"since": "2025-05-03T12:03:00+00:00"}'
)


def status(window: MainWindow) -> str:
    return window.status.saved.words.text()


def older_copy(folder: Path) -> tuple[Path, Path]:
    """A project with a history, and an older copy of it."""
    path, older = small_file(folder / "a.journey"), folder / "older"
    shutil.copyfile(path, older)
    with ProjectFile.open(path) as project:
        add_notes(project.history, 2)
    return path, older


@pytest.mark.parametrize("edits_after", [0, 2])
@pytest.mark.parametrize("change", WAYS)
def test_a_file_changed_under_the_window_is_told_and_put_back(
    change: Change, edits_after: int, window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path, older = older_copy(tmp_path)
    project = ProjectFile.open(path)
    window = window_manager.show(project)
    add_notes(project.history, 1)
    qtbot.waitUntil(lambda: status(window) == "All changes saved")
    assert project.wait_until_looked(20)
    change(path, older)
    add_notes(project.history, edits_after)
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    qtbot.waitUntil(lambda: notices(window) != [])
    (said,) = notices(window)
    assert "while it was open" in said
    assert status(window).startswith("Not saved.")
    asked: list[str] = []

    def answer() -> None:
        (box,) = boxes()
        asked.append(box.text())
        click(box, "Put it back")

    QTimer.singleShot(0, answer)
    window.close()
    assert "a.journey" in asked[0]
    assert window_manager.windows == [window]
    qtbot.waitUntil(lambda: status(window) == "All changes saved")
    qtbot.waitUntil(lambda: window.message.words.text().startswith("The project is back in its place."))
    assert notices(window) == []
    with ProjectFile.open(path, read_only=True) as found:
        assert found.document == project.document
    assert check(path).faults == ()
    add_notes(project.history, 1)
    window.close()
    assert window_manager.windows == []
    assert check(path).counts["note"] == 3 + 2 + 1 + edits_after + 1


@pytest.mark.parametrize("is_noticed", [False, True])
def test_where_the_file_is_gone_nothing_is_said_of_backups_and_one_is_made_when_it_is_back(
    is_noticed: bool, window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path, older = older_copy(tmp_path)
    project = ProjectFile.open(path)
    window = window_manager.show(project)
    (backing_up,) = window.findChildren(BackingUp)
    assert project.wait_until_looked(20)
    delete(path, older)
    if is_noticed:
        project.look()
        qtbot.waitUntil(lambda: status(window).startswith("Not saved."))
    with qtbot.waitSignal(backing_up.failed):
        backing_up.back_up()
    project.look()
    qtbot.waitUntil(lambda: status(window).startswith("Not saved."))
    (said,) = notices(window)
    assert "while it was open" in said
    with qtbot.waitSignal(backing_up.made):
        click(window, "Put it back")
    assert notices(window) == []
    assert len(backups_of(path, backup_folder())) == 1


def test_a_file_that_is_gone_is_noticed_within_seconds_without_any_event(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path, older = older_copy(tmp_path)
    project = ProjectFile.open(path)
    window = window_manager.show(project)
    add_notes(project.history, 1)
    assert project.wait_until_looked(20)
    overwrite(path, older)
    qtbot.waitUntil(lambda: status(window).startswith("Not saved."), timeout=10_000)
    click(window, "Put it back")
    qtbot.waitUntil(lambda: status(window) == "All changes saved")
    assert "(found in its place).journey" in window.message.words.text()


def test_a_copy_is_saved_elsewhere_when_the_file_is_gone(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path, _ = older_copy(tmp_path)
    project = ProjectFile.open(path)
    window = window_manager.show(project)
    qtbot.waitUntil(lambda: project.wait_until_looked(20))
    path.unlink()
    assert not project.wait_until_looked(20)
    window.copy_wanted.emit(tmp_path / "elsewhere.journey")
    assert check(tmp_path / "elsewhere.journey").counts["note"] == 5
    qtbot.waitUntil(lambda: notices(window) != [])
    click(window, "Put it back")
    qtbot.waitUntil(lambda: status(window) == "All changes saved")


@contextmanager
def a_reader(path: Path) -> Iterator[None]:
    """Another program that reads the file and takes its time."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM note").fetchall()
        yield


def test_a_file_that_another_program_reads_opens_at_once_and_is_saved_when_it_has_read(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path = small_file(tmp_path / "a.journey")
    with a_reader(path):
        begin = monotonic()
        window = window_manager.open(path)
        assert window is not None
        assert monotonic() - begin < 3
        assert not window.editor.read_only
        add_notes(window.editor.history, 2)
        assert status(window) == "Saving…"
    qtbot.waitUntil(lambda: status(window) == "All changes saved", timeout=20_000)
    assert check(path).counts["note"] == 5


def test_a_project_of_somebody_who_is_gone_is_taken_over(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path = small_file(tmp_path / "a.journey")
    lock_of(path).write_text(FOREIGN)
    window = window_manager.open(path)
    assert window is not None
    assert window.editor.read_only
    assert "Ana on laptop-7, since " in notices(window)[0]
    click(window, "Take it over…")
    (box,) = boxes()
    assert "Ana on laptop-7, since " in box.text()
    click(box, "Take it over")
    (window,) = window_manager.windows
    assert not window.editor.read_only
    add_notes(window.editor.history, 1)
    qtbot.waitUntil(lambda: status(window) == "All changes saved")
    window.close()
    assert not lock_of(path).exists()
    with ProjectFile.open(path, read_only=True) as project:
        assert len(project.document.all(Note)) == 4


def test_a_project_that_runs_on_this_machine_is_not_offered_to_be_taken_over(
    window_manager: WindowManager, tmp_path: Path
) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path):
        window = window_manager.open(path)
        assert window is not None
        texts = [button.text() for button in window.findChildren(QAbstractButton)]
    assert "Open a copy" in texts
    assert "Take it over…" not in texts


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes")
def test_a_pipe_in_the_place_of_the_lock_can_be_taken_over(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path = small_file(tmp_path / "a.journey")
    os.mkfifo(lock_of(path))
    window = window_manager.open(path)
    assert window is not None
    assert window.editor.read_only
    click(window, "Take it over…")
    click(boxes()[0], "Take it over")
    (window,) = window_manager.windows
    assert not window.editor.read_only
