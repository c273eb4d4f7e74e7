"""Opens and closes the program's windows, and knows them all.

What only projects need is imported with the first of them: the start page must not wait for it.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from app.formats.templates import BLANK
from app.widgets.program.rebuilding import Rebuilding
from app.widgets.start.page import StartPage
from app.widgets.start.recent import remember_project

if TYPE_CHECKING:
    from app.model.records import Id
    from app.session.speller import Speller
    from app.storage.project_file import ProjectFile
    from app.widgets.pages.agenda.workshop_question import AskedWorkshop
    from app.widgets.program.making import Making
    from app.widgets.program.opening import Opening
    from app.widgets.window.main_window import MainWindow


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
        self._start_was_asked_for = True
        """Whether the start page is there for more than bars: else it goes with the last of these."""
        Rebuilding(self, self)

    def open_start(self) -> StartPage:
        """Show the start page; what is chosen there opens in its place."""
        if self.start is None:
            start = self.start = StartPage()
            start.project_wanted.connect(lambda path: self.open(path, instead_of=start))
            start.map_wanted.connect(lambda path, map: self.open(path, instead_of=start, map=map))
            start.workshop_wanted.connect(lambda asked: self.open_workshop(asked, start))
            start.template_wanted.connect(lambda name: self.open_new(instead_of=start, from_template=name))
            start.closed.connect(self._forget_start)
            self.has_shown = True
        self._start_was_asked_for = True
        self.start.show()
        self.start.activateWindow()
        return self.start

    def open(
        self, path: Path, instead_of: QMainWindow | None = None, map: "Id | None" = None
    ) -> "MainWindow | None":
        """Open a project, at a map of it where one is given, or say in a sentence why that cannot be done.

        Returns its window where that is soon there; else a bar is shown meanwhile.
        """
        return self._opening.open(path, instead_of, map)

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open what another start, or the system, asks for; with nothing, come to the front."""
        for path in paths:
            self.open(path, instead_of=self.start)
        if not paths:
            _bring_forward(self.start or (self.windows[-1] if self.windows else self.open_start()))

    def open_new(
        self, instead_of: QMainWindow | None = None, from_template: str = BLANK
    ) -> "MainWindow | None":
        """Open a new project in a file of its own, among the user's documents."""
        return self._making.open_new(instead_of, from_template)

    def open_workshop(
        self, asked: "AskedWorkshop", instead_of: QMainWindow | None = None
    ) -> "MainWindow | None":
        """Open a new project for a workshop, and begin that."""
        return self._making.open_workshop(instead_of, asked)

    def show(self, project: "ProjectFile", instead_of: QMainWindow | None = None) -> "MainWindow":
        """Show an open project in a window; another window may close in return."""
        from app.widgets.program.project_windows import window_on

        window = window_on(
            project, lambda window: self._making.open_copy(project, window), self._opening.take_over
        )
        window.start_wanted.connect(self.open_start)
        window.new_project_wanted.connect(lambda: self.open_new(instead_of=window))
        window.workshop_wanted.connect(lambda asked: self.open_workshop(asked))
        window.project_wanted.connect(lambda path: self.open(path, instead_of=window))
        window.rename_wanted.connect(lambda: self._rename(window))
        window.closed.connect(lambda: self._forget(window))
        window.editor.spelling.use(self.speller)
        remember_project(project.path)
        self.windows.append(window)
        self.has_shown = True
        window.show()
        if instead_of is not None and instead_of is self.start:
            self._start_was_asked_for = False
        elif instead_of is not None:
            instead_of.close()
        # With it would go the bars of what is still being opened.
        if self.start is not None and not self._start_was_asked_for and self._opening.count < 2:
            self.start.close()
        return window

    @cached_property
    def speller(self) -> "Speller":
        """What the windows ask for spelling; it begins nothing before it is needed."""
        from app.widgets.program.spelling import new_speller

        made = new_speller(self)
        made.failed.connect(self.show_fault)
        return made

    def _forget(self, window: "MainWindow") -> None:
        self.windows.remove(window)
        window.editor.spelling.let_go()
        if not self.windows:
            self.speller.close()

    def show_again(self, path: Path, instead_of: QMainWindow | None) -> "MainWindow":
        """Bring the window of a project that is open to the front."""
        window = next(window for window in self.windows if window.path == path)
        _bring_forward(window)
        if instead_of is self.start and self.start is not None:
            self.start.close()
        return window

    def host(self, instead_of: QMainWindow | None) -> "Callable[[], MainWindow | StartPage]":
        """Gives the window over which a bar is shown; where there is none yet, the start page."""

        def host() -> "MainWindow | StartPage":
            for window in (self.start, *reversed(self.windows)):
                if window is not None and window is instead_of:
                    return window
            found = self.start or (self.windows[-1] if self.windows else None)
            if found is None:
                found = self.open_start()
                self._start_was_asked_for = False
            return found

        return host

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

    def show_fault(self, sentence: str) -> None:
        for window in self.windows:
            window.show_message(sentence)

    @cached_property
    def _opening(self) -> "Opening":
        from app.widgets.program.opening import Opening

        return Opening(self, self)

    @cached_property
    def _making(self) -> "Making":
        from app.widgets.program.making import Making

        return Making(self, self)

    def _rename(self, window: "MainWindow") -> None:
        from app.widgets.program.renaming import rename_file_of

        rename_file_of(window, self, self, self._opening)

    def _forget_start(self) -> None:
        self.start = None

    def _end_when_all_are_closed(self) -> None:
        if not self.windows and not self._is_closing:
            QApplication.closeAllWindows()
            self.all_closed.emit()


def _bring_forward(window: QMainWindow) -> None:
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()
