"""A slide as it is painted, in steps: what is to be read is there before what stands beside it."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtGui import QPainter, QPixmap

Step = Callable[[QPainter], None]
"""Paints a part of a slide with a painter that stands at the slide's origin."""


class PaintedSlide:
    """An image that can be shown after its first step, and is whole after its last."""

    def __init__(self, image: QPixmap, steps: Iterable[Step] = ()) -> None:
        self.image = image
        self._steps = deque(steps)
        self._done = 0

    @property
    def is_whole(self) -> bool:
        return not self._steps

    @property
    def is_begun(self) -> bool:
        """Whether only its first step is done, of several: of a stage, the lit sheet."""
        return self._done == 1 and not self.is_whole

    def go_on(self) -> None:
        """Paint one step more."""
        self._done += 1
        with QPainter(self.image) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            self._steps.popleft()(painter)

    def finish(self) -> None:
        while self._steps:
            self.go_on()
