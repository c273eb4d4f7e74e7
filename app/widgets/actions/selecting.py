"""Actions that select several notes: all of a cell, a section, the map; all of one colour or tag."""

from collections.abc import Callable, Iterator
from itertools import islice

from app.model.filtering import notes_of
from app.model.records import Id, Note
from app.widgets.actions.action import Action, Context

_LOOKED_AT = 200
"""Selected notes that are asked for a tag to offer the action: it is asked at every change."""


def _scopes(context: Context) -> Iterator[list[Id]]:
    """The notes of the cursor's cell, then of its section, then of the map."""
    editor = context.editor
    document, cell = editor.document, editor.selection.cell
    if cell is not None:
        yield [note.id for note in document.notes(*cell)]
        stages = document.stages(editor.map)
        yield [note.id for stage in stages for note in document.notes(cell.section, stage.id)]
    yield [note.id for note in notes_of(document, editor.map)]


def _select_all(context: Context) -> None:
    """Select the smallest of the scopes that holds more than what is selected."""
    editor = context.editor
    selected = set(editor.selection.ids)
    for ids in _scopes(context):
        if ids and selected != set(ids) and selected.issubset(ids):
            editor.select(ids, editor.selection.cell)
            return
    everything = [note.id for note in notes_of(editor.document, editor.map)]
    editor.select(everything, editor.selection.cell)


def _selected(context: Context) -> Iterator[Note]:
    found = (context.editor.document.find(id) for id in context.editor.selection.ids)
    return (note for note in found if isinstance(note, Note))


def _select_where(context: Context, matches: Callable[[Note], bool]) -> None:
    editor = context.editor
    ids = [note.id for note in notes_of(editor.document, editor.map) if matches(note)]
    editor.select(ids, editor.selection.cell)


def _select_colour(context: Context) -> None:
    colours = {note.colour for note in _selected(context)}
    _select_where(context, lambda note: note.colour in colours)


def _select_tag(context: Context) -> None:
    tags = {tag for note in _selected(context) for tag in note.tags}
    _select_where(context, lambda note: not tags.isdisjoint(note.tags))


ACTIONS = (
    Action(
        name="edit.select_all",
        text="Select all",
        tip="Select the notes of the cell; again: of the section; again: of the map",
        menu="Edit",
        icon="mouse-pointer-2",
        canvas_keys=("Ctrl+A",),
        starts_group=True,
        run=_select_all,
    ),
    Action(
        name="edit.select_colour",
        text="Select all of this colour",
        tip="Select every note of the map that has the colour of a selected one",
        menu="Edit",
        icon="palette",
        canvas_keys=("Ctrl+Shift+C",),
        enabled=lambda context: any(True for _ in _selected(context)),
        run=_select_colour,
    ),
    Action(
        name="edit.select_tag",
        text="Select all with this tag",
        tip="Select every note of the map that has a tag of a selected one",
        menu="Edit",
        icon="tag",
        canvas_keys=("Ctrl+Shift+T",),
        enabled=lambda context: any(note.tags for note in islice(_selected(context), _LOOKED_AT)),
        run=_select_tag,
    ),
)
