"""Work that takes a while: done in steps, so that the window goes on, with a progress bar and a way to stop.

What is soon done is done at once and shows nothing. Work changes nothing by itself: what it made is handed
on when it is complete, so what is stopped leaves nothing half done.
"""

from collections.abc import Callable, Generator
from time import perf_counter
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.language.phrases import tr, tr_context
from app.session.editor import Editor
from app.session.large_changes import Ahead, Announce
from app.threads import Task
from app.widgets.base.keys import key_words
from app.widgets.base.overlays.overlay import Overlay

T = TypeVar("T")


class OverlayHost(Protocol):
    """The window of a project, as far as work is shown over it."""

    editor: Editor

    @property
    def widget(self) -> QWidget: ...

    def show_overlay(self, make: Callable[[], Overlay]) -> None: ...


AT_ONCE = 0.03
"""Seconds of work that nobody notices."""
SLICE = 0.012
"""Seconds of work between two looks at what the hand does."""

_WAIT = 0.004
"""Seconds of one wait for another thread."""
SEEN = 0.1
"""Seconds until a bar has surely been painted."""

Steps = Generator[float, None, Any]
"""Yields how far it is, 0 … 1, and returns what it made. (What that is, is between it and `then`.)"""
Then = Callable[[Any], object]


def do_in_steps(window: OverlayHost, sentence: str, steps: Steps, then: Then) -> None:
    """Do work and call `then` with what it made: at once where that is soon, else under a progress bar."""
    work = _Work(steps)
    if work.go_on(AT_ONCE):
        then(work.made)
    else:
        window.show_overlay(lambda: Progress(window, sentence, work, then))


def announcing(window: OverlayHost) -> Announce:
    """What announces large changes in a window: by a bar, with which one can be stopped before it begins.

    It is stopped before it begins, or not at all, so nothing is left half done.
    """

    def announce(sentence: str, do: Callable[[], object], ahead: Ahead | None = None) -> None:
        bar = next((bar for bar in window.widget.findChildren(Progress) if bar.is_done_and_seen), None)
        if bar is None:
            work = _Work(_until_seen(ahead))
            window.show_overlay(lambda: Progress(window, sentence, work, lambda _: do()))
        elif ahead is None:
            do()
        else:
            # It is seen already that this takes a while.
            bar.go_on_with(sentence, _Work(ahead), lambda _: do())

    return announce


def _until_seen(ahead: Ahead | None) -> Steps:
    end = perf_counter() + SEEN
    if ahead is not None:
        yield from ahead
    while perf_counter() < end:
        yield 1.0 if ahead is not None else 0.0


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
    task = Task("Beside the window", do, keeps_error=True)
    while not task.wait(_WAIT):
        yield 0.0
    return task.result()


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

    def __init__(self, window: OverlayHost, sentence: str, work: _Work, then: Then) -> None:
        super().__init__(window.widget, width=420)
        self._work = work
        self._then = then
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.stop_button = QPushButton(tr_context("verb", "Stop"))
        self.stop_button.setToolTip(tr("Stop, and leave everything as it was ({key})", key=key_words("Esc")))
        self.stop_button.clicked.connect(self.dismiss)
        beside = QHBoxLayout()
        beside.addWidget(self.bar, 1)
        beside.addWidget(self.stop_button)
        self._sentence = QLabel()
        self.column.addWidget(self._sentence)
        self._say(sentence)
        self.column.addLayout(beside)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()
        self.is_done = False
        self._closes_window = False
        window.editor.changed.connect(self._end_unless_done)
        self.dismissed.connect(self._stop)

    @property
    def is_done_and_seen(self) -> bool:
        return self.is_done and self.isVisible()

    def go_on_with(self, sentence: str, work: _Work, then: Then) -> None:
        """Go on, where it was done, with what comes of that."""
        self._work, self._then, self.is_done = work, then, False
        self._say(sentence)
        self._timer.start()

    def _go_on(self) -> None:
        if not self._work.go_on(SLICE):
            self.bar.setValue(round(self._work.share * 1000))
            return
        self._timer.stop()
        self.is_done = True
        self._then(self._work.made)
        if self.is_done:
            # Once what was done is painted, for that may take as long.
            QTimer.singleShot(0, self, self._leave)

    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self.bar.setAccessibleName(sentence)

    def close_window_at_end(self) -> None:
        """Close the window, which wanted to be closed meanwhile, once this is gone."""
        if not self._closes_window:
            self._closes_window = True
            self.dismissed.connect(self._window.close, Qt.ConnectionType.QueuedConnection)

    def _leave(self) -> None:
        if self.is_done and self.isVisible():
            self.dismiss()

    def _end_unless_done(self) -> None:
        """What was begun was begun for a project that is another now."""
        if not self.is_done:
            self.dismiss()

    def _stop(self) -> None:
        self._timer.stop()
        self._work.stop()
