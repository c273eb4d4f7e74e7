"""Closing never holds the window: a bar says what is waited for, with a way out that says its price."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.model.records import Note
from app.storage import writer, written_file
from app.storage.backups import backups_of
from app.storage.history import tidying
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from app.widgets.base.backing_up import BackingUp
from app.widgets.base.backup_places import backup_folder
from app.widgets.program.window_manager import WindowManager
from app.widgets.window import closing
from app.widgets.window.main_window import MainWindow
from app.widgets.window.still_busy import StillBusy
from tests.boxes import another_program, boxes, click, notices
from tests.programs import held_by_another_process
from tests.storage.projects import add_notes, small_file


@pytest.fixture
def window(
    window_manager: WindowManager, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """A window that waits for nothing without a word, until the test has ended."""
    with monkeypatch.context() as patch:
        patch.setattr(closing, "PATIENCE", 0.02)
        yield window_manager.show(ProjectFile.open(small_file(tmp_path / "a.journey")))


def said(window: MainWindow) -> str:
    (bar,) = [each for each in window.findChildren(StillBusy) if each.isVisible()]
    return bar.words.text()


def test_closing_waits_under_a_bar_for_a_file_that_is_busy_and_ends_by_itself(
    window: MainWindow, window_manager: WindowManager, qtbot: QtBot
) -> None:
    with another_program(window.path):
        add_notes(window.editor.history, 2)
        window.close()
        assert "your last 2 changes are not in the file yet" in said(window)
        assert window_manager.windows == [window]
    qtbot.waitUntil(lambda: window_manager.windows == [])
    assert check(window.path).counts["note"] == 5


def test_closing_that_waits_can_be_called_off(
    window: MainWindow, window_manager: WindowManager, qtbot: QtBot
) -> None:
    with another_program(window.path):
        add_notes(window.editor.history, 1)
        window.close()
        click(window, "Keep it open")
        add_notes(window.editor.history, 1)
    qtbot.waitUntil(lambda: window.saving.state.is_saved)
    assert window_manager.windows == [window]
    assert not window.findChildren(StillBusy)
    assert check(window.path).counts["note"] == 5


def test_a_window_closes_without_what_a_stalled_disk_does_not_take_where_one_says_so(
    window: MainWindow, window_manager: WindowManager
) -> None:
    with another_program(window.path):
        add_notes(window.editor.history, 1)
        window.close()
        assert "If you close it now, what is not written is lost." in said(window)
        click(window, "Close without waiting")
        assert window_manager.windows == []


def test_a_file_that_is_put_in_order_can_be_left_at_once_since_all_is_saved(
    window: MainWindow, window_manager: WindowManager, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (tidying, written_file):
        monkeypatch.setattr(module, "KEPT", 1)
    monkeypatch.setattr(written_file, "LEAST", 1)
    monkeypatch.setattr(writer, "QUIET", 60.0)
    add_notes(window.editor.history, 3)
    qtbot.waitUntil(lambda: window.saving.state.is_saved)
    # The file can be looked at then, but its history cannot be packed.
    with held_by_another_process(window.path, "IMMEDIATE"):
        monkeypatch.setattr(closing, "PATIENCE", 1.0)
        window.close()
        assert said(window) == "Everything is saved. a.journey is being tidied up…"
        assert window_manager.windows == [window]
        window.editor.undo()
        assert len(window.editor.document.all(Note)) == 6
        click(window, "Close now")
        assert window_manager.windows == []
    assert check(window.path).counts["note"] == 6


@pytest.fixture
def saved(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window whose last change is in the file."""
    add_notes(window.editor.history, 1)
    qtbot.waitUntil(lambda: window.saving.state.is_saved)
    return window


def test_closing_calls_nothing_saved_while_the_file_cannot_be_looked_at_and_ends_by_itself(
    saved: MainWindow, window_manager: WindowManager, qtbot: QtBot
) -> None:
    with held_by_another_process(saved.path):
        saved.close()
        assert "cannot check just now whether it is still there" in said(saved)
        assert "Everything is saved" not in said(saved)
        assert window_manager.windows == [saved]
    qtbot.waitUntil(lambda: window_manager.windows == [], timeout=20_000)
    assert check(saved.path).counts["note"] == 4


def test_a_window_that_waits_for_a_look_at_its_file_can_be_kept_open_and_closed_later(
    saved: MainWindow, window_manager: WindowManager, qtbot: QtBot
) -> None:
    with held_by_another_process(saved.path):
        saved.close()
        click(saved, "Keep it open")
        add_notes(saved.editor.history, 1)
    qtbot.waitUntil(lambda: saved.saving.state.is_saved, timeout=20_000)
    assert window_manager.windows == [saved]
    assert not saved.findChildren(StillBusy)
    saved.close()
    qtbot.waitUntil(lambda: window_manager.windows == [], timeout=20_000)
    assert check(saved.path).counts["note"] == 5


def test_a_window_closes_unseen_only_where_one_says_so(
    saved: MainWindow, window_manager: WindowManager
) -> None:
    with held_by_another_process(saved.path):
        saved.close()
        assert "If you close it now, what another program replaced or overwrote meanwhile is lost." in said(
            saved
        )
        click(saved, "Close without waiting")
        assert window_manager.windows == []
    assert check(saved.path).counts["note"] == 4


def test_a_file_that_was_replaced_while_it_could_not_be_looked_at_is_asked_about(
    saved: MainWindow, window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def answer() -> None:
        for box in boxes():
            asked.append(box.text())
            click(box, "Keep it open")

    looking = QTimer(saved, interval=10)
    looking.timeout.connect(answer)
    other = small_file(tmp_path / "other.journey")
    with held_by_another_process(saved.path):
        saved.close()
        assert "cannot check just now" in said(saved)
        other.replace(saved.path)
        looking.start()
        qtbot.waitUntil(lambda: asked != [], timeout=20_000)
    looking.stop()
    assert "What you see is no longer in a.journey." in asked[0]
    assert window_manager.windows == [saved]
    qtbot.waitUntil(lambda: notices(saved) != [])
    click(saved, "Put it back")
    qtbot.waitUntil(lambda: saved.saving.state.is_saved, timeout=20_000)
    assert check(saved.path).counts["note"] == 4


@pytest.mark.long("waits as long as a disk that is busy may take")
def test_a_disk_that_refuses_while_it_is_waited_for_brings_the_question(
    window: MainWindow, window_manager: WindowManager, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def answer() -> None:
        for box in boxes():
            asked.append(box.text())
            click(box, "Keep it open")

    looking = QTimer(window, interval=10)
    looking.timeout.connect(answer)
    looking.start()
    with another_program(window.path):
        add_notes(window.editor.history, 1)
        window.close()
        assert said(window)
        qtbot.waitUntil(lambda: asked != [], timeout=20_000)
    looking.stop()
    assert "not in a.journey yet. Another program is using the file." in asked[0]
    assert window_manager.windows == [window]
    qtbot.waitUntil(lambda: window.saving.state.is_saved, timeout=20_000)


def test_closing_early_does_not_wait_for_the_first_backup(
    window: MainWindow, window_manager: WindowManager
) -> None:
    with another_program(window.path):
        window.close()
        assert "cannot check just now" in said(window)
        click(window, "Close without waiting")
        assert window_manager.windows == []


def test_backups_that_cannot_be_made_are_told_once_with_what_to_do(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    backup_folder().parent.mkdir(parents=True, exist_ok=True)
    backup_folder().write_text("a file where the folder should be")
    window = window_manager.show(ProjectFile.open(small_file(tmp_path / "a.journey")))
    (backing_up,) = window.findChildren(BackingUp)
    backing_up.back_up()
    qtbot.waitUntil(lambda: notices(window) != [])
    (told,) = notices(window)
    assert told.startswith("There is no new backup of a.journey. ")
    assert "save a copy elsewhere" in told
    click(window, "Hide")
    backing_up.wait()
    with qtbot.waitSignal(backing_up.failed):
        backing_up.back_up()
    assert notices(window) == []
    backup_folder().unlink()
    backing_up.wait()
    with qtbot.waitSignal(backing_up.made):
        backing_up.back_up()
    assert len(backups_of(window.path, backup_folder())) == 1
