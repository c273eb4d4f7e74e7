"""A frame while panning and zooming, everything painted anew, at fit, 100 % and 400 %, on two screens."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import cycle

from PySide6.QtCore import QPointF, QSize

from benchmarks.floor.flat_map import FlatMap, flat_map
from benchmarks.ground import FULL_HD, ULTRA_HD, Ground
from benchmarks.line import Goal, Line, Pair
from benchmarks.measuring import timed
from benchmarks.shown import Shown

_GOAL = Goal(ratio=1.5)
_FLOOR = "flat widget, batched by colour, text only where readable"
_ZOOMS = (("fit", None), ("40 %", 0.4), ("100 %", 1.0), ("400 %", 4.0))
_SCREENS = (("HD", FULL_HD), ("4K", ULTRA_HD))


@contextmanager
def side_by_side(
    ground: Ground, screen: QSize = FULL_HD, zoom: float | None = None
) -> Iterator[tuple[Shown, FlatMap]]:
    """The program and the floor, which show the same part of the same map."""
    with ground.window(screen) as window:
        # The floor paints a whole frame in one turn.
        window.canvas.painted.turn = math.inf
        window.look_at(zoom)
        flat = flat_map(window.canvas.shown.layout, window.canvas.viewport().size())
        follow(flat, window)
        flat.repaint()
        yield window, flat
        flat.close()
        flat.deleteLater()


def follow(flat: FlatMap, window: Shown) -> None:
    canvas = window.canvas
    flat.look(QPointF(canvas.mapFromScene(QPointF(0, 0))), canvas.transform().m11())


@contextmanager
def _panning(zoom: float | None, screen: QSize, ground: Ground) -> Iterator[Pair]:
    with side_by_side(ground, screen, zoom) as (window, flat):
        steps = cycle(((37, 23), (-37, -23)))

        def pan() -> None:
            window.canvas.scroll_by(*next(steps))
            window.repaint()

        def floor() -> None:
            follow(flat, window)
            flat.repaint()

        yield Pair(timed(pan), timed(floor))


@contextmanager
def _zooming(zoom: float | None, screen: QSize, ground: Ground) -> Iterator[Pair]:
    with side_by_side(ground, screen, zoom) as (window, flat):
        start = window.canvas.zoom()
        steps = cycle(start * (1 + 0.013 * step) for step in (1, 2, 3, 4, 3, 2, 1, 0))

        def zoom_in() -> None:
            window.canvas.set_zoom(next(steps))
            window.repaint()

        def floor() -> None:
            follow(flat, window)
            flat.repaint()

        yield Pair(timed(zoom_in), timed(floor))


LINES = tuple(
    Line(
        f"{key}-{name.replace(' ', '')}-{on}",
        f"{what}, {name}, {on}",
        _FLOOR,
        partial(way, zoom, screen),
        _GOAL,
    )
    for on, screen in _SCREENS
    for key, what, way in (("pan", "pan a frame", _panning), ("zoom", "zoom a frame", _zooming))
    for name, zoom in _ZOOMS
)
