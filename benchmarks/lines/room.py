"""A press while a map is shown to a room: the first frame of the next slide, and those of its motion."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import cycle

from PySide6.QtCore import QPointF, QSize

from app.widgets.room.slide_view import SlideView
from app.workshop.show import Show
from benchmarks.floor.flat_map import FlatMap, flat_map
from benchmarks.ground import FULL_HD, ULTRA_HD, Ground
from benchmarks.line import Goal, Line, Pair
from benchmarks.measuring import Work, timed

_FLOOR = "flat widget, the same notes at the same size"


@contextmanager
def _shown(screen: QSize, way: str, ground: Ground) -> Iterator[Pair]:
    with ground.window(screen) as window:
        presentation = window.window.presentation
        presentation.start()
        window.window.showNormal()
        window.window.resize(screen)
        window.settle()
        show, view = presentation.show, presentation.view
        view.said = ""
        show.go_to_end(is_last=False)
        flat = flat_map(view.map.layout, view.size())
        ways = {
            "step": _stepping,
            "jump": _jumping,
            "cold-jump": _jumping_at_once,
            "motion": _moving,
            "cold-motion": _finishing,
        }
        yield Pair(ways[way](show, view), timed(partial(_look, flat, view, show)))
        flat.close()
        flat.deleteLater()
        presentation.stop()


def _stepping(show: Show, view: SlideView) -> Work:
    """A press, after the slide has been seen so long that the next one was painted ahead."""

    def press() -> None:
        show.go(1)
        view.repaint()

    work = timed(press)

    def step() -> float:
        view.ahead.paint_next()
        return work()

    return step


def _jumping(show: Show, view: SlideView) -> Work:
    """Between two stages, after a slide has been seen so long that others were painted ahead."""
    stages = cycle(dict.fromkeys(slide.stage for slide in show.slides[1:]))
    near = cycle((next(stages), next(stages), next(stages)))
    show.show_stage(next(near))
    view.ahead.paint_next()
    for _ in range(len(show.slides)):
        view.ahead.paint_other()

    def jump() -> None:
        show.show_stage(next(near))
        view.repaint()

    return timed(jump)


def _jumping_at_once(show: Show, view: SlideView) -> Work:
    """To a stage that was not painted yet, after the one before has come to rest."""
    jump = _jump_to_unpainted(show, view)

    def press() -> None:
        jump()
        view.repaint()

    work = timed(press)

    def step() -> float:
        view.rest()
        view.forget_slides()
        return work()

    return step


def _jump_to_unpainted(show: Show, view: SlideView) -> Callable[[], None]:
    stages = cycle(dict.fromkeys(slide.stage for slide in show.slides[1:]))
    return lambda: show.show_stage(next(stages))


def _finishing(show: Show, view: SlideView) -> Work:
    """A frame before which a neighbour is painted of a stage that was not painted yet."""
    jump = _jump_to_unpainted(show, view)

    def frame() -> None:
        view.go_on()
        view.repaint()

    work = timed(frame)

    def step() -> float:
        view.rest()
        view.forget_slides()
        jump()
        # What is around the sheet; then a neighbour, which takes longer.
        view.go_on()
        return work()

    return step


def _moving(show: Show, view: SlideView) -> Work:
    show.go(1)
    return timed(view.repaint)


def _look(flat: FlatMap, view: SlideView, show: Show) -> None:
    column = view.map.layout.column_of(show.slide.stage or "")
    scale = view.map.geometry.type.scale
    left = view.map.geometry.sheet.left() - (column.x if column else 0) * scale
    flat.look(QPointF(left, -view.map.layout.stages.y * scale), scale)
    flat.repaint()


LINES = tuple(
    Line(f"room-{way}-{on}", f"{what}, {on}", _FLOOR, partial(_shown, screen, way), goal)
    for on, screen in (("HD", FULL_HD), ("4K", ULTRA_HD))
    for way, what, goal in (
        ("step", "room step, its first frame", Goal(ratio=2.0)),
        ("motion", "room step, a frame of its motion", Goal(ratio=3.0)),
        ("jump", "room jump to a stage", Goal(ratio=2.0)),
        ("cold-jump", "room jump to a stage not painted ahead", Goal(ratio=2.0)),
        ("cold-motion", "room jump to such a stage, a frame of its motion", Goal(ratio=3.0)),
    )
)
