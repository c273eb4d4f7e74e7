"""The time of day as a room is told it, minute by minute."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.language.days import written_time

_BEHIND = 50
"""Milliseconds after a minute has begun in which even a clock that runs slow has got there."""


class TimeOfDay(QObject):
    """Tells the time, and between `begin` and `end` when it has become another."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._go_on)

    @property
    def text(self) -> str:
        return written_time(datetime.now().time())

    def begin(self) -> None:
        now = datetime.now()
        self._minute.start(60_000 - now.second * 1000 - now.microsecond // 1000 + _BEHIND)

    def end(self) -> None:
        self._minute.stop()

    def _go_on(self) -> None:
        self.begin()
        self.changed.emit()
