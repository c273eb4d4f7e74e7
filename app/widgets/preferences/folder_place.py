"""A folder that is preferred: shown, chosen, and put back to the usual one."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.file_names import shown
from app.language.phrases import Phrase, tr
from app.widgets.base.file_work import FileError, FileWork


@dataclass(frozen=True, slots=True)
class FolderKind:
    """What the folder is for: how it is asked for, and what is done with it."""

    title: Phrase
    """Of the dialog."""
    choose: Phrase
    """What the button is called that opens it, for who does not see the row."""
    choose_tip: Phrase
    usual: Phrase
    usual_tip: Phrase
    nothing: Phrase
    """Shown where none is chosen."""
    trying: Callable[[str], Phrase]
    """Said of the folder while `fault` takes long."""
    now: Callable[[], Path | None]
    """None where nothing is chosen and nothing is usual."""
    keep: Callable[[Path | None], object]
    """From now on; None: the usual one."""
    fault: Callable[[Path], Phrase | None]
    """What is wrong with a folder. It may read there, and is asked beside the window."""
    is_refused: bool = True
    """Whether a folder with a fault is not taken; else the fault is told of it."""


class FolderPlace(QWidget):
    """The line shows the folder; below it stands what is wrong with one that was chosen."""

    def __init__(self, kind: FolderKind) -> None:
        super().__init__()
        self._kind = kind
        self._looking: FileWork[Phrase | None] | None = None
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.line.setPlaceholderText(str(kind.nothing))
        choose = QPushButton(tr("Choose…"))
        choose.setAccessibleName(str(kind.choose))
        choose.setToolTip(str(kind.choose_tip))
        choose.clicked.connect(self._ask)
        usual = QPushButton(tr("Default"))
        usual.setAccessibleName(str(kind.usual))
        usual.setToolTip(str(kind.usual_tip))
        usual.clicked.connect(lambda: self._take(None))
        self.trouble = QLabel()
        self.trouble.setProperty("role", "trouble")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (choose, usual):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addLayout(buttons)
        column.addWidget(self.trouble)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not known when the page closes is not wanted any more."""
        self._let_go()
        super().hideEvent(event)

    def _show(self) -> None:
        folder = self._kind.now()
        text = shown(folder) if folder is not None else ""
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self.line.setAccessibleDescription(text)

    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), str(self._kind.title))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if (folder := self._kind.now()) is not None:
            dialog.setDirectory(str(folder.parent))
        dialog.fileSelected.connect(lambda name: self._take(Path(name)))
        dialog.open()

    def _take(self, folder: Path | None) -> None:
        """Keep a folder from now on, if that can be done; None is the usual one, and can."""
        self._let_go()
        if folder is None:
            self._keep(None, None)
            return
        looking = self._looking = FileWork(
            self,
            lambda: self._kind.fault(folder),
            lambda fault: self._keep(folder, fault),
            self._show_failure,
        )
        looking.over.connect(self._forget)
        if not looking.begin_without_bar():
            self._tell(str(self._kind.trying(shown(folder))))

    def _keep(self, folder: Path | None, fault: Phrase | None) -> None:
        if fault is None or not self._kind.is_refused:
            self._kind.keep(folder)
        self._tell(str(fault or ""))
        self._show()

    def _show_failure(self, error: FileError) -> None:
        self._tell(str(error))

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _let_go(self) -> None:
        if self._looking is not None:
            self._looking.cancel()

    def _forget(self) -> None:
        self._looking = None
