"""Opens projects in new files, which are made beside the window's thread: from a template, or as a copy."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from app.language.phrases import tr
from app.storage.project_file import ProjectFile
from app.widgets.base.file_work import FileError, FileWork
from app.widgets.program.error_box import show_error
from app.widgets.program.project_windows import copy_of, new_file
from app.widgets.program.windows import Windows
from app.widgets.window.main_window import MainWindow


class Making(QObject):
    """Makes files; of one that is cancelled nothing is left."""

    def __init__(self, parent: QObject, windows: Windows) -> None:
        super().__init__(parent)
        self._windows = windows

    def open_new(self, instead_of: QMainWindow | None, from_template: str) -> MainWindow | None:
        """Open a new project in a file of its own, among the user's documents."""
        return self._make(
            lambda: new_file(from_template), instead_of, lambda error: show_error(str(error), instead_of)
        )

    def open_copy(self, project: ProjectFile, window: MainWindow) -> MainWindow | None:
        """Open a copy of a project that is open for reading only, in its place."""
        document = project.document.copy()
        return self._make(
            lambda: copy_of(project.path, document), window, lambda error: window.show_message(str(error))
        )

    def _make(
        self,
        make: Callable[[], ProjectFile],
        instead_of: QMainWindow | None,
        failed: Callable[[FileError], object],
    ) -> MainWindow | None:
        opened: list[MainWindow] = []
        work = FileWork(
            self,
            make,
            lambda project: opened.append(self._windows.show(project, instead_of)),
            failed,
            put_away=_remove,
        )
        work.begin(tr("Making the new file… The disk is slow."), self._windows.host(instead_of))
        return opened[0] if opened else None


def _remove(project: ProjectFile) -> None:
    project.close()
    project.path.unlink(missing_ok=True)
