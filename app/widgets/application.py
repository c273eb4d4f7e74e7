"""Runs the program with its window: opens projects, keeps their windows, and ends when the last is closed."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QWidget

from app.collector import collector_paused, leave_to_rest, look_at_all_again
from app.formats.templates import BLANK, template
from app.model.document import Document
from app.model.maps import new_project
from app.model.records import Id
from app.storage.errors import NotSavedError, NotWritableError, ProjectFileError
from app.storage.project_file import ProjectFile
from app.widgets.backing_up import BackingUp
from app.widgets.editor import Editor
from app.widgets.faults import Faults, crashes_written, log, start_log
from app.widgets.file_drops import FileDrops
from app.widgets.main_window import MainWindow
from app.widgets.notice import Notice
from app.widgets.rescue import can_be_rescued, free_path, offer_rescue
from app.widgets.save_state import SaveWatch
from app.widgets.saving_trouble import SavingTrouble
from app.widgets.start import thumbnails
from app.widgets.start.page import StartPage
from app.widgets.start.recent import remember_project
from app.widgets.style import Style
from app.widgets.window_memory import APPLICATION


class Desk(QObject):
    """The open projects, each in a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[MainWindow] = []
        self.start: StartPage | None = None
        """The start page, while it is shown."""
        self.has_shown = False
        """Whether there ever was a window."""

    def open_start(self) -> StartPage:
        """Show the start page; what is chosen there opens in its place."""
        if self.start is None:
            start = self.start = StartPage()
            start.project_wanted.connect(lambda path: self.open(path, instead_of=start))
            start.map_wanted.connect(lambda path, map: self.open(path, instead_of=start, map=map))
            start.template_wanted.connect(lambda name: self.open_new(instead_of=start, from_template=name))
            start.closed.connect(self._forget_start)
            self.has_shown = True
        self.start.show()
        self.start.activateWindow()
        return self.start

    def _forget_start(self) -> None:
        self.start = None

    def open(
        self, path: Path, instead_of: QMainWindow | None = None, map: Id | None = None
    ) -> MainWindow | None:
        """Open a project, at a map of it where one is given, or say in a sentence why that cannot be done."""
        for window in self.windows:
            if window.path == path.resolve():
                window.activateWindow()
                _show_map(window, map)
                if instead_of is self.start and self.start is not None:
                    self.start.close()
                return window
        try:
            project = ProjectFile.open(path)
        except ProjectFileError as error:
            if can_be_rescued(error):
                offer_rescue(str(error), path, instead_of, lambda new: self.open(new, instead_of))
            else:
                tell(str(error), instead_of)
            return None
        window = self.show(project, instead_of)
        _show_map(window, map)
        return window

    def open_new(
        self, instead_of: QMainWindow | None = None, from_template: str = BLANK
    ) -> MainWindow | None:
        """Open a new project in a file of its own, among the user's documents."""
        try:
            document = new_project() if from_template == BLANK else template(from_template)
            project = ProjectFile.create(_free_path(document.project.name), document)
        except (ProjectFileError, OSError) as error:
            tell(str(error), instead_of)
            return None
        return self.show(project, instead_of)

    def show(self, project: ProjectFile, instead_of: QMainWindow | None = None) -> MainWindow:
        """Show an open project in a window; another window may close in return."""
        editor = Editor(project.history, project.read_only)
        project.history.mark_before_next("As it was opened")
        saving = SaveWatch(project)
        backing_up = BackingUp(project.path)

        def let_go() -> bool:
            if not _close(project, window):
                return False
            thumbnails.keep(project.path, thumbnails.drawn(editor.document, editor.map))
            saving.close()
            backing_up.close()
            editor.close()
            self.windows.remove(window)
            look_at_all_again()
            return True

        with collector_paused():
            window = MainWindow(editor, saving, project.path, let_go)
        leave_to_rest()
        self._put_notices(window, saving, project)
        for owned in (editor, saving, backing_up):
            owned.setParent(window)
        window.start_wanted.connect(self.open_start)
        window.new_project_wanted.connect(lambda: self.open_new(instead_of=window))
        window.project_wanted.connect(lambda path: self.open(path, instead_of=window))
        window.copy_wanted.connect(lambda path: _save_copy(window, editor.document, path))
        FileDrops(window, window.project_wanted.emit)
        remember_project(project.path)
        self.windows.append(window)
        self.has_shown = True
        window.show()
        if instead_of is not None:
            instead_of.close()
        return window

    def _put_notices(self, window: MainWindow, saving: SaveWatch, project: ProjectFile) -> None:
        save_copy = window.actions_by_name["file.save_copy"].trigger
        window.put_notice(SavingTrouble(saving, save_copy))
        if project.why_read_only is not None:
            notice = Notice(project.why_read_only)
            notice.offer(
                "Open a copy",
                "Go on with a copy of your own, beside this file",
                lambda: self.open_copy(project, window),
            )
            window.put_notice(notice)

    def open_copy(self, project: ProjectFile, window: MainWindow) -> MainWindow | None:
        """Open a copy of a project that is open for reading only, in its place."""
        try:
            copy = _copy_of(project)
        except (ProjectFileError, OSError) as error:
            window.tell(str(error))
            return None
        return self.show(copy, instead_of=window)

    def tell_fault(self, sentence: str) -> None:
        for window in self.windows:
            window.tell(sentence)


def run_window(path: Path | None) -> int:
    """Show the window on a project (the start page where no path is given) until it is closed.

    Returns the process's exit status: 0, or 1 where the project could not be opened.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName(APPLICATION)
    application.setApplicationDisplayName(APPLICATION)
    application.setDesktopFileName("journeywall")
    handler = start_log()
    faults, desk = Faults(), Desk()
    faults.happened.connect(desk.tell_fault)
    style = Style(application)
    try:
        with crashes_written():
            desk.open(path) if path else desk.open_start()
            status = application.exec()
        return status if desk.has_shown else 1
    finally:
        style.deleteLater()
        faults.close()
        log.removeHandler(handler)
        handler.close()


def tell(sentence: str, parent: QWidget | None = None) -> None:
    """Tell a sentence in a box of its own, which blocks nothing, and on the console."""
    print(f"journeywall: {sentence}", file=sys.stderr)
    box = QMessageBox(QMessageBox.Icon.Warning, APPLICATION, sentence, QMessageBox.StandardButton.Ok, parent)
    box.open()
    _boxes.append(box)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(lambda: _boxes.remove(box))


_boxes: list[QMessageBox] = []
"""Boxes without a window, which nothing else would keep alive."""


def _show_map(window: MainWindow, map: Id | None) -> None:
    """Show a map, unless it is gone."""
    if map in {one.id for one in window.editor.document.maps()}:
        window.editor.show_map(map)


def _free_path(name: str = "Untitled project") -> Path:
    """A path for a new project of that name among the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) / APPLICATION
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (path := folder / f"{name}{f' {number}' if number > 1 else ''}.journey").exists():
        number += 1
    return path


def _copy_of(project: ProjectFile) -> ProjectFile:
    """A copy beside the project or, where that folder cannot be written, among the user's documents."""
    try:
        return ProjectFile.create(
            free_path(project.path.parent, project.path, "copy"), project.document.copy()
        )
    except NotWritableError:
        folder = _free_path().parent
        return ProjectFile.create(free_path(folder, project.path, "copy"), project.document.copy())


def _close(project: ProjectFile, window: MainWindow) -> bool:
    """Wait for the last commit; where the disk refuses it, let the person choose what to do."""
    try:
        project.close()
    except NotSavedError as error:
        return _give_up(project, window, str(error))
    return True


def _give_up(project: ProjectFile, window: MainWindow, sentence: str) -> bool:
    """Ask whether to close though changes would be lost: the one question that must wait for an answer."""
    box = QMessageBox(QMessageBox.Icon.Warning, APPLICATION, sentence, parent=window)
    stay = box.addButton("Keep it open", QMessageBox.ButtonRole.RejectRole)
    box.addButton("Close and lose the last changes", QMessageBox.ButtonRole.DestructiveRole)
    copy = box.addButton("Save a copy elsewhere…", QMessageBox.ButtonRole.ActionRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    if box.clickedButton() is copy:
        window.actions_by_name["file.save_copy"].trigger()
    if box.clickedButton() in (stay, copy):
        return False
    project.close(abandon=True)
    return True


def _save_copy(window: MainWindow, document: Document, path: Path) -> None:
    """Write the project as it is now into another file; its history stays with the first."""
    try:
        ProjectFile.create(path, document.copy(), overwrite=True).close()
    except ProjectFileError as error:
        window.tell(str(error))
    else:
        window.tell(f"A copy is saved as {path.name}.")
