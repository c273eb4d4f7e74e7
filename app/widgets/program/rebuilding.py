"""Builds the windows anew where another language or size of text is preferred, with their projects in them.

A project is closed and opened again meanwhile, as when its file is renamed: history, map and place stay.
"""

from os import environ
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.language.phrases import tr
from app.language.spoken import VARIABLE, set_program_language
from app.widgets.base.preferences import changes, heed_below, preferences
from app.widgets.program.windows import Windows
from app.widgets.start.page import StartPage

if TYPE_CHECKING:
    from app.widgets.shell import Shell

NEEDS_NEW_WINDOWS = ("language", "text_size")


def heed_at_start() -> None:
    """Before anything is said: speak as preferred, unless this start was asked for another language."""
    if not environ.get(VARIABLE):
        set_program_language(preferences().language or None)
    heed_below()


class Rebuilding(QObject):
    """Listens to what is preferred for as long as there are windows."""

    def __init__(self, manager: QObject, windows: Windows) -> None:
        super().__init__(manager)
        self._windows = windows
        self._name = ""
        # Whoever was just asked is part of a window.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(lambda: self.build_anew(self._name))
        changes.happened.connect(self._heed)

    def _heed(self, name: str) -> None:
        if name in NEEDS_NEW_WINDOWS:
            self._name = name
            self._soon.start()

    def build_anew(self, name: str) -> None:
        """Put a new window in the place of each. Where one could choose, one can go on choosing."""
        in_front: QWidget | None = None
        for window in tuple(self._windows.windows):
            was_in_front = window.widget.isActiveWindow()
            new = self._new_window(window)
            in_front = new if was_in_front else in_front
        if (start := self._windows.start) is not None:
            was_in_front = start.isActiveWindow()
            page = self._new_start(start)
            in_front = page if was_in_front else in_front
        if in_front is not None:
            from app.widgets.preferences.page import show_preferences

            in_front.activateWindow()
            show_preferences(in_front, name)

    def _new_window(self, window: "Shell") -> QWidget | None:
        opened: list[Shell | None] = []
        path, closed = window.path, window.closed
        again = closed.connect(lambda: opened.append(self._windows.open(path)))
        window.close()
        if window in self._windows.windows and not window.editor.read_only:
            # It asks something before it closes, or cannot close yet.
            closed.disconnect(again)
            window.show_message(tr("This window changes when it is opened again."))
            return None
        found = opened[0] if opened else None
        return found.widget if found is not None else None

    def _new_start(self, start: StartPage) -> StartPage | None:
        opened: list[StartPage] = []
        place = start.saveGeometry()
        start.closed.connect(lambda: opened.append(self._windows.open_start()))
        start.close()
        for new in opened:
            new.restoreGeometry(place)
        return opened[0] if opened else None
