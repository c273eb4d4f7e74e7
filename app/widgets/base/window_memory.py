"""Remembers from one start to the next where the window was, how its panels stood, and what was seen."""

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from app.limits import MOST_PARTS_OF_SETTINGS, MOST_VIEW_POSITIONS
from app.model.exchange.plain_json import parsed

_VIEW_POSITIONS = "window/sights"
ORGANISATION = APPLICATION = "Journeywall"


class ViewPosition(NamedTuple):
    """What is seen of a project: a map, how large (0 where all of it fits), and what lies at the top left."""

    map: str
    zoom: float
    x: float
    y: float
    """On the sheet, in map units."""


def settings() -> QSettings:
    return QSettings(ORGANISATION, APPLICATION)


def remember(window: QMainWindow, splitter: QSplitter) -> None:
    kept = settings()
    kept.setValue("window/geometry", window.saveGeometry())
    kept.setValue("window/panels", splitter.saveState())
    panels = [splitter.widget(index) for index in range(splitter.count())]
    kept.setValue("window/folded", [index for index, each in enumerate(panels) if each and each.isHidden()])


def restore(window: QMainWindow, splitter: QSplitter) -> bool:
    """Put the window where it was. Returns whether anything was remembered."""
    kept = settings()
    geometry, panels = kept.value("window/geometry"), kept.value("window/panels")
    if not isinstance(geometry, QByteArray) or not isinstance(panels, QByteArray):
        return False
    if not window.restoreGeometry(geometry) or not splitter.restoreState(panels):
        return False
    folded = kept.value("window/folded") or []
    for index in folded if isinstance(folded, list) else [folded]:
        panel = splitter.widget(int(index))
        if panel is not None:
            panel.hide()
    return True


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
