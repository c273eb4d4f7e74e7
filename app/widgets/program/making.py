"""Opens projects in new files, which are made beside the window's thread: from a template, or as a copy."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from app.language.phrases import tr
from app.storage.project_file import ProjectFile
from app.widgets.base.file_work import FileError, FileWork
from app.widgets.pages.agenda.workshop_question import AskedWorkshop
from app.widgets.program.error_box import show_error
from app.widgets.program.project_windows import copy_of, new_file, new_file_of
from app.widgets.program.windows import Windows
from app.widgets.program.workshops import project_for, take_up
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

    def open_workshop(self, instead_of: QMainWindow | None, asked: AskedWorkshop) -> MainWindow | None:
        """Open a new project for a workshop, and begin that."""
        return self._make(
            lambda: new_file_of(project_for(asked)),
            instead_of,
            lambda error: show_error(str(error), instead_of),
            lambda window: take_up(window, asked),
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
        then: Callable[[MainWindow], object] = lambda _: None,
    ) -> MainWindow | None:
        opened: list[MainWindow] = []

        def show(project: ProjectFile) -> None:
            opened.append(self._windows.show(project, instead_of))
            then(opened[0])

        work = FileWork(
            self,
            make,
            show,
            failed,
            put_away=_remove,
        )
        work.begin(tr("Making the new file… The disk is slow."), self._windows.host(instead_of))
        return opened[0] if opened else None


def _remove(project: ProjectFile) -> None:
    project.close()
    project.path.unlink(missing_ok=True)
