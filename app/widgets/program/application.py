"""Runs the program with its window: opens projects, keeps their windows, and ends when the last is closed.

What only projects need is imported with the first of them: the start page must not wait for it.
"""

import logging
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

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
    from app.session.speller import Speller
    from app.storage.errors import ProjectFileError
    from app.storage.project_file import ProjectFile
    from app.storage.rescue.recover import Rescue
    from app.widgets.program.file_work import FileWork
    from app.widgets.window.main_window import MainWindow

T = TypeVar("T")

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
        self._being_opened: dict[Path, FileWork[Any]] = {}
        self._cancelled: dict[Path, Event] = {}
        self._speller: Speller | None = None
        self._start_was_asked_for = True
        """Whether the start page is there for more than bars: else it goes with the last of these."""

    def open_start(self) -> StartPage:
        """Show the start page; what is chosen there opens in its place."""
        if self.start is None:
            start = self.start = StartPage()
            start.project_wanted.connect(lambda path: self.open(path, instead_of=start))
            start.map_wanted.connect(lambda path, map: self.open(path, instead_of=start, map=map))
            start.template_wanted.connect(lambda name: self.open_new(instead_of=start, from_template=name))
            start.closed.connect(self._forget_start)
            self.has_shown = True
        self._start_was_asked_for = True
        self.start.show()
        self.start.activateWindow()
        return self.start

    def _forget_start(self) -> None:
        self.start = None

    def open(
        self, path: Path, instead_of: QMainWindow | None = None, map: "Id | None" = None, say: str = ""
    ) -> "MainWindow | None":
        """Open a project, at a map of it where one is given, or say in a sentence why that cannot be done.

        Returns its window where that is soon there; else a bar is shown meanwhile. `say` is shown in it then.
        """
        if path in self._being_opened:
            return None
        from app.storage.errors import ProjectFileError
        from app.storage.project_file import ProjectFile
        from app.widgets.program.rescue import can_be_rescued, offer_rescue

        shown = {window.path for window in self.windows}
        opened: list[MainWindow] = []
        former = self._cancelled.pop(path, None)

        def do() -> "ProjectFile | Path":
            if former is not None:
                # Until what was cancelled lets go of the file, it would be open elsewhere.
                former.wait()
            there = resolved(path)
            return there if there in shown else ProjectFile.open(path)

        def then(found: "ProjectFile | Path") -> None:
            if isinstance(found, Path):
                window = self._show_again(found, instead_of)
            else:
                window = self.show(found, instead_of)
            _show_map(window, map)
            if say:
                window.show_message(say)
            opened.append(window)

        def failed(error: ProjectFileError | OSError) -> None:
            if isinstance(error, ProjectFileError) and can_be_rescued(error):
                offer_rescue(str(error), instead_of, lambda: self._rescue(path, instead_of))
            else:
                show_error(str(error), instead_of)

        work = self._file_work(do, then, failed, put_away=_close)
        self._being_opened[path] = work
        work.over.connect(lambda: self._being_opened.pop(path, None))
        work.cancelled.connect(lambda: self._cancelled.update({path: work.is_put_away}))
        work.begin(
            tr("Opening {name}… It is large, or the disk is slow.", name=in_text(path.name)),
            self._host(instead_of),
        )
        return opened[0] if opened else None

    def open_new(
        self, instead_of: QMainWindow | None = None, from_template: str = BLANK
    ) -> "MainWindow | None":
        """Open a new project in a file of its own, among the user's documents."""
        from app.widgets.program.project_windows import new_file

        return self._make(
            lambda: new_file(from_template), instead_of, lambda error: show_error(str(error), instead_of)
        )

    def open_copy(self, project: "ProjectFile", window: "MainWindow") -> "MainWindow | None":
        """Open a copy of a project that is open for reading only, in its place."""
        from app.widgets.program.project_windows import copy_of

        document = project.document.copy()
        return self._make(
            lambda: copy_of(project.path, document), window, lambda error: window.show_message(str(error))
        )

    def _make(
        self,
        make: Callable[[], "ProjectFile"],
        instead_of: QMainWindow | None,
        failed: Callable[[Exception], object],
    ) -> "MainWindow | None":
        """Open a project in a new file, of which nothing is left where it is cancelled."""
        opened: list[MainWindow] = []
        work = self._file_work(
            make, lambda project: opened.append(self.show(project, instead_of)), failed, put_away=_remove
        )
        work.begin(tr("Making the new file… The disk is slow."), self._host(instead_of))
        return opened[0] if opened else None

    def take_over(self, window: "MainWindow") -> "MainWindow | None":
        """Open a project for writing, in place of the window that has it for reading only."""
        from app.storage.project_file import ProjectFile

        opened: list[MainWindow] = []
        work = self._file_work(
            lambda: ProjectFile.open(window.path, take_over=True),
            lambda project: opened.append(self.show(project, instead_of=window)),
            lambda error: window.show_message(str(error)),
            put_away=_close,
        )
        work.begin(tr("Opening {name}…", name=in_text(window.path.name)), lambda: window)
        return opened[0] if opened else None

    def _rescue(self, path: Path, instead_of: QMainWindow | None) -> None:
        from app.widgets.program.rescue import recover_beside, rescue_report

        def then(made: "tuple[Path, Rescue]") -> None:
            out, found = made
            self.open(out, instead_of)
            message_box(rescue_report(path, out, found), self.windows[-1] if self.windows else None).open()

        work = self._file_work(
            lambda: recover_beside(path),
            then,
            lambda error: show_error(str(error), instead_of),
            put_away=lambda made: made[0].unlink(missing_ok=True),
        )
        sentence = tr("Reading what can be read of {name}… The file stays as it is.", name=in_text(path.name))
        work.begin(sentence, self._host(instead_of))

    def _file_work(
        self,
        do: Callable[[], T],
        then: Callable[[T], object],
        failed: "Callable[[ProjectFileError | OSError], object]",
        put_away: Callable[[T], object],
    ) -> "FileWork[T]":
        from app.widgets.program.file_work import FileWork

        return FileWork(self, do, then, failed, put_away)

    def _host(self, instead_of: QMainWindow | None) -> "Callable[[], MainWindow | StartPage]":
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

    def _show_again(self, path: Path, instead_of: QMainWindow | None) -> "MainWindow":
        """Bring the window of a project that is open to the front."""
        window = next(window for window in self.windows if window.path == path)
        _bring_forward(window)
        if instead_of is self.start and self.start is not None:
            self.start.close()
        return window

    def show(self, project: "ProjectFile", instead_of: QMainWindow | None = None) -> "MainWindow":
        """Show an open project in a window; another window may close in return."""
        from app.widgets.program.project_windows import window_on

        window = window_on(project, lambda window: self.open_copy(project, window), self.take_over)
        window.start_wanted.connect(self.open_start)
        window.new_project_wanted.connect(lambda: self.open_new(instead_of=window))
        window.project_wanted.connect(lambda path: self.open(path, instead_of=window))
        window.rename_wanted.connect(lambda: self.rename(window))
        window.closed.connect(lambda: self._forget(window))
        window.editor.spelling.use(self.known_speller())
        remember_project(project.path)
        self.windows.append(window)
        self.has_shown = True
        window.show()
        if instead_of is not None and instead_of is self.start:
            self._start_was_asked_for = False
        elif instead_of is not None:
            instead_of.close()
        # With it would go the bars of what is still being opened.
        if self.start is not None and not self._start_was_asked_for and len(self._being_opened) < 2:
            self.start.close()
        return window

    def known_speller(self) -> "Speller":
        """The one of the program, which begins nothing before it is needed."""
        from app.widgets.program.spelling import new_speller

        if self._speller is None:
            self._speller = new_speller(self)
            self._speller.failed.connect(self.show_fault)
        return self._speller

    def _forget(self, window: "MainWindow") -> None:
        self.windows.remove(window)
        if not self.windows and self._speller is not None:
            self._speller.close()

    def rename(self, window: "MainWindow") -> None:
        """Call the file of a project as the project is called; its window closes and opens again."""
        from app.widgets.program.renaming import fits, remember_renamed, rename_after

        name = window.editor.document.project.name
        if fits(window.path, name):
            window.show_message(
                tr("The file is already called {name}, like the project.", name=window.path.name)
            )
            return

        former = window.path

        def open_again(path: Path, sentence: str) -> None:
            if self.open(path, say=sentence) is None and path not in self._being_opened:
                self.open_start()

        def then(path: Path) -> None:
            remember_renamed(former, path)
            open_again(path, tr("The file is now called {name}.", name=path.name))

        def rename_file() -> None:
            work = self._file_work(
                lambda: rename_after(former, name),
                then,
                lambda error: open_again(former, str(error)),
                put_away=lambda path: remember_renamed(former, path),
            )
            sentence = tr("Renaming {name}… The disk is slow.", name=in_text(former.name))
            work.begin(sentence, self._host(None))

        again = window.closed.connect(rename_file)
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


def _close(found: "ProjectFile | Path") -> None:
    """Let go of a project that nobody waits for any more; nothing was done in it."""
    if not isinstance(found, Path):
        found.close()


def _remove(project: "ProjectFile") -> None:
    project.close()
    project.path.unlink(missing_ok=True)


def _show_map(window: "MainWindow", map: "Id | None") -> None:
    """Show a map, unless it is gone."""
    if map in {one.id for one in window.editor.document.maps()}:
        window.editor.show_map(map)
