"""Undo and redo while one types, on the map and in fields: by word, each paste by itself, nothing lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.model.records import EmotionPoint, Note
from tests.driver import WindowDriver
from tests.texts import editor, paste, texts, typed


def seen(driver: WindowDriver) -> str:
    """What one reads where the caret stands, with the caret."""
    found = editor(driver)
    text, at = found.toPlainText(), found.textCursor().position()
    return f"{text[:at]}|{text[at:]}"


def test_undo_in_a_note_takes_back_the_paste_and_then_word_by_word(pizzeria: WindowDriver) -> None:
    pizzeria.go_to_cell("Leave", "Ideas")
    pizzeria.write("ten minutes of careful typing")
    paste(pizzeria, "WRONG PASTE")
    pizzeria.undo()
    assert seen(pizzeria) == "ten minutes of careful typing|"
    assert typed(pizzeria).text == "ten minutes of careful typing"
    pizzeria.undo(times=2)
    assert seen(pizzeria) == "ten minutes of |"
    pizzeria.redo(times=3)
    assert seen(pizzeria) == "ten minutes of careful typingWRONG PASTE|"


def test_what_was_undone_in_a_note_is_redone_after_its_end(pizzeria: WindowDriver) -> None:
    pizzeria.go_to_cell("Leave", "Ideas")
    pizzeria.write("Say goodbye")
    id = typed(pizzeria).id
    paste(pizzeria, " WRONG")
    pizzeria.undo(times=2)
    pizzeria.press("Escape")
    assert pizzeria.document.get(Note, id).text == "Say "
    pizzeria.redo(times=2)
    assert pizzeria.document.get(Note, id).text == "Say goodbye WRONG"
    pizzeria.undo(times=3)
    assert id not in pizzeria.document
    pizzeria.redo(times=3)
    assert pizzeria.document.get(Note, id).text == "Say goodbye WRONG"


def test_undo_works_in_a_note_of_two_lines(pizzeria: WindowDriver) -> None:
    pizzeria.go_to_cell("Leave", "Ideas")
    pizzeria.write("one")
    pizzeria.press("Shift+Return")
    pizzeria.write("two")
    pizzeria.undo()
    assert seen(pizzeria) == "one\n|"
    pizzeria.undo()
    assert pizzeria.canvas.typing.edited is None
    pizzeria.redo(times=2)
    assert "one\ntwo" in texts(pizzeria)


def test_the_caret_stands_where_the_text_changed(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Car park")
    pizzeria.press("F2")
    pizzeria.press("Home")
    pizzeria.write("Big ")
    pizzeria.press("End")
    pizzeria.undo()
    assert seen(pizzeria) == "|Car park"
    pizzeria.press("End")
    pizzeria.redo()
    assert seen(pizzeria) == "Big |Car park"


def test_a_note_emptied_after_typing_leaves_what_was_typed_in_the_history(pizzeria: WindowDriver) -> None:
    before = pizzeria.document.copy()
    pizzeria.go_to_cell("Leave", "Ideas")
    pizzeria.write("Receipts")
    pizzeria.press("Ctrl+A")
    pizzeria.press("Delete")
    pizzeria.press("Escape")
    assert pizzeria.document == before
    pizzeria.undo(times=2)
    assert "Receipts" in texts(pizzeria)


def test_an_empty_note_does_not_cost_what_can_be_redone(pizzeria: WindowDriver) -> None:
    pizzeria.go_to_cell("Leave", "Ideas")
    pizzeria.write("abc")
    id = typed(pizzeria).id
    pizzeria.press("Ctrl+A")
    pizzeria.press("Delete")
    paste(pizzeria, "Receipts")
    pizzeria.undo()
    assert seen(pizzeria) == "|"
    pizzeria.press("Escape")
    pizzeria.redo()
    assert pizzeria.document.get(Note, id).text == "Receipts"


def test_a_note_begun_and_left_empty_is_no_step(pizzeria: WindowDriver) -> None:
    steps = pizzeria.editor.history.steps
    pizzeria.go_to_cell("Leave", "Ideas")
    for ends in ("Escape", "Ctrl+Return"):
        pizzeria.press("Return")
        pizzeria.press(ends)
        assert pizzeria.editor.history.steps == steps


@pytest.mark.parametrize(("kind", "name"), [("stage", "Order"), ("section", "Ideas")])
def test_undo_in_a_header_goes_by_word(pizzeria: WindowDriver, kind: str, name: str) -> None:
    getattr(pizzeria, f"select_{kind}")(name)
    pizzeria.press("F2")
    pizzeria.write(" and more ")
    assert seen(pizzeria) == f"{name} and more |"
    pizzeria.undo()
    assert seen(pizzeria) == f"{name} and|"
    pizzeria.redo()
    assert seen(pizzeria) == f"{name} and more|"
    pizzeria.undo(times=2)
    assert seen(pizzeria) == f"{name}|"


def test_undo_beyond_a_text_ends_its_typing(pizzeria: WindowDriver) -> None:
    pizzeria.add_note("Leave", "Ideas", "Receipts")
    pizzeria.select_note("Car park")
    pizzeria.press("F2")
    pizzeria.write("s")
    pizzeria.undo()
    assert seen(pizzeria) == "Car park|"
    pizzeria.undo()
    assert pizzeria.canvas.typing.edited is None
    assert "Receipts" not in texts(pizzeria)


@pytest.mark.parametrize(("field", "kind"), [("Source", QLineEdit), ("Text", QPlainTextEdit)])
def test_undo_in_a_field_goes_by_word_with_the_caret_there(
    pizzeria: WindowDriver, field: str, kind: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    pizzeria.select_note("Car park")
    pizzeria.fill(field, "eight long talks")
    paste(pizzeria, " WRONG PASTE")
    control = pizzeria.field(field)
    assert isinstance(control, kind)
    pizzeria.undo()
    assert pizzeria.text_in(field) == "eight long talks"
    pizzeria.press("Home")
    pizzeria.undo()
    assert pizzeria.text_in(field).rstrip() == "eight long"
    pizzeria.write("er")
    assert pizzeria.text_in(field).replace(" ", "") == "eightlonger"
    pizzeria.undo(times=3)
    assert pizzeria.text_in(field) == ("" if field == "Source" else "Car park")


def test_undo_in_a_number_is_the_projects(pizzeria: WindowDriver) -> None:
    pizzeria.add_note("Leave", "Ideas", "Receipts")
    pizzeria.select_note("Receipts")
    pizzeria.fill("Votes", "12")
    pizzeria.undo()
    assert pizzeria.note("Receipts").votes == 0
    pizzeria.redo()
    assert pizzeria.note("Receipts").votes == 12
    pizzeria.undo(times=2)
    assert "Receipts" not in texts(pizzeria)


def test_undo_in_a_word_to_choose_goes_by_word(pizzeria: WindowDriver) -> None:
    pizzeria.editor.select([pizzeria.document.all(EmotionPoint)[0].id])
    pizzeria.fill("Emotion in words", "very happy")
    pizzeria.undo()
    assert pizzeria.text_in("Emotion in words").rstrip() == "very"
    pizzeria.redo()
    assert pizzeria.text_in("Emotion in words") == "very happy"


def test_undo_in_the_find_bar_is_of_what_is_typed_there_then_of_what_was_replaced(
    pizzeria: WindowDriver,
) -> None:
    pizzeria.add_note("Leave", "Ideas", "Receipts")
    pizzeria.press("Ctrl+H")
    pizzeria.write("Nonsense")
    pizzeria.undo()
    assert pizzeria.text_in("Words to find") == ""
    assert "Receipts" in texts(pizzeria)
    pizzeria.write("Receipt")
    pizzeria.field("Replace with").setFocus()
    pizzeria.write("Voucher")
    pizzeria.click("Replace all")
    assert "Vouchers" in texts(pizzeria)
    pizzeria.undo()
    assert pizzeria.text_in("Replace with") == "Voucher"
    assert "Receipts" in texts(pizzeria)


def test_a_letter_that_is_pasted_is_a_step_of_its_own(pizzeria: WindowDriver) -> None:
    pizzeria.go_to_cell("Leave", "Ideas")
    pizzeria.write("abc")
    paste(pizzeria, "X")
    pizzeria.write("d")
    pizzeria.undo()
    assert seen(pizzeria) == "abcX|"
    pizzeria.undo()
    assert seen(pizzeria) == "abc|"


@pytest.mark.parametrize(("field", "start"), [("Source", ""), ("Text", "Car park")])
def test_a_letter_that_is_pasted_into_a_field_is_a_step_of_its_own(
    pizzeria: WindowDriver, field: str, start: str
) -> None:
    pizzeria.select_note("Car park")
    pizzeria.field(field).setFocus()
    pizzeria.press("End")
    pizzeria.write("abc")
    paste(pizzeria, "X")
    pizzeria.write("d")
    for text in ("abcX", "abc", ""):
        pizzeria.undo()
        assert pizzeria.text_in(field) == start + text


ACTS = st.one_of(
    st.sampled_from(["Undo", "Redo", "Shift+Return", "Backspace", "Delete", "Left", "End"]),
    st.sampled_from(["word", "two words ", "é", " ", "ab"]),
    st.sampled_from(["<A paste", "<of\nlines"]),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ACTS, max_size=12))
def test_whatever_is_typed_pasted_undone_and_redone_can_be_had_again(
    pizzeria: WindowDriver, acts: list[str]
) -> None:
    """The model: what one reads is what is in the document, and undo and redo lead to texts that were."""
    canvas, history = pizzeria.canvas, pizzeria.editor.history
    pizzeria.select_note("Car park")
    id = pizzeria.editor.selection.ids[0]
    start, begun = pizzeria.document.copy(), max((step.number for step in history.steps), default=0)
    pizzeria.press("F2")
    were = {"Car park"}
    for act in acts:
        if act in ("Undo", "Redo"):
            # What other examples did stays out of this one.
            step = history.undoable if act == "Undo" else history.redoable
            if step is not None and step.number > begun:
                pizzeria.undo() if act == "Undo" else pizzeria.redo()
            assert pizzeria.document.get(Note, id).text in were
        elif act.startswith("<"):
            paste(pizzeria, act[1:])
        elif "+" in act or act in ("Backspace", "Delete", "Left", "End"):
            if act != "Backspace" or editor(pizzeria).textCursor().position() > 0:
                pizzeria.press(act)
        else:
            for letter in act:
                pizzeria.write(letter)
                were.add(pizzeria.document.get(Note, id).text)
        were.add(pizzeria.document.get(Note, id).text)
        assert canvas.typing.edited == id
        assert editor(pizzeria).toPlainText() == pizzeria.document.get(Note, id).text
    pizzeria.press("Escape")
    end = pizzeria.document.copy()
    back = 0
    while pizzeria.document != start:
        pizzeria.undo()
        back += 1
    pizzeria.redo(times=back)
    assert pizzeria.document == end
    pizzeria.undo(times=back)
