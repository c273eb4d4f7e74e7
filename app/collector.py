"""Keeps the garbage collector from looking through a large map again and again, holding the window."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

LOOKED_THROUGH = 30_000
"""Objects made since the last look at all that are looked through in a hundredth of a second or two."""
LEFT_BY_A_WINDOW, LEFT_BY_A_RECORD = 4_000, 20
"""Objects that stay, each holding others, when a window is closed; some, for each record of its document."""
WORTH_COLLECTING = 60_000
"""Objects left by closed windows: several on small maps, or one on a large map."""
_OLDEST = 2


class _Windows:
    """How many are open, and how many objects closed ones left since these were collected last."""

    open = 0
    left = 0


_windows = _Windows()


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
    ten thousand pasted notes stay for long, too. `collect_left` comes first, or what was left would stay.
    """
    _windows.open += 1
    gc.freeze()
    if _freeze_many not in gc.callbacks:
        gc.callbacks.append(_freeze_many)


def unfreeze_gc(records: int) -> None:
    """Undo `freeze_gc`: a window closes, and its document of so many records goes.

    While others are open their maps are still passed over, and with them what the closed window left.
    """
    _windows.left += LEFT_BY_A_WINDOW + LEFT_BY_A_RECORD * records
    _windows.open = max(0, _windows.open - 1)
    if _windows.open == 0:
        if _freeze_many in gc.callbacks:
            gc.callbacks.remove(_freeze_many)
        gc.unfreeze()


def collect_left() -> None:
    """Collect what closed windows left, where that is worth a look at everything.

    No look of the collector's own finds it: a window is a knot of objects, and each look while another is
    open begins by passing over all there is. Called when a window is opened, for which people wait anyway.
    """
    if _windows.left < WORTH_COLLECTING:
        return
    _windows.left = 0
    is_passing_over = _freeze_many in gc.callbacks
    if is_passing_over:
        gc.callbacks.remove(_freeze_many)
    gc.unfreeze()
    gc.collect()
    if is_passing_over:
        gc.callbacks.append(_freeze_many)
        gc.freeze()


def _freeze_many(phase: str, about: dict[str, int]) -> None:
    """Called by the collector before and after it looks through a generation of objects."""
    # The objects themselves must not be asked for (`gc.get_objects`): to hold one that another thread is just
    # building would fail there.
    first, second, _ = gc.get_threshold()
    is_about_to_look = phase == "start" and about["generation"] == _OLDEST
    if is_about_to_look and gc.get_count()[_OLDEST] * first * second > LOOKED_THROUGH:
        gc.freeze()
