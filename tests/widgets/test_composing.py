"""Dead keys and input methods: what they compose becomes a note, nothing lost and nothing twice."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent
from PySide6.QtWidgets import QApplication

from app.widgets.canvas.typing.text_editor import TextEditor
from tests.cell_texts import texts
from tests.driver import WindowDriver


def say(preedit: str = "", commit: str = "") -> None:
    """What an input method sends to whatever has the focus, as Qt does."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    focused = QApplication.focusObject()
    assert focused is not None
    QCoreApplication.sendEvent(focused, event)


def listens(driver: WindowDriver) -> bool:
    """Whether input methods are told that text can be typed here."""
    query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QCoreApplication.sendEvent(driver.focus, query)
    open = driver.canvas.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    return open and bool(query.value(Qt.InputMethodQuery.ImEnabled))


def seen(driver: WindowDriver) -> str:
    """What one reads in the text editor, with what is being composed."""
    (editor,) = (each for each in driver.canvas.scene().items() if isinstance(each, TextEditor))
    layout = editor.document().firstBlock().layout()
    text, at = editor.toPlainText(), layout.preeditAreaPosition()
    return text[:at] + layout.preeditAreaText() + text[at:]


def test_a_dead_key_begins_a_note_with_the_letter_that_it_makes(pizzeria: WindowDriver) -> None:
    before = texts(pizzeria, "Order", "Actions")
    steps = len(pizzeria.editor.history.steps)
    pizzeria.go_to_cell("Order", "Actions")
    assert listens(pizzeria)
    say(preedit="´")
    assert seen(pizzeria) == "´"
    say(commit="é")
    pizzeria.write("tude")
    pizzeria.press("Escape")
    assert texts(pizzeria, "Order", "Actions") == [*before, "étude"]
    assert len(pizzeria.editor.history.steps) == steps + 1
    pizzeria.undo()
    assert texts(pizzeria, "Order", "Actions") == before


def test_composing_goes_on_in_the_note_that_it_began_and_in_the_next(pizzeria: WindowDriver) -> None:
    before = texts(pizzeria, "Order", "Actions")
    pizzeria.go_to_cell("Order", "Actions")
    for preedit in ("n", "ni", "你", "你h", "你好"):
        say(preedit=preedit)
        assert seen(pizzeria) == preedit
    assert texts(pizzeria, "Order", "Actions") == [*before, ""]
    say(commit="你好")
    say(preedit="ma")
    say(commit="吗")
    pizzeria.press("Return")
    say(preedit="hao")
    say(commit="好")
    pizzeria.press("Escape")
    assert texts(pizzeria, "Order", "Actions") == [*before, "你好吗", "好"]


def test_what_is_committed_at_once_is_written_once(pizzeria: WindowDriver) -> None:
    before = texts(pizzeria, "Order", "Actions")
    pizzeria.go_to_cell("Order", "Actions")
    say(commit="🙂")
    pizzeria.press("Escape")
    assert texts(pizzeria, "Order", "Actions") == [*before, "🙂"]


def test_the_map_listens_again_after_every_note(pizzeria: WindowDriver) -> None:
    pizzeria.add_note("Order", "Actions", "Pays")
    assert listens(pizzeria)
    before = texts(pizzeria, "Order", "Actions")
    say(preedit="`")
    say(commit="à")
    pizzeria.press("Escape")
    assert sorted(texts(pizzeria, "Order", "Actions")) == sorted([*before, "à"])


def test_a_click_takes_what_is_being_composed_as_it_is_seen(pizzeria: WindowDriver) -> None:
    before = texts(pizzeria, "Order", "Actions")
    pizzeria.go_to_cell("Order", "Actions")
    say(preedit="한")
    pizzeria.go_to_cell("Leave", "Ideas")
    assert texts(pizzeria, "Order", "Actions") == [*before, "한"]
    assert pizzeria.canvas.typing.edited is None


def test_composing_given_up_leaves_nothing(pizzeria: WindowDriver) -> None:
    before = pizzeria.document.copy()
    pizzeria.go_to_cell("Order", "Actions")
    say(preedit="´")
    say()
    assert seen(pizzeria) == ""
    pizzeria.press("Escape")
    assert pizzeria.document == before


def test_on_a_header_it_is_composed_over_the_name(pizzeria: WindowDriver) -> None:
    pizzeria.select_stage("Order")
    say(preedit="´")
    say(commit="É")
    pizzeria.write("tape")
    pizzeria.press("Escape")
    assert "Étape" in pizzeria.stage_names()
    assert "Order" not in pizzeria.stage_names()


def test_nothing_is_composed_in_a_project_open_for_reading_nor_by_an_empty_event(
    pizzeria: WindowDriver,
) -> None:
    before = pizzeria.document.copy()
    pizzeria.go_to_cell("Order", "Actions")
    say()
    assert pizzeria.canvas.typing.edited is None
    pizzeria.editor.read_only = True
    say(commit="é")
    assert pizzeria.document == before
    assert not listens(pizzeria)


def test_candidates_are_shown_at_the_cursor(pizzeria: WindowDriver) -> None:
    pizzeria.go_to_cell("Order", "Actions")
    place = pizzeria.canvas.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    cell = pizzeria.canvas.shown.layout.cell_rectangle(
        pizzeria.section("Actions").id, pizzeria.stage("Order").id
    )
    assert cell is not None
    assert place == pizzeria.canvas.mapFromScene(cell).boundingRect()
