"""Work that a window has done by another thread, whose answers come as a signal in the window's own."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.threads import Task


class Worker(QObject):
    """Has one thing at a time done, until it is closed."""

    answered = Signal(object)
    """What was done has come to its end, and this is what it made."""
    ended = Signal()
    """It has come to its end, be it by a fault."""
    _received = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._task: Task[Any] | None = None
        self._is_closed = False
        self._received.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def begin(self, do: Callable[[], object]) -> None:
        """Have something done. What was begun before must have come to its end."""
        assert not self.is_busy
        self._task = Task(self._name, do, None if self._is_closed else self._received.emit)

    @property
    def is_busy(self) -> bool:
        return self._task is not None and not self._task.is_done

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until nothing is being done, or so long. Returns whether nothing is."""
        return self._task is None or self._task.wait(seconds)

    def close(self, last_moment: float = 0.0) -> None:
        """Hear of nothing any more. What is being done goes on; the program's end waits so long for it."""
        self._is_closed = True
        if self._task is not None:
            self._task.forget()
            if last_moment:
                self._task.delay_exit(last_moment)

    def stop(self) -> None:
        """Have what is being done end at its next step: it is not wanted any more."""
        if self._task is not None:
            self._task.stop()

    @Slot(object)
    def _pass_on(self, task: Task[Any]) -> None:
        if not self._is_closed and not task.has_failed:
            self.answered.emit(task.result())
        if not self._is_closed:
            self.ended.emit()
