"""Asks a process for what is to be exported, as it is set, and for what is seen of it.

Whatever the map's size, the window goes on meanwhile; only what was asked for last is ever shown.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from app.formats.options import ExportOptions
from app.model.document import Document
from app.publishing.previewing import Gone, Laid, Previews, Sight, Strip, Turn, Turned, Wish

_LOOKS_EVERY = 20
"""Milliseconds."""
GONE = "The preview ended unexpectedly; there may not be enough memory for it. Change a setting to try again."


class Asking(QObject):
    """Emits `laid` with what the last wish came to, `turned` with a page of it, `painted` with its strips."""

    laid = Signal(object)
    turned = Signal(object)
    painted = Signal(object)

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._previews: Previews | None = None
        self._number = 0
        self._awaited: Wish | Turn | Sight | None = None
        self._timer = QTimer(self, interval=_LOOKS_EVERY)
        self._timer.timeout.connect(self._hear)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._awaited is not None

    def ask(self, options: ExportOptions, distance: float | None) -> None:
        """Have it laid out; what was asked for before is given up."""
        if self._previews is None:
            self._previews = Previews(self._document)
        self._number += 1
        wish = Wish(self._number, options, distance)
        self._previews.ask(wish)
        self._await(wish)

    def turn(self, index: int) -> None:
        """Have a page made."""
        if self._previews is not None and not isinstance(self._awaited, Wish):
            turn = Turn(self._number, index)
            self._previews.turn(turn)
            self._await(turn)

    def look(self, sight: Sight) -> None:
        """Have a part of the page painted."""
        if (
            self._previews is not None
            and sight.number == self._number
            and not isinstance(self._awaited, Turn)
        ):
            self._previews.look(sight)
            self._await(sight)

    def end(self) -> None:
        self._timer.stop()
        self._awaited = None
        if self._previews is not None:
            self._previews.close()
            self._previews = None

    def _await(self, work: Wish | Turn | Sight) -> None:
        self._awaited = work
        self._timer.start()

    def _hear(self) -> None:
        for heard in self._previews.news() if self._previews is not None else ():
            self._take(heard)
        if self._awaited is None:
            self._timer.stop()

    def _take(self, heard: Laid | Turned | Strip | Gone) -> None:
        match heard, self._awaited:
            case Gone(), _:
                self.end()
                self.laid.emit(Laid(self._number, fault=GONE))
            case Laid(number=number), Wish() if number == self._number:
                self._awaited = None
                self.laid.emit(heard)
            case Turned(number=number, page=page), Turn() as turn if (number, page) == turn:
                self._awaited = None
                self.turned.emit(heard)
            case Strip(sight=sight), Sight() as awaited if sight == awaited:
                if heard.top + heard.height >= sight.height:
                    self._awaited = None
                self.painted.emit(heard)
