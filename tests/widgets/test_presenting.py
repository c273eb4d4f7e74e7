"""The map shown to others."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

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


def test_presenting_puts_everything_but_the_map_away_and_esc_brings_it_back(pizzeria: WindowDriver) -> None:
    window = pizzeria.window
    parts = (window.bar, window.status, window.left, window.right)
    pizzeria.press("F5")
    assert window.isFullScreen()
    assert not any(part.isVisible() for part in parts)
    shown = pizzeria.canvas.mapToScene(pizzeria.canvas.viewport().rect()).boundingRect()
    assert shown.contains(pizzeria.canvas.shown.layout.rectangle)
    pizzeria.press("Escape")
    assert not window.isFullScreen()
    assert all(part.isVisible() for part in parts)


def test_what_was_folded_away_before_stays_so(pizzeria: WindowDriver) -> None:
    pizzeria.window.fold(left=True)
    pizzeria.press("F5")
    pizzeria.press("F5")
    assert pizzeria.window.left.isHidden()
    assert not pizzeria.window.right.isHidden()


def test_page_down_goes_from_stage_to_stage(pizzeria: WindowDriver) -> None:
    pizzeria.press("F5")
    whole = pizzeria.canvas.zoom()
    for name in pizzeria.stage_names()[:2]:
        pizzeria.press("PgDown")
        header = pizzeria.canvas.rectangle_of(pizzeria.stage(name).id)
        shown = pizzeria.canvas.mapToScene(pizzeria.canvas.viewport().rect()).boundingRect()
        assert header is not None
        assert shown.left() <= header.left() <= header.right() <= shown.right()
        assert pizzeria.canvas.zoom() > whole
    pizzeria.press("PgUp", times=2)
    assert pizzeria.canvas.zoom() == whole


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
    return {record.id: record for record in document.all(Record)}


def test_no_key_changes_what_others_are_shown(pizzeria: WindowDriver) -> None:
    """A clicker sends b, a full stop, F5, Esc and Page keys; a sleeve on the keyboard sends any other."""
    canvas, window, before = pizzeria.canvas, pizzeria.window, _records(pizzeria.document)
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
            canvas.setFocus()
            QTest.sendKeyEvent(QTest.KeyAction.Click, canvas, key, text, keys_held)
            assert _records(pizzeria.document) == before, f"{key!r} with {keys_held!r} has changed the map"
            assert canvas.typing.edited is None


def test_no_gesture_changes_what_others_are_shown(pizzeria: WindowDriver) -> None:
    canvas, before = pizzeria.canvas, _records(pizzeria.document)
    viewport, layout = canvas.viewport(), pizzeria.canvas.shown.layout
    pizzeria.press("F5")
    held = [note.id for note in pizzeria.document.all(Note)[:2]]
    held += [point.id for point in pizzeria.document.all(EmotionPoint)[:2]]
    held += [layout.columns[0].stage.id, layout.rows[0].section.id, layout.personas[0][0]]
    places = [pizzeria.place_of(id) for id in held]
    header = canvas.rectangle_of(layout.columns[0].stage.id)
    assert header is not None
    places.append(canvas.mapFromScene(QPointF(40, 20)))
    places.append(canvas.mapFromScene(QPointF(header.right(), header.center().y())))
    for place in places:
        for keys_held in (NO_KEYS, CONTROL, SHIFT, ALT):
            for button in (LEFT, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
                QTest.mouseClick(viewport, button, keys_held, place)
                QTest.mouseDClick(viewport, button, keys_held, place)
                QTest.mousePress(viewport, button, keys_held, place)
                for step in (20, 200, 300):
                    QTest.mouseMove(viewport, place + QPoint(step, step // 2))
                QTest.mouseRelease(viewport, button, keys_held, place + QPoint(300, 150))
        menu_asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
        QCoreApplication.sendEvent(viewport, menu_asked)
        assert not any(menu.isVisible() for menu in pizzeria.window.findChildren(QMenu))
        _drop(pizzeria, place)
    assert canvas.typing.edited is None
    assert not pizzeria.window.right.isVisible()
    assert _records(pizzeria.document) == before


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
    assert not pizzeria.canvas.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    event = QInputMethodEvent("か", [])
    event.setCommitString("か")
    QCoreApplication.sendEvent(pizzeria.canvas, event)
    assert _records(pizzeria.document) == before


def test_what_is_being_typed_is_kept_when_the_map_is_shown(pizzeria: WindowDriver) -> None:
    stage, section = pizzeria.stage_names()[0], pizzeria.section_names()[0]
    pizzeria.go_to_cell(stage, section)
    pizzeria.write("Half a wor")
    pizzeria.press("F5")
    pizzeria.write("d")
    assert pizzeria.note("Half a wor").text
    pizzeria.press("Escape")
    assert not pizzeria.window.presentation.is_on
    pizzeria.press("F2")
    pizzeria.write("d")
    assert pizzeria.note("Half a word").text


@pytest.mark.parametrize("way_out", ["Escape", "F5"])
def test_after_the_presentation_all_can_be_edited_again(pizzeria: WindowDriver, way_out: str) -> None:
    pizzeria.select_note(pizzeria.document.all(Note)[0].text)
    pizzeria.press("F5")
    pizzeria.press("Ctrl+PgDown")
    pizzeria.press(way_out)
    pizzeria.select_note(pizzeria.document.all(Note)[0].text)
    pizzeria.fill("Tags", "after")
    pizzeria.canvas.setFocus()
    pizzeria.press("Delete")
    pizzeria.undo()
    assert pizzeria.field("Owner").isEnabled()


def _drop(driver: WindowDriver, place: QPoint) -> None:
    """Let a text with a picture go over the map."""
    data = QMimeData()
    data.setText("dropped")
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    copy = Qt.DropAction.CopyAction
    for kind in (QEvent.Type.DragEnter, QEvent.Type.Drop):
        event = QDropEvent(QPointF(place), copy, data, LEFT, NO_KEYS, kind)
        QCoreApplication.sendEvent(driver.canvas.viewport(), event)


def test_closed_while_presenting_it_opens_with_its_panels(
    pizzeria: WindowDriver, window_manager: WindowManager
) -> None:
    pizzeria.press("F5")
    pizzeria.close()
    again = window_manager.open(pizzeria.project.path)
    assert again is not None
    assert not again.isFullScreen()
    assert not again.right.isHidden()
