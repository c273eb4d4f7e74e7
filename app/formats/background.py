"""An export in a process of its own, so that the window goes on and a long job can be stopped at any moment.

A thread would not do: laid-out text and fonts of Qt belong to the thread that made them, and the writing is
Python's work, which threads only take turns at (docs/adr/0008).
"""

import _thread
import threading
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from app.formats import format_of
from app.formats.format import ExportOptions, FormatError
from app.model.document import Document
from app.model.pictures import PictureStore

STEP = 0.002
"""The smallest share of progress that is told."""


class Progress(NamedTuple):
    """Which share of an export is done."""

    share: float


class Outcome(NamedTuple):
    """How an export ended: well where there is no fault, a sentence, to tell."""

    fault: str = ""


class Export:
    """A running export. Ask `news` now and then; `cancel` stops it and leaves no file behind."""

    def __init__(self, document: Document, path: Path, options: ExportOptions) -> None:
        context = get_context("spawn")
        self._news, theirs = context.Pipe()
        arguments = (theirs, snapshot(document), path, options)
        self._process = context.Process(target=_export, args=arguments, daemon=True)
        self._process.start()
        theirs.close()

    def news(self) -> list[Progress | Outcome]:
        """What was heard since the last time; an Outcome is the last that ever comes."""
        heard: list[Progress | Outcome] = []
        try:
            while self._news.poll():
                heard.append(self._news.recv())
        except (EOFError, OSError):
            heard.append(
                Outcome("The export ended before it was done; there may not be enough memory for it.")
            )
        return heard

    def cancel(self) -> None:
        """Stop it, and wait until what was written so far is removed."""
        self._news.close()
        self._process.join(10)
        self._process.kill()
        self.close()

    def close(self) -> None:
        """Let go of the process, which has ended or is about to."""
        self._process.join()
        self._process.close()
        self._news.close()


def snapshot(document: Document) -> Document:
    """The document as it is now, with the bytes of its pictures: all that another process needs."""
    store = PictureStore()
    for picture in document.pictures():
        data = document.picture_store.get(picture.id)
        if data is not None:
            store.put(data)
    return Document(document, store)


def _export(news: Connection, document: Document, path: Path, options: ExportOptions) -> None:
    """What the process does. When nobody listens any longer, it stops as if by Ctrl+C, and cleans up."""
    told = 0.0

    def tell(share: float) -> None:
        nonlocal told
        if share - told >= STEP:
            told = share
            news.send(Progress(share))

    threading.Thread(target=_stop_with, args=(news,), daemon=True).start()
    try:
        format_of(path).write(document, path, replace(options, progress=tell), force=True)
        news.send(Outcome())
    except FormatError as error:
        news.send(Outcome(str(error)))
    except MemoryError:
        news.send(Outcome("There is not enough memory for this; close other programs and try again."))
    except (KeyboardInterrupt, OSError):
        pass  # Nobody is there to be told.


def _stop_with(news: Connection) -> None:
    try:
        news.recv()
    except (EOFError, OSError):
        _thread.interrupt_main()
