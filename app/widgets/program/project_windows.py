"""What stands between a project file and its window: opened, shown, kept, copied and closed again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app.collector import collect_left, collector_paused, freeze_gc, unfreeze_gc
from app.drawing.layout import forget_drawings
from app.file_names import free_path
from app.formats.templates import BLANK, template
from app.language.phrases import tr, tr_context
from app.model.document import Document
from app.model.labels import step_label
from app.model.verbs.maps import new_project
from app.pages.composition.compose import composed_last
from app.paths import in_text
from app.session.editor import Editor
from app.session.save_watch import SaveWatch
from app.storage.errors import NotWritableError
from app.storage.project_file import ProjectFile
from app.widgets.base.backing_up import LAST_MOMENT, BackingUp, BackupTrouble
from app.widgets.base.backup_places import all_backups_of
from app.widgets.base.file_drops import FileDrops
from app.widgets.base.file_work import FileWork
from app.widgets.base.overlays.notice import Notice
from app.widgets.base.view_positions import view_position_of
from app.widgets.base.window_memory import APPLICATION
from app.widgets.program.renaming import RenameOffer, unnamed
from app.widgets.program.workshops import offer_to_go_on
from app.widgets.start import thumbnails
from app.widgets.window.closing import Closing
from app.widgets.window.main_window import MainWindow
from app.widgets.window.saving_trouble import SavingTrouble
from app.widgets.window.taking_over import offer_taking_over

SPARES = 3
"""Backups, the newest, in which is looked for what a file that is gone held of earlier sessions."""


def new_file(from_template: str) -> ProjectFile:
    """A new project in a file of its own, among the user's documents. Raises ProjectFileError or OSError."""
    return new_file_of(new_project() if from_template == BLANK else template(from_template))


def new_file_of(document: Document) -> ProjectFile:
    """A new project in a file of its own, called like it. Raises ProjectFileError or OSError."""
    return ProjectFile.create(
        free_path(_own_folder(), document.project.name, ".journey", otherwise=unnamed()), document
    )


def window_on(
    project: ProjectFile,
    go_on_in_a_copy: Callable[[MainWindow], object],
    take_over: Callable[[MainWindow], object],
) -> MainWindow:
    """A window on an open project, not shown yet; when it closes, it closes the project."""
    editor = Editor(project.history, project.read_only)
    editor.save_version_before_next(step_label("opened"))
    saving = SaveWatch(project)
    backing_up = BackingUp(project.path)
    closing = Closing(project, editor, saving)
    project.spares = lambda: [backup.path for backup in all_backups_of(project.path)[:SPARES]]

    def may_close() -> bool:
        if not closing.may_close(window):
            return False
        thumbnails.keep(
            project.path, thumbnails.drawn(editor.document, editor.map, window.canvas.shown.layout)
        )
        saving.close()
        backing_up.close()
        editor.close()
        forget_drawings()
        composed_last.cache_clear()
        unfreeze_gc(len(editor.document))
        return True

    collect_left()
    with collector_paused():
        window = MainWindow(editor, saving, project.path, may_close)
    freeze_gc()
    for owned in (editor, saving, backing_up, closing):
        owned.setParent(window)
    if (position := view_position_of(project.path)) is not None and position.map in editor.document:
        editor.show_map(position.map)
    saving.look_when_active(window)
    saving.put_back.connect(window.show_message)
    window.copy_wanted.connect(lambda path: _save_copy(window, editor.document, path))
    RenameOffer(window, window.bar.name_typed)
    FileDrops(window, window.project_wanted.emit)
    save_copy = window.actions_by_name["file.save_copy"].trigger
    window.put_notice(SavingTrouble(saving, save_copy))
    window.put_notice(BackupTrouble(backing_up, saving, save_copy))
    if project.notice is not None:
        strip = Notice(str(project.notice))
        strip.offer(tr("Hide this notice"), tr("Nothing else changes"), strip.hide)
        window.put_notice(strip)
    offer_to_go_on(window)
    if project.why_read_only is not None:
        notice = Notice(str(project.why_read_only))
        tip = tr("Go on with your own copy, beside this file")
        notice.offer(tr("Open a copy"), tip, lambda: go_on_in_a_copy(window))
        offer_taking_over(notice, project, lambda: take_over(window))
        window.put_notice(notice)
    return window


def copy_of(path: Path, document: Document) -> ProjectFile:
    """A copy beside a project or, where that folder cannot be written, among the user's documents."""
    try:
        return _copy_in(path.parent, path, document)
    except (NotWritableError, OSError):
        return _copy_in(_own_folder(), path, document)


def _copy_in(folder: Path, path: Path, document: Document) -> ProjectFile:
    tail = tr_context("end of a file’s name", " (copy{number})", number="{}")
    return ProjectFile.create(
        free_path(folder, path.stem, ".journey", otherwise=unnamed(), tail=tail), document
    )


def _save_copy(window: MainWindow, document: Document, path: Path) -> None:
    """Write the project as it is now into another file; its history stays with the first."""
    copy = document.copy()
    FileWork(
        window,
        lambda: ProjectFile.create(path, copy, overwrite=True).close(),
        lambda _: window.show_message(tr("A copy was saved as {name}.", name=path.name)),
        lambda error: window.show_message(str(error)),
    ).begin(tr("Writing {name}… The disk is slow.", name=in_text(path.name)), lambda: window, LAST_MOMENT)


def _own_folder() -> Path:
    """Where new projects are put, among the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) / APPLICATION
    folder.mkdir(parents=True, exist_ok=True)
    return folder
