"""What one sees of an undo: that which it changed is selected, alone, and in view."""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtTest import QTest

from app.formats.templates import template
from app.model.records import EmotionPoint, Id, Note
from app.model.verbs.notes import set_text
from app.storage.project_file import ProjectFile
from app.widgets.program.window_manager import WindowManager
from tests.bombs import sql
from tests.driver import WindowDriver


def is_in_view(driver: WindowDriver, id: Id) -> bool:
    rectangle = driver.canvas.rectangle_of(id)
    assert rectangle is not None
    frozen = driver.canvas.frozen()
    free: QRect = driver.canvas.viewport().rect().adjusted(int(frozen.left), int(frozen.top), 0, 0)
    return free.contains(driver.canvas.mapFromScene(rectangle).boundingRect())


def selected(driver: WindowDriver) -> set[str]:
    """The texts and names of what is selected."""
    records = driver.editor.selected.records
    return {str(getattr(one, "text", "") or getattr(one, "name", "")) for one in records}


def test_what_was_changed_comes_into_view(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Books a table")
    pizzeria.press("Alt+4")
    pizzeria.press("Ctrl+0")
    pizzeria.press("Ctrl+Home")
    books = pizzeria.note("Books a table").id
    assert not is_in_view(pizzeria, books)
    pizzeria.undo()
    assert pizzeria.editor.selection.ids == (books,)
    assert is_in_view(pizzeria, books)
    pizzeria.press("Ctrl+Home")
    pizzeria.redo()
    assert is_in_view(pizzeria, books)


def test_notes_that_only_made_room_are_not_selected(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Reads the menu", "Orders")
    pizzeria.press("Alt+Down")
    pizzeria.undo()
    assert selected(pizzeria) == {"Reads the menu", "Orders"}
    pizzeria.redo()
    assert selected(pizzeria) == {"Reads the menu", "Orders"}


def test_of_notes_that_changed_places_the_one_that_was_moved_is_selected(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Street sign")
    pizzeria.press("Alt+Right")
    pizzeria.undo()
    assert selected(pizzeria) == {"Street sign"}
    pizzeria.redo()
    assert selected(pizzeria) == {"Street sign"}


def test_a_stage_that_comes_back_is_selected_without_all_it_holds(pizzeria: WindowDriver) -> None:
    pizzeria.select_stage("Leave")
    pizzeria.press("Delete")
    pizzeria.undo()
    assert selected(pizzeria) == {"Leave"}
    pizzeria.select_section("Ideas")
    pizzeria.press("Delete")
    pizzeria.undo()
    assert selected(pizzeria) == {"Ideas"}


def test_an_emotion_point_that_was_moved_is_selected(pizzeria: WindowDriver) -> None:
    point = pizzeria.document.all(EmotionPoint)[0]
    pizzeria.editor.select([point.id])
    pizzeria.press("Up")
    pizzeria.select_note("Orders")
    pizzeria.undo()
    assert pizzeria.document.get(EmotionPoint, point.id) == point
    assert pizzeria.editor.selection.ids == (point.id,)


def test_the_cursor_goes_where_a_note_was_taken_back(pizzeria: WindowDriver) -> None:
    pizzeria.add_note("Leave", "Ideas", "Hand out the receipt")
    pizzeria.press("Ctrl+Home")
    pizzeria.undo(times=4)
    assert pizzeria.editor.selection.ids == ()
    assert pizzeria.editor.selection.cell == (pizzeria.section("Ideas").id, pizzeria.stage("Leave").id)


def test_what_was_done_on_another_map_is_shown_there(pizzeria: WindowDriver) -> None:
    first = pizzeria.editor.map
    pizzeria.add_note("Leave", "Ideas", "Hand out the receipt")
    pizzeria.press("Ctrl+Shift+D")
    second = pizzeria.editor.map
    pizzeria.fill("Title", "Next year")
    pizzeria.press("Ctrl+PgUp")
    assert pizzeria.editor.map == first
    pizzeria.undo()
    assert pizzeria.editor.map == second
    pizzeria.undo(times=6)
    assert pizzeria.editor.map == first
    assert "Hand out the receipt" not in {note.text for note in pizzeria.document.all(Note)}


def test_a_step_that_does_not_fit_is_not_undone_and_a_sentence_says_so(
    window_manager: WindowManager, tmp_path: Path
) -> None:
    path = tmp_path / "dinner.journey"
    with ProjectFile.create(path, template("pizzeria")) as project:
        note = project.document.all(Note)[0]
        project.history.do(set_text(project.document, note.id, "Typed by us"))
    sql(path, ("UPDATE note SET text = 'Written by a stranger' WHERE id = ?", (note.id,)))
    project = ProjectFile.open(path)
    window = window_manager.show(project)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    driver = WindowDriver(window, project)
    before = tuple(driver.editor.document)
    driver.undo()
    assert "cannot be undone" in window.message.words.text()
    assert "Nothing was changed." in window.message.words.text()
    assert tuple(driver.editor.document) == before
    driver.select_note("Written by a stranger")
    driver.press("Alt+4")
    driver.undo()
    assert tuple(driver.editor.document) == before
