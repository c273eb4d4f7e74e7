"""Runs the program with its window: opens projects, keeps their windows, and ends when the last is closed.

What only projects need is imported with the first of them: the start page must not wait for it.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.formats.templates import BLANK
from app.widgets.faults import Faults, crashes_written, log, start_log
from app.widgets.message_box import message_box
from app.widgets.start.page import StartPage
from app.widgets.start.recent import remember_project
from app.widgets.style import Style
from app.widgets.window_memory import APPLICATION

if TYPE_CHECKING:
    from app.model.records import Id
    from app.storage.project_file import ProjectFile
    from app.widgets.main_window import MainWindow


class Desk(QObject):
    """The open projects, each in a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[MainWindow] = []
        self.start: StartPage | None = None
        """The start page, while it is shown."""
        self.has_shown = False
        """Whether there ever was a window."""

    def open_start(self) -> StartPage:
        """Show the start page; what is chosen there opens in its place."""
        if self.start is None:
            start = self.start = StartPage()
            start.project_wanted.connect(lambda path: self.open(path, instead_of=start))
            start.map_wanted.connect(lambda path, map: self.open(path, instead_of=start, map=map))
            start.template_wanted.connect(lambda name: self.open_new(instead_of=start, from_template=name))
            start.closed.connect(self._forget_start)
            self.has_shown = True
        self.start.show()
        self.start.activateWindow()
        return self.start

    def _forget_start(self) -> None:
        self.start = None

    def open(
        self, path: Path, instead_of: QMainWindow | None = None, map: "Id | None" = None
    ) -> "MainWindow | None":
        """Open a project, at a map of it where one is given, or say in a sentence why that cannot be done."""
        from app.storage.errors import ProjectFileError
        from app.storage.project_file import ProjectFile
        from app.widgets.rescue import can_be_rescued, offer_rescue

        for window in self.windows:
            if window.path == path.resolve():
                window.activateWindow()
                _show_map(window, map)
                if instead_of is self.start and self.start is not None:
                    self.start.close()
                return window
        try:
            project = ProjectFile.open(path)
        except ProjectFileError as error:
            if can_be_rescued(error):
                offer_rescue(str(error), path, instead_of, lambda new: self.open(new, instead_of))
            else:
                tell(str(error), instead_of)
            return None
        window = self.show(project, instead_of)
        _show_map(window, map)
        return window

    def open_new(
        self, instead_of: QMainWindow | None = None, from_template: str = BLANK
    ) -> "MainWindow | None":
        """Open a new project in a file of its own, among the user's documents."""
        from app.storage.errors import ProjectFileError
        from app.widgets.project_windows import new_file

        try:
            project = new_file(from_template)
        except (ProjectFileError, OSError) as error:
            tell(str(error), instead_of)
            return None
        return self.show(project, instead_of)

    def open_copy(self, project: "ProjectFile", window: "MainWindow") -> "MainWindow | None":
        """Open a copy of a project that is open for reading only, in its place."""
        from app.storage.errors import ProjectFileError
        from app.widgets.project_windows import copy_of

        try:
            copy = copy_of(project)
        except (ProjectFileError, OSError) as error:
            window.tell(str(error))
            return None
        return self.show(copy, instead_of=window)

    def show(self, project: "ProjectFile", instead_of: QMainWindow | None = None) -> "MainWindow":
        """Show an open project in a window; another window may close in return."""
        from app.widgets.project_windows import window_on

        window = window_on(project, lambda window: self.open_copy(project, window))
        window.start_wanted.connect(self.open_start)
        window.new_project_wanted.connect(lambda: self.open_new(instead_of=window))
        window.project_wanted.connect(lambda path: self.open(path, instead_of=window))
        window.rename_wanted.connect(lambda: self.rename(window))
        window.closed.connect(lambda: self.windows.remove(window))
        remember_project(project.path)
        self.windows.append(window)
        self.has_shown = True
        window.show()
        if instead_of is not None:
            instead_of.close()
        return window

    def rename(self, window: "MainWindow") -> None:
        """Call the file of a project as the project is called; its window closes and opens again."""
        from app.widgets.renaming import fits, renamed

        name = window.editor.document.project.name
        if fits(window.path, name):
            window.tell(f"The file is called {window.path.name}, as the project is.")
            return

        def open_again() -> None:
            path, sentence = renamed(window.path, name)
            new = self.open(path)
            if new is None:
                self.open_start()
            else:
                new.tell(sentence)

        again = window.closed.connect(open_again)
        window.close()
        if window in self.windows and not window.editor.read_only:
            # It could not be closed yet, and goes on under its old name.
            window.closed.disconnect(again)

    def tell_fault(self, sentence: str) -> None:
        for window in self.windows:
            window.tell(sentence)


def run_window(path: Path | None) -> int:
    """Show the window on a project (the start page where no path is given) until it is closed.

    Returns the process's exit status: 0, or 1 where the project could not be opened.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName(APPLICATION)
    application.setApplicationDisplayName(APPLICATION)
    application.setDesktopFileName("journeywall")
    handler = start_log()
    faults, desk = Faults(), Desk()
    faults.happened.connect(desk.tell_fault)
    style = Style(application)
    try:
        with crashes_written():
            desk.open(path) if path else desk.open_start()
            status = application.exec()
        return status if desk.has_shown else 1
    finally:
        style.deleteLater()
        faults.close()
        log.removeHandler(handler)
        handler.close()


def tell(sentence: str, parent: QWidget | None = None) -> None:
    """Tell a sentence in a box of its own, which blocks nothing, and on the console."""
    print(f"journeywall: {sentence}", file=sys.stderr)
    message_box(sentence, parent).open()


def _show_map(window: "MainWindow", map: "Id | None") -> None:
    """Show a map, unless it is gone."""
    if map in {one.id for one in window.editor.document.maps()}:
        window.editor.show_map(map)
