"""Which projects were open last, kept in the user's settings."""

from collections.abc import Sequence
from pathlib import Path

from app.limits import MOST_RECENT
from app.paths import as_text, path_given
from app.widgets.base.window_memory import settings

_KEY = "recent/projects"


def recent_projects() -> list[Path]:
    """The projects that were open last, the last one first. Whether they are still there is not looked at."""
    found = settings().value(_KEY) or []
    # A list of one comes back from some kinds of settings as its one entry.
    return [path_given(each) for each in ([found] if isinstance(found, str) else found[:MOST_RECENT])]


def remember_project(path: Path) -> None:
    """Put a project first."""
    _keep([path, *(other for other in recent_projects() if other != path)][:MOST_RECENT])


def forget_project(path: Path) -> None:
    """Take a project off the list; its file stays."""
    _keep([other for other in recent_projects() if other != path])


def _keep(paths: Sequence[Path]) -> None:
    settings().setValue(_KEY, [as_text(path) for path in paths])
