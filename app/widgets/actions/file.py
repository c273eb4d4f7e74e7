"""Actions for the project file: new, open, a copy, the poster, close. Each step is saved by itself."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence

from app.file_names import file_name, shown
from app.model.finding.filtering import notes_of
from app.model.records import Id, Persona
from app.widgets.actions.action import Action, Context
from app.widgets.base.file_dialogs import PROJECT_FILES, ask_for_new_file, ask_for_project_file
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
    name = file_name(window.path.stem, ".journey", tail=" – copy")
    ask_for_new_file(
        window.widget, "Save a copy as", window.path.with_name(name), PROJECT_FILES, window.copy_wanted.emit
    )


def _rename(context: Context) -> None:
    context.window.rename_wanted.emit()


def _show_folder(context: Context) -> None:
    folder = context.window.path.parent
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        context.window.show_message(f"The file {context.window.path.name} is in {shown(folder)}.")


def _show_saved(context: Context) -> None:
    context.window.show_message("Every change is saved as you make it.")


def open_export(context: Context) -> ExportDialog:
    """Open the dialog for exports."""
    editor, filter = context.editor, context.window.dimming.filter
    notes = notes_of(editor.document, editor.map)
    filtered = [note.id for note in notes if filter.matches(note)] if filter else None
    dialog = ExportDialog(editor, context.window.path.parent, context.window.widget, filtered=filtered)
    dialog.place_wanted.connect(lambda id: _show(context, id))
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
        text="New project",
        tip="Start an empty project in a new file",
        menu="File",
        icon="file-plus",
        keys=(QKeySequence.StandardKey.New,),
        run=_new,
    ),
    Action(
        name="file.start",
        text="Recent projects and templates",
        tip="Show the start page, with the projects opened last and all templates",
        menu="File",
        icon="house",
        keys=("Alt+Home",),
        run=_start,
    ),
    Action(
        name="file.open",
        text="Open project…",
        tip="Open another project",
        menu="File",
        icon="folder-open",
        keys=(QKeySequence.StandardKey.Open,),
        run=_open,
    ),
    Action(
        name="file.save",
        text="Save",
        tip="Nothing to do: every change is saved as you make it",
        menu="File",
        icon="save",
        keys=(QKeySequence.StandardKey.Save,),
        starts_group=True,
        run=_show_saved,
    ),
    Action(
        name="file.save_copy",
        text="Save a copy as…",
        tip="Write the project into another file and go on with this one",
        menu="File",
        icon="copy",
        keys=(QKeySequence.StandardKey.SaveAs,),
        run=_save_copy,
    ),
    Action(
        name="file.rename",
        text="Rename the file",
        tip="Give the file the project’s name",
        menu="File",
        icon="pencil",
        enabled=lambda context: not context.editor.read_only,
        run=_rename,
    ),
    Action(
        name="file.show_folder",
        text="Show in folder",
        tip="Show the folder in which the project’s file lies",
        menu="File",
        icon="folder-open",
        run=_show_folder,
    ),
    Action(
        name="file.export_poster",
        text="Export poster…",
        tip="See the map as a poster, write it into a file or print it",
        menu="File",
        icon="printer",
        keys=("Ctrl+Shift+E",),
        starts_group=True,
        run=open_export,
    ),
    Action(
        name="file.preferences",
        text="Preferences…",
        tip="Choose language, theme, text size and where backups are kept",
        menu="File",
        icon="settings",
        keys=("Ctrl+,",),
        starts_group=True,
        run=lambda context: context.window.show_overlay(lambda: PreferencesPage(context.window.widget)),
    ),
    Action(
        name="file.close",
        text="Close",
        tip="Close the project; everything is saved",
        menu="File",
        icon="x",
        keys=(QKeySequence.StandardKey.Close, QKeySequence.StandardKey.Quit),
        starts_group=True,
        run=lambda context: context.window.close(),
    ),
)
