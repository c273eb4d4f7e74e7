"""Actions for call-outs: a new one, the next one, and to let one find its place by itself again."""

from app.language.phrases import phrase
from app.model.records import CallOut
from app.model.verbs.call_outs import move_call_out
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need
from app.widgets.canvas.call_outs import select_next_call_out, target_for


def _can_add(context: Context) -> bool:
    return target_for(context.editor.selected.records, context.editor.selection.cell) is not None


def _add(context: Context) -> None:
    target = target_for(context.editor.selected.records, context.editor.selection.cell)
    if target is not None:
        context.canvas.setFocus()
        context.canvas.typing.start_call_out(target)


def _was_moved(context: Context) -> bool:
    selected = context.editor.selected
    return len(selected.records) == 1 and any(one.box_x is not None for one in selected.of(CallOut))


def _free(context: Context) -> None:
    (call_out,) = context.editor.selected.of(CallOut)
    context.editor.do(move_call_out(context.editor.document, call_out.id, None, None))


def _next(context: Context) -> None:
    context.canvas.setFocus()
    select_next_call_out(context.canvas)


ACTIONS = (
    Action(
        name="call_outs.add",
        text=phrase("New call-out"),
        tip=phrase("A text in a box, with a line to the note, point, header or cell that is selected"),
        menu=menus.NOTE,
        icon="message-circle",
        canvas_keys=("Ctrl+U",),
        starts_group=True,
        undoable=True,
        needs=Need(_can_add, phrase("Select a note, point, stage or section first")),
        run=_add,
    ),
    Action(
        name="call_outs.next",
        text=phrase("Next call-out"),
        tip=phrase("Go to the next call-out of the map; arrows move it, Enter edits it"),
        menu=menus.NOTE,
        icon="arrow-right",
        canvas_keys=("Ctrl+L",),
        needs=Need(
            lambda context: bool(context.editor.document.call_outs(context.editor.map)),
            phrase("The map has no call-outs yet"),
        ),
        run=_next,
    ),
    Action(
        name="call_outs.free",
        text=phrase("Let it find its place"),
        tip=phrase("Have the selected call-out stand where it covers nothing, instead of where it was put"),
        menu=menus.NOTE,
        icon="undo-2",
        undoable=True,
        needs=Need(_was_moved, phrase("Select a call-out that was moved first")),
        run=_free,
    ),
)
