"""Asks for files. The dialogs are the system's own and block nothing: what comes next is handed in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.language.phrases import tr


def project_files() -> str:
    """The name filter of projects."""
    return tr("Journeywall projects ({patterns})", patterns="*.journey")


def ask_for_project_file(parent: QWidget, then: Callable[[Path], object]) -> None:
    dialog = _dialog(parent, tr("Open project"), project_files(), then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def ask_for_new_file(
    parent: QWidget, title: str, suggested: Path, kinds: str, then: Callable[[Path], object]
) -> None:
    """Ask where to write; the dialog itself asks before a file is replaced. `kinds` is a name filter."""
    dialog = _dialog(parent, title, kinds, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggested.suffix)
    dialog.setDirectory(str(suggested.parent))
    dialog.selectFile(suggested.name)
    dialog.open()


def ask_for_existing_file(parent: QWidget, title: str, kinds: str, then: Callable[[Path], object]) -> None:
    """Ask which file to read. `kinds` is a name filter."""
    dialog = _dialog(parent, title, kinds, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def _dialog(parent: QWidget, title: str, kinds: str, then: Callable[[Path], object]) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilter(kinds)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    return dialog
