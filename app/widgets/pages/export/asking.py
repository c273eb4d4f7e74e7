"""Asks a process for what is to be exported, as it is set, and for what is seen of it.

Whatever the map's size, the window goes on meanwhile; only what was asked for last is ever shown.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from app.formats.options import ExportOptions
from app.language.phrases import phrase
from app.model.document import Document
from app.publishing.arranging import ArrangeRequest
from app.publishing.previewing import (
    Answer,
    CostRequest,
    CostResult,
    Gone,
    LayoutRequest,
    LayoutResult,
    PageRequest,
    PageResult,
    PaintRequest,
    Previews,
    Strip,
)

_LOOKS_EVERY = 20
"""Milliseconds."""
_MUCH = 1_500
"""Records from which on a map takes longer to arrange than a process to begin."""
GONE = phrase(
    "The preview ended unexpectedly; there may not be enough memory for it. Change a setting to try again."
)


class Asking(QObject):
    """Emits `laid` with the layout last asked for, `turned` with a page of it, `painted` with its strips."""

    laid = Signal(object)
    turned = Signal(object)
    painted = Signal(object)
    weighed = Signal(object)
    """What is known of what each switch takes from the type; asked for once all that is seen is painted."""

    def __init__(self, document: Document, parent: QObject, *, weighs: bool = False) -> None:
        """`weighs`: whether to ask what switches take as well."""
        super().__init__(parent)
        self._weighs = weighs
        self._document = document
        self._previews: Previews | None = None
        self._number = 0
        self._awaited: LayoutRequest | PageRequest | PaintRequest | None = None
        self._weighed = 0
        """The number of what the switches are asked of, as long as an answer is to come."""
        self._asked_of = 0
        self._timer = QTimer(self, interval=_LOOKS_EVERY)
        self._timer.timeout.connect(self._poll)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._awaited is not None

    def ask(
        self, options: ExportOptions, distance: float | None, arrange: ArrangeRequest | None = None
    ) -> None:
        """Have it laid out, with a map arranged first where that is asked for.

        What was asked for before is given up.
        """
        if self._previews is not None and self._is_arranging_much:
            self._previews.close()
            self._previews = None
        if self._previews is None:
            self._previews = Previews(self._document)
        self._number += 1
        self._weighed = 0
        request = LayoutRequest(self._number, options, distance, arrange)
        self._previews.ask(request)
        self._await(request)

    @property
    def _is_arranging_much(self) -> bool:
        """Whether what is awaited takes so long, and cannot be broken off, that to begin anew is quicker."""
        awaited = self._awaited
        is_arranging = isinstance(awaited, LayoutRequest) and awaited.arrange is not None
        return is_arranging and len(self._document) > _MUCH

    def turn(self, index: int) -> None:
        """Have a page made."""
        if self._previews is not None and not isinstance(self._awaited, LayoutRequest):
            turn = PageRequest(self._number, index)
            self._previews.turn(turn)
            self._await(turn)

    def look(self, request: PaintRequest) -> None:
        """Have a part of the page painted."""
        if (
            self._previews is not None
            and request.number == self._number
            and not isinstance(self._awaited, PageRequest)
        ):
            self._previews.look(request)
            self._await(request)

    def end(self) -> None:
        self._timer.stop()
        self._awaited = None
        self._weighed = 0
        if self._previews is not None:
            self._previews.close()
            self._previews = None

    def _await(self, work: LayoutRequest | PageRequest | PaintRequest) -> None:
        self._awaited = work
        self._timer.start()

    def _poll(self) -> None:
        for message in self._previews.news() if self._previews is not None else ():
            self._take(message)
        if self._awaited is None and not self._weighed:
            self._timer.stop()

    def _weigh(self) -> None:
        """Ask once of each layout what its switches take."""
        if self._weighs and self._previews is not None and self._asked_of != self._number:
            self._asked_of = self._weighed = self._number
            self._previews.weigh(CostRequest(self._number))

    def _take(self, message: Answer | Gone) -> None:
        match message, self._awaited:
            case Gone(), _:
                self.end()
                self.laid.emit(LayoutResult(self._number, fault=GONE))
            case LayoutResult(number=number), LayoutRequest() if number == self._number:
                self._awaited = None
                self.laid.emit(message)
            case PageResult(number=number, page=page), PageRequest() as turn if (number, page) == turn:
                self._awaited = None
                self.turned.emit(message)
            case Strip(request=request), PaintRequest() as awaited if request == awaited:
                if message.top + message.height >= request.height:
                    self._awaited = None
                    self._weigh()
                self.painted.emit(message)
            case CostResult(number=number), _ if number == self._number:
                self._weighed = 0 if message.is_all else number
                self.weighed.emit(message.costs)
