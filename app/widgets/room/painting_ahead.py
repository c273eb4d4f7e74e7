"""Has slides painted before a press asks for them: the next when this one rests, then others one by one."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from app.workshop.show import Show
from app.workshop.slides import Slide, likely

_AFTER = 250
"""Milliseconds after which the next slide is painted ahead: when this one has come to rest."""
_BETWEEN = 40
"""Milliseconds between two of the others, in which a press is heard."""


class PaintingAhead(QObject):
    """Has slides painted while nobody waits for one."""

    rested = Signal()
    """The slide has come to rest, and the next is ready."""

    def __init__(self, show: Show, paint: Callable[[Slide], object], parent: QObject) -> None:
        """`paint` is to paint a slide and to keep it."""
        super().__init__(parent)
        self._show, self._paint = show, paint
        self._others: Iterator[Slide] = iter(())
        self._first = QTimer(self, singleShot=True, interval=_AFTER)
        self._first.timeout.connect(self.paint_next)
        self._further = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._further.timeout.connect(self.paint_other)
        self._most = 0

    def begin(self, most: int) -> None:
        """Begin anew, from what is shown now: so many slides in all."""
        self._further.stop()
        self._most = most
        # A number waits for a further digit: time enough to paint the stage that it means so far.
        self._first.start(0 if self._show.digits else _AFTER)

    def stop(self) -> None:
        self._first.stop()
        self._further.stop()

    def paint_next(self) -> None:
        """Have the slide ready that a press will most likely ask for."""
        if self._may_paint:
            self._paint(self._show.slide_of_digits or self._show.next_slide)
            self._others = iter(likely(self._show.slides, self._show.slide)[1 : self._most])
            self._further.start()
        self.rested.emit()

    def paint_other(self) -> None:
        """And then another."""
        slide = next(self._others, None)
        if slide is not None and self._may_paint:
            self._paint(slide)
            self._further.start()

    @property
    def _may_paint(self) -> bool:
        """Whether slides stand as they will be asked for; while sections are uncovered they do not."""
        return self._show.mode == "showing" and not self._show.is_blank and self._show.uncovered is None
