"""Actions for whatever is selected: undo, redo, delete, rename."""

from PySide6.QtGui import QKeySequence

from app.language.phrases import phrase, phrase_context, tr
from app.model.change import Change
from app.model.records import CallOut, InCell, JourneyMap, LegendEntry, Note, Project, Section, Stage
from app.model.verbs.editing import delete
from app.model.words import shortened
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need


def _undo_text(context: Context) -> str:
    step = context.editor.history.undoable
    return tr("Undo {step}", step=shortened(str(step.label), 40)) if step else tr("Undo")


def _redo_text(context: Context) -> str:
    step = context.editor.history.redoable
    return tr("Redo {step}", step=shortened(str(step.label), 40)) if step else tr("Redo")


def _can_delete(context: Context) -> bool:
    selected = context.editor.selected
    can_go = bool(selected.records) and not selected.any_of((Project, LegendEntry))
    return can_go and len(selected.of(JourneyMap)) < len(context.editor.document.maps())


def _delete(context: Context) -> None:
    selected = context.editor.selected.records
    ids = [record.id for record in selected]

    def show_done(change: Change) -> None:
        if not all(isinstance(record, Note) for record in selected):
            context.window.show_message(str(change.label.done), offer_undo=True)

    context.editor.do_to(ids, lambda: delete(context.editor.document, ids), tr("Deleting"), show_done)


def _can_rename(context: Context) -> bool:
    ids, cell = context.editor.selection
    return len(ids) == 1 or (not ids and cell is not None)


def _rename(context: Context) -> None:
    """Notes, stages and sections are edited where they stand, everything else in the inspector.

    In an empty cell that is a new note, as F2 begins to type in a spreadsheet.
    """
    if not context.editor.selected.records:
        context.window.actions_by_name["notes.add"].trigger()
        return
    (record,) = context.editor.selected.records
    if isinstance(record, InCell | Stage | Section | CallOut):
        context.canvas.setFocus()
        context.canvas.edit_text(record.id)
    else:
        context.window.inspect()


ACTIONS = (
    Action(
        name="edit.undo",
        text=phrase("Undo"),
        label=_undo_text,
        tip=phrase("Undo the last step"),
        menu=menus.EDIT,
        icon="undo-2",
        keys=(QKeySequence.StandardKey.Undo,),
        undoable=True,
        needs=Need(
            lambda context: context.editor.history.undoable is not None, phrase("There is nothing to undo")
        ),
        run=lambda context: context.editor.undo(),
    ),
    Action(
        name="edit.redo",
        text=phrase("Redo"),
        label=_redo_text,
        tip=phrase("Redo what was undone"),
        menu=menus.EDIT,
        icon="redo-2",
        keys=(QKeySequence.StandardKey.Redo, "Ctrl+Y"),
        undoable=True,
        needs=Need(
            lambda context: context.editor.history.redoable is not None, phrase("There is nothing to redo")
        ),
        run=lambda context: context.editor.redo(),
    ),
    Action(
        name="edit.rename",
        text=phrase("Edit or rename"),
        tip=phrase("Edit the selected note, or the name of what is selected; in a cell, type a new note"),
        menu=menus.EDIT,
        icon="pencil",
        canvas_keys=("F2",),
        starts_group=True,
        needs=Need(_can_rename, phrase("Select one thing on the map first")),
        run=_rename,
    ),
    Action(
        name="edit.delete",
        text=phrase_context("verb", "Delete"),
        tip=phrase("Delete what is selected"),
        menu=menus.EDIT,
        icon="trash-2",
        canvas_keys=("Del", "Backspace"),
        undoable=True,
        needs=Need(_can_delete, phrase("Select something that can be deleted first")),
        run=_delete,
    ),
)
