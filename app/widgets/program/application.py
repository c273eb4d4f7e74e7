"""Runs the program with its windows, and ends it when the last of them is closed."""

import logging
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from app.language.phrases import Phrase, phrase, tr
from app.language.system_words import why
from app.language.words import listed
from app.paths import in_text
from app.widgets.base.faults import Faults, crashes_written, log, log_file, start_log
from app.widgets.base.window_memory import APPLICATION, settings
from app.widgets.program.error_box import show_error
from app.widgets.program.qt_words import QtWords
from app.widgets.program.rebuilding import heed_at_start
from app.widgets.program.stop_signals import StopSignals
from app.widgets.program.style import Style
from app.widgets.program.window_manager import WindowManager

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
    heed_at_start()
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
        folder = in_text(log_file().parent)
        missing.append(
            phrase("nothing can be written to {folder} ({reason})", folder=folder, reason=why(error))
        )
    if not settings().isWritable():
        missing.append(phrase("the settings cannot be kept"))
    if not missing:
        return ""
    return tr(
        "Journeywall goes on without its log, backups or settings: {reasons}. Projects are saved all the "
        "same. Check that you may write to your home folder.",
        reasons=listed(missing),
    )
