"""A clock that is moved by hand, for a workshop that is held in no time."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from app.workshop.clock_watch import ClockWatch
from app.workshop.workshop import Workshop

BEGUN = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)


class Hands:
    """The hands of the clock; it can go by, and be set."""

    def __init__(self) -> None:
        self.gone = 0.0
        self.set_by = 0.0

    def now(self) -> datetime:
        return BEGUN + timedelta(seconds=self.gone + self.set_by)

    def wait(self, minutes: float) -> None:
        self.gone += 60 * minutes


def by_hand(hands: Hands) -> Callable[..., Workshop]:
    """What makes the workshop of a window with such a clock."""
    watch = ClockWatch(hands.now, lambda: hands.gone, sleeps=False)
    return partial(Workshop, now=hands.now, watch=watch)
