"""The colours around the plane: those of paper, or of a window that may be dark. The plane is a sheet."""

from typing import NamedTuple

from app.drawing.theme import ACCENT, DESK, HAIRLINE, INK, NOTE_SIGN_INKS, SECONDARY, SHEET, Colour


class MatrixColours(NamedTuple):
    """Of paper, where nothing else is said."""

    desk: Colour = SHEET
    tray: Colour = DESK
    ink: Colour = INK
    secondary: Colour = SECONDARY
    hairline: Colour = HAIRLINE
    accent: Colour = ACCENT
    """Of what is lit while a note is carried."""
    on_accent: Colour = SHEET


DO_FIRST, PLAN = NOTE_SIGN_INKS["green"], ACCENT.mixed(INK, 0.25)
DO_FIRST_FILL = Colour.of("#F1F8E8")
PLAN_FILL = Colour.of("#F0F4FC")
PERHAPS_FILL = Colour.of("#FDFDFE")
LEAVE_FILL = Colour.of("#F7F8FA")
CROSS = Colour.of("#BEC6D3")
THIRDS = Colour.of("#DFE4EB")
