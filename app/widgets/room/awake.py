"""Keeps the computer from sleeping, and its screen from locking, as long as a map is shown to others.

Each system is asked in its own way, and never waited for. Where it cannot be asked, a show goes on without.
"""

import os
import sys

from PySide6.QtCore import QObject, QProcess

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002
"""SetThreadExecutionState, Windows API."""


class Awake(QObject):
    """Asks when a show begins, and takes it back when it ends."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._cookie: int | None = None

    def begin(self, why: str) -> None:
        if sys.platform == "win32":
            _ask_windows(_CONTINUOUS | _SYSTEM | _DISPLAY)
        elif sys.platform == "darwin":
            self._process = QProcess(self)
            self._process.start("/usr/bin/caffeinate", ["-d", "-i", "-w", str(os.getpid())])
        else:
            self._cookie = _inhibit(why)

    def end(self) -> None:
        if sys.platform == "win32":
            _ask_windows(_CONTINUOUS)
        if self._process is not None:
            self._process.kill()
            self._process.waitForFinished(1000)
            self._process = None
        if self._cookie is not None:
            _uninhibit(self._cookie)
            self._cookie = None


def _ask_windows(state: int) -> None:
    import ctypes

    ctypes.windll.kernel32.SetThreadExecutionState(state)  # type: ignore[attr-defined,unused-ignore]


_SERVICE, _PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
"""Idle Inhibition Service, freedesktop.org: GNOME, KDE, Xfce and others have it."""


def _inhibit(why: str) -> int | None:
    """The cookie by which it is taken back; none where nobody answers."""
    from PySide6.QtDBus import QDBusConnection, QDBusInterface

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return None
    service = QDBusInterface(_SERVICE, _PATH, _SERVICE, bus)
    service.setTimeout(500)
    answer = service.call("Inhibit", "Journeywall", why).arguments()
    return int(answer[0]) if answer and isinstance(answer[0], int) else None


def _uninhibit(cookie: int) -> None:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "UnInhibit")
    message.setArguments([cookie])
    QDBusConnection.sessionBus().send(message)
