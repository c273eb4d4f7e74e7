"""Actions for the history of the project: versions, and the map as it was."""

from app.language.phrases import phrase, phrase_context, tr
from app.model.history.history import History
from app.model.history.history_cursor import earlier
from app.session.editor import Editor
from app.storage.backups import Backup
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context
from app.widgets.actions.needs import CAN_EDIT
from app.widgets.base.backup_places import all_backups_of
from app.widgets.base.file_work import FileWork
from app.widgets.pages.export.dialog import ExportDialog
from app.widgets.panels.history.name_version import NameVersion
from app.widgets.panels.history.restore import RestoreView
from app.widgets.panels.history.thin_out import ThinOut
from app.widgets.panels.history.view import Compared, HistoryView


def _save_version(context: Context) -> None:
    window = context.window
    window.show_overlay(lambda: NameVersion(window.widget, context.editor, window.show_message))


def _show(context: Context) -> None:
    window = context.window

    def make() -> HistoryView:
        view = HistoryView(window.widget, context.editor, window.show_message)
        view.export_wanted.connect(lambda compared: _export(context, view, compared))
        return view

    window.show_overlay(make)


def _export(context: Context, view: HistoryView, compared: Compared) -> None:
    """A poster of the later of two moments with the marks of what became of the earlier."""
    editor = Editor(History(compared.after.copy()), read_only=True)
    editor.show_map(context.editor.map)
    dialog = ExportDialog(
        editor, context.window.path.parent, context.window.widget, earlier(compared.before, compared.after)
    )
    editor.setParent(dialog)
    dialog.finished.connect(editor.close)
    dialog.place_wanted.connect(view.canvas.show_record)
    dialog.open()


def _thin_out(context: Context) -> None:
    window = context.window
    window.show_overlay(lambda: ThinOut(window))


def _restore(context: Context) -> None:
    window = context.window

    def show(backups: list[Backup]) -> None:
        window.show_overlay(lambda: RestoreView(window.widget, context.editor, backups, window.show_message))

    FileWork(
        window.widget,
        lambda: all_backups_of(window.path),
        show,
        lambda error: window.show_message(str(error)),
    ).begin(tr("Looking for backups… Their disk is slow."), lambda: window)


ACTIONS = (
    Action(
        name="history.save_version",
        text=phrase("Save a version…"),
        tip=phrase("Name the project’s current state, to go back to it later"),
        menu=menus.HISTORY,
        icon="bookmark",
        keys=("Ctrl+Shift+K",),
        needs=CAN_EDIT,
        run=_save_version,
    ),
    Action(
        name="history.show",
        text=phrase("Show history"),
        tip=phrase("See the map as it was at any time, and go back to that"),
        menu=menus.HISTORY,
        icon="history",
        keys=("Ctrl+Shift+H",),
        run=_show,
    ),
    Action(
        name="history.thin_out",
        text=phrase("Reduce history…"),
        tip=phrase("Keep the versions and the project as it is now, and drop the steps between them"),
        menu=menus.HISTORY,
        icon="layers",
        starts_group=True,
        needs=CAN_EDIT,
        run=_thin_out,
    ),
    Action(
        name="file.restore",
        text=phrase_context("verb", "Restore…"),
        tip=phrase("See the backups of this project, and go back to one"),
        menu=menus.FILE,
        icon="rotate-ccw",
        starts_group=True,
        run=_restore,
    ),
)
