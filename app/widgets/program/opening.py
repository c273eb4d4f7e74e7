"""Opens the files of projects beside the window's thread, and rescues what is damaged."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from app.drawing.sections.notes.measured_notes import measured_notes
from app.language.phrases import tr
from app.model.records import Id
from app.paths import in_text, resolved
from app.storage.errors import ProjectFileError
from app.storage.project_file import ProjectFile
from app.storage.rescue.recover import Rescue
from app.widgets.base.file_work import FileError, FileWork
from app.widgets.base.overlays.message_box import message_box
from app.widgets.base.view_positions import view_position_of
from app.widgets.program.error_box import show_error
from app.widgets.program.rescue import can_be_rescued, offer_rescue, recover_beside, rescue_report
from app.widgets.program.windows import Windows
from app.widgets.window.main_window import MainWindow


class Opening(QObject):
    """Opens each file once at a time: it knows what is being opened."""

    def __init__(self, parent: QObject, windows: Windows) -> None:
        super().__init__(parent)
        self._windows = windows
        self._going_on: dict[Path, FileWork[ProjectFile | Path]] = {}
        self._cancelled: dict[Path, Event] = {}

    @property
    def count(self) -> int:
        """How many files are being opened now."""
        return len(self._going_on)

    def is_opening(self, path: Path) -> bool:
        return path in self._going_on

    def open(
        self, path: Path, instead_of: QMainWindow | None = None, map: Id | None = None, say: str = ""
    ) -> MainWindow | None:
        """Open a project, at a map of it where one is given, or say in a sentence why that cannot be done.

        Returns its window where that is soon there; else a bar is shown meanwhile. `say` is shown in it then.
        """
        if path in self._going_on:
            return None
        shown = {window.path for window in self._windows.windows}
        opened: list[MainWindow] = []
        former = self._cancelled.pop(path, None)

        def do() -> ProjectFile | Path:
            if former is not None:
                # Until what was cancelled lets go of the file, it would be open elsewhere.
                former.wait()
            there = resolved(path)
            return there if there in shown else ProjectFile.open(path)

        def then(found: ProjectFile | Path) -> None:
            if isinstance(found, Path):
                window = self._windows.show_again(found, instead_of)
            else:
                window = self._windows.show(found, instead_of)
            _show_map(window, map)
            if say:
                window.show_message(say)
            opened.append(window)

        def failed(error: FileError) -> None:
            if isinstance(error, ProjectFileError) and can_be_rescued(error):
                offer_rescue(str(error), instead_of, lambda: self._rescue(path, instead_of))
            else:
                show_error(str(error), instead_of)

        def prepare(found: ProjectFile | Path) -> Iterator[object]:
            return iter(()) if isinstance(found, Path) else measured(found, map)

        work = FileWork(self, do, then, failed, put_away=_close, prepare=prepare)
        self._going_on[path] = work
        work.over.connect(lambda: self._going_on.pop(path, None))
        work.cancelled.connect(lambda: self._cancelled.update({path: work.is_put_away}))
        work.begin(
            tr("Opening {name}… It is large, or the disk is slow.", name=in_text(path.name)),
            self._windows.host(instead_of),
        )
        return opened[0] if opened else None

    def take_over(self, window: MainWindow) -> MainWindow | None:
        """Open a project for writing, in place of the window that has it for reading only."""
        opened: list[MainWindow] = []
        work = FileWork(
            self,
            lambda: ProjectFile.open(window.path, take_over=True),
            lambda project: opened.append(self._windows.show(project, instead_of=window)),
            lambda error: window.show_message(str(error)),
            put_away=_close,
            prepare=lambda project: measured(project, None),
        )
        work.begin(tr("Opening {name}…", name=in_text(window.path.name)), lambda: window)
        return opened[0] if opened else None

    def _rescue(self, path: Path, instead_of: QMainWindow | None) -> None:
        def then(made: tuple[Path, Rescue]) -> None:
            out, found = made
            self.open(out, instead_of)
            windows = self._windows.windows
            message_box(rescue_report(path, out, found), windows[-1] if windows else None).open()

        work = FileWork(
            self,
            lambda: recover_beside(path),
            then,
            lambda error: show_error(str(error), instead_of),
            put_away=lambda made: made[0].unlink(missing_ok=True),
        )
        sentence = tr("Reading what can be read of {name}… The file stays as it is.", name=in_text(path.name))
        work.begin(sentence, self._windows.host(instead_of))


def _close(found: ProjectFile | Path) -> None:
    """Let go of a project that nobody waits for any more; nothing was done in it."""
    if not isinstance(found, Path):
        found.close()


def measured(project: ProjectFile, map: Id | None) -> Iterator[None]:
    """Count the lines of the notes that are shown first: to lay them out is quick then."""
    document, seen = project.document, view_position_of(project.path)
    maps = [one.id for one in document.maps()]
    for shown in (map, seen.map if seen is not None else None, *maps[:1]):
        if shown in maps:
            return measured_notes(document, shown)
    return iter(())


def _show_map(window: MainWindow, map: Id | None) -> None:
    """Show a map, unless it is gone."""
    if map in {one.id for one in window.editor.document.maps()}:
        window.editor.show_map(map)
