"""The backups of a project, each with a preview. To restore one is a step of the history like any other."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.model.document import Document
from app.model.history import History
from app.model.past import difference, go_back
from app.storage.backups import Backup
from app.storage.errors import ProjectFileError
from app.storage.project_file import ProjectFile
from app.widgets.buttons import heading
from app.widgets.canvas.view import CanvasView
from app.widgets.editor import Editor
from app.widgets.overlay import Overlay
from app.widgets.panels.history.steps import LIST_WIDTH, ROW_HEIGHT
from app.widgets.panels.history.times import told
from app.widgets.panels.history.view import MARGIN


class RestoreView(Overlay):
    """List and preview; the preview is a document of its own."""

    def __init__(
        self, window: QWidget, editor: Editor, backups: Sequence[Backup], tell: Callable[[str], object]
    ) -> None:
        super().__init__(window, width=0)
        self._history = editor.history
        self._backups = backups
        self._tell = tell
        self._shown: Document | None = None
        self._editor = Editor(History(editor.document.copy()), read_only=True, parent=self)
        self._editor.show_map(editor.map)
        self.canvas = CanvasView(self._editor)
        self.canvas.setAccessibleName("The map in the backup")
        # On a map Tab goes from stage to stage, so it would not lead out again.
        self.canvas.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list = QListWidget()
        self.list.setAccessibleName("Backups")
        self.list.setToolTip("Choose a backup to see the map in it")
        now = datetime.now(UTC)
        for backup in backups:
            row = QListWidgetItem(told(backup.at, now))
            row.setSizeHint(QSize(60, ROW_HEIGHT))
            self.list.addItem(row)
        self.words = QLabel("" if backups else "There is no backup of this project yet.")
        self.words.setWordWrap(True)
        self.restore = QPushButton("Restore this")
        self.restore.setToolTip("Make the project what it was in this backup; undo takes that back")
        self.restore.clicked.connect(self._restore)
        self.leave = QPushButton("Close")
        self.leave.setToolTip("Close, and leave the project as it is (Esc)")
        self.leave.clicked.connect(self.dismiss)
        self._is_read_only = editor.read_only
        self.restore.setEnabled(False)
        self._assemble()
        self.list.currentRowChanged.connect(self.show_backup)
        self.dismissed.connect(self._editor.close)
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
            preview.apply(difference(preview, self._shown, "Preview"))
        self.restore.setEnabled(self._shown is not None and not self._is_read_only)

    def _restore(self) -> None:
        assert self._shown is not None
        when = self.list.currentItem().text()
        self.dismiss()
        go_back(self._history, self._shown, f"the backup of {when}")
        self._tell(f"The project is as in the backup of {when}. Undo takes you back.")

    def _assemble(self) -> None:
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        for widget in (heading("Backups"), self.list, self.words):
            beside.addWidget(widget)
        buttons = QHBoxLayout()
        for button in (self.restore, self.leave):
            buttons.addWidget(button)
        beside.addLayout(buttons)
        side = QWidget()
        side.setFixedWidth(LIST_WIDTH)
        side.setLayout(beside)
        row = QHBoxLayout()
        row.addWidget(self.canvas, 1)
        row.addWidget(side)
        self.column.addLayout(row)

    def _place(self) -> None:
        """As large as the window."""
        self.setGeometry(self._window.rect())
        self.card.setGeometry(self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
        self.column.activate()
        self.canvas.fit()
