"""Puts the picture and the presenter's screen where they belong, also when a screen comes or goes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from app.widgets.room.two_screens.choice import Screens, apart, chosen, swapped


class Placing(QObject):
    """The window, which shows the picture, on a screen of its own, and a presenter's screen on another."""

    def __init__(
        self,
        window: QWidget,
        presenter: Callable[[], QWidget],
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        """`presenter` makes the presenter's screen, when there is first a screen for it."""
        super().__init__(window)
        self._window, self._make, self.screens = window, presenter, screens
        self._presenter: QWidget | None = None
        self._now: Screens | None = None
        self._state, self._place, self._has_moved = window.windowState(), QRect(), False
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._follow_soon)
            application.screenRemoved.connect(self._follow_soon)

    @property
    def presenter(self) -> QWidget | None:
        """The presenter's screen, once there was one."""
        return self._presenter

    @property
    def has_presenter(self) -> bool:
        """Whether somebody sees more than the room does."""
        return self._presenter is not None and not self._presenter.isHidden()

    @property
    def is_picture_seen(self) -> bool:
        """Not where its screen was unplugged: then it waits behind the presenter's."""
        return self._now is None or self._now.picture != self._now.presenter

    def begin(self) -> None:
        window = self._window
        self._state, self._place = window.windowState(), window.normalGeometry()
        self._has_moved = False
        self._put(chosen(self.screens(), window.screen()))

    def swap(self) -> None:
        if self._now is not None:
            self._put(swapped(self.screens(), self._now))

    def end(self) -> None:
        """The window is where it was, and as it was."""
        if self._now is None:
            return
        self._now = None
        if self._presenter is not None:
            self._presenter.hide()
        if self._has_moved:
            self._window.setWindowState(Qt.WindowState.WindowNoState)
            self._window.setScreen(self._home())
            self._window.setGeometry(self._place)
        self._window.setWindowState(self._state)

    def follow(self) -> None:
        """Take what screens there are now: nothing of the show is lost when one goes or comes back."""
        if self._now is None:
            return
        several = apart(self.screens())
        picture, presenter = self._now
        if picture in several and presenter in several and picture != presenter:
            return
        if len(several) > 1:
            own = presenter if presenter in several else self._window.screen()
            self._put(chosen(several, own if own in several else several[0]))
        elif several and presenter in several:
            # The projector is gone: the picture waits behind the presenter's screen.
            self._put(Screens(several[0], several[0]))
        elif several:
            self._put(Screens(several[0]))

    def _follow_soon(self, _screen: QScreen) -> None:
        """When Qt has put the windows of a lost screen onto another."""
        QTimer.singleShot(0, self, self.follow)

    def _home(self) -> QScreen:
        screens = self.screens()
        return next((each for each in screens if each.geometry().contains(self._place.center())), screens[0])

    def _put(self, wanted: Screens) -> None:
        before, self._now = self._now, wanted
        if before is None or before.picture != wanted.picture or not self._window.isFullScreen():
            self._has_moved |= _show_full(self._window, wanted.picture)
            self._window.activateWindow()
        if wanted.presenter is not None:
            if self._presenter is None:
                self._presenter = self._make()
            _show_full(self._presenter, wanted.presenter)
            if wanted.presenter == wanted.picture:
                self._presenter.raise_()
            self._window.activateWindow()
        elif self._presenter is not None:
            self._presenter.hide()
        if self._presenter is not None:
            self._presenter.update()


def _show_full(window: QWidget, screen: QScreen) -> bool:
    """Fill a screen with a window. Returns whether it had to be moved."""
    is_elsewhere = window.screen() != screen
    if is_elsewhere:
        if window.isFullScreen():
            # A window that fills one screen does not let itself be put onto another.
            window.setWindowState(Qt.WindowState.WindowNoState)
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
    window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
    window.show()
    return is_elsewhere
