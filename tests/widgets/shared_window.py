"""One window for the tests of a module: after each it is as fresh as it was, or a new one is opened.

To open and close a window takes longer than what most tests do in it. A module shares that of `pizzeria` by
`pytestmark = pytest.mark.shared_window`. After each test `freshen` takes back what tests do; whether anything
else stayed is seen in its state (`tests/widgets/window_state.py`). A window that is not as it was when it was
opened is closed, as all are at the end.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.model.document import Document
from app.model.finding.filtering import Filter
from app.model.history.history_cursor import difference
from app.model.history.steps import Thinned
from app.storage.project_file import ProjectFile
from app.widgets.find.find_bar import FindBar
from app.widgets.program.window_manager import WindowManager
from tests.driver import WindowDriver
from tests.widgets.window_state import State, differences, state_of

SIZE = 1440, 900
TURNS = 3
"""Of the loop of events, in which whatever changed is laid out again."""
PRISTINE = Thinned((), {})
"""A history without a step."""


def shown(manager: WindowManager, project: ProjectFile) -> WindowDriver:
    """A window of a known size, with both panels, that has the focus."""
    window = manager.show(project)
    window.resize(*SIZE)
    window.fold(left=False, right=False)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return WindowDriver(window, project)


class SharedWindow:
    """Open from the first test that asks for it until one leaves something behind."""

    def __init__(self, document: Document, folder: Path) -> None:
        self.driver: WindowDriver | None = None
        self.opened = 0
        """How many windows it took so far."""
        self._document = document
        self._folder = folder
        self._manager = WindowManager()
        self._fresh: State = {}

    def open(self) -> WindowDriver:
        """The window; a new one where there is none."""
        if self.driver is None:
            path = self._folder / f"project {self.opened}.journey"
            driver = self.driver = shown(self._manager, ProjectFile.create(path, self._document.copy()))
            self.opened += 1
            freshen(driver, self._document)
            self._fresh = state_of(driver)
        # Another window may have been open since.
        self.driver.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.driver.window)
        return self.driver

    def put_back(self) -> list[str]:
        """End a test. Returns what it left behind, for which its window was closed."""
        driver = self.driver
        if driver is None:
            return []
        left = ["the window is closed"]
        try:
            if self._manager.windows:
                freshen(driver, self._document)
                left = differences(self._fresh, state_of(driver))
        finally:
            if left:
                self.close()
        return left

    def close(self) -> None:
        for window in tuple(self._manager.windows):
            window.close()
        assert self._manager.windows == []
        assert self._manager.start is None
        self.driver = None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def freshen(driver: WindowDriver, document: Document) -> None:
    """Take back what tests do in a window: what they edit, choose, find, fold, zoom and open over it."""
    window, editor, canvas = driver.window, driver.editor, driver.canvas
    _close_what_lies_over(driver)
    editor.read_only = False
    driver.select_nothing()
    window.dimming.set_filter(Filter())
    if window.number_badges.is_on:
        window.number_badges.toggle()
    editor.history.do(difference(editor.document, document))
    editor.document.content = document.content
    editor.history.thin(PRISTINE)
    editor.show_map(document.maps()[0].id)
    editor.select_cell(None)
    editor.choose_note_colour(None)
    window.message.hide()
    window.resize(*SIZE)
    window.fold(left=False, right=False)
    driver.wait_until(lambda: not window.saving.state.pending)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    canvas.fit()
    canvas.setFocus()
    # What it says of itself follows the selection, and there has been none yet.
    canvas.setAccessibleDescription("")
    for _ in range(TURNS):
        QCoreApplication.processEvents()
    # Words that are shown wait to be judged.
    if (speller := editor.spelling.speller) is not None:
        speller.close()


def _close_what_lies_over(driver: WindowDriver) -> None:
    window = driver.window
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for child in window.findChildren(QWidget):
        if child.isWindow() and child.isVisible():
            child.close()
    window.presentation.stop()
    window.dismiss_overlay()
    window.persona_page.leave()
    _forget_what_was_sought(window.find_bar)
    if window.filter_panel.isVisible():
        window.filter_panel.leave()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def _forget_what_was_sought(bar: FindBar) -> None:
    for line in (bar.query, bar.by):
        line.clear()
    bar.case.setChecked(False)
    bar.whole_words.setChecked(False)
    bar.all_maps.setChecked(True)
    if bar.isVisible():
        bar.leave()


def is_asked_for(request: pytest.FixtureRequest) -> bool:
    """Whether a test shares its window. Not where it opens others, which belong to its own window manager."""
    names = request.fixturenames
    is_marked = request.node.get_closest_marker("shared_window") is not None
    # The one that is shared speaks English.
    parameters = getattr(request.node, "callspec", None)
    is_english = parameters is None or parameters.params.get("window_language", "en") == "en"
    return is_marked and is_english and "pizzeria" in names and "window_manager" not in names
