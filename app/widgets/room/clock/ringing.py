"""Rings the chime of a workshop's clock, where somebody wants to hear it, and never in a vote."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.widgets.base.chime import player
from app.widgets.base.preferences import preferences
from app.widgets.room.clock.ticking import Ticking
from app.workshop.chimes import Chimes
from app.workshop.show import Show


class Ringing(QObject):
    """Listens to a clock, second by second."""

    def __init__(self, ticking: Ticking, show: Show, parent: QObject) -> None:
        super().__init__(parent)
        self._ticking, self._show = ticking, show
        self._chimes = Chimes()
        self.play: Callable[[int], object] = player().play
        """Has so many strokes be heard."""
        ticking.ticked.connect(self._listen)

    def _listen(self) -> None:
        strokes = self._chimes.due(self._ticking.workshop.clock)
        if strokes and self._show.mode != "voting" and preferences().chime:
            self.play(strokes)
