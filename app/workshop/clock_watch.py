"""Notices that the clock of the computer was set, so that what is told by it goes on as before."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

AT_LEAST = timedelta(seconds=5)
"""By less than this a clock is put right all the time."""


def now_here() -> datetime:
    """The time on the clock of the computer, with its zone."""
    return datetime.now(UTC).astimezone()


def running_on() -> float:
    """Seconds that go on while the computer sleeps, where it has such a clock."""
    awake = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if awake is None else time.clock_gettime(awake)


class ClockWatch:
    """Compares the clock with one that nobody sets. `sleeps` says whether that one stands still in sleep."""

    def __init__(
        self,
        now: Callable[[], datetime] = now_here,
        running: Callable[[], float] = running_on,
        sleeps: bool = not hasattr(time, "CLOCK_BOOTTIME"),
    ) -> None:
        self._now, self._running, self._sleeps = now, running, sleeps
        self._last = now(), running()

    def look(self) -> timedelta:
        """By how much the clock was set on since the last look, or back; nothing where it was not.

        Where the other clock sleeps and this one is ahead, it was set or the computer slept: the time is
        taken to have gone by, as it has in the room.
        """
        was, since = self._last
        now, running = self._last = self._now(), self._running()
        by = (now - was) - timedelta(seconds=running - since)
        is_sleep = self._sleeps and by > timedelta()
        return by if abs(by) >= AT_LEAST and not is_sleep else timedelta()
