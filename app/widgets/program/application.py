"""Runs the program with its window: opens projects, keeps their windows, and ends when the last is closed.

What only projects need is imported with the first of them: the start page must not wait for it.
"""

import logging
import sys
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.formats.templates import BLANK
from app.language.phrases import Phrase, phrase, tr
from app.language.words import listed
from app.paths import in_text, resolved
from app.widgets.base.faults import Faults, crashes_written, log, log_file, start_log
from app.widgets.base.overlays.message_box import message_box
from app.widgets.base.window_memory import APPLICATION, settings
from app.widgets.program.qt_words import QtWords
from app.widgets.program.stop_signals import StopSignals
from app.widgets.program.style import Style
from app.widgets.start.page import StartPage
from app.widgets.start.recent import remember_project

if TYPE_CHECKING:
    from app.model.records import Id
    from app.storage.project_file import ProjectFile
    from app.widgets.window.main_window import MainWindow


LISTENS_AFTER = 200
"""Milliseconds in which the window is seen before it listens for further starts."""


class Application(QApplication):
    """Qt's, which tells also what file the system wants opened: macOS starts no second program for it."""

    file_wanted = Signal(Path)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_wanted.emit(Path(event.file()))
            return True
        return super().event(event)


class WindowManager(QObject):
    """The open projects, each in a window of its own."""

    all_closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[MainWindow] = []
        self.start: StartPage | None = None
        """The start page, while it is shown."""
        self.has_shown = False
        """Whether there ever was a window."""
        self._is_closing = False

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
        from app.widgets.program.rescue import can_be_rescued, offer_rescue

        for window in self.windows:
            if window.path == resolved(path):
                _bring_forward(window)
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
                show_error(str(error), instead_of)
            return None
        window = self.show(project, instead_of)
        _show_map(window, map)
        return window

    def open_new(
        self, instead_of: QMainWindow | None = None, from_template: str = BLANK
    ) -> "MainWindow | None":
        """Open a new project in a file of its own, among the user's documents."""
        from app.storage.errors import ProjectFileError
        from app.widgets.program.project_windows import new_file

        try:
            project = new_file(from_template)
        except (ProjectFileError, OSError) as error:
            show_error(str(error), instead_of)
            return None
        return self.show(project, instead_of)

    def open_copy(self, project: "ProjectFile", window: "MainWindow") -> "MainWindow | None":
        """Open a copy of a project that is open for reading only, in its place."""
        from app.storage.errors import ProjectFileError
        from app.widgets.program.project_windows import copy_of

        try:
            copy = copy_of(project)
        except (ProjectFileError, OSError) as error:
            window.show_message(str(error))
            return None
        return self.show(copy, instead_of=window)

    def take_over(self, window: "MainWindow") -> "MainWindow | None":
        """Open a project for writing, in place of the window that has it for reading only."""
        from app.storage.errors import ProjectFileError
        from app.storage.project_file import ProjectFile

        try:
            project = ProjectFile.open(window.path, take_over=True)
        except ProjectFileError as error:
            window.show_message(str(error))
            return None
        return self.show(project, instead_of=window)

    def show(self, project: "ProjectFile", instead_of: QMainWindow | None = None) -> "MainWindow":
        """Show an open project in a window; another window may close in return."""
        from app.widgets.program.project_windows import window_on

        window = window_on(project, lambda window: self.open_copy(project, window), self.take_over)
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
        from app.widgets.program.renaming import fits, renamed

        name = window.editor.document.project.name
        if fits(window.path, name):
            window.show_message(
                tr("The file is already called {name}, like the project.", name=window.path.name)
            )
            return

        def open_again() -> None:
            path, sentence = renamed(window.path, name)
            new = self.open(path)
            if new is None:
                self.open_start()
            else:
                new.show_message(sentence)

        again = window.closed.connect(open_again)
        window.close()
        if window in self.windows and not window.editor.read_only:
            # It could not be closed yet, and goes on under its old name.
            window.closed.disconnect(again)

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open what another start, or the system, asks for; with nothing, come to the front."""
        for path in paths:
            self.open(path, instead_of=self.start)
        if not paths:
            _bring_forward(self.start or (self.windows[-1] if self.windows else self.open_start()))

    def close_all(self) -> None:
        """Close every window in order, as a person would; `all_closed` is emitted when none is left.

        One that still writes closes by itself when all is written. Where one asks whether what is not saved
        may be lost, it is left, and the question stays: to be told again to end changes nothing meanwhile.
        """
        if self._is_closing:
            return
        self._is_closing = True
        for window in tuple(self.windows):
            window.closed.connect(self._end_when_all_are_closed)
            # What cannot be kept of it keeps only a person from closing.
            window.end_typing()
            window.close()
        self._is_closing = False
        self._end_when_all_are_closed()

    def _end_when_all_are_closed(self) -> None:
        if not self.windows and not self._is_closing:
            QApplication.closeAllWindows()
            self.all_closed.emit()

    def show_fault(self, sentence: str) -> None:
        for window in self.windows:
            window.show_message(sentence)


def run_window(paths: Sequence[Path] = (), alone: bool = False) -> int:
    """Show a window on each project (the start page where no path is given) until all are closed.

    A Journeywall that runs already takes the paths over, unless this one is to be `alone`. Returns the exit
    status: 0, 1 where no project could be opened, or 128 and the number of the signal that ended it.
    """
    application = QApplication.instance() or Application(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName(APPLICATION)
    application.setApplicationDisplayName(APPLICATION)
    application.setDesktopFileName("journeywall")
    if not alone and _handed_over(paths):
        return 0
    with ExitStack() as held:
        held.callback(QtWords(application).close)
        trouble = _write_what_happens(held)
        faults, manager, stop = Faults(), WindowManager(), StopSignals()
        held.callback(faults.close)
        held.callback(stop.close)
        faults.happened.connect(manager.show_fault)
        ended_by: list[int] = []

        def end(number: int) -> None:
            manager.all_closed.connect(lambda: _end(application, ended_by, number))
            manager.close_all()

        stop.came.connect(end)
        if isinstance(application, Application):
            application.file_wanted.connect(lambda path: manager.open_all([path]))
        held.callback(Style(application).deleteLater)
        for path in paths:
            manager.open(path)
        if not paths:
            manager.open_start()
        if trouble:
            show_error(trouble, manager.start or (manager.windows[-1] if manager.windows else None))
        if not alone:
            _take_over_from_now_on(manager, held)
        status = application.exec()
        if ended_by:
            return 128 + ended_by[0]
        return status if manager.has_shown else 1


def _end(application: QApplication, ended_by: list[int], number: int) -> None:
    ended_by.append(number)
    application.quit()


def _handed_over(paths: Sequence[Path]) -> bool:
    from app.widgets.program.instance_name import may_be_there

    if not may_be_there():
        return False
    from app.widgets.program.one_instance import hand_over

    return hand_over(paths)


def _take_over_from_now_on(manager: WindowManager, held: ExitStack) -> None:
    """Listen for further starts, once the window is seen: what that takes need not be waited for."""

    def listen() -> None:
        from app.widgets.program.one_instance import FirstInstance

        first = FirstInstance(manager)
        first.wanted.connect(manager.open_all)
        first.listen()
        held.callback(first.close)

    QTimer.singleShot(LISTENS_AFTER, manager, listen)


def _write_what_happens(held: ExitStack) -> str:
    """Write the log, and traces of crashes. Returns a sentence on what cannot be written, else nothing."""
    missing: list[Phrase] = []
    try:
        handler = start_log()
        held.callback(handler.close)
        held.callback(lambda: log.removeHandler(handler))
        held.enter_context(crashes_written())
    except OSError as error:
        # Without any handler Python would print what is logged.
        log.addHandler(logging.NullHandler())
        why, folder = error.strerror or str(error), in_text(log_file().parent)
        missing.append(phrase("nothing can be written to {folder} ({reason})", folder=folder, reason=why))
    if not settings().isWritable():
        missing.append(phrase("the settings cannot be kept"))
    if not missing:
        return ""
    return tr(
        "Journeywall goes on without its log, backups or settings: {reasons}. Projects are saved all the "
        "same. Check that you may write to your home folder.",
        reasons=listed(missing),
    )


def show_error(sentence: str, parent: QWidget | None = None) -> None:
    """Tell a sentence in a box of its own, which blocks nothing, and on the console."""
    # The console may be gone.
    with suppress(OSError, ValueError):
        print(f"journeywall: {sentence}", file=sys.stderr)
    message_box(sentence, parent).open()


def _bring_forward(window: QMainWindow) -> None:
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()


def _show_map(window: "MainWindow", map: "Id | None") -> None:
    """Show a map, unless it is gone."""
    if map in {one.id for one in window.editor.document.maps()}:
        window.editor.show_map(map)
