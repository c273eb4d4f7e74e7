"""Ctrl+C, and what the system sends to end a program, become a signal of Qt's: windows close in order.

Python would raise KeyboardInterrupt wherever it just is, in the middle of an edit. Here the handler does
nothing; the number of what came goes through a pipe to a thread, and from there to the window's. (Qt could
watch the pipe itself, but on Windows it watches nothing but sockets.)
"""

import os
import signal

from PySide6.QtCore import QObject, Qt, Signal

from app.threads import Task

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Those that the system has: SIGHUP is unknown to Windows, SIGBREAK (also a closed console) to the others."""
_END = 0


class StopSignals(QObject):
    """Listens until `close`. One that was ignored when the program began, as under `nohup`, stays ignored."""

    came = Signal(int)
    _received = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._received.connect(self.came, Qt.ConnectionType.QueuedConnection)
        self._reading, self._writing = os.pipe()
        os.set_blocking(self._writing, False)
        known = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._before = {each: signal.getsignal(each) for each in known}
        self._wakeup_before = signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        for each, before in self._before.items():
            if before is not signal.SIG_IGN:
                signal.signal(each, _do_nothing)
        self._listening = Task("Signals", self._listen)

    def close(self) -> None:
        """Have everything as it was before."""
        for each, before in self._before.items():
            signal.signal(each, before)
        signal.set_wakeup_fd(self._wakeup_before)
        os.set_blocking(self._writing, True)
        os.write(self._writing, bytes([_END]))
        self._listening.wait()
        os.close(self._writing)
        os.close(self._reading)

    def _listen(self) -> None:
        while (number := os.read(self._reading, 1)[0]) != _END:
            if number in self._before:
                self._received.emit(number)


def _do_nothing(*_: object) -> None:
    """Python only writes to the pipe where there is a handler."""
