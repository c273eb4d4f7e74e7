"""Gives a project file another name in its folder, while nobody has it open."""

from pathlib import Path

from app.language.phrases import phrase
from app.language.system_words import why
from app.storage.errors import AlreadyExistsError, InUseError, NotRenamedError
from app.storage.guard.lock import Holder, acquire, opened_by
from app.storage.new_file import sync_folder
from app.storage.opening.neighbours import has_unfinished_commit


def rename(path: Path, to: Path) -> None:
    """Rename a project file, which stays as it was where that cannot be done.

    Raises AlreadyExistsError, InUseError or NotRenamedError.
    """
    try:
        lock = acquire(path)
        if isinstance(lock, Holder):
            raise InUseError(path, opened_by(lock))
        try:
            if has_unfinished_commit(path):
                # Its journal knows it by its name.
                raise NotRenamedError(path, phrase("its last change was interrupted; open it once"))
            if to.exists() and not to.samefile(path):
                raise AlreadyExistsError(to)
            path.rename(to)
            sync_folder(to.parent)
        finally:
            lock.release()
    except OSError as error:
        raise NotRenamedError(path, why(error)) from error
