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

from PySide6.QtCore import QCoreApplication, QMimeData, QSize
from PySide6.QtWidgets import QApplication

from app.model.records import Note
from app.storage.project_file import ProjectFile
from app.widgets.paste_question import PasteQuestion
from app.widgets.style import Style
from app.widgets.work import Progress
from benchmarks.maps import SIZES, document_of
from benchmarks.shown import NOTE_IN_VIEW, Shown, shown

LINES = 10_000
_QUIET = 1.0
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


def paste(window: Shown) -> None:
    """Put many lines on the clipboard, and paste them into a cell."""
    data = QMimeData()
    data.setText("\n".join(f"A line that somebody copied, number {number}" for number in range(LINES)))
    QApplication.clipboard().setMimeData(data)
    window.editor.select([NOTE_IN_VIEW])
    run(window, "edit.paste")
    for question in window.window.findChildren(PasteQuestion):
        question.buttons[0].click()


def run(window: Shown, action: str) -> None:
    window.window.actions_by_name[action].trigger()


def replace_all(window: Shown) -> None:
    bar = window.window.find_bar
    bar.open(replacing=True)
    bar.query.setText("her")
    bar.query.textEdited.emit("her")
    bar.by.setText("him")
    bar.replace_all()


def filter_pink(window: Shown) -> None:
    from app.model.filtering import Filter

    veil = window.window.veil
    veil.set_filter(Filter(colours=frozenset({"pink"})) if not veil.filter else Filter())


def gestures(window: Shown) -> list[tuple[str, Callable[[], object]]]:
    """What is done, one after the other, to the same map."""
    editor = window.editor

    def select_all() -> None:
        editor.select([note.id for note in editor.document.all(Note)])

    return [
        ("select all", select_all),
        ("copy all", lambda: run(window, "edit.copy")),
        ("recolour all", lambda: run(window, "notes.pink")),
        ("undo", lambda: run(window, "edit.undo")),
        ("redo", lambda: run(window, "edit.redo")),
        ("delete all", lambda: run(window, "edit.delete")),
        ("undo", lambda: run(window, "edit.undo")),
        ("select one", lambda: editor.select([NOTE_IN_VIEW])),
        ("filter on", lambda: filter_pink(window)),
        ("filter off", lambda: filter_pink(window)),
        ("replace all", lambda: replace_all(window)),
        ("undo", lambda: run(window, "edit.undo")),
        ("action register", lambda: run(window, "view.register")),
        ("duplicate the map", lambda: run(window, "maps.duplicate")),
        ("undo", lambda: run(window, "edit.undo")),
        ("paste 10,000 lines", lambda: paste(window)),
        ("undo", lambda: run(window, "edit.undo")),
    ]


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
        for name, do in gestures(window):
            gc.collect()
            one = felt(window, do)
            print(f"| {name} | {one.longest:,.0f} | {one.longest_bare:,.0f} | {one.whole:,.0f} |", flush=True)
        window.close()


if __name__ == "__main__":
    main()
