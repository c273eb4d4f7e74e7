"""The colours of a vote: those of the window, with one for what is called and one for the first three."""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

from app.drawing.painter import colour
from app.drawing.theme import ACCENT, SHEET, Colour
from app.widgets.room.colours import RoomColours

_GREEN, _LIGHT_GREEN = Colour.of("#2F6B1C"), Colour.of("#8CC56D")
_DOT, _PALE_DOT = Colour.of("#3D8B22"), Colour.of("#9CC47F")
_BLUE = Colour.of("#8DA4FF")


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
    closed_dot: Colour
    best: Colour
    """Behind the numbers of the first three."""
    best_row: QColor
    dot: Colour
    pale_dot: Colour

    @classmethod
    def of(cls, palette: QPalette) -> "VoteColours":
        room = RoomColours.of(palette)
        ground = palette.color(QPalette.ColorRole.Window)
        panel = _read(palette.color(QPalette.ColorRole.AlternateBase)).mixed(_read(ground), 0.4)
        is_dark = ground.lightnessF() < 0.5
        secondary = room.secondary
        return cls(
            room=room._replace(panel=ground),
            ground=ground,
            panel=colour(panel),
            ink=room.ink,
            secondary=secondary,
            accent=_BLUE if is_dark else ACCENT,
            called=colour(panel.mixed(ACCENT, 0.34 if is_dark else 0.1)),
            disc=secondary.mixed(panel, 0.45 if is_dark else 0.12),
            counted_disc=Colour.of("#5B6577") if is_dark else room.ink.mixed(SHEET, 0.16),
            closed_dot=secondary if is_dark else room.ink.mixed(SHEET, 0.16),
            best=_GREEN,
            best_row=colour(panel.mixed(_DOT, 0.26) if is_dark else Colour.of("#EDF5E6")),
            dot=_LIGHT_GREEN if is_dark else _DOT,
            pale_dot=_DOT if is_dark else _PALE_DOT,
        )


def _read(found: QColor) -> Colour:
    return Colour(found.red(), found.green(), found.blue())
