"""Versions are made in two keystrokes; the map is seen as it was, and gone back to."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model.records import Note
from app.storage.backups import back_up
from app.storage.project_file import ProjectFile
from app.widgets.base.backup_places import backup_folder
from app.widgets.panels.history.restore import RestoreView
from app.widgets.program.window_manager import WindowManager
from tests.driver import WindowDriver
from tests.history_panel import history_of
from tests.storage.projects import add_notes, small_file


def test_a_version_is_saved_with_two_keystrokes(pizzeria: WindowDriver) -> None:
    pizzeria.press("Ctrl+Shift+K")
    pizzeria.press("Return")
    (version,) = pizzeria.editor.history.versions()
    assert str(version.label).startswith("Version of ")
    pizzeria.press("Ctrl+Shift+K")
    pizzeria.write("before lunch")
    pizzeria.press("Return")
    assert str(pizzeria.editor.history.versions()[-1].label) == "before lunch"
    assert pizzeria.project.wait_until_saved(20)


def test_the_slider_shows_the_map_as_it_was_and_changes_nothing(pizzeria: WindowDriver) -> None:
    notes = len(pizzeria.document.all(Note))
    pizzeria.add_note("Order", "Actions", "Counts the money")
    pizzeria.add_note("Order", "Actions", "Orders another one")
    now = pizzeria.document.copy()
    view = history_of(pizzeria)
    assert view.moment.text() == "Now"
    assert not view.back.isEnabled()
    view.slider.setFocus()
    QTest.keyClick(view.slider, Qt.Key.Key_Home)
    assert len(view.canvas.editor.document.all(Note)) == notes
    assert view.moment.text() == "The beginning"
    QTest.keyClick(view.slider, Qt.Key.Key_Right)
    assert [note.text for note in view.canvas.editor.document.all(Note)][-1] == "Counts "
    assert pizzeria.document == now
    QTest.keyClick(view.slider, Qt.Key.Key_Escape)
    assert pizzeria.document == now


def test_the_history_begins_at_its_slider_and_tab_goes_round_all_of_it(pizzeria: WindowDriver) -> None:
    pizzeria.editor.history.mark("before lunch")
    view = history_of(pizzeria)
    assert pizzeria.focus is view.slider
    seen = []
    while pizzeria.focus not in seen:
        seen.append(pizzeria.focus)
        pizzeria.press("Tab")
    assert pizzeria.focus is view.slider
    assert {view.steps, view.other, view.leave} <= set(seen)
    pizzeria.press("Home")
    assert view.moment.text() == "The beginning"


def test_going_back_to_a_version_can_be_undone(pizzeria: WindowDriver) -> None:
    pizzeria.editor.history.mark("before lunch")
    morning = pizzeria.document.copy()
    pizzeria.add_note("Order", "Actions", "Counts the money")
    evening = pizzeria.document.copy()
    view = history_of(pizzeria)
    (row,) = view.steps.findItems("before lunch", Qt.MatchFlag.MatchContains)
    view.steps.setCurrentItem(row)
    QTest.mouseClick(view.back, Qt.MouseButton.LeftButton)
    assert pizzeria.document == morning
    pizzeria.undo()
    assert pizzeria.document == evening


def test_opening_makes_a_version_once_something_is_done(
    window_manager: WindowManager, tmp_path: Path
) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        add_notes(project.history, 1)
    window = window_manager.open(path)
    assert window is not None
    history = window.editor.history
    assert history.versions() == ()
    add_notes(history, 1)
    assert [str(step.label) for step in history.versions()] == ["As it was opened"]


def test_a_backup_is_seen_and_restored_and_that_can_be_undone(pizzeria: WindowDriver) -> None:
    path = pizzeria.window.path
    assert pizzeria.project.wait_until_saved(20)
    back_up(path, backup_folder())
    morning = pizzeria.document.copy()
    pizzeria.add_note("Order", "Actions", "Counts the money")
    evening = pizzeria.document.copy()
    pizzeria.window.actions_by_name["file.restore"].trigger()
    (view,) = pizzeria.window.findChildren(RestoreView)
    assert view.list.count() == 1
    assert view.canvas.editor.document == morning
    assert pizzeria.document == evening
    QTest.mouseClick(view.restore, Qt.MouseButton.LeftButton)
    assert pizzeria.document == morning
    pizzeria.undo()
    assert pizzeria.document == evening
