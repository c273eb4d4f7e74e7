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
    keep_of_project(_VIEW_POSITIONS, path, position)


def move_sight(path: Path, to: Path) -> None:
    """Keep under another name what was seen of a project."""
    if (position := view_position_of(path)) is not None:
        remember_view_position(to, position)


def view_position_of(path: Path) -> ViewPosition | None:
    """What was seen of a project last; None where it was not opened before."""
    seen = kept_of_projects(_VIEW_POSITIONS).get(str(path))
    try:
        map, *numbers = seen or ()
        zoom, x, y = (float(str(number)) for number in numbers)
    except (TypeError, ValueError):
        return None
    return ViewPosition(str(map), zoom, x, y) if math.isfinite(zoom + x + y) else None


def keep_of_project(key: str, path: Path, kept: Sequence[object]) -> None:
    """Keep something of a project under a key of the settings; of many projects, that of the last ones."""
    others = [(other, each) for other, each in kept_of_projects(key).items() if other != str(path)]
    settings().setValue(key, json.dumps(dict([*others, (str(path), kept)][-MOST_VIEW_POSITIONS:])))


def kept_of_projects(key: str) -> dict[str, Sequence[object]]:
    """What is kept under a key of the settings, by the paths of projects."""
    try:
        found = parsed(str(settings().value(key) or "{}"), MOST_PARTS_OF_SETTINGS)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
