"""The map shown to others."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.model.document import Document
from app.model.records import EmotionPoint, Id, Note, Record
from app.widgets.program.window_manager import WindowManager
from tests.driver import LEFT, NO_KEYS, WindowDriver

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
HELD = (NO_KEYS, SHIFT, CONTROL, ALT, CONTROL | SHIFT, ALT | SHIFT, CONTROL | ALT)


def test_presenting_puts_everything_else_away_and_esc_twice_brings_it_back(
    pizzeria: WindowDriver,
) -> None:
    window = pizzeria.window
    parts = (window.bar, window.status, window.left, window.right, window.canvas)
    pizzeria.press("F5")
    assert window.isFullScreen()
    assert not any(part.isVisible() for part in parts)
    assert window.presentation.view.isVisible()
    pizzeria.press("Escape")
    assert window.isFullScreen()
    pizzeria.press("Escape")
    assert not window.isFullScreen()
    assert all(part.isVisible() for part in parts)
    assert not window.presentation.view.isVisible()


def test_what_was_folded_away_before_stays_so(pizzeria: WindowDriver) -> None:
    pizzeria.window.fold(left=True)
    pizzeria.press("F5")
    pizzeria.press("Escape", times=2)
    assert pizzeria.window.left.isHidden()
    assert not pizzeria.window.right.isHidden()


@pytest.mark.parametrize("is_fitting", [True, False])
def test_leaving_gives_back_the_view_that_was(pizzeria: WindowDriver, is_fitting: bool) -> None:
    canvas = pizzeria.canvas
    if is_fitting:
        canvas.fit()
    else:
        canvas.set_zoom(0.83)
        canvas.scroll_by(211, 97)
    seen = [canvas.zoom(), canvas.horizontalScrollBar().value(), canvas.verticalScrollBar().value()]
    pizzeria.press("F5")
    pizzeria.press("PgDown", times=3)
    pizzeria.press("E")
    pizzeria.press("PgDown")
    pizzeria.press("Escape", times=3)
    assert not pizzeria.window.presentation.is_on
    bars = (canvas.horizontalScrollBar(), canvas.verticalScrollBar())
    pizzeria.wait_until(lambda: [canvas.zoom(), *(bar.value() for bar in bars)] == pytest.approx(seen))


def _keys() -> Iterator[tuple[Qt.Key, str]]:
    """Every key of a keyboard with what it types: signs, keys that type nothing, those of the number pad."""
    yield from ((key, chr(key.value).lower()) for key in Qt.Key if 0x20 <= key.value < 0x7F)
    # QTest knows no key for these.
    yield from ((Qt.Key.Key_unknown, character) for character in "äöüß€ąłñ«“³µ")
    first, last = Qt.Key.Key_Escape.value, Qt.Key.Key_F12.value
    others = (key for key in Qt.Key if first <= key.value <= last)
    texts = {
        Qt.Key.Key_Tab: "\t",
        Qt.Key.Key_Return: "\r",
        Qt.Key.Key_Enter: "\r",
        Qt.Key.Key_Backspace: "\b",
    }
    yield from ((key, texts.get(key, "")) for key in others)


def _records(document: Document) -> dict[Id, Record]:
    return dict(document.content.records)


def test_no_key_changes_what_others_are_shown(pizzeria: WindowDriver) -> None:
    """A clicker sends b, a full stop, F5, Esc and Page keys; a sleeve on the keyboard sends any other."""
    canvas, window, before = pizzeria.canvas, pizzeria.window, _records(pizzeria.document)
    view = window.presentation.view
    pizzeria.press("Ctrl+A")
    pizzeria.press("Ctrl+C")
    some_note, some_point = pizzeria.document.all(Note)[0], pizzeria.document.all(EmotionPoint)[0]
    chosen: tuple[list[Id], ...] = (
        [some_note.id],
        [some_point.id],
        [pizzeria.document.stages(pizzeria.editor.map)[0].id],
        [],
    )
    for keys_held in HELD:
        for number, (key, text) in enumerate(_keys()):
            if not window.presentation.is_on:
                window.presentation.start()
                pizzeria.editor.select(chosen[number % len(chosen)])
            view.setFocus()
            QTest.sendKeyEvent(QTest.KeyAction.Click, view, key, text, keys_held)
            if window.presentation.show.mode == "writing":
                window.presentation.show.show()
            pizzeria.window.dismiss_overlay()
            assert _records(pizzeria.document) == before, f"{key!r} with {keys_held!r} has changed the map"
            assert canvas.typing.edited is None


def test_no_gesture_changes_what_others_are_shown(pizzeria: WindowDriver) -> None:
    view, before = pizzeria.window.presentation.view, _records(pizzeria.document)
    pizzeria.press("F5")
    for _ in range(3):
        pizzeria.press("PgDown")
        for place in (QPoint(40, 40), QPoint(600, 60), QPoint(600, 300), QPoint(900, 500), QPoint(1200, 850)):
            for keys_held in (NO_KEYS, CONTROL, SHIFT, ALT):
                _use_all_buttons(view, place, keys_held)
            menu_asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
            QCoreApplication.sendEvent(view, menu_asked)
            assert not any(menu.isVisible() for menu in pizzeria.window.findChildren(QMenu))
            _drop(view, place)
    assert pizzeria.canvas.typing.edited is None
    assert not pizzeria.window.right.isVisible()
    assert _records(pizzeria.document) == before


def _use_all_buttons(view: QWidget, place: QPoint, keys_held: Qt.KeyboardModifier) -> None:
    for button in Qt.MouseButton:
        if button in (Qt.MouseButton.NoButton, Qt.MouseButton.AllButtons, Qt.MouseButton.MouseButtonMask):
            continue
        QTest.mouseClick(view, button, keys_held, place)
        QTest.mouseDClick(view, button, keys_held, place)
        QTest.mousePress(view, button, keys_held, place)
        for step in (20, 200, 300):
            QTest.mouseMove(view, place + QPoint(step, step // 2))
        QTest.mouseRelease(view, button, keys_held, place + QPoint(300, 150))


def test_no_action_changes_what_others_are_shown(pizzeria: WindowDriver) -> None:
    """Of the command palette, or of a menu that the system keeps at the top of the screen."""
    pizzeria.select_note(pizzeria.document.all(Note)[0].text)
    pizzeria.press("Ctrl+C")
    before = _records(pizzeria.document)
    pizzeria.press("F5")
    for action, made in pizzeria.window.actions_by_name:
        if not pizzeria.window.presentation.is_on:
            pizzeria.window.presentation.start()
        assert not (action.undoable and made.isEnabled()), action.name
        made.trigger()
    assert _records(pizzeria.document) == before
    assert QApplication.clipboard().text() != ""


def test_what_an_input_method_composes_begins_no_note_while_others_look(pizzeria: WindowDriver) -> None:
    before = _records(pizzeria.document)
    pizzeria.press("F5")
    view = pizzeria.window.presentation.view
    assert not view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    event = QInputMethodEvent("か", [])
    event.setCommitString("か")
    QCoreApplication.sendEvent(view, event)
    assert _records(pizzeria.document) == before


def test_what_is_being_typed_is_kept_when_the_map_is_shown(pizzeria: WindowDriver) -> None:
    stage, section = pizzeria.stage_names()[0], pizzeria.section_names()[0]
    pizzeria.go_to_cell(stage, section)
    pizzeria.write("Half a wor")
    pizzeria.press("F5")
    pizzeria.write("d")
    assert pizzeria.note("Half a wor").text
    pizzeria.press("Escape", times=2)
    assert not pizzeria.window.presentation.is_on
    pizzeria.press("F2")
    pizzeria.write("d")
    assert pizzeria.note("Half a word").text


def test_after_the_presentation_all_can_be_edited_again(pizzeria: WindowDriver) -> None:
    pizzeria.select_note(pizzeria.document.all(Note)[0].text)
    pizzeria.press("F5")
    pizzeria.press("Ctrl+PgDown")
    pizzeria.press("Escape", times=2)
    pizzeria.select_note(pizzeria.document.all(Note)[0].text)
    pizzeria.fill("Tags", "after")
    pizzeria.canvas.setFocus()
    pizzeria.press("Delete")
    pizzeria.undo()
    assert pizzeria.field("Owner").isEnabled()


def _drop(view: QWidget, place: QPoint) -> None:
    """Let a text with a picture go over the map."""
    data = QMimeData()
    data.setText("dropped")
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    copy = Qt.DropAction.CopyAction
    for kind in (QEvent.Type.DragEnter, QEvent.Type.Drop):
        event = QDropEvent(QPointF(place), copy, data, LEFT, NO_KEYS, kind)
        QCoreApplication.sendEvent(view, event)


def test_closed_while_presenting_it_opens_with_its_panels(
    pizzeria: WindowDriver, window_manager: WindowManager
) -> None:
    pizzeria.press("F5")
    pizzeria.close()
    again = window_manager.open(pizzeria.project.path)
    assert again is not None
    assert not again.isFullScreen()
    assert not again.right.isHidden()
