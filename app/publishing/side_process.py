"""A process beside the window that works on a snapshot of the document, and tells the window what it does.

The window never waits for it: what is sent goes through a thread, and the document a few records at a time.
A thread alone would not do: laid-out text and Qt's fonts belong to the thread that made them (docs/adr/0008).
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import NamedTuple

from app.model.document import Document
from app.model.pictures import PictureStore
from app.model.records import Id, Record
from app.threads import Task

_AT_ONCE = 250
"""Records that are sent together: some milliseconds' work."""
_SECONDS_TO_END = 10


class Ended(NamedTuple):
    """The process is no longer there: the last thing that is ever heard of it."""


class _Bytes(NamedTuple):
    """Those of a picture."""

    data: bytes


class _Complete(NamedTuple):
    """All of the document was sent."""


Work = Callable[..., None]
"""A function of a module: it is called in the process with the pipe, the document and what else it needs."""


class SideProcess:
    """A running process. Ask `news` now and then; end it with `close`, `stop` or `kill`."""

    def __init__(self, document: Document, work: Work, *arguments: object) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_begin, args=(theirs, work, arguments), daemon=True)
        self._process.start()
        theirs.close()
        self._is_over = False
        self._waiting: list[object] | None = []
        """What is to be sent behind the document; none once that is through."""
        self._lock = threading.Lock()
        # What is to be sent is fixed now, whatever becomes of the document; pictures never change.
        parts = _parts(tuple(document), _pictures(document))
        self._sender = Task("Sending a document", partial(self._send_all, parts))

    def send(self, message: object) -> None:
        """Send something small that `pickle` knows: the other side always listens."""
        with self._lock:
            if self._waiting is not None:
                self._waiting.append(message)
                return
        self._send(message)

    def news(self) -> list[object]:
        """What was heard since the last time, without waiting."""
        messages: list[object] = []
        try:
            while self._pipe.poll():
                messages.append(self._pipe.recv())
        except (EOFError, OSError):
            messages.append(Ended())
        return messages

    def stop(self) -> None:
        """End it as if by Ctrl+C, and wait until it has cleaned up."""
        self._end_sending()
        self._pipe.close()
        self._process.join(_SECONDS_TO_END)
        self.kill()

    def kill(self) -> None:
        """End it at once, where it has nothing to clean up."""
        self._process.kill()
        self.close()

    def close(self) -> None:
        """Let go of the process, which has ended or is about to."""
        self._end_sending()
        self._process.join()
        self._process.close()
        self._pipe.close()

    def _send_all(self, parts: Iterator[object]) -> None:
        for part in parts:
            if self._is_over or not self._send(part):
                return
        with self._lock:
            for message in self._waiting or ():
                self._send(message)
            self._waiting = None

    def _send(self, message: object) -> bool:
        """Whether anybody was there; that the process has ended is heard from `news`."""
        try:
            self._pipe.send(message)
        except OSError:
            return False
        return True

    def _end_sending(self) -> None:
        self._is_over = True
        self._sender.wait(_SECONDS_TO_END)


def _parts(records: tuple[Record, ...], pictures: Iterator[bytes]) -> Iterator[object]:
    for start in range(0, len(records), _AT_ONCE):
        yield records[start : start + _AT_ONCE]
    yield from map(_Bytes, pictures)
    yield _Complete()


def _pictures(document: Document) -> Iterator[bytes]:
    """The bytes of the pictures that there are now, fetched one by one: together they may be very many."""
    return _fetched(document.picture_store, tuple(picture.id for picture in document.pictures()))


def _fetched(store: PictureStore, ids: tuple[Id, ...]) -> Iterator[bytes]:
    for id in ids:
        try:
            data = store.get(id)
        except Exception:  # The file may be gone: then the picture is lost there, as one that is damaged.
            continue
        if data is not None:
            yield data


def _begin(pipe: Connection, work: Work, arguments: tuple[object, ...]) -> None:
    """What the process does. When it ends, the window says: Ctrl+C in a terminal is for that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        document = _received(pipe)
    except (EOFError, OSError):
        return  # The window wants nothing any longer.
    with suppress(KeyboardInterrupt):
        work(pipe, document, *arguments)


def _received(pipe: Connection) -> Document:
    records: list[Record] = []
    store = PictureStore()
    while True:
        part = pipe.recv()
        if isinstance(part, _Complete):
            return Document(records, store)
        if isinstance(part, _Bytes):
            store.put(part.data)
        else:
            records += part
