"""The colours of a vote: those of the window, light or dark, with one for what is called and one for winners."""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

from app.drawing.painter import colour
from app.drawing.theme import ACCENT, SHEET, Colour
from app.widgets.room.colours import RoomColours

_GREEN, _LIGHT_GREEN = Colour.of("#2F6B1C"), Colour.of("#8CC56D")
_DOT, _PALE_DOT = Colour.of("#3D8B22"), Colour.of("#9CC47F")
_BLUE = Colour.of("#8DA4FF")
_AMBER, _LIGHT_AMBER = Colour.of("#9A5200"), Colour.of("#F2B35E")


class VoteColours(NamedTuple):
    room: RoomColours
    ground: QColor
    """Behind the title, and in the line that is typed in."""
    panel: QColor
    """Behind the list."""
    ink: Colour
    secondary: Colour
    accent: Colour
    """Of what is called, as words; as a ground it is the same in light and dark."""
    called: QColor
    """Behind the row that is called."""
    disc: Colour
    counted_disc: Colour
    best: Colour
    """Behind the numbers of the first three."""
    best_row: QColor
    dot: Colour
    pale_dot: Colour
    amber: Colour

    @classmethod
    def of(cls, palette: QPalette) -> "VoteColours":
        room = RoomColours.of(palette)
        ground = palette.color(QPalette.ColorRole.Window)
        panel = Colour(*palette.color(QPalette.ColorRole.AlternateBase).toTuple()[:3])
        is_dark = ground.lightnessF() < 0.5
        secondary = room.secondary
        return cls(
            room=room,
            ground=ground,
            panel=colour(panel),
            ink=room.ink,
            secondary=secondary,
            accent=_BLUE if is_dark else ACCENT,
            called=colour(panel.mixed(ACCENT, 0.34 if is_dark else 0.1)),
            disc=secondary.mixed(panel, 0.45 if is_dark else 0.12),
            counted_disc=Colour.of("#5B6577") if is_dark else room.ink.mixed(SHEET, 0.16),
            best=_GREEN,
            best_row=colour(panel.mixed(_DOT, 0.26 if is_dark else 0.1)),
            dot=_LIGHT_GREEN if is_dark else _DOT,
            pale_dot=_DOT if is_dark else _PALE_DOT,
            amber=_LIGHT_AMBER if is_dark else _AMBER,
        )
