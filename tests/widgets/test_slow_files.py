"""A file that takes long, or is busy, never holds the window: a bar is shown, with a way out."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.model.change import Change, Edit
from app.model.labels import plain_label
from app.model.records import Picture
from app.storage.guard.lock import lock_of
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from app.widgets.base import file_work
from app.widgets.base.file_work import StillAtIt
from app.widgets.program.window_manager import WindowManager
from tests.bombs import sql
from tests.boxes import another_program, boxes, click
from tests.pictures import image
from tests.storage.large_files import add_journal, largest
from tests.storage.projects import small_document, small_file

SOON = 5.0
"""Seconds; to open the file in question takes ten times as long."""
LONGEST_TURN = 1.0
"""Seconds, on a machine that has much else to do; a file that is busy is waited for longer."""


@pytest.fixture(autouse=True)
def patience(window_manager: WindowManager, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows that wait for nothing without a word."""
    monkeypatch.setattr(file_work, "PATIENCE", 0.02)


class Turns:
    """How long the longest turn of the window's loop was."""

    def __init__(self) -> None:
        self.longest, self.count = 0.0, 0
        self._last = perf_counter()

    def take(self) -> None:
        now = perf_counter()
        self.count += 1
        self.longest, self._last = max(self.longest, now - self._last), now


@contextmanager
def turning() -> Iterator[Turns]:
    turns = Turns()
    timer = QTimer(interval=10)
    timer.timeout.connect(turns.take)
    timer.start()
    yield turns
    timer.stop()
    turns.take()


def said(window_manager: WindowManager) -> list[str]:
    """What the bars say that are shown."""
    windows = [window for window in (window_manager.start, *window_manager.windows) if window is not None]
    bars = [bar for window in windows for bar in window.findChildren(StillAtIt) if bar.isVisible()]
    return [bar.findChildren(QLabel)[0].text() for bar in bars]


def nothing_is_done() -> bool:
    return not any(thread.name in ("Project file", "Putting away") for thread in threading.enumerate())


def damaged(path: Path) -> Path:
    """A project whose notes stand in sections that are not there; it can be locked."""
    small_file(path)
    sql(path, ("PRAGMA foreign_keys = OFF", ()), ("DELETE FROM section", ()))
    return path


def is_free(path: Path) -> Callable[[], bool]:
    return lambda: not lock_of(path).exists()


def test_the_texts_of_a_project_are_measured_in_turns_before_it_is_shown(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, start = small_file(tmp_path / "a.journey"), window_manager.open_start()
    monkeypatch.setattr(file_work, "TURN", 0.0)
    monkeypatch.setattr(file_work, "PATIENCE", 20.0)
    assert window_manager.open(path, instead_of=start) is None
    assert len(said(window_manager)) == 1
    qtbot.waitUntil(lambda: bool(window_manager.windows))
    assert said(window_manager) == []


def test_a_project_whose_texts_are_being_measured_can_be_let_go(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, start = small_file(tmp_path / "a.journey"), window_manager.open_start()
    monkeypatch.setattr(file_work, "TURN", 0.0)
    monkeypatch.setattr(file_work, "PATIENCE", 20.0)
    window_manager.open(path, instead_of=start)
    [bar] = start.findChildren(StillAtIt)
    bar.dismiss()
    qtbot.waitUntil(nothing_is_done)
    qtbot.waitUntil(is_free(path))
    assert window_manager.windows == []


def test_a_project_that_is_busy_opens_under_a_bar_as_soon_as_it_can_be_read(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path, start = small_file(tmp_path / "a.journey"), window_manager.open_start()
    with turning() as turns:
        with another_program(path):
            start.project_wanted.emit(path)
            assert said(window_manager) == ["Opening a.journey… It is large, or the disk is slow."]
            qtbot.waitUntil(lambda: turns.count > 5)
            longest = turns.longest
        qtbot.waitUntil(lambda: len(window_manager.windows) == 1)
    assert longest < LONGEST_TURN
    assert window_manager.windows[0].path == path
    assert window_manager.start is None


def test_opening_can_be_cancelled_and_leaves_nothing_locked(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path, start = small_file(tmp_path / "a.journey"), window_manager.open_start()
    with another_program(path):
        start.project_wanted.emit(path)
        click(start, "Cancel")
        assert said(window_manager) == []
    qtbot.waitUntil(is_free(path))
    assert window_manager.windows == []
    assert window_manager.start is start
    assert start.isVisible()


def test_what_was_cancelled_can_be_opened_for_writing_at_once(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path, start = small_file(tmp_path / "a.journey"), window_manager.open_start()
    with another_program(path):
        start.project_wanted.emit(path)
        click(start, "Cancel")
        start.project_wanted.emit(path)
    qtbot.waitUntil(lambda: len(window_manager.windows) == 1)
    assert not window_manager.windows[0].editor.read_only


def test_a_project_that_is_being_opened_is_not_opened_twice(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path, start = small_file(tmp_path / "a.journey"), window_manager.open_start()
    with another_program(path):
        start.project_wanted.emit(path)
        window_manager.open_all([path])
        assert len(said(window_manager)) == 1
    qtbot.waitUntil(lambda: len(window_manager.windows) == 1)
    assert not window_manager.windows[0].editor.read_only


def test_while_projects_that_a_start_names_are_opened_the_start_page_is_seen(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [small_file(tmp_path / "a.journey"), small_file(tmp_path / "b.journey")]
    with another_program(paths[0]), another_program(paths[1]):
        window_manager.open_all(paths)
        assert len(said(window_manager)) == 2
    qtbot.waitUntil(lambda: len(window_manager.windows) == 2)
    assert window_manager.start is None


def test_a_project_that_stays_busy_is_told_in_a_sentence(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path, start = small_file(tmp_path / "a.journey"), window_manager.open_start()
    with another_program(path), turning() as turns:
        start.project_wanted.emit(path)
        qtbot.waitUntil(lambda: len(boxes()) == 1)
    assert turns.longest < LONGEST_TURN
    (box,) = boxes()
    assert "Another program is using a.journey" in box.text()
    box.accept()
    assert said(window_manager) == []


def test_the_window_goes_on_while_another_project_is_opened_in_its_place(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_manager.show(ProjectFile.open(small_file(tmp_path / "first.journey")))
    path = small_file(tmp_path / "a.journey")
    with another_program(path):
        window.project_wanted.emit(path)
        click(window, "Cancel")
    qtbot.waitUntil(is_free(path))
    assert window_manager.windows == [window]
    with another_program(path):
        window.project_wanted.emit(path)
    qtbot.waitUntil(lambda: [each.path for each in window_manager.windows] == [path])


def test_a_rescue_is_done_under_a_bar_and_opens_what_was_rescued(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path, start = damaged(tmp_path / "dinner.journey"), window_manager.open_start()
    start.project_wanted.emit(path)
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    with another_program(path):
        click(boxes()[0], "Rescue what can be read")
        assert said(window_manager) == [
            "Reading what can be read of dinner.journey… The file stays as it is."
        ]
    qtbot.waitUntil(lambda: len(window_manager.windows) == 1)
    assert window_manager.windows[0].path == tmp_path / "dinner (rescued).journey"
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    assert "What could be read of dinner.journey" in boxes()[0].text()
    boxes()[0].accept()


def test_of_a_rescue_that_is_cancelled_no_file_is_left(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path, start = damaged(tmp_path / "dinner.journey"), window_manager.open_start()
    start.project_wanted.emit(path)
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    with another_program(path):
        click(boxes()[0], "Rescue what can be read")
        click(start, "Cancel")
    qtbot.waitUntil(nothing_is_done)
    assert list(tmp_path.iterdir()) == [path]
    assert start.isVisible()


def test_a_copy_is_written_under_a_bar_where_the_project_is_busy(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path, document = tmp_path / "a.journey", small_document()
    picture = Picture(id=document.picture_store.put(image()), format="png", width=40, height=30)
    document.apply(Change(plain_label("Add a picture"), (Edit(None, picture),)))
    ProjectFile.create(path, document).close()
    window = window_manager.show(ProjectFile.open(path))
    with another_program(path), turning() as turns:
        window.copy_wanted.emit(tmp_path / "copy.journey")
        assert said(window_manager) == ["Writing copy.journey… The disk is slow."]
        qtbot.waitUntil(lambda: turns.count > 5)
    qtbot.waitUntil(lambda: window.message.words.text() == "A copy was saved as copy.journey.")
    assert turns.longest < LONGEST_TURN
    assert check(tmp_path / "copy.journey").counts["picture"] == 1


@pytest.mark.long("makes and opens the largest project")
def test_to_open_a_large_project_ends_soon_after_it_is_cancelled(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path, start = largest(tmp_path, blocks=60, notes=20_000), window_manager.open_start()
    add_journal(path)
    qtbot.waitUntil(lambda: not start.is_drawing, timeout=20_000)
    start.project_wanted.emit(path)
    click(start, "Cancel")
    began = perf_counter()
    qtbot.waitUntil(nothing_is_done, timeout=60_000)
    assert perf_counter() - began < SOON
    assert not lock_of(path).exists()


@pytest.mark.long("makes and opens the largest project")
def test_a_large_project_with_a_journal_is_proved_while_the_window_goes_on(
    window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    path, start = largest(tmp_path, blocks=60, notes=20_000), window_manager.open_start()
    add_journal(path)
    qtbot.waitUntil(lambda: not start.is_drawing, timeout=20_000)
    with turning() as turns:
        start.project_wanted.emit(path)
        assert len(said(window_manager)) == 1
        longest = 0.0

        def is_open() -> bool:
            nonlocal longest
            if not window_manager.windows:
                # To show so large a map takes a turn of its own, which is no matter of this test.
                longest = turns.longest
            return bool(window_manager.windows)

        qtbot.waitUntil(is_open, timeout=200_000)
    assert longest < LONGEST_TURN
