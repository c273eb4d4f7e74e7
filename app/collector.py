"""Keeps the garbage collector from looking through a large map again and again, holding the window."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Without the collector, which would look at all new objects each time that some are added."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def leave_to_rest() -> None:
    """Let the collector pass over everything that there is now: a map that was opened stays for long."""
    gc.freeze()


def look_at_all_again() -> None:
    """Undo `leave_to_rest`, so that what a closed window leaves behind is found."""
    gc.unfreeze()
