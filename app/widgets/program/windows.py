"""The windows of the program, as those of its parts know them that open projects or build windows anew.

Types alone are imported of what only projects need: the start page must not wait for it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QMainWindow

from app.widgets.start.page import StartPage

if TYPE_CHECKING:
    from app.storage.project_file import ProjectFile
    from app.widgets.base.file_work import Host
    from app.widgets.window.main_window import MainWindow


class Windows(Protocol):
    """Those of projects, and the start page."""

    windows: "list[MainWindow]"
    start: StartPage | None
    """The start page, while it is shown."""

    def open(self, path: Path) -> "MainWindow | None":
        """Open a project. Returns its window where that is soon there."""
        ...

    def show(self, project: "ProjectFile", instead_of: QMainWindow | None = None) -> "MainWindow":
        """Show an open project in a window; another window may close in return."""
        ...

    def show_again(self, path: Path, instead_of: QMainWindow | None) -> "MainWindow":
        """Bring the window of a project that is open to the front."""
        ...

    def open_start(self) -> StartPage: ...

    def host(self, instead_of: QMainWindow | None) -> "Callable[[], Host]":
        """Gives the window over which a bar is shown; where there is none yet, the start page."""
        ...
