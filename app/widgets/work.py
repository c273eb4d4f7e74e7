"""Work that takes a while: done in steps, so that the window goes on, with a progress bar and a way to stop.

What is soon done is done at once and shows nothing. Work changes nothing by itself: what it made is handed
on when it is complete, so what is stopped leaves nothing half done.
"""

from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor, wait
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.model.change import Change
from app.model.records import Note, Record
from app.widgets.overlay import Overlay

if TYPE_CHECKING:
    from app.widgets.main_window import MainWindow

T = TypeVar("T")
AT_ONCE = 0.03
"""Seconds of work that nobody notices."""
SLICE = 0.012
"""Seconds of work between two looks at what the hand does."""

_WAIT = 0.004
"""Seconds of one wait for another thread."""
SEEN = 0.1
"""Seconds until a bar has surely been painted."""
HEFTY = 1_500
"""Records from which on it may take longer than a tenth of a second to change them all and show them.

That is half of what a machine of today does in that time. A text that changes counts as two: it is set anew.
"""
A_TEXT = 2

Steps = Generator[float, None, Any]
"""Yields how far it is, 0 … 1, and returns what it made. (What that is, is between it and `then`.)"""
Then = Callable[[Any], object]


def do_in_steps(window: "MainWindow", sentence: str, steps: Steps, then: Then) -> None:
    """Do work and call `then` with what it made: at once where that is soon, else under a progress bar."""
    work = _Work(steps)
    if work.go_on(AT_ONCE):
        then(work.made)
    else:
        window.put_over(lambda: Progress(window, sentence, work, then))


def do_under_bar(part: QWidget, sentence: str, heft: int, do: Callable[[], object]) -> None:
    """Do what cannot be done in steps: with few records now, with many once a bar is seen that can stop it.

    It is stopped before it begins, or not at all, so nothing is left half done. `part` is in a main window.
    """
    if heft < HEFTY:
        do()
        return
    window = cast("MainWindow", part.window())
    window.put_over(lambda: Progress(window, sentence, _Work(_until_seen()), lambda _: do()))


def heft_of(change: Change) -> int:
    """How many records a change works on, as `HEFTY` counts them."""
    retyped = (edit for edit in change if _text(edit.before) != _text(edit.after))
    return len(change.edits) + (A_TEXT - 1) * sum(1 for _ in retyped)


def _text(record: Record | None) -> str:
    return record.text if isinstance(record, Note) else ""


def _until_seen() -> Steps:
    end = perf_counter() + SEEN
    while perf_counter() < end:
        yield 0.0


def part(steps: Generator[float, None, T], start: float, end: float) -> Generator[float, None, T]:
    """Steps that are one part of a longer work: they take it from one share to another."""
    while True:
        try:
            share = next(steps)
        except StopIteration as stop:
            made: T = stop.value
            return made
        yield start + (end - start) * share


def beside(do: Callable[[], T]) -> Generator[float, None, T]:
    """What comes in one piece and takes long, done by another thread: the steps wait for it, a little each.

    It must not touch the window. Where it is stopped, it comes to its end unheard.
    """
    pool = ThreadPoolExecutor(1)
    try:
        found = pool.submit(do)
        while not wait([found], _WAIT).done:
            yield 0.0
        return found.result()
    finally:
        pool.shutdown(wait=False)


class _Work:
    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self.made: Any = None
        self.share = 0.0

    def go_on(self, seconds: float) -> bool:
        """Work for a while. Returns whether it is done."""
        end = perf_counter() + seconds
        while perf_counter() < end:
            try:
                self.share = next(self._steps)
            except StopIteration as stop:
                self.made = stop.value
                return True
        return False

    def stop(self) -> None:
        self._steps.close()


class Progress(Overlay):
    """Does a piece of work and shows how far it is. It ends where the project changes meanwhile."""

    def __init__(self, window: "MainWindow", sentence: str, work: _Work, then: Then) -> None:
        super().__init__(window, width=420)
        self._work = work
        self._then = then
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(sentence)
        self.stop_button = QPushButton("Stop")
        self.stop_button.setToolTip("Stop, and leave everything as it was (Esc)")
        self.stop_button.clicked.connect(self.dismiss)
        beside = QHBoxLayout()
        beside.addWidget(self.bar, 1)
        beside.addWidget(self.stop_button)
        self.column.addWidget(QLabel(sentence))
        self.column.addLayout(beside)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()
        self._is_done = False
        self._closes_window = False
        window.editor.changed.connect(self._end_unless_done)
        self.dismissed.connect(self._stop)

    def _go_on(self) -> None:
        if self._work.go_on(SLICE):
            self._timer.stop()
            self._is_done = True
            self._then(self._work.made)
            # Once what was done is painted, for that may take as long.
            QTimer.singleShot(0, self, self._leave)
        else:
            self.bar.setValue(round(self._work.share * 1000))

    def close_window_at_end(self) -> None:
        """Close the window, which wanted to be closed meanwhile, once this is gone."""
        if not self._closes_window:
            self._closes_window = True
            self.dismissed.connect(self._window.close, Qt.ConnectionType.QueuedConnection)

    def _leave(self) -> None:
        if self.isVisible():
            self.dismiss()

    def _end_unless_done(self) -> None:
        """What was begun was begun for a project that is another now."""
        if not self._is_done:
            self.dismiss()

    def _stop(self) -> None:
        self._timer.stop()
        self._work.stop()
