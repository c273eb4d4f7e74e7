"""How large a room is shown a map: as those who sit last need it, by the picture that is on the wall."""

from app.widgets.base.preferences import preferences

TIMES = {3: 0.75, 6: 1.0, 10: 1.65}
"""Beside the type that is read from 6 m on a picture two metres wide. From nearby, less than half would do:
but then a slide would hold more than one takes in."""
_WIDE = 2.0
"""Metres."""
_LEAST, _MOST = 0.6, 1.8


def times() -> float:
    """The size of type that is preferred, beside the usual."""
    found = preferences()
    return min(max(TIMES[found.back_row] * _WIDE / found.picture_width, _LEAST), _MOST)
