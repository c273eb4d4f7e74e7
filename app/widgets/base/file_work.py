"""Works on project files without ever holding a window up for a disk, or a file, that takes long.

Nearly always all is done within a moment, and nothing is seen of it. Where it takes longer, a bar says what
is waited for, and there is a way out: what was begun ends at its next step, and what it made is put away.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from threading import Event, Lock
from time import perf_counter
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.collector import collector_paused
from app.language.phrases import tr
from app.session.worker import Worker
from app.storage.errors import ProjectFileError
from app.threads import NotWantedError, Task
from app.widgets.base.keys import key_words
from app.widgets.base.overlays.overlay import Overlay

T = TypeVar("T")

PATIENCE = 0.3
"""Seconds that a window may wait for a file without a word."""
TURN = 0.05
"""Seconds of steps that the window's thread takes at a time."""
LAST_MOMENT = 2.0
"""Seconds that the program's end waits for what is not wanted any more, so that it puts away its copies."""

FileError = ProjectFileError | OSError


class Host(Protocol):
    """A window over which a bar is shown."""

    @property
    def closed(self) -> SignalInstance: ...

    @property
    def widget(self) -> QWidget: ...

    def show_overlay(self, make: Callable[[], Overlay]) -> None: ...


class FileWork(QObject, Generic[T]):
    """Does one thing with a file in a thread of its own. Then, or when it is cancelled, it is gone.

    `then` gets in the window's thread what `do` made, or `failed` the error; `put_away` gets it, in another
    thread, where it was cancelled meanwhile. What only the window's thread may do before, and takes long, are
    the steps that `prepare` gives: they are taken a few at a time.
    """

    cancelled = Signal()
    over = Signal()
    """It has come to its end, or is cancelled."""

    def __init__(
        self,
        parent: QObject,
        do: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[FileError], object],
        put_away: Callable[[T], object] = lambda _: None,
        prepare: Callable[[T], Iterator[object]] = lambda _: iter(()),
    ) -> None:
        super().__init__(parent)
        self._do, self._then, self._failed, self._put_away = do, then, failed, put_away
        self._prepare = prepare
        self._steps: Iterator[object] | None = None
        self._lock = Lock()
        self._is_wanted = True
        self._made: list[T] = []
        self._error: FileError | None = None
        self._bar: StillAtIt | None = None
        self.is_put_away = Event()
        """Where it was cancelled: nothing of it is going on any more."""
        self._last_moment = LAST_MOMENT
        self._worker = Worker("Project file", self)
        self._worker.ended.connect(self._end)

    def begin(self, sentence: str, host: Callable[[], Host], last_moment: float = LAST_MOMENT) -> None:
        """Do it. Where that takes longer than a moment, a bar is shown over the window that is asked for."""
        self._last_moment = last_moment
        if self.begin_without_bar():
            return
        over = host()
        over.show_overlay(lambda: self._shown(StillAtIt(over.widget, sentence)))
        over.closed.connect(self.cancel)

    def begin_without_bar(self) -> bool:
        """Do it, where whoever waits shows that itself. Returns whether it came to its end in a moment."""
        self._worker.begin(self._work)
        if not self._worker.wait(PATIENCE):
            return False
        self._end()
        return not self._is_wanted

    def cancel(self) -> None:
        """Want nothing of it any more."""
        with self._lock:
            if not self._is_wanted:
                return
            self._is_wanted = False
            made, self._made = self._made, []
            if made:
                self.is_put_away.clear()
        if made:
            Task("Putting away", partial(self._put_aside, made))
        self._worker.stop()
        self.cancelled.emit()
        self._leave()

    def _shown(self, bar: "StillAtIt") -> "StillAtIt":
        self._bar = bar
        bar.dismissed.connect(self.cancel)
        return bar

    def _work(self) -> None:
        made: list[T] = []
        with collector_paused():
            try:
                made.append(self._do())
            except (ProjectFileError, OSError) as error:
                self._error = error
            except NotWantedError:
                made.clear()
        with self._lock:
            if self._is_wanted:
                self._made = made
                self.is_put_away.set()
                return
        self._put_aside(made)

    def _put_aside(self, made: list[T]) -> None:
        try:
            for one in made:
                self._put_away(one)
        finally:
            self.is_put_away.set()

    def _end(self) -> None:
        """Hand on what was made, once it is prepared."""
        if not self._is_wanted:
            return
        if self._made and not self._is_prepared(self._made[0]):
            QTimer.singleShot(0, self, self._end)
            return
        with self._lock:
            self._is_wanted = False
            made, self._made = self._made, []
        if made:
            try:
                self._then(made[0])
            finally:
                self._leave()
            return
        self._leave()
        if self._error is not None:
            self._failed(self._error)

    def _is_prepared(self, made: T) -> bool:
        """Take some steps. Returns whether there are no more."""
        if self._steps is None:
            self._steps = self._prepare(made)
        end = perf_counter() + TURN
        while (step := next(self._steps, self)) is not self and perf_counter() < end:
            pass
        return step is self

    def _leave(self) -> None:
        bar, self._bar = self._bar, None
        self._worker.close(self._last_moment)
        if bar is not None:
            # Its window may be gone, and the bar with it.
            with suppress(RuntimeError):
                bar.dismissed.disconnect(self.cancel)
                if bar.isVisible():
                    bar.dismiss()
        self.over.emit()
        self.deleteLater()


class StillAtIt(Overlay):
    """A bar while something is done with a file. Dismissed, it is not wanted any more."""

    def __init__(self, window: QWidget, sentence: str) -> None:
        super().__init__(window, width=460)
        words = QLabel(sentence)
        words.setWordWrap(True)
        bar = QProgressBar()
        # How long it will take cannot be told.
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(sentence)
        cancel = QPushButton(tr("Cancel"))
        cancel.setToolTip(tr("Stop waiting; the file stays as it is ({key})", key=key_words("Esc")))
        cancel.clicked.connect(self.dismiss)
        beside = QHBoxLayout()
        beside.addWidget(bar, 1)
        beside.addWidget(cancel)
        self.column.addWidget(words)
        self.column.addLayout(beside)
