"""The backups of a project, each with a preview. To restore one is a step of the history like any other."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from app.language.phrases import tr
from app.model.document import Document
from app.model.history.history_cursor import difference
from app.model.labels import step_label
from app.model.labels.values import microseconds
from app.session.editor import Editor
from app.storage.backups import Backup
from app.storage.errors import ProjectFileError
from app.storage.project_file import ProjectFile
from app.widgets.base.buttons import heading
from app.widgets.base.text_size import scaled
from app.widgets.panels.history.map_beside import MapBeside
from app.widgets.panels.history.step_list import ROW_HEIGHT
from app.widgets.panels.history.times import format_moment


class RestoreView(MapBeside):
    """List and preview; the preview is a document of its own."""

    def __init__(
        self,
        window: QWidget,
        editor: Editor,
        backups: Sequence[Backup],
        show_message: Callable[[str], object],
    ) -> None:
        super().__init__(window, editor.document.copy(), editor.map, tr("The map in the backup"))
        self._project = editor
        self._backups = backups
        self._show_message = show_message
        self._shown: Document | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Backups"))
        self.list.setToolTip(tr("Choose a backup to see the map in it"))
        now = datetime.now(UTC)
        for backup in backups:
            row = QListWidgetItem(format_moment(backup.at, now))
            row.setSizeHint(QSize(60, scaled(ROW_HEIGHT)))
            self.list.addItem(row)
        self.words = QLabel("" if backups else tr("There is no backup of this project yet."))
        self.words.setWordWrap(True)
        self.restore = QPushButton(tr("Restore this"))
        self.restore.setToolTip(tr("Make the project what it was in this backup; this can be undone"))
        self.restore.clicked.connect(self._restore)
        self._is_read_only = editor.read_only
        self.restore.setEnabled(False)
        self._put_together(
            (), [(part, 0) for part in (heading(tr("Backups")), self.list, self.words)], self.restore
        )
        self.list.currentRowChanged.connect(self.show_backup)
        if backups:
            self.list.setCurrentRow(0)

    def show_backup(self, row: int) -> None:
        """Show the map as a backup has it."""
        try:
            with ProjectFile.open(self._backups[row].path, read_only=True) as project:
                self._shown = project.document
        except ProjectFileError as error:
            self._shown = None
            self.words.setText(str(error))
        else:
            self.words.setText("")
            preview = self._editor.document
            preview.apply(difference(preview, self._shown))
        self.restore.setEnabled(self._shown is not None and not self._is_read_only)

    def _restore(self) -> None:
        assert self._shown is not None
        when, at = self.list.currentItem().text(), self._backups[self.list.currentRow()].at
        self.dismiss()
        sentence = tr("The project is as in the backup of {moment}. Undo takes you back.", moment=when)
        label = step_label("go_to_backup", at=microseconds(at))
        self._project.go_back(self._shown, label, lambda _: self._show_message(sentence))
