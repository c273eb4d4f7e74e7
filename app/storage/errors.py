"""What can go wrong with a project file, each with a sentence for a facilitator: what it is, what to do.

Whoever only wants to catch them need not wait for SQLAlchemy.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from app.language.phrases import Phrase, phrase
from app.language.system_words import why
from app.language.words import verbatim
from app.paths import in_text

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError


class ProjectFileError(Exception):
    """Something expected is wrong with a project file. `str()` of it is the sentence to show."""

    def __init__(self, sentence: Phrase) -> None:
        super().__init__(sentence)
        self.phrase = sentence

    def __str__(self) -> str:
        # What there is nothing to be said of leaves two spaces.
        return " ".join(str(self.phrase).split())


class _FileError(ProjectFileError):
    """An error whose sentence starts from the file's name."""

    sentence = phrase("{name} cannot be used.")

    def __init__(self, path: Path, detail: str | Phrase = "") -> None:
        self.path = path
        self.detail = detail
        name, folder = in_text(path.name or path), in_text(path.parent)
        values = (("name", name), ("folder", folder), ("detail", detail))
        super().__init__(Phrase(self.sentence.one, values=values))


class MissingFileError(_FileError):
    sentence = phrase("There is no file {name} in {folder}. It may have been moved or renamed.")


class IsAFolderError(_FileError):
    sentence = phrase("{name} is a folder, not a project file. Choose a file that ends in .journey.")


class NotAFileError(_FileError):
    sentence = phrase(
        "{name} cannot be opened: {detail}. It was left as it is; choose a file that ends in .journey."
    )


class UnreadableFileError(_FileError):
    sentence = phrase(
        "{name} cannot be read ({detail}). Check that you may open it and that its disk is connected."
    )


class BusyFileError(_FileError):
    sentence = phrase(
        "Another program is using {name}, such as one that makes backups. Wait for it, and try again."
    )


class NotAProjectFileError(_FileError):
    sentence = phrase("{name} is not a Journeywall project. Choose a file that ends in .journey.")


class ForeignDatabaseError(_FileError):
    sentence = phrase(
        "{name} belongs to another program; it is not a Journeywall project. It was left as it is."
    )


class DamagedFileError(_FileError):
    sentence = phrase(
        "{name} is damaged or was cut short ({detail}). It was left as it is; open a backup or another copy."
    )


class OtherTablesError(DamagedFileError):
    sentence = phrase(
        "The tables in {name} are not those of a Journeywall project ({detail}). It was left as it is; "
        "“journeywall recover” puts what can be read of it into a new file."
    )


class OtherFormError(DamagedFileError):
    sentence = phrase(
        "Another program changed {name} into a form that Journeywall does not write ({detail}). It was left "
        "as it is; open a copy from before, or have “journeywall recover” put what can be read in a new one."
    )


class StrangeNeighbourError(DamagedFileError):
    sentence = phrase(
        "Beside {name} lies a file that does not belong there: {detail}. Journeywall did not leave it there "
        "and touches neither. Move it to another folder, and try again."
    )


class NothingToRecoverError(_FileError):
    sentence = phrase(
        "Nothing of a project can be read in {name}. It was left as it is; open a backup or another copy."
    )


class SameFileError(_FileError):
    sentence = phrase("{name} is the damaged file itself, which is never written to. Choose another name.")


class NewerVersionError(_FileError):
    sentence = phrase(
        "{name} was made by a newer Journeywall ({detail}). It was left as it is; "
        "update Journeywall to open it."
    )


class AlreadyExistsError(_FileError):
    sentence = phrase(
        "There is already a file {name} in {folder}. Choose another name, or choose to replace it."
    )


class NotWritableError(_FileError):
    sentence = phrase("{name} cannot be written in {folder} ({detail}). Choose another folder.")


class NotRenamedError(_FileError):
    sentence = phrase("{name} cannot be renamed ({detail}). It was left as it is.")


class InUseError(_FileError):
    sentence = phrase("{name} cannot be written: {detail}. Close it there first, or choose another name.")


class NotSavedError(_FileError):
    sentence = phrase("The last changes are not in {name} yet. {detail} Try again, or save a copy elsewhere.")


class NotInPlaceError(NotSavedError):
    """What was saved is not there any more, though nothing waits to be saved."""

    sentence = phrase("What you see is no longer in {name}. {detail} Put it back, or save a copy elsewhere.")


class NotSeenError(NotSavedError):
    """Nothing waits to be saved, but whether it is still there cannot be told just now."""

    sentence = phrase("Everything was saved in {name}, but the file cannot be checked now. {detail}")


class GoneError(ProjectFileError):
    """What lies in the place of an open file is not what was saved there. Writing would mix the two."""


class NoBackupError(_FileError):
    sentence = phrase(
        "There is no new backup of {name}. {detail} Your changes are in the file itself; "
        "save a copy elsewhere to be safe."
    )


class BrokenContentError(ProjectFileError):
    """Something in the file is not what a project can hold; the sentence names the record."""

    def __init__(self, fault: Phrase) -> None:
        self.fault = fault
        super().__init__(
            phrase(
                "The project contains something invalid: {fault} Open a backup or another copy.", fault=fault
            )
        )


class TooLargeError(BrokenContentError):
    """The file holds more than comes into memory (`app.limits`)."""

    def __init__(self, fault: Phrase) -> None:
        self.fault = fault
        ProjectFileError.__init__(
            self,
            phrase(
                "{fault} That is more than can be opened. "
                "The file was left as it is; open a backup or another copy.",
                fault=fault,
            ),
        )


BUSY = phrase("Another program is using the file.")
MOVED = phrase("The file was moved, renamed or deleted while it was open.")
"""What keeps what was saved from being there."""
_NOT_A_DATABASE = 26
_BUSY = (5, 6)
_DAMAGED = {
    11: phrase("its structure is broken"),
    1: phrase("a part of it is missing"),
    18: phrase("it holds something far too large"),
}
_WRITING = {
    13: phrase("The disk is full. Free some space."),
    8: phrase("The file can no longer be written. Check its permissions and its disk."),
    5: BUSY,
    6: BUSY,
    10: phrase("The disk does not take the changes. Check that it is connected and has space."),
    14: phrase("The file or its folder cannot be reached. Check that its disk is connected."),
    23: phrase("The file may not be written."),
    3: phrase("The file may not be written."),
    26: phrase("The file is no longer a project file."),
    11: phrase("The file has been damaged."),
    19: phrase("The change does not fit what is in the file."),
}
_MOVED = 8 | 4 << 8


def reading_error(error: "DBAPIError", path: Path) -> ProjectFileError:
    """The error to show where reading failed in SQLite."""
    code = error_code(error) & 0xFF
    if code == _NOT_A_DATABASE and not _begins_like_sqlite(path):
        return NotAProjectFileError(path)
    if code in _BUSY:
        return BusyFileError(path)
    if code in (_NOT_A_DATABASE, 0, *_DAMAGED):
        return DamagedFileError(path, _DAMAGED.get(code, phrase("its beginning or a text is broken")))
    return UnreadableFileError(path, str(error.orig))


def is_busy(error: "DBAPIError") -> bool:
    """Whether another program only keeps the file to itself just now."""
    return error_code(error) & 0xFF in _BUSY


def writing_sentence(error: BaseException) -> Phrase:
    """What to say where saving failed."""
    from sqlalchemy.exc import DBAPIError

    if isinstance(error, DBAPIError):
        code = error_code(error)
        if code == _MOVED:
            return MOVED
        return _WRITING.get(code & 0xFF) or _not_written(verbatim(str(error.orig)))
    if isinstance(error, BusyFileError):
        return BUSY
    if isinstance(error, OSError):
        return _not_written(why(error))
    return error.phrase if isinstance(error, ProjectFileError) else _not_written(verbatim(repr(error)))


def _not_written(reason: Phrase) -> Phrase:
    return phrase("The file cannot be written ({reason}).", reason=reason)


def error_code(error: "DBAPIError") -> int:
    """SQLite's own, extended code."""
    return int(getattr(error.orig, "sqlite_errorcode", 0) or 0)


def _begins_like_sqlite(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False
