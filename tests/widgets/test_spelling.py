"""Spelling in the real window, with the real dictionary asked by the real process."""

import os
import shutil
import signal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QTextCharFormat, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget

from app.limits import LONGEST_WORD
from app.model.records import Note, Stage
from app.session import speller
from app.session.speller import Speller
from app.widgets.base.buttons import action_label
from app.widgets.base.faults import log_file
from app.widgets.base.preferences import prefer
from app.widgets.base.window_memory import settings
from app.widgets.pages.export.dialog import ExportDialog
from app.widgets.program.spelling import CHECKS
from app.widgets.program.window_manager import WindowManager
from tests.driver import LEFT, WindowDriver
from tests.export_dialog import opened
from tests.spelling.own_dictionaries import put
from tests.texts import editor, typed


@pytest.fixture(autouse=True)
def at_once(window_manager: WindowManager, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the process begun as soon as a word is asked."""
    monkeypatch.setattr(speller, "BEGIN_AFTER", 0)


def speller_of(driver: WindowDriver) -> Speller:
    found = driver.editor.spelling.speller
    assert found is not None
    return found


def idle(driver: WindowDriver) -> None:
    """Wait until every word that was asked is judged."""
    driver.wait_until(lambda: not speller_of(driver).is_busy, 60)


def underlined_in(document: QTextDocument) -> list[str]:
    block, found = document.firstBlock(), []
    while block.isValid():
        text = block.text()
        found += [text[each.start : each.start + each.length] for each in block.layout().formats()]
        block = block.next()
    return found


def underlined(driver: WindowDriver) -> list[str]:
    """The words that are underlined in the text that is being edited on the map."""
    return underlined_in(editor(driver).document())


def type_note(driver: WindowDriver, text: str) -> None:
    driver.go_to_cell("Leave", "Ideas")
    driver.write(text)


def menu_of(driver: WindowDriver, widget: QWidget, place: QPoint) -> QMenu:
    """The context menu, as its key opens it."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    driver.wait_until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def menu_at(driver: WindowDriver, word: str) -> QMenu:
    """The context menu of a word of the text that is being edited on the map."""
    found = editor(driver)
    cursor = found.textCursor()
    cursor.setPosition(found.toPlainText().index(word) + 1)
    found.setTextCursor(cursor)
    place = driver.canvas.mapFromScene(found.sceneBoundingRect().center())
    return menu_of(driver, driver.canvas.viewport(), place)


def entries(menu: QMenu) -> list[str]:
    return [action_label(action) for action in menu.actions() if not action.isSeparator()]


def choose(driver: WindowDriver, menu: QMenu, text: str) -> None:
    driver.wait_until(lambda: text in entries(menu), 30)
    (action,) = (each for each in menu.actions() if action_label(each) == text)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


@pytest.mark.slow("it starts the process, which reads the dictionary")
def test_misspelt_words_are_underlined_once_they_are_left_and_mended_by_the_menu(
    pizzeria: WindowDriver,
) -> None:
    type_note(pizzeria, "Thier frustraton")
    pizzeria.wait_until(lambda: underlined(pizzeria) == ["Thier"], 60)
    pizzeria.write(" grows, colour and color")
    idle(pizzeria)
    assert underlined(pizzeria) == ["Thier", "frustraton"]
    choose(pizzeria, menu_at(pizzeria, "Thier"), "Their")
    assert typed(pizzeria).text == "Their frustraton grows, colour and color"
    choose(pizzeria, menu_at(pizzeria, "frustraton"), "frustration")
    assert typed(pizzeria).text == "Their frustration grows, colour and color"
    assert underlined(pizzeria) == []
    pizzeria.undo()
    assert typed(pizzeria).text == "Their frustraton grows, colour and color"
    pizzeria.undo()
    assert typed(pizzeria).text == "Thier frustraton grows, colour and color"
    pizzeria.undo()
    assert typed(pizzeria).text == "Thier frustraton grows, colour and "
    pizzeria.redo(times=3)
    assert typed(pizzeria).text == "Their frustration grows, colour and color"


@pytest.mark.slow("it starts the process, which reads the dictionary")
def test_a_learned_word_is_known_in_other_projects_until_it_is_forgotten(
    pizzeria: WindowDriver,
) -> None:
    type_note(pizzeria, "Strudelhaus and strudelhaus ")
    pizzeria.wait_until(lambda: underlined(pizzeria) == ["Strudelhaus", "strudelhaus"], 60)
    choose(pizzeria, menu_at(pizzeria, "Strudelhaus"), "Learn this word")
    assert underlined(pizzeria) == []
    assert WindowManager().speller.learned == {"Strudelhaus"}
    choose(pizzeria, menu_at(pizzeria, "strudelhaus"), "Forget the learned word “strudelhaus”")
    pizzeria.wait_until(lambda: underlined(pizzeria) == ["Strudelhaus", "strudelhaus"])
    assert WindowManager().speller.learned == frozenset()


@pytest.mark.slow("it starts the process, which reads the dictionary")
def test_fields_of_the_inspector_underline_misspelt_words_too(pizzeria: WindowDriver) -> None:
    pizzeria.select_stage("Leave")
    pizzeria.fill("Description", "Thier farewell ")
    field = pizzeria.field("Description")
    assert isinstance(field, QPlainTextEdit)
    pizzeria.wait_until(lambda: underlined_in(field.document()) == ["Thier"], 60)
    pizzeria.press("Home")
    menu = menu_of(pizzeria, field.viewport(), QPoint(3, 3))
    choose(pizzeria, menu, "Their")
    stage = pizzeria.stage("Leave")
    assert pizzeria.document.get(Stage, stage.id).description == "Their farewell "
    pizzeria.undo()
    assert pizzeria.document.get(Stage, stage.id).description == "Thier farewell "
    pizzeria.fill("Goal", "A frustraton less")
    line = pizzeria.field("Goal")
    assert isinstance(line, QLineEdit)
    idle(pizzeria)
    assert reds(line) > 10
    pizzeria.press("Home")
    pizzeria.press("Right", times=4)
    choose(pizzeria, menu_of(pizzeria, line, QPoint(3, 3)), "frustration")
    assert pizzeria.document.get(Stage, stage.id).goal == "A frustration less"
    assert reds(line) == 0
    pizzeria.undo()
    assert pizzeria.document.get(Stage, stage.id).goal == "A frustraton less"


@pytest.mark.slow("it starts the process, which reads the dictionary")
def test_tags_and_traits_are_underlined_while_they_are_typed(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Host at the door")
    tags = pizzeria.field("Tags")
    pizzeria.fill("Tags", "frustraton and more")
    assert isinstance(tags, QLineEdit)
    pizzeria.wait_until(lambda: has_wave(tags), 60)
    pizzeria.fill("Tags", "")
    pizzeria.editor.select([pizzeria.persona("Eva Molin").id])
    pizzeria.fill("Traits", "Hope")
    pizzeria.press("Return")
    pizzeria.wait_until(lambda: pizzeria.shows("Hope"))
    for name, text in (("Traits", "Thier patience "), ("Name of the trait Hope", "Hoppe ")):
        line = pizzeria.field(name)
        assert isinstance(line, QLineEdit)
        pizzeria.fill(name, text)
        pizzeria.wait_until(partial(has_wave, line), 60)


def has_wave(line: QLineEdit) -> bool:
    return reds(line) > 10


def closed(driver: WindowDriver, dialog: ExportDialog) -> None:
    dialog.close()
    driver.window.activateWindow()  # As a window manager does when a dialog closes.
    driver.wait_until(lambda: QApplication.focusWidget() is not None)


def reds(line: QLineEdit) -> int:
    """How many pixels of a field are as red as an underline."""
    picture = line.grab().toImage()
    colours = (
        picture.pixelColor(x, y)
        for x in range(4, picture.width() - 4)
        for y in range(4, picture.height() - 3)
    )
    return sum(colour.red() - colour.green() > 60 and colour.red() - colour.blue() > 60 for colour in colours)


@pytest.mark.slow("it starts the process, which reads the dictionary")
def test_names_in_the_project_are_right(pizzeria: WindowDriver) -> None:
    type_note(pizzeria, "Strudelhaus ")
    pizzeria.wait_until(lambda: underlined(pizzeria) == ["Strudelhaus"], 60)
    pizzeria.fill("Tags", "strudelhaus")
    pizzeria.press("Return")
    assert typed_tags(pizzeria) == ("strudelhaus",)
    pizzeria.select_note("Strudelhaus ")
    pizzeria.press("F2")
    assert underlined(pizzeria) == []
    pizzeria.undo()
    assert typed_tags(pizzeria) == ()


def typed_tags(driver: WindowDriver) -> tuple[str, ...]:
    return next(note.tags for note in driver.document.all(Note) if note.text.startswith("Strudelhaus"))


@pytest.mark.slow("it starts the process, which reads the dictionary")
def test_before_one_prints_all_misspelt_words_are_listed(pizzeria: WindowDriver, in_process: None) -> None:
    dialog = opened(pizzeria)
    idle(pizzeria)
    assert not any("dictionary" in sentence for sentence in dialog.findings.sentences())
    closed(pizzeria, dialog)
    pizzeria.add_note("Leave", "Ideas", "Thier hope grows")
    pizzeria.add_note("Order", "Ideas", "Frustraton")
    dialog = opened(pizzeria)
    places = {
        "“Frustraton” is in no dictionary.": "Frustraton",
        "“Thier” is in no dictionary; it stands in “Thier hope grows”.": "Thier hope grows",
    }
    pizzeria.wait_until(lambda: places.keys() <= set(dialog.findings.sentences()), 60)
    for sentence, text in places.items():
        dialog.findings.setCurrentRow(dialog.findings.sentences().index(sentence))
        dialog.findings.setFocus()
        QTest.keyClick(dialog.findings, Qt.Key.Key_Return)
        assert pizzeria.editor.selection.ids == (pizzeria.note(text).id,)


@pytest.mark.slow("it starts the process twice, which reads the dictionary")
def test_where_the_process_is_killed_nothing_is_underlined_and_it_can_be_begun_anew(
    pizzeria: WindowDriver, in_process: None
) -> None:
    type_note(pizzeria, "Thier ")
    pizzeria.wait_until(lambda: underlined(pizzeria) == ["Thier"], 60)
    process = speller_of(pizzeria).process
    assert process is not None
    assert process.number is not None
    os.kill(process.number, signal.SIGKILL)
    pizzeria.wait_until(lambda: speller_of(pizzeria).is_lost)
    pizzeria.write("frustraton ")
    assert "frustraton" not in underlined(pizzeria)
    pizzeria.press("Escape")
    dialog = opened(pizzeria)
    pizzeria.wait_until(lambda: any("spelling was not checked" in one for one in dialog.findings.sentences()))
    closed(pizzeria, dialog)
    for _ in range(2):
        pizzeria.window.actions_by_name["view.spelling"].trigger()
    pizzeria.select_note("Thier frustraton ")
    pizzeria.press("F2")
    pizzeria.wait_until(lambda: underlined(pizzeria) == ["Thier", "frustraton"], 60)


@pytest.mark.slow("it starts the process, which reads the dictionary")
def test_turned_off_nothing_is_checked_and_that_is_remembered(pizzeria: WindowDriver) -> None:
    type_note(pizzeria, "Thier ")
    pizzeria.wait_until(lambda: underlined(pizzeria) == ["Thier"], 60)
    turn = pizzeria.window.actions_by_name["view.spelling"]
    assert turn.isChecked()
    turn.trigger()
    assert not turn.isChecked()
    assert underlined(pizzeria) == []
    assert speller_of(pizzeria).process is None
    menu = menu_at(pizzeria, "Thier")
    assert "Learn this word" not in entries(menu)
    menu.close()
    assert not WindowManager().speller.is_on
    turn.trigger()
    assert settings().value(CHECKS, type=bool) is True
    pizzeria.wait_until(lambda: underlined(pizzeria) == ["Thier"], 60)


@pytest.mark.slow("it starts the process, which reads the dictionary")
def test_in_the_menu_of_the_mouse_the_word_is_the_one_under_it(pizzeria: WindowDriver) -> None:
    type_note(pizzeria, "Thier frustraton grows ")
    pizzeria.wait_until(lambda: underlined(pizzeria) == ["Thier", "frustraton"], 60)
    found = editor(pizzeria)
    place = pizzeria.canvas.mapFromScene(found.mapToScene(QPointF(4, 4)))
    viewport = pizzeria.canvas.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(pizzeria, menu, "Their")
    assert typed(pizzeria).text == "Their frustraton grows "


@pytest.mark.slow("it starts the process, which reads the dictionary")
def test_a_word_can_be_right_in_one_project_alone(pizzeria: WindowDriver) -> None:
    type_note(pizzeria, "Strudelhaus ")
    pizzeria.wait_until(lambda: underlined(pizzeria) == ["Strudelhaus"], 60)
    choose(pizzeria, menu_at(pizzeria, "Strudelhaus"), "Learn it in this project only")
    assert list(pizzeria.document.project.words) == ["Strudelhaus"]
    assert underlined(pizzeria) == []
    assert speller_of(pizzeria).learned == frozenset()
    choose(pizzeria, menu_at(pizzeria, "Strudelhaus"), "Forget “Strudelhaus” in this project")
    assert underlined(pizzeria) == ["Strudelhaus"]
    pizzeria.undo()
    assert list(pizzeria.document.project.words) == ["Strudelhaus"]
    pizzeria.undo()
    assert list(pizzeria.document.project.words) == []
    assert pizzeria.note("Strudelhaus ").text == "Strudelhaus "


@pytest.mark.slow("it starts the process, which reads two dictionaries")
def test_words_are_those_of_the_projects_language(pizzeria: WindowDriver, tmp_path: Path) -> None:
    put(tmp_path / "own", "de_DE", "2\nKunde\nwartet\n")
    prefer("dictionaries", tmp_path / "own")
    type_note(pizzeria, "Kunde waits wartet ")
    pizzeria.wait_until(lambda: underlined(pizzeria) == ["Kunde", "wartet"], 60)
    pizzeria.press("Escape")
    pizzeria.select_nothing()
    pizzeria.choose("Language", "Deutsch")
    pizzeria.select_note("Kunde waits wartet ")
    pizzeria.canvas.setFocus()
    pizzeria.press("F2")
    pizzeria.wait_until(lambda: underlined(pizzeria) == ["waits"], 60)


@pytest.mark.slow("it starts the process, which reads two dictionaries")
def test_words_are_judged_anew_by_a_folder_of_dictionaries_that_is_chosen(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    pizzeria.select_nothing()
    pizzeria.choose("Language", "Deutsch")
    type_note(pizzeria, "Kunde waits ")
    idle(pizzeria)
    assert underlined(pizzeria) == []
    empty = tmp_path / "empty"
    empty.mkdir()
    choose_dictionaries(pizzeria, empty)
    assert any("There is no dictionary in " in label.text() for label in pizzeria.window.findChildren(QLabel))
    put(tmp_path / "own", "de_DE", "1\nKunde\n")
    choose_dictionaries(pizzeria, tmp_path / "own")
    pizzeria.select_note("Kunde waits ")
    pizzeria.canvas.setFocus()
    pizzeria.press("F2")
    pizzeria.wait_until(lambda: underlined(pizzeria) == ["waits"], 60)


def choose_dictionaries(driver: WindowDriver, folder: Path) -> None:
    """In Preferences, as a person does."""
    driver.press("Escape")
    driver.press("Ctrl+,")
    driver.click("Choose a folder with dictionaries…")
    (dialog,) = [each for each in driver.window.findChildren(QFileDialog) if each.isVisible()]
    dialog.setDirectory(str(folder.parent))
    dialog.selectFile(folder.name)
    dialog.accept()
    driver.window.activateWindow()
    driver.wait_until(lambda: driver.text_in("Dictionaries") == str(folder))
    driver.press("Escape")


def test_what_is_wrong_with_the_settings_is_no_matter(pizzeria: WindowDriver, tmp_path: Path) -> None:
    settings().setValue(CHECKS, "nonsense")
    settings().setValue("preferences/dictionaries", ["no", "path"])
    (words := Path(log_file()).with_name("words.txt")).parent.mkdir(parents=True, exist_ok=True)
    words.write_bytes(b"Strudelhaus\n\xff\xfe\n" + b"x" * 500 + b"\n\n  Ana \n")
    found = WindowManager().speller
    assert found.is_on
    assert {"Strudelhaus", "Ana"} <= found.learned
    assert max(map(len, found.learned)) <= LONGEST_WORD
    words.unlink()
    os.mkfifo(words)
    assert WindowManager().speller.learned == frozenset()


def test_a_word_that_cannot_be_kept_is_known_all_the_same_and_that_is_told(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    log_file().parent.parent.mkdir(parents=True, exist_ok=True)
    folder = log_file().parent
    if folder.exists():
        shutil.rmtree(folder)
    folder.write_text("a file where the folder should be")
    speller_of(pizzeria).learn("Strudelhaus")
    assert speller_of(pizzeria).learned == {"Strudelhaus"}
    assert "cannot be kept" in pizzeria.window.message.words.text()
    folder.unlink()


@pytest.mark.slow("it starts the process, which reads the dictionary")
def test_what_an_input_method_composes_keeps_its_looks_beside_misspelt_words(pizzeria: WindowDriver) -> None:
    type_note(pizzeria, "Thier ")
    pizzeria.wait_until(lambda: underlined(pizzeria) == ["Thier"], 60)
    shape = QTextCharFormat()
    shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    attribute = QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.TextFormat, 0, 2, shape)
    QApplication.sendEvent(pizzeria.canvas, QInputMethodEvent("かん", [attribute]))
    layout = editor(pizzeria).document().firstBlock().layout()
    assert layout.preeditAreaText() == "かん"
    composed = [(each.start, each.length) for each in layout.formats()]
    speller_of(pizzeria).judged.emit()
    assert [(each.start, each.length) for each in layout.formats()] == composed == [(6, 2)]
    done = QInputMethodEvent()
    done.setCommitString("感")
    QApplication.sendEvent(pizzeria.canvas, done)
    assert typed(pizzeria).text == "Thier 感"
    assert underlined(pizzeria) == ["Thier"]
