"""The folder of the backups: shown, chosen, and put back to where the program keeps its own data."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.file_names import shown
from app.language.phrases import Phrase, tr
from app.widgets.base.backup_places import backup_folder, keep_backups_in, why_no_backups_in
from app.widgets.base.file_work import FileError, FileWork


class BackupPlace(QWidget):
    """The line shows where backups are made; below it, why another folder cannot be taken."""

    def __init__(self) -> None:
        super().__init__()
        self._looking: FileWork[Phrase | None] | None = None
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self._choose = QPushButton(tr("Choose…"))
        self._choose.setAccessibleName(tr("Choose the folder of the backups…"))
        self._choose.setToolTip(
            tr("Keep backups in another folder; earlier ones stay where they are and are still found")
        )
        self._choose.clicked.connect(self._ask)
        self._usual = QPushButton(tr("Default"))
        self._usual.setAccessibleName(tr("Keep backups in the default folder"))
        self._usual.setToolTip(tr("Keep backups among the program’s own data again"))
        self._usual.clicked.connect(lambda: self._take(None))
        self.trouble = QLabel()
        self.trouble.setProperty("role", "trouble")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self._choose, self._usual):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addLayout(buttons)
        column.addWidget(self.trouble)
        self._show()

    def _show(self) -> None:
        text = shown(backup_folder())
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self.line.setAccessibleDescription(text)

    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), tr("Choose the folder of the backups"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(backup_folder().parent))
        dialog.fileSelected.connect(lambda name: self._take(Path(name)))
        dialog.open()

    def _take(self, folder: Path | None) -> None:
        """Keep backups in a folder from now on, if that can be done; None is the default one, and can."""
        self._let_go()
        if folder is None:
            self._keep(None, None)
            return
        looking = self._looking = FileWork(
            self, lambda: why_no_backups_in(folder), lambda why: self._keep(folder, why), self._show_failure
        )
        looking.over.connect(self._forget)
        if not looking.begin_without_bar():
            self._tell(tr("Whether backups can be kept in {folder} is being tried…", folder=shown(folder)))

    def _keep(self, folder: Path | None, why: Phrase | None) -> None:
        if why is None:
            keep_backups_in(folder)
        self._tell(str(why or ""))
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

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not known when the page closes is not wanted any more."""
        self._let_go()
        super().hideEvent(event)
