"""A text keeps its letters where it is split, joined, full, or holds what Qt counts or shows otherwise."""

import pytest
from PySide6.QtGui import QGuiApplication

from app.model.labels import plain_label
from app.model.records import Note
from app.model.text import LONGEST_TEXT
from app.model.verbs.editing import set_fields
from tests.driver import WindowDriver
from tests.texts import editor, paste, texts, typed

END = "THE END"


def test_notes_are_split_and_joined_at_the_caret_behind_emoji(pizzeria: WindowDriver) -> None:
    pizzeria.go_to_cell("Leave", "Ideas")
    pizzeria.write("🍕🍕 one two")
    pizzeria.press("Left", times=3)
    pizzeria.press("Ctrl+Return")
    assert {"🍕🍕 one", "two"} <= set(texts(pizzeria))
    pizzeria.press("Backspace")
    pizzeria.write("|")
    assert "🍕🍕 one |two" in texts(pizzeria)


def test_a_note_split_at_its_end_leaves_no_empty_one(pizzeria: WindowDriver) -> None:
    before, steps = pizzeria.document.copy(), pizzeria.editor.history.steps
    pizzeria.select_note("Car park")
    pizzeria.press("F2")
    pizzeria.press("Ctrl+Return")
    pizzeria.press("Escape")
    assert pizzeria.document == before
    assert pizzeria.editor.history.steps == steps


def test_what_is_typed_in_the_middle_of_a_full_text_costs_nothing_of_its_end(pizzeria: WindowDriver) -> None:
    pizzeria.go_to_cell("Leave", "Ideas")
    pizzeria.write("a")
    paste(pizzeria, "x" * (LONGEST_TEXT - 2 - len(END)) + END)
    pizzeria.press("Ctrl+Home")
    pizzeria.write("bc")
    full = "b" + "a" + "x" * (LONGEST_TEXT - 2 - len(END)) + END
    assert typed(pizzeria).text == full
    assert "The rest was left out" in pizzeria.window.message.words.text()
    pizzeria.press("Escape")
    pizzeria.field("Text").setFocus()
    pizzeria.press("Ctrl+Home")
    pizzeria.write("d")
    paste(pizzeria, "efg")
    assert pizzeria.text_in("Text") == full


def test_a_text_of_emoji_takes_as_many_as_of_any_letters(pizzeria: WindowDriver) -> None:
    note, many = pizzeria.note("Car park"), LONGEST_TEXT * 3 // 4
    pizzeria.editor.do(set_fields(pizzeria.document, [note.id], plain_label("Write"), text="🍕" * many))
    pizzeria.canvas.edit_text(note.id)
    pizzeria.write("a")
    assert typed(pizzeria).text == "🍕" * many + "a"
    paste(pizzeria, "🍕" * many)
    assert typed(pizzeria).text == "🍕" * many + "a" + "🍕" * (LONGEST_TEXT - many - 1)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_spaces_that_must_not_break_stay(pizzeria: WindowDriver, space: str) -> None:
    note = pizzeria.note("Car park")
    pizzeria.canvas.edit_text(note.id)
    paste(pizzeria, f" 5{space}€")
    pizzeria.write("!")
    assert pizzeria.document.get(Note, note.id).text == f"Car park 5{space}€!"
    editor(pizzeria).select_all()
    pizzeria.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == f"Car park 5{space}€!"
    pizzeria.press("Escape")
    pizzeria.field("Text").setFocus()
    pizzeria.press("Ctrl+End")
    pizzeria.write("!")
    assert pizzeria.document.get(Note, note.id).text == f"Car park 5{space}€!!"
