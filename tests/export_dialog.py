"""The export dialog in the hands of a person."""

import os
from pathlib import Path
from typing import Any

from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QSpinBox

from app.widgets.pages.export.dialog import ExportDialog
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
        field(dialog, name).setCurrentText(text)
    settle(editor, dialog)


def field(dialog: ExportDialog, name: str) -> Any:
    """A field of the form: of an option by its name, or what is exported in which format."""
    is_of_all = name in ("part", "format", "distance")
    return getattr(dialog.form, name) if is_of_all else dialog.form.control(name)


def is_shown(dialog: ExportDialog, name: str) -> bool:
    """Whether there is a field for an option of what is exported."""
    return any(owned.control.box.isVisible() for owned in dialog.form.fields() if name in owned.control.names)


def asked(dialog: ExportDialog) -> Any:
    """What the fields say of what goes onto pages."""
    return dialog.options.pages


def written(editor: WindowDriver, dialog: ExportDialog, path: Path) -> str:
    """Export, and wait for the sentence that tells how it went."""
    dialog.export_to(path)
    assert dialog.running.is_running
    editor.wait_until(lambda: not dialog.running.is_running, PATIENCE)
    return dialog.running.words.text()


def print_to(asked: QPrintDialog, path: Path, pages: tuple[int, int] | None = None) -> None:
    """Fill in the dialog as a person does who prints into a file: there is always a printer for that."""
    (file,) = asked.findChildren(QLineEdit, "filename")
    file.setText(os.fspath(path))
    if pages is not None:
        (some,) = asked.findChildren(QRadioButton, "printRange")
        some.setChecked(True)
        for name, page in zip(("from", "to"), pages, strict=True):
            (number,) = asked.findChildren(QSpinBox, name)
            number.setValue(page)
    asked.accept()
