"""Where a text stands and how it is set, so that it can be typed there."""

from typing import NamedTuple

from PySide6.QtCore import QPointF

from app.drawing.theme import Colour, TextStyle


class TextBox(NamedTuple):
    """Text that can be edited on the map: what it says, its top left corner, width and looks."""

    text: str
    place: QPointF
    width: float
    style: TextStyle
    ink: Colour
    background: Colour
