"""A disk that answers to nothing holds no window: what lies on it comes when it comes, or is left."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.model.labels import plain_label
from app.model.verbs.editing import set_fields
from app.storage.backups import back_up
from app.storage.project_file import ProjectFile
from app.widgets.base import file_work
from app.widgets.base.backup_places import backup_folder, keep_backups_in
from app.widgets.base.file_work import StillAtIt
from app.widgets.panels.history.restore import RestoreView
from app.widgets.panels.history.thin_out import ThinOut
from app.widgets.program.window_manager import WindowManager
from app.widgets.start.page import StartPage
from app.widgets.start.recent import remember_project
from benchmarks.work import work_on
from tests.boxes import click
from tests.driver import WindowDriver
from tests.stalled import stalled
from tests.storage.projects import add_notes, small_document
from tests.widgets.conftest import OpenWindow


@pytest.fixture
def backed_up(open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WindowDriver:
    """A window whose two backups are on another disk."""
    monkeypatch.setattr(file_work, "PATIENCE", 0.05)
    keep_backups_in(tmp_path / "share")
    driver = open_window(small_document())
    for _ in range(2):
        add_notes(driver.window.editor.history, 1)
        assert driver.project.wait_until_saved(20)
        back_up(driver.window.path, backup_folder())
    return driver


def restore_view(window: WindowDriver) -> list[RestoreView]:
    return window.window.findChildren(RestoreView)


def test_backups_on_a_stalled_disk_are_looked_for_under_a_bar_that_can_be_left(
    backed_up: WindowDriver, tmp_path: Path
) -> None:
    with stalled(tmp_path / "share"):
        backed_up.window.actions_by_name["file.restore"].trigger()
        (bar,) = backed_up.window.findChildren(StillAtIt)
        assert bar.findChildren(QLabel)[0].text() == "Looking for backups… Their disk is slow."
        click(bar, "Cancel")
        assert not bar.isVisible()
    assert restore_view(backed_up) == []


def test_backups_are_shown_once_their_disk_answers(
    backed_up: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    with stalled(tmp_path / "share"):
        backed_up.window.actions_by_name["file.restore"].trigger()
    qtbot.waitUntil(lambda: len(restore_view(backed_up)) == 1)
    (view,) = restore_view(backed_up)
    assert view.list.count() == 2


def test_a_backup_that_cannot_be_read_yet_holds_neither_the_list_nor_closing(
    backed_up: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    backed_up.window.actions_by_name["file.restore"].trigger()
    (view,) = restore_view(backed_up)
    qtbot.waitUntil(view.restore.isEnabled)
    now = backed_up.document.copy()
    with stalled(tmp_path / "share"):
        view.list.setCurrentRow(1)
        assert view.words.text() == "This backup is being read… It is large, or its disk is slow."
        assert not view.restore.isEnabled()
        view.list.setCurrentRow(0)
        view.list.setCurrentRow(1)
    qtbot.waitUntil(view.restore.isEnabled)
    assert view.words.text() == ""
    assert len(view.canvas.editor.document) == len(now) - 1
    with stalled(tmp_path / "share"):
        view.list.setCurrentRow(0)
        view.dismiss()


def test_how_large_a_project_is_is_told_without_asking_its_disk(pizzeria: WindowDriver) -> None:
    work_on(pizzeria.editor.history, 120)
    assert pizzeria.project.wait_until_saved(20)
    size = pizzeria.window.path.stat().st_size
    with stalled(pizzeria.window.path.parent):
        pizzeria.window.actions_by_name["history.thin_out"].trigger()
        (question,) = pizzeria.window.findChildren(ThinOut)
        assert f"{size / 1e6:.1f} MB" in question.words.text()
        question.dismiss()


@pytest.fixture
def two_recent(open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two projects that were open last, each with a map that is due to be reviewed; the first on a share."""
    monkeypatch.setattr(file_work, "PATIENCE", 0.05)
    paths = (tmp_path / "share" / "a.journey", tmp_path / "b.journey")
    paths[0].parent.mkdir()
    for path in paths:
        document = small_document()
        map = document.maps()[0].id
        document.apply(set_fields(document, [map], plain_label("Set review date"), review="2026-01-05"))
        ProjectFile.create(path, document).close()
        remember_project(path)
    return paths


def details(page: StartPage) -> list[str]:
    return [tile.accessibleDescription() for tile in page.recent.tiles]


def test_the_start_page_shows_what_is_on_a_stalled_disk_without_asking_it(
    two_recent: tuple[Path, Path], window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    with stalled(tmp_path / "share"):
        page = window_manager.open_start()
        assert details(page)[0].startswith("b.journey · today")
        assert details(page)[1] == "a.journey"
        qtbot.waitUntil(lambda: len(page.reviews.lines) == 1)
        qtbot.waitUntil(lambda: not page.is_drawing, timeout=20_000)
    qtbot.waitUntil(lambda: len(page.reviews.lines) == 2)
    assert details(page)[1].startswith("a.journey · today")


def test_a_project_that_turns_out_to_be_gone_leaves_the_start_page(
    two_recent: tuple[Path, Path], window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    two_recent[0].unlink()
    with stalled(tmp_path / "share"):
        page = window_manager.open_start()
        assert len(page.recent.tiles) == 2
    qtbot.waitUntil(lambda: len(page.recent.tiles) == 1)
    assert details(page)[0].startswith("b.journey · today")


def test_a_disk_that_stalls_while_reviews_are_asked_for_keeps_no_other_project_from_being_told(
    two_recent: tuple[Path, Path], window_manager: WindowManager, tmp_path: Path, qtbot: QtBot
) -> None:
    remember_project(two_recent[0])
    page = window_manager.open_start()
    assert details(page)[0].startswith("a.journey · today")
    with stalled(tmp_path / "share"):
        qtbot.waitUntil(lambda: len(page.reviews.lines) == 1)
        assert page.is_drawing
        page.close()
