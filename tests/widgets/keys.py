"""A person who has no mouse: reaches every field of the window by F6 and Tab, and the map by arrows."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)

from tests.driver import WindowDriver

MOST_TABS = 60
"""Presses of Tab after which a field counts as out of reach."""


class Keyboard:
    """Drives a window by keys alone."""

    def __init__(self, editor: WindowDriver) -> None:
        self.editor = editor

    def press(self, keys: str, times: int = 1) -> None:
        self.editor.press(keys, times)

    def write(self, text: str) -> None:
        self.editor.write(text)

    def set_field(self, name: str, words: str) -> None:
        """Set a field of the inspector, and go back to the map."""
        self.go_to(name)
        control = self.editor.focus
        if isinstance(control, QComboBox):
            self._choose(control, words)
        elif isinstance(control, QAbstractButton):
            self.press("Space")
        else:
            assert isinstance(control, QLineEdit | QPlainTextEdit | QAbstractSpinBox)
            self.press("Ctrl+A")
            self.write(words)
        self.press("Escape")
        assert self.editor.canvas.hasFocus(), f"Esc does not lead from {name} to the map"

    def go_to(self, name: str) -> None:
        """To a control of the inspector by its accessible name."""
        inspector = self.editor.window.right
        while not inspector.isAncestorOf(self.editor.focus):
            self.press("F6")
        for _ in range(MOST_TABS):
            focused = QApplication.focusWidget()
            assert focused is not None
            if focused.accessibleName() == name and inspector.isAncestorOf(focused):
                return
            self.press("Tab")
        raise AssertionError(f"{name} is out of the keyboard's reach")

    def _choose(self, box: QComboBox, words: str) -> None:
        wanted = box.findText(words)
        assert wanted >= 0, f"there is no {words} to choose"
        while box.currentIndex() != wanted:
            self.press("Down" if box.currentIndex() < wanted else "Up")
