"""Lets the file of a project follow its name: offered once that is another, and done when asked for.

The project is closed meanwhile and opened again, so that nothing of it ever writes to a name that is gone.
What is remembered of the file goes with it.
"""

import re
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, SignalInstance

from app.file_names import file_name, free_path
from app.language.phrases import tr
from app.storage.backups import move_backups
from app.storage.guard.renaming import rename
from app.widgets.base.backing_up import backup_folder
from app.widgets.base.overlays.message import Offer
from app.widgets.base.view_positions import move_sight
from app.widgets.shell import Shell
from app.widgets.start import thumbnails
from app.widgets.start.recent import forget_project


def unnamed() -> str:
    """What the file of a project without a name is called."""
    return tr("Untitled project")


class RenameOffer(QObject):
    """Offers, once the name of a project is typed, to rename its file. It does not ask twice for a name."""

    def __init__(self, window: Shell, name_typed: SignalInstance) -> None:
        super().__init__(window.widget)
        self._window = window
        self._offered_for = window.editor.document.project.name
        name_typed.connect(self._offer)

    def _offer(self) -> None:
        window, name = self._window, self._window.editor.document.project.name
        if name == self._offered_for or window.editor.read_only:
            return
        self._offered_for = name
        if not fits(window.path, name):
            tip = tr("Give the file the project’s name")
            offer = Offer(tr("Rename the file"), tip, window.rename_wanted.emit)
            window.show_message(
                tr("The project’s file is still called {name}.", name=window.path.name), offer=offer
            )


def fits(path: Path, name: str) -> bool:
    """Whether a file is called like its project; a number behind that tells it from others."""
    wanted = file_name(name, otherwise=unnamed())
    return re.fullmatch(rf"{re.escape(wanted)}( \d+)?", path.stem) is not None


def rename_after(path: Path, name: str) -> Path:
    """Rename the closed file of a project of that name. Raises a ProjectFileError or OSError."""
    to = free_path(path.parent, name, path.suffix, unnamed(), besides=path.name)
    rename(path, to)
    return to


def remember_renamed(path: Path, to: Path) -> None:
    """Have what is remembered of a file go with it."""
    forget_project(path)
    move_sight(path, to)
    with suppress(OSError):
        thumbnails.move(path, to)
    with suppress(OSError):
        move_backups(path, to, backup_folder())
