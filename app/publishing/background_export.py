"""An export in a process of its own, so that the window goes on and a long one can be stopped."""

import _thread
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from app.formats import format_of
from app.formats.export_notes import ExportNote
from app.formats.options import ExportOptions
from app.language.phrases import NOTHING, Phrase, phrase
from app.model.document import Document
from app.pages.errors import FormatError, sentence_of
from app.publishing.side_process import Ended, SideProcess
from app.threads import Task

STEP = 0.002
"""The smallest share of progress that is told."""
NO_MEMORY = phrase("There is not enough memory for this; close other programs and try again.")
ENDED = phrase("The export ended before it was done; there may not be enough memory for it.")


class Progress(NamedTuple):
    """Which share of an export is done."""

    share: float


class Outcome(NamedTuple):
    """How an export ended: well where there is no fault, a sentence, to tell. `notes` say what it lacks."""

    fault: Phrase = NOTHING
    notes: tuple[ExportNote, ...] = ()


class Export:
    """A running export. Ask `news` now and then; `cancel` stops it and leaves no file behind."""

    def __init__(self, document: Document, path: Path, options: ExportOptions) -> None:
        self._process = SideProcess(document, serve, path, options)

    def news(self) -> list[Progress | Outcome]:
        """What was heard since the last time; an Outcome is the last that ever comes."""
        messages: list[Progress | Outcome] = []
        for message in self._process.news():
            if isinstance(message, Progress | Outcome):
                messages.append(message)
            elif isinstance(message, Ended):
                messages.append(Outcome(ENDED))
        return messages

    def cancel(self) -> None:
        """Stop it, and wait until what was written so far is removed."""
        self._process.stop()

    def close(self) -> None:
        """Let go of the process, which has ended or is about to."""
        self._process.close()


def serve(pipe: Connection, document: Document, path: Path, options: ExportOptions) -> None:
    """What the process does. When nobody listens any longer, it stops as if by Ctrl+C, and cleans up."""
    Task("Listening to the window", partial(_stop_with, pipe))
    # What ends it means that nobody is there to be told.
    with suppress(KeyboardInterrupt, OSError):
        export(document, path, options, pipe.send)


def export(
    document: Document, path: Path, options: ExportOptions, report: Callable[[Progress | Outcome], None]
) -> None:
    """Write a file and report how far it is, and at last how it ended."""
    reported = 0.0

    def go_on(share: float) -> None:
        nonlocal reported
        if share - reported >= STEP:
            reported = share
            report(Progress(share))

    try:
        chosen = replace(options, report_progress=go_on)
        outcome = Outcome(notes=format_of(path).write(document, path, chosen, force=True))
    except FormatError as error:
        outcome = Outcome(sentence_of(error))
    except MemoryError:
        outcome = Outcome(NO_MEMORY)
    report(outcome)


def _stop_with(pipe: Connection) -> None:
    try:
        pipe.recv()
    except (EOFError, OSError):
        _thread.interrupt_main(signal.SIGTERM)
