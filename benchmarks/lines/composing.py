"""Composing a map for its paper, beside laying it out once; of the texts nothing is remembered in both."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.drawing.layout import lay_out
from app.drawing.sections.notes.text_steps import remembered_steps
from app.drawing.text import remembered_block, remembered_width
from app.pages.composition.compose import compose
from benchmarks.ground import Ground
from benchmarks.line import Goal, Line, Pair
from benchmarks.maps import MAP
from benchmarks.measuring import Work, timed


@contextmanager
def _compose(ground: Ground) -> Iterator[Pair]:
    document = ground.document()
    yield Pair(_cold(lambda: compose(document, MAP, "A0")), _cold(lambda: lay_out(document, MAP)))


def _cold(action: Callable[[], object]) -> Work:
    def work() -> float:
        for remembered in (remembered_block, remembered_steps, remembered_width):
            remembered.cache_clear()
        return timed(action)()

    return work


LINES = (Line("compose", "arrange for A0", "one cold layout", _compose, Goal(30)),)
