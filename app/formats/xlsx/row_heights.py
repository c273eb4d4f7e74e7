"""How high a row of a sheet must be for its texts: spreadsheets look that up only where nobody says it."""

from collections.abc import Iterable
from unicodedata import east_asian_width

_LETTER = 6.6
"""Pixels of a letter of 10 points, with room for a font that is wider than the one asked for."""
_INDENT = 18
_LINE, _PADDING = 17, 12
_HIGHEST = 540
"""Pixels; spreadsheets have no rows higher than that."""


def row_height(texts: Iterable[str], width: float) -> float:
    """The height in pixels for cells of so many pixels, whose words break where they must."""
    room = max(1, int((width - _INDENT) / _LETTER))
    lines = max((_lines(text, room) for text in texts), default=1)
    return min(lines * _LINE + _PADDING, _HIGHEST)


def _lines(text: str, room: int) -> int:
    """The lines of a text when so many letters stand in one."""
    lines, used = 1, 0
    for word in text.split():
        letters = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in word)
        if used and used + 1 + letters > room:
            lines, used = lines + 1, 0
        lines += max(0, letters - 1) // room
        used = used + 1 + letters if used else (letters - 1) % room + 1 if letters else 0
    return lines
