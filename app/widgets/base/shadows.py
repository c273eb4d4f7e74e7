"""The shadow that what floats throws: some thin layers, each wider than the one over it.

To paint one takes longer than most else that a widget paints; whoever paints often keeps it as a picture.
"""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

_RED, _GREEN, _BLUE = 20, 25, 40


class Shadow(NamedTuple):
    """So many layers of an opacity (0–255), and how far the widest reaches up and down beside its sides."""

    layers: int
    opacity: int
    up: float
    down: float

    def paint(self, painter: QPainter, area: QRectF, radius: float) -> None:
        """Paint it around an area with round corners."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_RED, _GREEN, _BLUE, self.opacity))
        for reach in range(self.layers, 0, -1):
            layer = area.adjusted(-reach, -reach * self.up, reach, reach * self.down)
            painter.drawRoundedRect(layer, radius + reach, radius + reach)
