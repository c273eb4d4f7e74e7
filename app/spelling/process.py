"""The process beside the window that asks dictionaries.

The library is written in Python: in the window's own process it would hold the window up, and a dictionary is
a stranger's file. So there is a process whose memory is limited, which yields to all others, and which can be
ended at any moment: then no word is underlined any more, and nothing else happens.
"""

import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from app.limits import SPELLING_MEMORY
from app.spelling.checker import Checker
from app.spelling.dictionaries import dictionaries_of, dictionary_folders
from app.spelling.messages import Answer, Ended, Judged, Request, Suggest, Suggested
from app.spelling.time_limit import TookTooLongError, at_most
from app.threads import Task

SECONDS_TO_JUDGE = 4.0
"""For some words; the one at which it is then counts as right."""
_SECONDS_TO_END = 10
_YIELDS = 10
"""By how much the process yields to others, as `nice` counts it."""


class SpellingProcess:
    """A process that answers in the order in which it is asked. `hear` is called in a thread of its own."""

    def __init__(self, hear: Callable[[Answer], object]) -> None:
        self._hear = hear
        self._lock, self._sending = threading.Lock(), threading.Lock()
        self._is_over = False
        self._process: BaseProcess | None = None
        self._pipe, self._theirs = get_context("spawn").Pipe()
        # To start a process takes some milliseconds, and so does what listens.
        self._listener = Task("Listening to the spelling", self._run)

    @property
    def number(self) -> int | None:
        """The number of the running process, once there is one."""
        with self._lock:
            return self._process.pid if self._process is not None and not self._is_over else None

    def ask(self, request: Request) -> None:
        """Ask something. That nobody is there any more is heard by an `Ended`."""
        with self._sending, suppress(OSError):
            self._pipe.send(request)

    def close(self) -> None:
        """End it at once; nothing more is heard."""
        with self._lock:
            self._is_over = True
            if self._process is not None:
                self._process.kill()
        self._listener.wait(_SECONDS_TO_END)

    def _run(self) -> None:
        with self._lock:
            if self._is_over:
                return self._let_go()
            self._process = get_context("spawn").Process(target=serve, args=(self._theirs,), daemon=True)
            self._process.start()
            self._theirs.close()
        try:
            while True:
                self._tell(self._pipe.recv())
        except (EOFError, OSError):
            self._tell(Ended())
        with self._lock:
            self._is_over = True
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None
        self._let_go()

    def _let_go(self) -> None:
        with self._sending:
            self._pipe.close()
            self._theirs.close()

    def _tell(self, answer: Answer) -> None:
        if not self._is_over:
            self._hear(answer)


def serve(pipe: Connection) -> None:
    """What the process does until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    _be_modest()
    checkers: dict[tuple[str, tuple[Path, ...]], Checker] = {}
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            request: Request = pipe.recv()
            key = (request.language, request.folders)
            if key not in checkers:
                paths = dictionaries_of(request.language, dictionary_folders(request.folders))
                checkers[key] = Checker(request.language, paths)
            pipe.send(_answered(request, checkers[key]))


def _answered(request: Request, checker: Checker) -> Answer:
    if isinstance(request, Suggest):
        return Suggested(request.language, request.word, checker.suggestions(request.word))
    judged: list[str] = []
    unknown: set[str] = set()

    def judge() -> None:
        for word in request.words:
            # Where the time is over, this one counts as right, and the others are asked again.
            judged.append(word)
            if not checker.is_right(word):
                unknown.add(word)

    with suppress(TookTooLongError):
        at_most(SECONDS_TO_JUDGE, judge)
    return Judged(request.language, tuple(judged), frozenset(unknown), tuple(checker.names))


def _be_modest() -> None:
    """Leave the window its time, and take no more memory than may be."""
    if sys.platform == "win32":
        return
    import os
    import resource

    with suppress(OSError, ValueError):
        os.nice(_YIELDS)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (SPELLING_MEMORY, SPELLING_MEMORY))
