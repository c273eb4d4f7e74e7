"""Actions for notes: a new one, editing one, and the eight colours."""

from typing import get_args

from app.language.phrases import Phrase, phrase, tr
from app.language.words import capitalised
from app.model.kinds import taken_by
from app.model.labels import step_label
from app.model.nouns import word
from app.model.records import EmotionPoint, Entry, Id, Impact, Note, NoteColour, Record, Section
from app.model.verbs.editing import set_fields
from app.model.verbs.notes import recolour_notes
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need
from app.widgets.actions.needs import NOTES_SELECTED
from app.widgets.canvas.emotion_points import add_point_in_cell

IMPACTS: tuple[Impact, ...] = get_args(Impact)
COLOURS: tuple[NoteColour, ...] = get_args(NoteColour)
_NEW: dict[type[Record], Phrase] = {
    Note: phrase("New note"),
    Entry: phrase("New entry"),
    EmotionPoint: phrase("New emotion point"),
}


def selected_notes(context: Context) -> list[Id]:
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
    return str(_NEW.get(taken or Note, _NEW[Note]))


def _edit(context: Context) -> None:
    context.canvas.setFocus()
    context.canvas.edit_text(context.editor.selection.ids[0])


def _colour(context: Context, colour: NoteColour) -> None:
    """Colour the selected notes; where there are none, the note that comes next."""
    notes = selected_notes(context)
    if notes:
        document = context.editor.document
        context.editor.do_to(notes, lambda: recolour_notes(document, notes, colour), tr("Colouring"))
    context.editor.choose_note_colour(None if notes else colour)


def colour_action(number: int, colour: NoteColour) -> Action:
    return Action(
        name=f"notes.{colour}",
        text=phrase("Note colour: {colour}", colour=word("colour", colour)),
        label=lambda context: _colour_text(context, colour),
        tip=phrase(
            "Colour the selected notes {colour}, or else the next note", colour=word("colour", colour)
        ),
        menu=menus.NOTE,
        swatch=colour,
        keys=(f"Alt+{number}",),
        starts_group=number == 1,
        undoable=True,
        checked=lambda context: context.editor.note_colour == colour,
        run=lambda context: _colour(context, colour),
    )


def _set_impact(context: Context, impact: Impact) -> None:
    """Give the selected notes an impact; none, where all of them have it."""
    notes, document = selected_notes(context), context.editor.document
    has_all = all(note.impact == impact for note in context.editor.selected.of(Note))
    value = None if has_all else impact
    change = set_fields(document, notes, step_label("set_impact"), impact=value)
    context.editor.do(change)


def _impact_action(number: int, impact: Impact) -> Action:
    return Action(
        name=f"notes.{impact}",
        text=phrase("Impact: {impact}", impact=word("impact", impact)),
        tip=phrase("Give the selected notes this impact, or take it from them"),
        menu=menus.NOTE,
        icon="triangle-alert",
        keys=(f"Ctrl+{number}",),
        starts_group=number == 1,
        undoable=True,
        needs=NOTES_SELECTED,
        checked=lambda context: any(note.impact == impact for note in context.editor.selected.of(Note)),
        run=lambda context: _set_impact(context, impact),
    )


def _colour_text(context: Context, colour: NoteColour) -> str:
    name, meaning = capitalised(word("colour", colour)), _meaning(context, colour)
    return tr("{colour}: {meaning}", colour=name, meaning=meaning) if meaning else name


def _meaning(context: Context, colour: NoteColour) -> str:
    return next((entry.meaning for entry in context.editor.document.legend() if entry.colour == colour), "")


ACTIONS = (
    Action(
        name="notes.add",
        text=phrase("New note"),
        label=_add_text,
        tip=phrase("Type a new note in the cell at the cursor"),
        menu=menus.NOTE,
        icon="sticky-note",
        keys=("Ctrl+Shift+N",),
        canvas_keys=("Ins",),
        undoable=True,
        run=_add,
    ),
    Action(
        name="notes.edit",
        text=phrase("Edit note"),
        tip=phrase("Edit the text of the selected note on the map"),
        menu=menus.NOTE,
        icon="pencil",
        canvas_keys=("Return",),
        undoable=True,
        needs=Need(_one_note, phrase("Select one note first")),
        run=_edit,
    ),
    Action(
        name="notes.details",
        text=phrase("Details of the note"),
        tip=phrase("Description, tags, source, link and day of the selected notes, beside them"),
        menu=menus.NOTE,
        icon="ellipsis",
        keys=("F4",),
        undoable=True,
        needs=NOTES_SELECTED,
        run=lambda context: context.window.at_hand.show_details(),
    ),
    *(colour_action(number, colour) for number, colour in enumerate(COLOURS, start=1)),
    *(_impact_action(number, impact) for number, impact in enumerate(IMPACTS, start=1)),
)
