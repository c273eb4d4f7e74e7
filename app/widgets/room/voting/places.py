"""Where a vote has what on the picture that a room sees."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF

from app.widgets.room.foot import HEIGHT as FOOT

_TOP, _MAP_END = 0.0965, 0.453
"""Where the map begins and ends, beside the picture's height."""
_TAB = 0.074
"""The height that the tab of a state is told, as in the other states."""
_SIDE = 0.0206
"""What is free at the left and the right, beside the picture's width."""
_HEADING, _ROW = 0.0684, 0.0427
"""The heights of the list's heading, and of its rows, beside the picture's."""
_BELOW = 0.012


class Places(NamedTuple):
    """Rectangles in pixels."""

    size: QSizeF
    times: float
    """The size of type beside that which is read from 6 m."""
    has_map: bool = True
    """Not while something is asked."""

    @property
    def side(self) -> float:
        return self.size.width() * _SIDE

    @property
    def top(self) -> QRectF:
        return QRectF(0, 0, self.size.width(), round(self.size.height() * _TOP))

    @property
    def tab(self) -> QRectF:
        return QRectF(0, 0, self.size.width(), round(self.size.height() * _TAB))

    @property
    def map(self) -> QRectF:
        top = self.top.bottom()
        end = round(self.size.height() * _MAP_END) if self.has_map else top
        return QRectF(0, top, self.size.width(), end - top)

    @property
    def foot(self) -> QRectF:
        height = round(self.size.height() * FOOT)
        return QRectF(0, self.size.height() - height, self.size.width(), height)

    @property
    def panel(self) -> QRectF:
        """Heading and list, over the foot."""
        top = self.map.bottom()
        return QRectF(0, top, self.size.width(), self.foot.top() - top)

    @property
    def heading(self) -> QRectF:
        return QRectF(
            self.side,
            self.panel.top(),
            self.size.width() - 2 * self.side,
            self.size.height() * _HEADING * self.times,
        )

    @property
    def row(self) -> float:
        return self.size.height() * _ROW * self.times

    @property
    def rows(self) -> int:
        """How many rows stand below each other."""
        room = self.panel.bottom() - self.size.height() * _BELOW - self.heading.bottom()
        return max(int(room / self.row), 1)
