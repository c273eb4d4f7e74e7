"""Keeps the garbage collector from looking through a large map again and again, holding the window."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

LOOKED_THROUGH = 30_000
"""Objects made since the last look at all that are looked through in a hundredth of a second or two."""
_OLDEST = 2


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


def freeze_gc() -> None:
    """Let the collector pass over everything that there is now: a map that was opened stays for long.

    From now on it passes as well over whatever is made in such numbers that to look through it would be felt:
    ten thousand pasted notes stay for long, too.
    """
    gc.freeze()
    if _freeze_many not in gc.callbacks:
        gc.callbacks.append(_freeze_many)


def unfreeze_gc() -> None:
    """Undo `freeze_gc`, so that what a closed window leaves behind is found."""
    if _freeze_many in gc.callbacks:
        gc.callbacks.remove(_freeze_many)
    gc.unfreeze()


def _freeze_many(phase: str, about: dict[str, int]) -> None:
    """Called by the collector before and after it looks through a generation of objects."""
    # The objects themselves must not be asked for (`gc.get_objects`): to hold one that another thread is just
    # building would fail there.
    first, second, _ = gc.get_threshold()
    is_about_to_look = phase == "start" and about["generation"] == _OLDEST
    if is_about_to_look and gc.get_count()[_OLDEST] * first * second > LOOKED_THROUGH:
        gc.freeze()
