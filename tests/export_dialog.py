"""The export dialog in the hands of a person."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.widgets.export_dialog.dialog import ExportDialog
from tests.driver import WindowDriver

PATIENCE = 90
"""Seconds for what a process beside the window does, however busy the machine is."""


def opened(editor: WindowDriver) -> ExportDialog:
    editor.window.activateWindow()  # As a window manager does when a dialog closes.
    editor.wait_until(lambda: QApplication.focusWidget() is not None)
    editor.press("Ctrl+Shift+E")
    found = [one for one in editor.window.findChildren(ExportDialog) if one.isVisible()]
    assert len(found) == 1
    settle(editor, found[0])
    return found[0]


def settle(editor: WindowDriver, dialog: ExportDialog) -> None:
    """Wait until the pages are shown as they are set."""
    editor.wait_until(lambda: dialog.is_current, PATIENCE)


def choose(editor: WindowDriver, dialog: ExportDialog, **fields: str) -> None:
    for name, text in fields.items():
        getattr(dialog.form, name).setCurrentText(text)
    settle(editor, dialog)


def written(editor: WindowDriver, dialog: ExportDialog, path: Path) -> str:
    """Export, and wait for the sentence that tells how it went."""
    dialog.export_to(path)
    assert dialog.running.is_running
    editor.wait_until(lambda: not dialog.running.is_running, PATIENCE)
    return dialog.running.words.text()
