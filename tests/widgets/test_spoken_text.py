"""The text that is typed on the map as a screen reader finds it, read back through Qt's interface."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QTextEdit

from app.drawing.text import text_block
from app.drawing.theme import NOTE, NOTE_PADDING, NOTE_WIDTH
from app.model.records import Note
from tests.driver import WindowDriver
from tests.screen_reader import below, current, interface, on_screen

Role = QAccessible.Role


def fields(driver: WindowDriver) -> list[QAccessibleInterface]:
    """The editable texts on the canvas."""
    found = [one for one in below(interface(driver.canvas)) if one.role() == Role.EditableText]
    return [one for one in found if not one.state().invisible]


def field(driver: WindowDriver) -> QAccessibleInterface:
    (found,) = fields(driver)
    return found


def text_of(driver: WindowDriver) -> QAccessibleTextInterface:
    found = field(driver).textInterface()
    assert found is not None
    return found


def value(driver: WindowDriver) -> str:
    return field(driver).text(QAccessible.Text.Value)


def lines(driver: WindowDriver) -> list[str]:
    """The text of the field in lines, as its letters lie on the screen."""
    text, found = text_of(driver), dict[int, str]()
    for offset in range(text.characterCount()):
        top = text.characterRect(offset).top()
        found[top] = found.get(top, "") + text.text(offset, offset + 1)
    return [found[top].strip() for top in sorted(found)]


def test_there_is_no_text_field_while_nobody_listens(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Car park")
    pizzeria.press("F2")
    assert pizzeria.canvas.findChildren(QTextEdit) == []


def test_what_is_typed_is_in_a_text_field_that_says_where_it_is(heard: WindowDriver) -> None:
    heard.go_to_cell("Leave", "Ideas")
    assert fields(heard) == []
    heard.write("Say good")
    assert field(heard).text(QAccessible.Text.Name) == "Ideas, Leave, note 2 of 2"
    assert value(heard) == "Say good"
    assert text_of(heard).cursorPosition() == 8
    state = field(heard).state()
    assert state.focused
    assert state.editable
    heard.write("bye")
    assert value(heard) == "Say goodbye"
    assert text_of(heard).cursorPosition() == 11
    heard.press("Escape")
    assert fields(heard) == []
    assert heard.canvas.hasFocus()


@pytest.mark.parametrize(
    ("kind", "name", "says"),
    [("stage", "Order", "Stage 4 of 8"), ("section", "Ideas", "Section 8 of 8")],
)
def test_a_name_is_edited_in_a_text_field_too(heard: WindowDriver, kind: str, name: str, says: str) -> None:
    heard.click_on(getattr(heard, kind)(name).id)
    heard.press("F2")
    assert field(heard).text(QAccessible.Text.Name) == says
    assert value(heard) == name


def test_caret_and_selection_are_those_of_the_text(heard: WindowDriver) -> None:
    heard.select_note("Car park")
    heard.press("F2")
    assert text_of(heard).cursorPosition() == len("Car park")
    heard.press("Left", times=3)
    assert text_of(heard).cursorPosition() == 5
    heard.press("Ctrl+Shift+Left")
    assert text_of(heard).selectionCount() == 1
    assert text_of(heard).cursorPosition() == 4
    heard.press("Home")
    assert text_of(heard).selectionCount() == 0
    assert text_of(heard).cursorPosition() == 0


def test_letters_are_taken_away_and_come_back_where_they_were(heard: WindowDriver) -> None:
    heard.select_note("Car park")
    heard.press("F2")
    heard.press("Home")
    heard.write("🚗")
    heard.press("Shift+Return")
    heard.write("a")
    assert value(heard) == "🚗\naCar park"
    heard.press("Ctrl+Delete")
    assert value(heard) == "🚗\napark"
    heard.press("Backspace", times=2)
    assert value(heard) == "🚗park"
    assert text_of(heard).cursorPosition() == 2
    heard.press("Ctrl+Z")
    assert value(heard) == heard.document.get(Note, heard.editor.selection.ids[0]).text


def test_lines_break_as_on_the_map_and_letters_lie_where_they_are_seen(heard: WindowDriver) -> None:
    note = heard.note("The sign cannot be read in the dark")
    for zoom in (0.2, 0.34, 1.0, 2.5):
        heard.canvas.set_zoom(zoom)
        heard.click_on(note.id)
        heard.press("F2")
        broken = text_block(note.text, NOTE, NOTE_WIDTH - 2 * NOTE_PADDING).lines
        assert lines(heard) == [line.text.strip() for line in broken]
        last = text_of(heard).characterRect(len(note.text) - 1)
        assert on_screen(heard, note.id).contains(last)
        assert on_screen(heard, note.id).contains(field(heard).rect())
        heard.press("Escape")


def test_the_text_field_is_not_seen(heard: WindowDriver) -> None:
    heard.select_note("Car park")
    QAccessible.setActive(False)
    heard.press("F2")
    before = heard.canvas.grab().toImage()
    heard.press("Escape")
    QAccessible.setActive(True)
    heard.press("F2")
    assert len(fields(heard)) == 1
    assert heard.canvas.grab().toImage() == before


def test_what_a_screen_reader_writes_is_written_on_the_note(heard: WindowDriver) -> None:
    note = heard.note("Car park")
    heard.click_on(note.id)
    heard.press("F2")
    written = field(heard).editableTextInterface()
    assert written is not None
    written.insertText(4, "and bike ")
    assert heard.document.get(Note, note.id).text == "Car and bike park"
    text_of(heard).setCursorPosition(3)
    heard.write("s")
    assert heard.document.get(Note, note.id).text == "Cars and bike park"
    assert value(heard) == "Cars and bike park"


def test_many_notes_are_typed_one_after_the_other(heard: WindowDriver) -> None:
    heard.go_to_cell("Leave", "Ideas")
    for number in range(3):
        heard.write(f"idea {number}")
        assert value(heard) == f"idea {number}"
        heard.press("Return")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert heard.canvas.hasFocus()
    assert value(heard) == ""
    heard.press("Escape")
    assert current(heard).startswith("Ideas, Leave, note")
    texts = [note.text for note in heard.document.notes(heard.section("Ideas").id, heard.stage("Leave").id)]
    assert texts[-3:] == ["idea 0", "idea 1", "idea 2"]
