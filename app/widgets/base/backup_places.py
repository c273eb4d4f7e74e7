"""Where backups are made, and where else there are some: in folders that were preferred before."""

import secrets
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app.file_names import shown
from app.language.phrases import Phrase, phrase
from app.language.system_words import why
from app.storage.backups import Backup, backups_of, move_backups
from app.widgets.base.preferences import prefer, preferences
from app.widgets.base.window_memory import settings

_BEFORE = "preferences/backups_before"
_MOST_BEFORE = 5


def backup_folder() -> Path:
    """Where backups are made."""
    return preferences().backups or _usual_folder()


def all_backups_of(path: Path) -> list[Backup]:
    """The backups of a project, wherever they are, the newest first."""
    found = [backup for folder in _folders() for backup in backups_of(path, folder)]
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def move_all_backups(path: Path, to: Path) -> None:
    """Let them be found under the new name of a file that was renamed. May raise OSError."""
    for folder in _folders():
        move_backups(path, to, folder)


def keep_backups_in(folder: Path | None) -> None:
    """Make backups in a folder from now on; None: where the program keeps its own data."""
    before = [str(each) for each in _folders() if each not in (folder, _usual_folder())]
    settings().setValue(_BEFORE, before[:_MOST_BEFORE])
    prefer("backups", None if folder == _usual_folder() else folder)


def why_no_backups_in(folder: Path) -> Phrase | None:
    """Why backups cannot be made in a folder; None where they can."""
    proof = folder / f".journeywall-{secrets.token_hex(6)}"
    try:
        proof.write_bytes(b"")
        proof.unlink()
    except OSError as error:
        return phrase(
            "Nothing can be written to {folder} ({reason}). Choose another folder; "
            "until then backups are made where they were.",
            folder=shown(folder),
            reason=why(error),
        )
    return None


def _folders() -> list[Path]:
    """Each folder once, the one of now first. What the settings hold besides is ignored."""
    before = settings().value(_BEFORE) or []
    kept = before if isinstance(before, list) else [before]
    folders = [Path(each) for each in kept[:_MOST_BEFORE] if isinstance(each, str) and "\0" not in each]
    return _once((backup_folder(), *(each for each in folders if each.is_absolute()), _usual_folder()))


def _once(folders: Iterable[Path]) -> list[Path]:
    return list(dict.fromkeys(folders))


def _usual_folder() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(place) / "backups"
