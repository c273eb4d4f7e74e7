"""Looks whether what was saved is still in its place, without writing and without much to read."""

from collections.abc import Container, Iterable
from pathlib import Path

from sqlalchemy import Connection

from app.language.phrases import Phrase, phrase
from app.language.system_words import why
from app.model.change import Edit
from app.storage.errors import MOVED, BusyFileError, GoneError, MissingFileError, ProjectFileError
from app.storage.guard.ending import Ending, Stamp, ending_of, stamp_of
from app.storage.guard.known_steps import KnownSteps
from app.storage.opening.reading import reading, require_sound_pages, schema_in
from app.storage.rows import is_stored
from app.storage.tables import SCHEMA

REPLACED = phrase("Another program replaced the file while it was open.")
REFORMED = phrase("Another program changed the form of the file while it was open.")


def require_in_place(
    path: Path, endings: Container[Ending], known: Stamp, steps: KnownSteps | None, done: Iterable[Edit]
) -> Stamp:
    """What the file looked like from outside before it was read.

    `endings` are what its history may end with. The `steps`, where they are known, and each edit in `done`
    must be in it: a file overwritten in the middle of our commit has our ending. `known` is what it looked
    like after our own last commit. Where it looks otherwise, somebody else was at it: then all its pages are
    looked at, and once when it rests. Raises GoneError; BusyFileError or OSError where it cannot be read just
    now.
    """
    try:
        stamp = stamp_of(path)
    except OSError as error:
        raise GoneError(_what_happened(path, error)) from error
    try:
        with reading(path) as connection:
            is_ours = ending_of(connection) in endings and (steps is None or steps.are_in(connection))
            is_ours = is_ours and all(is_stored(connection, edit) for edit in done)
            is_of_our_form = stamp == known or _is_of_our_form(connection, path)
            if stamp != known or stamp.is_settled:
                require_sound_pages(connection, path)
    except BusyFileError:
        raise
    except ProjectFileError as error:
        raise GoneError(_what_happened(path, error)) from error
    if not is_ours:
        raise GoneError(REPLACED)
    if not is_of_our_form:
        raise GoneError(REFORMED)
    return stamp


def _is_of_our_form(connection: Connection, path: Path) -> bool:
    """Whether its numbers and tables are those that we write: with others, our steps would be misread."""
    try:
        return schema_in(connection, path) == SCHEMA
    except BusyFileError:
        raise
    except ProjectFileError:
        return False


def _what_happened(path: Path, error: Exception) -> Phrase:
    try:
        if isinstance(error, FileNotFoundError | MissingFileError):
            if not path.parent.is_dir():
                return phrase("The file’s folder can no longer be reached. Check that its disk is connected.")
            return MOVED
        if stamp_of(path).size == 0:
            return phrase("Another program emptied the file while it was open.")
    except OSError:
        pass
    if isinstance(error, OSError):
        return phrase("The file can no longer be reached ({reason}).", reason=why(error))
    return phrase("Another program overwrote the file or cut it short while it was open.")
