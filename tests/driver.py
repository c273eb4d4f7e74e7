"""Drives the real window as a person would: by mouse and keys, in the words of its users.

What it knows of the widgets is their accessible names, as a screen reader does; of the canvas, where a record
lies. It reads the document to find things and never changes it.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from app.language.phrases import tr
from app.model.document import Document
from app.model.records import Id, Note, Persona, Record, Section, Stage
from app.session.editor import Editor
from app.storage.project_file import ProjectFile
from app.widgets.base.buttons import action_label
from app.widgets.canvas.view import CanvasView
from app.widgets.panels.record_list import RecordList
from app.widgets.window.main_window import MainWindow

W = TypeVar("W", bound=QWidget)
R = TypeVar("R", bound=Record)

NO_KEYS = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
LOOK_AGAIN_AFTER = 5
"""Milliseconds after which is looked again for what happens without an event, as in another thread."""


class WindowDriver:
    """One window on one project."""

    def __init__(self, window: MainWindow, project: ProjectFile) -> None:
        self.window = window
        self.project = project
        self.canvas: CanvasView = window.canvas
        self.editor: Editor = window.editor

    @property
    def document(self) -> Document:
        return self.editor.document

    # Hands

    def press(self, keys: str, times: int = 1) -> None:
        """Press keys where the focus is: "Ctrl+Z", "Delete", "Down"."""
        sequence = QKeySequence(keys)
        assert not sequence.isEmpty(), f"there is no key {keys}"
        for _ in range(times):
            QTest.keySequence(self.focus, sequence)

    def write(self, text: str) -> None:
        """Type a text where the focus is."""
        for character in text:
            if character.isascii():
                QTest.keyClicks(self.focus, character)
            else:
                # QTest knows no key for it, and would end the program.
                QTest.sendKeyEvent(QTest.KeyAction.Click, self.focus, Qt.Key.Key_unknown, character, NO_KEYS)

    def click(self, name: str) -> None:
        """Click the button of that accessible name."""
        button = self.find(QAbstractButton, name)
        assert button.isEnabled(), f"{name} cannot be clicked now"
        QTest.mouseClick(button, LEFT)

    def click_on(self, id: Id, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Click a record on the map."""
        QTest.mouseClick(self.canvas.viewport(), LEFT, keys, self.place_of(id))

    @property
    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert isinstance(focused, QWidget), "nothing has the focus"
        return focused

    def wait_until(self, happened: Callable[[], bool], seconds: int = 10) -> None:
        """Let the window work until something has happened."""
        deadline = QDeadlineTimer(seconds * 1000)
        # With a limit of time Qt would not wait for events but go round, keeping threads from their work.
        look_again = QTimer()
        look_again.start(LOOK_AGAIN_AFTER)
        try:
            while not happened():
                assert not deadline.hasExpired(), f"it has not happened within {seconds} seconds"
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        finally:
            look_again.stop()

    # Eyes

    def find(self, kind: type[W], name: str) -> W:
        """The widget of a kind that is shown under an accessible name."""
        found = [each for each in self.window.findChildren(kind) if _is_shown_as(each, name)]
        assert found, f"there is no {kind.__name__} called {name}"
        return found[0]

    def shows(self, name: str) -> bool:
        return any(_is_shown_as(each, name) for each in self.window.findChildren(QWidget))

    def place_of(self, id: Id) -> QPoint:
        """Where a record lies in the canvas's viewport, brought into view first."""
        self.canvas.show_record(id)
        rectangle = self.canvas.rectangle_of(id)
        assert rectangle is not None, "that record is not on the map shown"
        return self.canvas.mapFromScene(QPointF(rectangle.center()))

    def stage(self, name: str) -> Stage:
        return self._named(self.document.stages(self.editor.map), "name", name)

    def section(self, name: str) -> Section:
        return self._named(self.document.sections(self.editor.map), "name", name)

    def persona(self, name: str) -> Persona:
        return self._named(self.document.personas(), "name", name)

    def note(self, text: str) -> Note:
        return self._named(self.document.all(Note), "text", text)

    def stage_names(self) -> list[str]:
        return [stage.name for stage in self.document.stages(self.editor.map)]

    def section_names(self) -> list[str]:
        return [section.name for section in self.document.sections(self.editor.map)]

    # What people do

    def add_stage(self, name: str) -> None:
        self.click("Add stage")
        self._name_new(name)

    def add_section(self, name: str) -> None:
        self.click("Add section")
        self._name_new(name)

    def add_note(self, stage: str, section: str, text: str) -> None:
        """Go to a cell, type a note and leave it."""
        self.go_to_cell(stage, section)
        self.write(text)
        self.press("Escape")

    def go_to_cell(self, stage: str, section: str) -> None:
        """Click the middle of a cell where no note lies, near its lower right corner."""
        cell = self.canvas.shown.layout.cell_rectangle(self.section(section).id, self.stage(stage).id)
        assert cell is not None
        self.canvas.ensureVisible(cell)
        place = self.canvas.mapFromScene(cell.bottomRight() - QPointF(12, 12))
        QTest.mouseClick(self.canvas.viewport(), LEFT, NO_KEYS, place)

    def select_note(self, text: str, *more: str) -> None:
        self.click_on(self.note(text).id)
        for each in more:
            self.click_on(self.note(each).id, Qt.KeyboardModifier.ControlModifier)

    def select_stage(self, name: str) -> None:
        self.click_on(self.stage(name).id)

    def select_section(self, name: str) -> None:
        self.click_on(self.section(name).id)

    def select_nothing(self) -> None:
        self.canvas.setFocus()
        self.press("Escape", times=3)

    def choose_in_list(self, list_name: str, text: str) -> None:
        """Click an entry of a list in a panel."""
        entries = self.find(RecordList, list_name)
        (item,) = entries.findItems(text, Qt.MatchFlag.MatchExactly)
        QTest.mouseClick(entries.viewport(), LEFT, NO_KEYS, entries.visualItemRect(item).center())

    def rename_stage(self, old: str, new: str) -> None:
        self.select_stage(old)
        self.fill("Name", new)

    def fill(self, field: str, text: str) -> None:
        """Type a text over what stands in a field of the inspector or a panel."""
        control = self.field(field)
        control.setFocus(Qt.FocusReason.MouseFocusReason)
        self.press("Ctrl+A")
        if text:
            self.write(text)
        else:
            self.press("Delete")

    def choose(self, field: str, words: str) -> None:
        """Choose words in a box of the inspector, by keys."""
        box = self.find(QComboBox, field)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        wanted = box.findText(words)
        assert wanted >= 0, f"{field} has no {words}"
        while box.currentIndex() != wanted:
            self.press("Down" if box.currentIndex() < wanted else "Up")

    def field(self, name: str) -> QWidget:
        """The control of a field by its label."""
        kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractButton)
        found = [each for each in self.window.findChildren(QWidget) if _is_shown_as(each, name)]
        controls = [each for each in found if isinstance(each, kinds)]
        assert controls, f"there is no field {name}"
        return controls[0]

    def text_in(self, field: str) -> str:
        """What stands in a field."""
        control = self.field(field)
        if isinstance(control, QPlainTextEdit):
            return control.toPlainText()
        if isinstance(control, QComboBox):
            return control.currentText() or control.placeholderText()
        assert isinstance(control, QLineEdit)
        return control.text()

    def menu(self, name: str) -> QMenu:
        """One of the menus behind the bar's button, as it is once that is clicked."""
        menus = self.find(QToolButton, "Menus").menu()
        menus.aboutToShow.emit()
        for found in (entry.menu() for entry in menus.actions()):
            if isinstance(found, QMenu) and found.title().replace("&", "") == name:
                return found
        raise AssertionError(f"there is no menu {name}")

    def menu_texts(self, menu: str) -> list[str]:
        """The entries of a menu as one reads them."""
        return [action_label(entry) for entry in self.menu(menu).actions() if not entry.isSeparator()]

    def undo(self, times: int = 1) -> None:
        """Take back steps: of what is typed, each word is one."""
        self.press("Ctrl+Z", times)

    def redo(self, times: int = 1) -> None:
        self.press("Ctrl+Shift+Z", times)

    def close(self) -> None:
        self.window.close()

    def _name_new(self, name: str) -> None:
        """Type the name of what was just added, and start no further one."""
        self.write(name)
        self.press("Escape")

    def _named(self, records: tuple[R, ...], field: str, value: str) -> R:
        found = [record for record in records if getattr(record, field) == value]
        assert found, f"there is no {value}"
        return found[0]


def _is_shown_as(widget: QWidget, name: str) -> bool:
    return widget.isVisible() and widget.accessibleName() in (name, tr(name))
