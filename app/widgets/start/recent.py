"""Which projects were open last, kept in the user's settings."""

from collections.abc import Sequence
from pathlib import Path

from app.limits import MOST_RECENT
from app.paths import as_text, is_file, path_given
from app.widgets.base.window_memory import settings

_KEY = "recent/projects"


def recent_projects() -> list[Path]:
    """The projects that are still there, those opened last first."""
    return [path for path in _kept() if is_file(path)]


def remember_project(path: Path) -> None:
    """Put a project first."""
    _keep([path, *(other for other in _kept() if other != path)][:MOST_RECENT])


def forget_project(path: Path) -> None:
    """Take a project off the list; its file stays."""
    _keep([other for other in _kept() if other != path])


def _kept() -> list[Path]:
    found = settings().value(_KEY) or []
    # A list of one comes back from some kinds of settings as its one entry.
    return [path_given(each) for each in ([found] if isinstance(found, str) else found[:MOST_RECENT])]


def _keep(paths: Sequence[Path]) -> None:
    settings().setValue(_KEY, [as_text(path) for path in paths])
