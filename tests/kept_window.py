"""Keeps the window of one test for the next of its module: to open one takes longer than most tests.

A window is handed on only where nothing tells it from one that was just opened: what it shows, what its parts
remember and what runs are compared. Where anything else is left it is closed, as it is where a test closed
it, and the next test gets a new one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar

from app.language.spoken import program_language
from app.model.document import Document
from app.model.finding.filtering import Filter
from app.model.history.history_cursor import difference
from app.model.history.steps import Thinned
from app.storage.project_file import ProjectFile
from app.widgets.canvas.hit_testing import NOTHING
from app.widgets.pages.live_window import LiveWindow
from app.widgets.program.window_manager import WindowManager
from app.widgets.window.main_window import MainWindow
from tests import guards
from tests.driver import WindowDriver
from tests.traces import Traces, differences_of, traces_of

WIDTH, HEIGHT = 1440, 900
"""Logical pixels."""
SECONDS_TO_SETTLE = 1.0
"""What was on its way in a window when its test ended has so long to arrive, also on a busy machine."""


class Keeping:
    """Has the window that is handed on, while there is one."""

    def __init__(self) -> None:
        self.left_behind: list[str] = []
        """What the last window was let go for, where a test left something in it."""
        self._kept: _Kept | None = None
        self._may_keep = False

    @contextmanager
    def manager(self, may_be_kept: bool) -> Iterator[WindowManager]:
        """The window manager of a test: with the window that is kept, where the test may have that."""
        kept = self._kept
        if kept is not None and not (may_be_kept and kept.language == program_language()):
            self.let_go()
        self._may_keep = may_be_kept
        manager = self._kept.manager if self._kept is not None else WindowManager()
        yield manager
        kept = self._kept
        for window in tuple(manager.windows):
            if kept is None or window is not kept.driver.window:
                window.close()
        if manager.start is not None:
            manager.start.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.left_behind = [] if kept is None else kept.left_behind()
        if self.left_behind:
            self.let_go()
        assert len(manager.windows) == (0 if self._kept is None else 1)

    def open(self, manager: WindowManager, folder: Path, document: Document) -> WindowDriver:
        """Show a document in the window that is kept; in a new one, where there is none that showed it."""
        if self._kept is not None and self._kept.document != document:
            self.let_go()
        if self._kept is None and not self._may_keep:
            return opened(manager, folder, document)
        if self._kept is None:
            self._kept = _Kept(manager, opened(manager, folder, document.copy()), document.copy())
        return self._kept.show(document)

    def let_go(self) -> None:
        """Close the window."""
        kept, self._kept = self._kept, None
        if kept is not None:
            guards.keep_no_more()
            for window in tuple(kept.manager.windows):
                window.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@dataclass
class _Kept:
    """A window that tests hand on, and what was seen of it when the last of them got it."""

    manager: WindowManager
    driver: WindowDriver
    document: Document
    """What each begins with."""
    traces: Traces = field(default_factory=dict)
    language: str = field(default_factory=program_language)

    def show(self, document: Document) -> WindowDriver:
        """Show the document as if it had just been opened; it is changed in the window."""
        if not self.traces:
            self._begin_anew()
            self.traces = self._traces()
            while (settled := self._traces()) != self.traces:
                self.traces = settled
            guards.keep(self.driver.window, self.manager)
        document.__dict__ = self.driver.document.__dict__
        return WindowDriver(self.driver.window, self.driver.project)

    def left_behind(self) -> list[str]:
        """What a test has left in the window or changed of it, where its project is again what it was."""
        if self.manager.windows != [self.driver.window]:
            return ["no window"]
        try:
            self._begin_anew()
        except RuntimeError as error:
            # A part of the window was deleted, and something still speaks to it.
            return [str(error)]
        until = monotonic() + SECONDS_TO_SETTLE
        while (left := self._differences()) and monotonic() < until:
            QTest.qWait(1)
        return left

    def _differences(self) -> list[str]:
        window = self.driver.window
        # Both follow after a pause.
        begun = guards.begun_since(but=(window.review, window.canvas.minimap))
        changed = differences_of(self.traces, self._traces())
        return [*changed, *(f"{guards.described(each)} runs" for each in begun)]

    def _traces(self) -> Traces:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        return traces_of(self.driver.window, but=self.driver.window.review)

    def _begin_anew(self) -> None:
        """Leave what is open, go back to what the test began with, and stand where one stands at first."""
        window, editor = self.driver.window, self.driver.editor
        _leave(window)
        for picture in self.document.pictures():
            if (data := self.document.picture_store.get(picture.id)) is not None:
                editor.document.picture_store.put(data)
        editor.history.do(difference(editor.document, self.document))
        if editor.history.steps:
            # As in a project that was just made, nothing can be undone.
            editor.history.thin(Thinned((), {}))
            self.driver.project.wait_until_saved(10)
        editor.show_map(editor.document.maps()[0].id)
        editor.choose_note_colour(None)
        editor.select_cell(None)
        _come_to_rest(window)
        for panel in (window.left, window.right):
            for bar in panel.findChildren(QScrollBar):
                bar.setValue(bar.minimum())
        window.canvas.fit()
        if window.canvas.zoom() > 1:
            window.canvas.set_zoom(1.0)


def opened(manager: WindowManager, folder: Path, document: Document) -> WindowDriver:
    """A document in a window of its own that has the focus."""
    project = ProjectFile.create(folder / f"project {len(manager.windows)}.journey", document)
    window = manager.show(project)
    _come_to_rest(window)
    return WindowDriver(window, project)


def _leave(window: MainWindow) -> None:
    """Close what was opened in a window and beside it."""
    window.dismiss_overlay()
    window.end_typing()
    window.message.hide()
    for beside in QApplication.topLevelWidgets():
        if isinstance(beside, LiveWindow):
            beside.close()
    if window.find_bar.isVisible():
        window.find_bar.query.clear()
        window.find_bar.by.clear()
        window.find_bar.leave()
    window.dimming.set_filter(Filter())
    window.filter_panel.hide()
    window.show_map()
    if not window.parking.isHidden():
        window.parking.toggle()
    window.canvas.setFocus()
    window.canvas.pointer.hover(NOTHING)


def _come_to_rest(window: MainWindow) -> None:
    window.resize(WIDTH, HEIGHT)
    if window.left.isHidden() or window.right.isHidden():
        window.fold(left=False, right=False)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
