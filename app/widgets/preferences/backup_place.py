"""The folder of the backups: shown, chosen, and put back to where the program keeps its own data."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.file_names import shown
from app.language.phrases import tr
from app.widgets.base.backup_places import backup_folder, keep_backups_in, why_no_backups_in


class BackupPlace(QWidget):
    """The line shows where backups are made; below it, why another folder cannot be taken."""

    def __init__(self) -> None:
        super().__init__()
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
        why = why_no_backups_in(folder) if folder is not None else None
        self.trouble.setText(str(why or ""))
        self.trouble.setVisible(why is not None)
        if why is None:
            keep_backups_in(folder)
        self._show()
