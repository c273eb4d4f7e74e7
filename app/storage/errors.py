"""What can go wrong with a project file, each with a sentence for a facilitator: what it is, what to do.

Whoever only wants to catch them need not wait for SQLAlchemy.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from app.paths import in_text

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError


class ProjectFileError(Exception):
    """Something expected is wrong with a project file. `str()` of it is the sentence to show."""


class _FileError(ProjectFileError):
    """An error whose sentence starts from the file's name."""

    sentence = "{name} cannot be used."

    def __init__(self, path: Path, detail: str = "") -> None:
        self.path = path
        self.detail = detail
        name, folder = in_text(path.name or path), in_text(path.parent)
        wording = self.sentence.format(name=name, folder=folder, detail=detail)
        super().__init__(" ".join(wording.split()))


class MissingFileError(_FileError):
    sentence = "There is no file {name} in {folder}. It may have been moved or renamed."


class IsAFolderError(_FileError):
    sentence = "{name} is a folder, not a project file. Choose a file that ends in .journey."


class NotAFileError(_FileError):
    sentence = (
        "{name} is {detail}, not a project file. It was left alone; choose a file that ends in .journey."
    )


class UnreadableFileError(_FileError):
    sentence = "{name} cannot be read ({detail}). Check that you may open it and that its disk is connected."


class BusyFileError(_FileError):
    sentence = (
        "Another program keeps {name} busy, such as one that makes backups. Wait for it, and try again."
    )


class NotAProjectFileError(_FileError):
    sentence = "{name} is not a Journeywall project. Choose a file that ends in .journey."


class ForeignDatabaseError(_FileError):
    sentence = "{name} belongs to another program; it is not a Journeywall project. It was left as it is."


class DamagedFileError(_FileError):
    sentence = (
        "{name} is damaged or was cut short ({detail}). It was left as it is; open a backup or another copy."
    )


class OtherTablesError(DamagedFileError):
    sentence = (
        "The tables in {name} are not those of a Journeywall project ({detail}). It was left as it is; "
        "“journeywall recover” puts what can be read of it into a new file."
    )


class OtherFormError(DamagedFileError):
    sentence = (
        "Another program changed {name} into a form that Journeywall does not write ({detail}). It was left "
        "as it is; open a copy from before, or have “journeywall recover” put what can be read in a new one."
    )


class StrangeNeighbourError(DamagedFileError):
    sentence = (
        "Beside {name} lies {detail}. Journeywall did not leave it there and touches neither. "
        "Move it to another folder, and try again."
    )


class NothingToRecoverError(_FileError):
    sentence = (
        "Nothing of a project can be read in {name}. It was left as it is; open a backup or another copy."
    )


class SameFileError(_FileError):
    sentence = "{name} is the damaged file itself, which is never written to. Choose another name."


class NewerVersionError(_FileError):
    sentence = (
        "{name} was made by a newer Journeywall ({detail}). It was left as it is; "
        "update Journeywall to open it."
    )


class AlreadyExistsError(_FileError):
    sentence = "There is already a file {name} in {folder}. Choose another name, or say that it be replaced."


class NotWritableError(_FileError):
    sentence = "{name} cannot be written in {folder} ({detail}). Choose another folder."


class NotRenamedError(_FileError):
    sentence = "{name} cannot be renamed ({detail}). It is as it was."


class InUseError(_FileError):
    sentence = "{name} {detail}. Close it there first, or choose another name."


class NotSavedError(_FileError):
    sentence = "The last changes are not in {name} yet. {detail} Try again, or save a copy elsewhere."


class NotInPlaceError(NotSavedError):
    """What was saved is not there any more, though nothing waits to be saved."""

    sentence = "What you see is not in {name} any more. {detail} Put it back, or save a copy elsewhere."


class NotSeenError(NotSavedError):
    """Nothing waits to be saved, but whether it is still there cannot be told just now."""

    sentence = "Everything was saved in {name}, but it cannot be looked at now. {detail}"


class GoneError(ProjectFileError):
    """What lies in the place of an open file is not what was saved there. Writing would mix the two."""


class NoBackupError(_FileError):
    sentence = (
        "There is no new backup of {name}. {detail} Your changes are in the file itself; "
        "save a copy elsewhere to be safe."
    )


class BrokenContentError(ProjectFileError):
    """Something in the file is not what a project can hold; the sentence names the record."""

    def __init__(self, fault: str) -> None:
        self.fault = fault
        super().__init__(
            f"The project holds something that cannot be: {fault} Open a backup or another copy."
        )


class TooLargeError(BrokenContentError):
    """The file holds more than comes into memory (`app.limits`)."""

    def __init__(self, fault: str) -> None:
        self.fault = fault
        ProjectFileError.__init__(
            self,
            f"{fault} That is more than can be opened. "
            "The file was left as it is; open a backup or another copy.",
        )


_NOT_A_DATABASE = 26
_BUSY = (5, 6)
_DAMAGED = {
    11: "its structure is broken",
    1: "a part of it is missing",
    18: "it holds something far too large",
}
_WRITING = {
    13: "The disk is full. Free some space.",
    8: "The file cannot be written to any more. Check its permissions and its disk.",
    5: "Another program keeps the file busy.",
    6: "Another program keeps the file busy.",
    10: "The disk does not take the changes. Check that it is connected and has space.",
    14: "The file or its folder cannot be reached. Check that its disk is connected.",
    23: "The file may not be written to.",
    3: "The file may not be written to.",
    26: "The file is no longer a project file.",
    11: "The file has been damaged.",
    19: "The change does not fit what is in the file.",
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
        return DamagedFileError(path, _DAMAGED.get(code, "its beginning or a text is broken"))
    return UnreadableFileError(path, str(error.orig))


def is_busy(error: "DBAPIError") -> bool:
    """Whether another program only keeps the file to itself just now."""
    return error_code(error) & 0xFF in _BUSY


def writing_sentence(error: BaseException) -> str:
    """What to say where saving failed."""
    from sqlalchemy.exc import DBAPIError

    if isinstance(error, DBAPIError):
        code = error_code(error)
        if code == _MOVED:
            return "The file was moved, renamed or deleted while it was open."
        return _WRITING.get(code & 0xFF, f"The file cannot be written ({error.orig}).")
    if isinstance(error, BusyFileError):
        return _WRITING[5]
    if isinstance(error, OSError):
        return f"The file cannot be written ({error.strerror or error})."
    return str(error) if isinstance(error, ProjectFileError) else f"The file cannot be written ({error!r})."


def error_code(error: "DBAPIError") -> int:
    """SQLite's own, extended code."""
    return int(getattr(error.orig, "sqlite_errorcode", 0) or 0)


def _begins_like_sqlite(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False
