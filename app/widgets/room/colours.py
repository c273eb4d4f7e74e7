"""The colours of what a room sees around the map: those of the window, light or dark."""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

from app.drawing.painter import colour
from app.drawing.theme import Colour

_LATE_ON_LIGHT, _LATE_ON_DARK = Colour(143, 78, 0), Colour(242, 179, 94)
"""Amber that can be read on the window's ground."""


class RoomColours(NamedTuple):
    around: QColor
    """Behind the lit sheet, and over what is not lit."""
    panel: QColor
    hairline: QColor
    ink: Colour
    secondary: Colour
    faint: QColor
    late: Colour
    """What is over its time."""

    @classmethod
    def of(cls, palette: QPalette) -> "RoomColours":
        desk, ink = _read(palette, QPalette.ColorRole.Dark), _read(palette, QPalette.ColorRole.WindowText)
        return cls(
            around=colour(desk.mixed(ink, 0.07)),
            panel=palette.color(QPalette.ColorRole.AlternateBase),
            hairline=palette.color(QPalette.ColorRole.Shadow),
            ink=ink,
            secondary=_read(palette, QPalette.ColorRole.PlaceholderText),
            faint=palette.color(QPalette.ColorRole.Mid),
            late=_LATE_ON_DARK if sum(desk[:3]) < sum(ink[:3]) else _LATE_ON_LIGHT,
        )


def _read(palette: QPalette, role: QPalette.ColorRole) -> Colour:
    found = palette.color(role)
    return Colour(found.red(), found.green(), found.blue())
