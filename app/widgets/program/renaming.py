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
from app.paths import in_text
from app.storage.guard.renaming import rename
from app.widgets.base.backup_places import move_all_backups
from app.widgets.base.file_work import FileWork
from app.widgets.base.last_slides import move_slide
from app.widgets.base.overlays.message import Offer
from app.widgets.base.view_positions import move_sight
from app.widgets.program.opening import Opening
from app.widgets.program.windows import Windows
from app.widgets.shell import Shell
from app.widgets.start import thumbnails
from app.widgets.start.recent import forget_project
from app.widgets.window.main_window import MainWindow


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


def rename_file_of(window: MainWindow, parent: QObject, windows: Windows, opening: Opening) -> None:
    """Call the file of a project as the project is called; its window closes and opens again."""
    former, name = window.path, window.editor.document.project.name
    if fits(former, name):
        window.show_message(tr("The file is already called {name}, like the project.", name=former.name))
        return

    def open_again(path: Path, sentence: str) -> None:
        if opening.open(path, say=sentence) is None and not opening.is_opening(path):
            windows.open_start()

    def then(path: Path) -> None:
        remember_renamed(former, path)
        open_again(path, tr("The file is now called {name}.", name=path.name))

    def rename_file() -> None:
        work = FileWork(
            parent,
            lambda: rename_after(former, name),
            then,
            lambda error: open_again(former, str(error)),
            put_away=lambda path: remember_renamed(former, path),
        )
        sentence = tr("Renaming {name}… The disk is slow.", name=in_text(former.name))
        work.begin(sentence, windows.host(None))

    again = window.closed.connect(rename_file)
    window.close()
    if window in windows.windows and not window.editor.read_only:
        # It could not be closed yet, and goes on under its old name.
        window.closed.disconnect(again)


def fits(path: Path, name: str) -> bool:
    """Whether a file is called like its project; a number behind that tells it from others."""
    wanted = file_name(name, otherwise=unnamed())
    return re.fullmatch(rf"{re.escape(wanted)}( \d+)?", path.stem) is not None


def rename_after(path: Path, name: str) -> Path:
    """Rename the closed file of a project of that name. Raises a ProjectFileError or OSError."""
    to = free_path(path.parent, name, path.suffix, otherwise=unnamed(), besides=path.name)
    rename(path, to)
    return to


def remember_renamed(path: Path, to: Path) -> None:
    """Have what is remembered of a file go with it."""
    forget_project(path)
    move_sight(path, to)
    move_slide(path, to)
    with suppress(OSError):
        thumbnails.move(path, to)
    with suppress(OSError):
        move_all_backups(path, to)
