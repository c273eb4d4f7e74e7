"""What others may have painted over the map, on the screen alone: hits of a search, a filter's dimming."""

from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter


class Decoration(Protocol):
    """Lies between the notes and the marks of what is selected."""

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint what lies in the exposed part of the sheet, in map units."""
        ...
