"""Actions for notes: a new one, editing one, and the eight colours."""

from typing import get_args

from app.model.kinds import taken_by
from app.model.records import Note, NoteColour, Section
from app.model.verbs.notes import recolour_notes
from app.widgets.actions.action import Action, Context
from app.widgets.canvas.emotion_points import add_point_in_cell

COLOURS: tuple[NoteColour, ...] = get_args(NoteColour)


def selected_notes(context: Context) -> list[str]:
    return [note.id for note in context.editor.selected.of(Note)]


def _one_note(context: Context) -> bool:
    return len(context.editor.selection.ids) == 1 == len(selected_notes(context))


def _add(context: Context) -> None:
    context.canvas.setFocus()
    if not add_point_in_cell(context.canvas, beside_others=True):
        context.canvas.start_note()


def _add_text(context: Context) -> str:
    """By what the cursor's cell takes."""
    cell, document = context.editor.selection.cell, context.editor.document
    taken = taken_by(document.get(Section, cell.section)) if cell is not None else None
    return f"New {(taken or Note).kind}"


def _edit(context: Context) -> None:
    context.canvas.setFocus()
    context.canvas.edit_text(context.editor.selection.ids[0])


def _colour(context: Context, colour: NoteColour) -> None:
    """Colour the selected notes; where there are none, the note that comes next."""
    notes = selected_notes(context)
    if notes:
        document = context.editor.document
        context.editor.do_to(notes, lambda: recolour_notes(document, notes, colour), "Colouring")
    context.editor.choose_note_colour(None if notes else colour)


def colour_action(number: int, colour: NoteColour) -> Action:
    return Action(
        name=f"notes.{colour}",
        text=f"{colour.capitalize()} note",
        label=lambda context: f"{colour.capitalize()}: {_meaning(context, colour)}",
        tip=f"Colour the selected notes {colour}, or else the next note",
        menu="Note",
        swatch=colour,
        keys=(f"Alt+{number}",),
        starts_group=number == 1,
        undoable=True,
        checked=lambda context: context.editor.note_colour == colour,
        run=lambda context: _colour(context, colour),
    )


def _meaning(context: Context, colour: NoteColour) -> str:
    return next((entry.meaning for entry in context.editor.document.legend() if entry.colour == colour), "")


ACTIONS = (
    Action(
        name="notes.add",
        text="New note",
        label=_add_text,
        tip="Type a new note in the cell where the cursor stands",
        menu="Note",
        icon="sticky-note",
        keys=("Ctrl+Shift+N",),
        canvas_keys=("Ins",),
        undoable=True,
        run=_add,
    ),
    Action(
        name="notes.edit",
        text="Edit note",
        tip="Edit the text of the selected note on the map",
        menu="Note",
        icon="pencil",
        canvas_keys=("Return",),
        undoable=True,
        enabled=_one_note,
        run=_edit,
    ),
    *(colour_action(number, colour) for number, colour in enumerate(COLOURS, start=1)),
)
