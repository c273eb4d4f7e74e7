"""How long the window does not answer while it does something large: the longest turn of its loop.

    python -m benchmarks.freezes --size L

A turn of more than 100 ms must have a progress bar over it; the table says which have. Off-screen; a turn is
measured in the processor's time of the window's thread, so that other programs hardly count.
"""

import argparse
import gc
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, thread_time
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QApplication

from app.storage.project_file import ProjectFile
from app.widgets.base.background_work import Progress
from app.widgets.program.style import Style
from benchmarks.maps import SIZES, document_of
from benchmarks.shown import NOTE_IN_VIEW, Shown, shown
from benchmarks.thousands import Hand

_QUIET = 0.7
"""Seconds after something was done in which what it started is waited for."""


class Felt(NamedTuple):
    """What a hand feels of something that it asked for, in milliseconds."""

    longest: float
    """The longest time in which the window did not answer."""
    longest_bare: float
    """The same while no progress bar was shown."""
    whole: float
    """Until the last gap of more than 20 ms was over."""


def felt(window: Shown, do: Callable[[], object]) -> Felt:
    """Do something, and turn the loop until all of it is done."""
    longest = longest_bare = whole = 0.0
    start, last = perf_counter(), thread_time()
    was_under_way = False
    do()
    while True:
        now = perf_counter()
        gap = (thread_time() - last) * 1000
        longest = max(longest, gap)
        if not was_under_way:
            longest_bare = max(longest_bare, gap)
        under_way = any(bar.isVisible() for bar in window.window.findChildren(Progress))
        was_under_way = under_way
        if gap > 20 or under_way:
            whole = (now - start) * 1000
        elif now - start > whole / 1000 + _QUIET:
            return Felt(longest, longest_bare, whole)
        last = thread_time()
        QCoreApplication.processEvents()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=[size.name for size in SIZES], default="L")
    (size,) = [one for one in SIZES if one.name == parser.parse_args().size]
    application = QApplication([])
    Style(application)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.journey"
        ProjectFile.create(path, document_of(size)).close()
        window = shown(path, QSize(1920, 1080))
        window.window.fold(left=False, right=False)
        felt(window, lambda: window.editor.select([NOTE_IN_VIEW]))
        print("| what | longest gap, ms | without a bar | until all is done |\n|---|---|---|---|")
        for name, do in Hand(window).gestures():
            gc.collect()
            one = felt(window, do)
            print(f"| {name} | {one.longest:,.0f} | {one.longest_bare:,.0f} | {one.whole:,.0f} |", flush=True)
        window.close()


if __name__ == "__main__":
    main()
