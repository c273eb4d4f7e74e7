"""What is half typed when a window closes is in the file, and is no other note's; nothing empty is left."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import Id, Note, Persona, Record
from app.model.verbs.editing import set_fields
from app.storage.project_file import ProjectFile
from app.widgets.panels.record_list import RecordList
from app.widgets.program.window_manager import WindowManager
from tests.driver import WindowDriver
from tests.texts import texts


def closed(driver: WindowDriver) -> Document:
    """What the file holds once its window is closed."""
    driver.close()
    return in_file(driver.project.path)


def in_file(path: Path) -> Document:
    with ProjectFile.open(path) as project:
        return project.document.copy()


def by_id(document: Document) -> dict[Id, Record]:
    return {record.id: record for record in document}


def car_park(document: Document) -> Note:
    (found,) = (note for note in document.all(Note) if note.text == "Car park")
    return found


def begin_note(driver: WindowDriver) -> None:
    driver.go_to_cell("Leave", "Ideas")
    driver.press("Return")


@pytest.mark.parametrize(
    "begin",
    [begin_note, lambda driver: driver.click("Add stage"), lambda driver: driver.click("Add section")],
    ids=["note", "stage", "section"],
)
def test_what_was_begun_and_is_empty_is_not_in_the_file(
    pizzeria: WindowDriver, begin: Callable[[WindowDriver], None]
) -> None:
    before, steps = by_id(pizzeria.document), pizzeria.editor.history.steps
    begin(pizzeria)
    assert pizzeria.canvas.typing.edited is not None
    assert by_id(closed(pizzeria)) == before
    assert pizzeria.editor.history.steps == steps


def test_what_is_being_composed_when_the_window_closes_is_in_the_file(pizzeria: WindowDriver) -> None:
    begin_note(pizzeria)
    pizzeria.write("half ")
    QApplication.sendEvent(pizzeria.canvas, QInputMethodEvent("한", []))
    assert "half 한" in {note.text for note in closed(pizzeria).all(Note)}


@pytest.mark.parametrize("field", ["Source", "Text", "Tags"])
def test_what_is_composed_in_a_field_when_the_window_closes_is_in_the_file(
    pizzeria: WindowDriver, field: str
) -> None:
    """By events; what real engines do is tried in test_input_methods."""
    pizzeria.select_note("Car park")
    pizzeria.fill(field, "half ")
    QApplication.sendEvent(pizzeria.focus, QInputMethodEvent("한", []))
    assert any("half 한" in str(note) for note in closed(pizzeria).all(Note))


@pytest.mark.parametrize(
    ("field", "typed", "name", "kept"),
    [
        ("Due", "2026-2-3", "due", "2026-02-03"),
        ("Due", "31 Dec 2026", "due", "2026-12-31"),
        ("Votes", "12", "votes", 12),
        ("Tags", "half", "tags", ("half",)),
        ("Text", "Car park ", "text", "Car park "),
    ],
)
def test_what_is_half_typed_in_a_field_when_the_window_closes_is_in_the_file(
    pizzeria: WindowDriver, field: str, typed: str, name: str, kept: object
) -> None:
    id = car_park(pizzeria.document).id
    pizzeria.select_note("Car park")
    pizzeria.fill(field, typed)
    assert getattr(closed(pizzeria).get(Note, id), name) == kept


def test_a_trait_that_is_half_typed_is_in_the_file_and_is_kept_when_one_leaves_it(
    pizzeria: WindowDriver,
) -> None:
    id = pizzeria.document.personas()[0].id
    pizzeria.window.show_persona(id)
    pizzeria.fill("Traits", "Patience")
    pizzeria.press("Tab")
    assert pizzeria.document.get(Persona, id).traits[-1].name == "Patience"
    pizzeria.fill("Traits", "Humour")
    assert closed(pizzeria).get(Persona, id).traits[-1].name == "Humour"


def test_a_name_that_is_half_typed_in_a_list_is_in_the_file(pizzeria: WindowDriver) -> None:
    maps = next(each for each in pizzeria.window.left.findChildren(RecordList) if each.isVisible())
    maps.setFocus()
    maps.setCurrentRow(0)
    pizzeria.press("F2")
    pizzeria.write("Supper")
    assert any("Supper" in str(record) for record in closed(pizzeria))


def test_what_is_no_day_keeps_the_window_open_once_and_says_why(
    pizzeria: WindowDriver, window_manager: WindowManager
) -> None:
    pizzeria.select_note("Car park")
    pizzeria.fill("Due", "31 Dec")
    pizzeria.close()
    assert window_manager.windows == [pizzeria.window]
    assert "“31 Dec” is no day" in pizzeria.window.message.words.text()
    assert pizzeria.focus is pizzeria.field("Due")
    assert pizzeria.text_in("Due") == "31 Dec"
    pizzeria.close()
    assert window_manager.windows == []


def test_what_is_no_day_does_not_keep_the_system_from_ending(
    pizzeria: WindowDriver, window_manager: WindowManager
) -> None:
    pizzeria.select_note("Car park")
    pizzeria.fill("Due", "31 Dec")
    window_manager.close_all()
    assert window_manager.windows == []


def test_undo_takes_back_what_is_half_typed_and_nothing_else(pizzeria: WindowDriver) -> None:
    pizzeria.add_note("Leave", "Ideas", "Receipts")
    pizzeria.select_note("Car park")
    pizzeria.fill("Tags", "half")
    pizzeria.undo()
    assert pizzeria.text_in("Tags") == ""
    assert "Receipts" in texts(pizzeria)
    pizzeria.undo()
    assert "Receipts" not in texts(pizzeria)


@pytest.mark.parametrize(("field", "typed"), [("Due", "2026-2-3"), ("Tags", "half")])
def test_what_is_half_typed_for_one_note_never_goes_to_another(
    pizzeria: WindowDriver, field: str, typed: str
) -> None:
    other = pizzeria.note("Pay at the table by code").id
    pizzeria.editor.do(set_fields(pizzeria.document, [other], plain_label("Set owner"), owner="Ada"))
    pizzeria.select_note("Car park")
    pizzeria.fill(field, typed)
    pizzeria.editor.undo()
    assert pizzeria.editor.selection.ids == (other,)
    before = pizzeria.document.get(Note, other)
    assert pizzeria.text_in(field) == ""
    pizzeria.press("Tab")
    assert pizzeria.document.get(Note, other) == before
