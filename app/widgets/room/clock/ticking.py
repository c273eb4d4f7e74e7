"""Has what shows the clock of a workshop painted when it says something else, and not before."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.workshop.clock_face import ClockFace, face_of
from app.workshop.workshop import Workshop

_BEHIND = 15
"""Milliseconds after a second has begun in which even a clock that runs slow has got there."""
_NEVER_TWICE = 200
"""Milliseconds between two ticks at the least."""


class Ticking(QObject):
    """Ticks each second between `begin` and `end`, as long as an agenda item goes on."""

    ticked = Signal()
    """A second is over: for whoever shows seconds."""
    changed = Signal()
    """The room reads something else."""

    def __init__(self, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self.workshop = workshop
        self.face: ClockFace | None = None
        """What there is to read; none where no agenda item goes on."""
        self._is_on = False
        self._second = QTimer(self, singleShot=True)
        self._second.setTimerType(Qt.TimerType.PreciseTimer)
        self._second.timeout.connect(self.look)
        workshop.changed.connect(self._follow)

    def begin(self) -> None:
        self._is_on = True
        self._follow()

    def end(self) -> None:
        self._is_on = False
        self._second.stop()

    def look(self) -> None:
        """Do what is done each second."""
        self.workshop.look()
        self._follow()
        self.ticked.emit()

    def _follow(self) -> None:
        """Read the clock, and look again when its next second begins."""
        if not self._is_on:
            return
        clock = self.workshop.clock
        if clock is None:
            self._second.stop()
        else:
            rest = 1000 if clock.is_held else int(clock.left.total_seconds() * 1000) % 1000
            self._second.start(max(rest, _NEVER_TWICE) + _BEHIND)
        face = face_of(self.workshop)
        if face != self.face:
            self.face = face
            self.changed.emit()
