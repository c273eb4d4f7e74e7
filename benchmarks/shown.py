"""The program's own window on an off-screen display, and what a person does with it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.session.editor import Editor
from app.storage.project_file import ProjectFile
from app.widgets.base.backing_up import BackingUp
from app.widgets.canvas.view import CanvasView
from app.widgets.program.window_manager import WindowManager
from app.widgets.window.main_window import MainWindow

RESTED = 700
"""Milliseconds after which a window has done what waits until its map was seen: graphs, overview, review."""
NOTE_IN_VIEW = "note-2-2-0"
"""A note that is in view after `Shown.look_at`."""


class Shown:
    """A window with the canvas that it shows the map on."""

    def __init__(self, project: ProjectFile, window: MainWindow) -> None:
        self.project = project
        self.window = window

    @property
    def canvas(self) -> CanvasView:
        return self.window.canvas

    @property
    def editor(self) -> Editor:
        return self.window.editor

    def look_at(self, zoom: float | None, note: str = NOTE_IN_VIEW) -> None:
        """Show the map at a zoom (none: all of it), with a note in the middle, and paint it."""
        if zoom is None:
            self.canvas.fit()
        else:
            rectangle = self.canvas.rectangle_of(note)
            assert rectangle is not None
            self.canvas.set_zoom(zoom)
            self.canvas.centerOn(rectangle.center())
        self.settle()

    def repaint(self) -> None:
        """Paint the whole canvas anew, now."""
        self.canvas.viewport().repaint()

    def settle(self) -> None:
        """Do and paint what is due, now."""
        QApplication.processEvents()

    def middle_of(self, note: str) -> QPointF:
        rectangle = self.canvas.rectangle_of(note)
        assert rectangle is not None
        return rectangle.center()

    def press(self, place: QPointF) -> None:
        """Press the mouse at a place of the sheet."""
        self._mouse(QEvent.Type.MouseButtonPress, place, Qt.MouseButton.LeftButton)

    def move(self, place: QPointF) -> None:
        """Move the mouse to a place of the sheet."""
        self._mouse(QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton)

    def let_go(self, place: QPointF) -> None:
        """Let the mouse go at a place of the sheet."""
        self._mouse(QEvent.Type.MouseButtonRelease, place, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.canvas, key)

    def close(self) -> None:
        self.window.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()

    def _mouse(self, kind: QEvent.Type, place: QPointF, button: Qt.MouseButton) -> None:
        at = QPointF(self.canvas.mapFromScene(place))
        anywhere = self.canvas.viewport().mapToGlobal(at)
        event = QMouseEvent(
            kind, at, anywhere, button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(self.canvas.viewport(), event)


def opened(path: Path, screen: QSize) -> Shown:
    """A window on a project, as large as a screen; not painted yet."""
    project = ProjectFile.open(path)
    window = WindowManager().show(project)
    window.resize(screen)
    return Shown(project, window)


def shown(path: Path, screen: QSize) -> Shown:
    """A window on a project, painted."""
    found = opened(path, screen)
    QTest.qWait(RESTED)
    for backing_up in found.window.findChildren(BackingUp):
        # Or it would be made, in a thread of its own, while something else is measured.
        backing_up.back_up()
        backing_up.wait()
    return found
