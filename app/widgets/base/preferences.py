"""What somebody prefers, whatever the project is: kept in the settings, and heeded at once.

Each value is believed only where it is one that can be chosen: the file may have been edited by hand. No
model of pydantic reads it, for the start page must not wait for that.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QObject, Signal

from app.language.catalogues import languages
from app.language.measures import Family, Unit, prefer_measures
from app.language.spoken import set_program_language
from app.person import plain_name, set_author
from app.widgets.base.window_memory import settings

Theme = Literal["system", "light", "dark"]
Motion = Literal["system", "less"]
BACK_ROWS = (3, 6, 10)
PICTURE_WIDTHS = (1.5, 2.0, 2.5, 3.0, 4.0)
"""Metres."""
LEAST_TEXT, MOST_TEXT = 80, 200
"""Percent."""
_LONGEST_PATH = 4096


@dataclass(frozen=True, slots=True)
class Preferences:
    """What can be preferred, with what holds where nothing is."""

    language: str = ""
    """As "de"; empty: the system's."""
    theme: Theme = "system"
    text_size: int = 100
    """Percent."""
    lengths: Unit | Literal["system"] = "system"
    paper: Family | Literal["system"] = "system"
    author: str = ""
    """Empty: as the system calls the user."""
    backups: Path | None = None
    """The folder of the backups; none: among the program's own data."""
    dictionaries: Path | None = None
    """A folder with Hunspell dictionaries; none: those of the computer alone."""
    motion: Motion = "system"
    back_row: int = 6
    """Metres between the wall and whoever sits last."""
    picture_width: float = 2.0
    """Metres of the picture on the wall."""
    chime: bool = False
    """Whether a chime is heard before the end of an agenda item, and at it."""


class _Changes(QObject):
    """Tells the name of what is preferred otherwise from now on."""

    happened = Signal(str)


changes = _Changes()


def preferences() -> Preferences:
    """What is preferred; what the settings hold besides, or cannot mean, counts as not said."""
    found, kept = Preferences(), settings()
    for name in _NAMES:
        value = kept.value(_key(name))
        if value is None:
            continue
        try:
            found = _with(found, name, value)
        except ValueError:
            continue
    return found


def prefer(name: str, value: object) -> None:
    """Keep what is preferred from now on, and tell whoever heeds it. Raises ValueError for nonsense."""
    before = preferences()
    after = _with(before, name, value)
    if after == before:
        return
    kept, wanted = settings(), getattr(after, name)
    if wanted == getattr(Preferences(), name):
        kept.remove(_key(name))
    else:
        kept.setValue(_key(name), str(wanted) if isinstance(wanted, Path) else wanted)
    if name == "language":
        set_program_language(after.language or None)
    heed_below()
    changes.happened.emit(name)


def heed_below() -> None:
    """Tell what has no settings, and processes of its own, what concerns them."""
    found = preferences()
    prefer_measures(
        None if found.lengths == "system" else found.lengths, None if found.paper == "system" else found.paper
    )
    set_author(found.author)


def _with(found: Preferences, name: str, value: object) -> Preferences:
    """Raises ValueError for what cannot be preferred."""
    return replace(found, **{name: _READ[name](value)})  # type: ignore[arg-type]


def _language(value: object) -> str:
    if value not in ("", *languages()):
        raise ValueError(f"no catalogue is called {value}")
    return str(value)


def _text_size(value: object) -> int:
    if not isinstance(value, int | str) or isinstance(value, bool):
        raise ValueError(f"no size is {value}")
    if not LEAST_TEXT <= int(value) <= MOST_TEXT:
        raise ValueError(f"{value} is out of range")
    return int(value)


def _author(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"nobody is called {value}")
    return plain_name(value)


def _folder(value: object) -> Path | None:
    if value is None:
        return None
    if not isinstance(value, str | Path) or "\0" in str(value) or len(str(value)) > _LONGEST_PATH:
        raise ValueError("no path is like this")
    if not (folder := Path(value)).is_absolute():
        raise ValueError("not the whole path of a folder")
    return folder


def _one_of(*known: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in known:
            raise ValueError(f"{value} is none of {known}")
        return str(value)

    return read


def _one_number_of(known: tuple[float, ...]) -> Callable[[object], float]:
    def read(value: object) -> float:
        if not isinstance(value, int | float | str) or isinstance(value, bool):
            raise ValueError(f"{value} is no number")
        found = next((one for one in known if one == float(value)), None)
        if found is None:
            raise ValueError(f"{value} is none of {known}")
        return found

    return read


def _yes_or_no(value: object) -> bool:
    """As it is here, and as a file of settings has it."""
    known = {"true": True, "false": False}
    found = known.get(str(value).lower())
    if found is None:
        raise ValueError(f"{value} is neither yes nor no")
    return found


_READ: dict[str, Callable[[object], object]] = {
    "language": _language,
    "theme": _one_of(*get_args(Theme)),
    "text_size": _text_size,
    "lengths": _one_of("system", *get_args(Unit)),
    "paper": _one_of("system", *get_args(Family)),
    "author": _author,
    "backups": _folder,
    "dictionaries": _folder,
    "motion": _one_of(*get_args(Motion)),
    "back_row": _one_number_of(BACK_ROWS),
    "picture_width": _one_number_of(PICTURE_WIDTHS),
    "chime": _yes_or_no,
}
_NAMES = tuple(field.name for field in fields(Preferences))


def _key(name: str) -> str:
    return f"preferences/{name}"
