"""Remembers from one start to the next what was seen of each project: the start page needs none of it."""

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from app.limits import MOST_PARTS_OF_SETTINGS, MOST_VIEW_POSITIONS
from app.model.exchange.plain_json import parsed
from app.widgets.base.window_memory import settings

_VIEW_POSITIONS = "window/sights"


class ViewPosition(NamedTuple):
    """What is seen of a project: a map, how large (0 where all of it fits), and what lies at the top left."""

    map: str
    zoom: float
    x: float
    y: float
    """On the sheet, in map units."""


def remember_view_position(path: Path, position: ViewPosition) -> None:
    """Keep what was seen of a project last."""
    others = [(other, seen) for other, seen in _positions().items() if other != str(path)]
    kept = dict([*others, (str(path), position)][-MOST_VIEW_POSITIONS:])
    settings().setValue(_VIEW_POSITIONS, json.dumps(kept))


def move_sight(path: Path, to: Path) -> None:
    """Keep under another name what was seen of a project."""
    if (position := view_position_of(path)) is not None:
        remember_view_position(to, position)


def view_position_of(path: Path) -> ViewPosition | None:
    """What was seen of a project last; None where it was not opened before."""
    seen = _positions().get(str(path))
    try:
        map, *numbers = seen or ()
        zoom, x, y = (float(str(number)) for number in numbers)
    except (TypeError, ValueError):
        return None
    return ViewPosition(str(map), zoom, x, y) if math.isfinite(zoom + x + y) else None


def _positions() -> dict[str, Sequence[object]]:
    try:
        found = parsed(str(settings().value(_VIEW_POSITIONS) or "{}"), MOST_PARTS_OF_SETTINGS)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
