"""The backups of a project, each with a preview. To restore one is a step of the history like any other."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

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
from app.model.timestamps import microseconds
from app.session.editor import Editor
from app.storage.backups import Backup
from app.storage.project_file import ProjectFile
from app.widgets.base.buttons import heading
from app.widgets.base.file_work import FileError, FileWork
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
        self._reading: FileWork[Document] | None = None
        self.dismissed.connect(self._let_go)
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
        """Show the map as a backup has it; until that is read, the map stays as it is seen now."""
        self._let_go()
        self._shown = None
        self.restore.setEnabled(False)
        reading = self._reading = FileWork(
            self, partial(_read, self._backups[row].path), self._show, self._show_failure
        )
        reading.over.connect(self._forget)
        if not reading.begin_without_bar():
            self.words.setText(tr("This backup is being read… It is large, or its disk is slow."))

    def _show(self, found: Document) -> None:
        self._shown = found
        self.words.setText("")
        preview = self._editor.document
        preview.apply(difference(preview, found))
        self.restore.setEnabled(not self._is_read_only)

    def _show_failure(self, error: FileError) -> None:
        self.words.setText(str(error))

    def _let_go(self) -> None:
        if self._reading is not None:
            self._reading.cancel()

    def _forget(self) -> None:
        self._reading = None

    def _restore(self) -> None:
        assert self._shown is not None
        when, at = self.list.currentItem().text(), self._backups[self.list.currentRow()].at
        self.dismiss()
        sentence = tr("The project is as in the backup of {moment}. Undo takes you back.", moment=when)
        label = step_label("go_to_backup", at=microseconds(at))
        self._project.go_back(self._shown, label, lambda _: self._show_message(sentence))


def _read(path: Path) -> Document:
    with ProjectFile.open(path, read_only=True) as project:
        return project.document
