"""What stands between a project file and its window: opened, shown, kept, copied and closed again."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QMessageBox, QPushButton

from app.collector import collector_paused, leave_to_rest, look_at_all_again
from app.formats.templates import BLANK, template
from app.model.document import Document
from app.model.maps import new_project
from app.storage.backups import backups_of
from app.storage.errors import NotSavedError, NotWritableError, ProjectFileError
from app.storage.project_file import ProjectFile
from app.widgets.backing_up import BackingUp, backup_folder
from app.widgets.editor import Editor
from app.widgets.file_drops import FileDrops
from app.widgets.main_window import MainWindow
from app.widgets.notice import Notice
from app.widgets.rescue import free_path
from app.widgets.save_state import SaveWatch
from app.widgets.saving_trouble import SavingTrouble
from app.widgets.start import thumbnails
from app.widgets.taking_over import offer_taking_over
from app.widgets.window_memory import APPLICATION, sight_of

SPARES = 3
"""Backups, the newest, in which is looked for what a file that is gone held of earlier sessions."""


def new_file(from_template: str) -> ProjectFile:
    """A new project in a file of its own, among the user's documents. Raises ProjectFileError or OSError."""
    document = new_project() if from_template == BLANK else template(from_template)
    return ProjectFile.create(_free_path(document.project.name), document)


def window_on(
    project: ProjectFile,
    go_on_in_a_copy: Callable[[MainWindow], object],
    take_over: Callable[[MainWindow], object],
) -> MainWindow:
    """A window on an open project, not shown yet; when it closes, it closes the project."""
    editor = Editor(project.history, project.read_only)
    project.history.mark_before_next("As it was opened")
    saving = SaveWatch(project)
    backing_up = BackingUp(project.path)
    project.spares = lambda: [backup.path for backup in backups_of(project.path, backup_folder())[:SPARES]]

    def let_go() -> bool:
        if not _close(project, window):
            return False
        thumbnails.keep(project.path, thumbnails.drawn(editor.document, editor.map))
        saving.close()
        backing_up.close()
        editor.close()
        look_at_all_again()
        return True

    with collector_paused():
        window = MainWindow(editor, saving, project.path, let_go)
    leave_to_rest()
    for owned in (editor, saving, backing_up):
        owned.setParent(window)
    if (sight := sight_of(project.path)) is not None and sight.map in editor.document:
        editor.show_map(sight.map)
    saving.look_when_active(window)
    saving.put_back.connect(window.tell)
    window.copy_wanted.connect(lambda path: _save_copy(window, editor.document, path))
    FileDrops(window, window.project_wanted.emit)
    window.put_notice(SavingTrouble(saving, window.actions_by_name["file.save_copy"].trigger))
    if project.why_read_only is not None:
        notice = Notice(project.why_read_only)
        said = "Go on with a copy of your own, beside this file"
        notice.offer("Open a copy", said, lambda: go_on_in_a_copy(window))
        offer_taking_over(notice, project, lambda: take_over(window))
        window.put_notice(notice)
    return window


def copy_of(project: ProjectFile) -> ProjectFile:
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


class QuestionOnLoss(NamedTuple):
    """The box, and its button for each answer but that of losing the changes."""

    box: QMessageBox
    stay: QPushButton
    copy: QPushButton
    put_back: QPushButton | None


def question_on_loss(window: MainWindow, sentence: str, is_gone: bool = False) -> QuestionOnLoss:
    """Ask whether to close though changes would be lost."""
    box = QMessageBox(QMessageBox.Icon.Warning, APPLICATION, sentence, parent=window)
    stay = box.addButton("Keep it open", QMessageBox.ButtonRole.RejectRole)
    stay.setToolTip("Go on with the project; what is not saved stays in memory (Esc)")
    lose = box.addButton("Close and lose the last changes", QMessageBox.ButtonRole.DestructiveRole)
    lose.setToolTip("Close the window; what is not in the file is lost")
    put_back = None
    if is_gone:
        put_back = box.addButton("Put it back", QMessageBox.ButtonRole.ActionRole)
        put_back.setToolTip("Write the project anew to its place; what lies there now gets another name")
    copy = box.addButton("Save a copy elsewhere…", QMessageBox.ButtonRole.ActionRole)
    copy.setToolTip("Write everything that is shown into another file")
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    return QuestionOnLoss(box, stay, copy, put_back)


def _give_up(project: ProjectFile, window: MainWindow, sentence: str) -> bool:
    """The one question that must wait for an answer."""
    box, stay, copy, put_back = question_on_loss(window, sentence, project.state.is_gone)
    box.exec()
    if box.clickedButton() is copy:
        window.actions_by_name["file.save_copy"].trigger()
    if put_back is not None and box.clickedButton() is put_back:
        window.saving.put_it_back()
    if box.clickedButton() in (stay, copy, put_back):
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


def _free_path(name: str = "Untitled project") -> Path:
    """A path for a new project of that name among the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) / APPLICATION
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (path := folder / f"{name}{f' {number}' if number > 1 else ''}.journey").exists():
        number += 1
    return path
