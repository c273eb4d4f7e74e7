"""Actions for the project file: new, open, a copy, the poster, close. Each step is saved by itself."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence

from app.file_names import file_name, shown
from app.language.phrases import phrase, phrase_context, tr, tr_context
from app.model.finding.filtering import notes_of
from app.model.records import Id, Persona
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context
from app.widgets.actions.maps import open_arranging
from app.widgets.actions.needs import CAN_EDIT
from app.widgets.base.file_dialogs import ask_for_new_file, ask_for_project_file, project_files
from app.widgets.pages.export.dialog import ExportDialog
from app.widgets.preferences.page import PreferencesPage


def _start(context: Context) -> None:
    context.window.start_wanted.emit()


def _new(context: Context) -> None:
    context.window.new_project_wanted.emit()


def _open(context: Context) -> None:
    ask_for_project_file(context.window.widget, context.window.project_wanted.emit)


def _save_copy(context: Context) -> None:
    window = context.window
    name = file_name(
        window.path.stem,
        ".journey",
        otherwise=tr("Untitled"),
        tail=tr_context("end of a file’s name", " – copy"),
    )
    ask_for_new_file(
        window.widget,
        tr("Save a copy as"),
        window.path.with_name(name),
        project_files(),
        window.copy_wanted.emit,
    )


def _rename(context: Context) -> None:
    context.window.rename_wanted.emit()


def _show_folder(context: Context) -> None:
    folder = context.window.path.parent
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        name = context.window.path.name
        context.window.show_message(tr("The file {name} is in {folder}.", name=name, folder=shown(folder)))


def _show_saved(context: Context) -> None:
    context.window.show_message(tr("Every change is saved as you make it."))


def open_export(context: Context) -> ExportDialog:
    """Open the dialog for exports."""
    editor, filter = context.editor, context.window.dimming.filter
    notes = notes_of(editor.document, editor.map)
    filtered = [note.id for note in notes if filter.matches(note)] if filter else None
    dialog = ExportDialog(editor, context.window.path.parent, context.window.widget, filtered=filtered)
    dialog.place_wanted.connect(lambda id: _show(context, id))
    dialog.arrange_wanted.connect(lambda options: open_arranging(context, options))
    dialog.open()
    return dialog


def _show(context: Context, id: Id) -> None:
    """Go to what a finding is about: select it, and bring it into view; a persona on their page."""
    if isinstance(context.editor.document.find(id), Persona):
        context.window.show_persona(id)
        return
    context.editor.select([id])
    context.canvas.show_record(id)


ACTIONS = (
    Action(
        name="file.new",
        text=phrase("New project"),
        tip=phrase("Start an empty project in a new file"),
        menu=menus.FILE,
        icon="file-plus",
        keys=(QKeySequence.StandardKey.New,),
        run=_new,
    ),
    Action(
        name="file.start",
        text=phrase("Recent projects and templates"),
        tip=phrase("Show the start page with recent projects and all templates"),
        menu=menus.FILE,
        icon="house",
        keys=("Alt+Home",),
        run=_start,
    ),
    Action(
        name="file.open",
        text=phrase("Open project…"),
        tip=phrase("Open another project"),
        menu=menus.FILE,
        icon="folder-open",
        keys=(QKeySequence.StandardKey.Open,),
        run=_open,
    ),
    Action(
        name="file.save",
        text=phrase_context("verb", "Save"),
        tip=phrase("Nothing to do: every change is saved as you make it"),
        menu=menus.FILE,
        icon="save",
        keys=(QKeySequence.StandardKey.Save,),
        starts_group=True,
        run=_show_saved,
    ),
    Action(
        name="file.save_copy",
        text=phrase("Save a copy as…"),
        tip=phrase("Write the project to another file and go on with this one"),
        menu=menus.FILE,
        icon="copy",
        keys=(QKeySequence.StandardKey.SaveAs,),
        run=_save_copy,
    ),
    Action(
        name="file.rename",
        text=phrase("Rename the file"),
        tip=phrase("Give the file the project’s name"),
        menu=menus.FILE,
        icon="pencil",
        needs=CAN_EDIT,
        run=_rename,
    ),
    Action(
        name="file.show_folder",
        text=phrase("Show in folder"),
        tip=phrase("Show the folder that holds the project’s file"),
        menu=menus.FILE,
        icon="folder-open",
        run=_show_folder,
    ),
    Action(
        name="file.export_poster",
        text=phrase("Export poster…"),
        tip=phrase("See the map as a poster, write it to a file or print it"),
        words=phrase("print PDF picture poster slides save as"),
        menu=menus.FILE,
        icon="printer",
        keys=("Ctrl+Shift+E",),
        starts_group=True,
        run=open_export,
    ),
    Action(
        name="file.preferences",
        text=phrase("Preferences…"),
        tip=phrase("Choose language, theme, text size and where backups are kept"),
        words=phrase("settings options dark light theme language text size"),
        menu=menus.FILE,
        icon="settings",
        keys=("Ctrl+,",),
        starts_group=True,
        run=lambda context: context.window.show_overlay(lambda: PreferencesPage(context.window.widget)),
    ),
    Action(
        name="file.close",
        text=phrase_context("verb", "Close"),
        tip=phrase("Close the project; everything is saved"),
        menu=menus.FILE,
        icon="x",
        keys=(QKeySequence.StandardKey.Close, QKeySequence.StandardKey.Quit),
        starts_group=True,
        run=lambda context: context.window.close(),
    ),
)
