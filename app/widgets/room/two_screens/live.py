"""Tells the presenter's screen what the room sees, as often as that changes and no oftener than need be."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.widgets.room.slide_view import SlideView
from app.widgets.room.two_screens.presenter_screen import PresenterScreen
from app.widgets.shell import Shell
from app.workshop.show import Show

AFTER = 160
"""Milliseconds after which what was painted is shown: when one slide has given way to the next."""


class Live(QObject):
    """Looks at what is painted in the window that the room sees."""

    def __init__(
        self,
        window: Shell,
        show: Show,
        view: SlideView,
        screen: PresenterScreen,
        painted: Sequence[QWidget],
    ) -> None:
        """`painted`: what stands before the room, one at a time; it may be painted in parts."""
        super().__init__(screen)
        self._window, self._show, self._view, self._screen = window, show, view, screen
        self._is_looking = False
        self._soon = QTimer(self, singleShot=True, interval=AFTER)
        self._soon.timeout.connect(self.look)
        self._painted = [part for each in painted for part in (each, *each.findChildren(QWidget))]
        show.changed.connect(self._look_soon)
        view.ahead.rested.connect(self.look)
        screen.installEventFilter(self)

    def _begin(self) -> None:
        for each in self._painted:
            each.installEventFilter(self)
        self._soon.start()

    def _end(self) -> None:
        for each in self._painted:
            each.removeEventFilter(self)
        self._soon.stop()

    def _look_soon(self) -> None:
        if not self._screen.isHidden():
            self._soon.start()
            self._screen.update()

    def look(self) -> None:
        if self._screen.isHidden() or self._show.mode == "off":
            return
        self._is_looking = True
        try:
            seen = self._window.widget.grab()
        finally:
            self._is_looking = False
        self._screen.tell(seen, self._view.upcoming())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._screen:
            if event.type() == QEvent.Type.Show:
                self._begin()
            elif event.type() == QEvent.Type.Hide:
                self._end()
        elif event.type() == QEvent.Type.Paint and not self._is_looking and not self._soon.isActive():
            self._soon.start()
        return False
