"""Actions that move what is selected by the keyboard, and that split and join stages."""

from app.language.phrases import Phrase, phrase, tr
from app.model.change import Change
from app.model.records import Id, InCell, Stage
from app.model.verbs.cells import move_one_step
from app.model.verbs.stages import join_stages, split_stage
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need
from app.widgets.canvas.emotion_points import has_quote, move_quote_by


def _step(context: Context, across: int, down: int) -> None:
    editor, ids = context.editor, _in_cells(context)
    if not ids:
        move_quote_by(context.canvas, across, down)
        return

    def show(_: Change) -> None:
        # The cursor goes along into the cell where the last of them now stands.
        editor.select(ids)
        context.canvas.show_record(ids[-1])

    editor.do_to(ids, lambda: move_one_step(editor.document, ids, across, down), tr("Moving"), show)


def _in_cells(context: Context) -> list[Id]:
    """The notes and entries that are selected."""
    return [record.id for record in context.editor.selected.of(InCell)]


def _can_step(context: Context) -> bool:
    return context.editor.selected.any_of((InCell,)) or has_quote(context.canvas)


def _step_action(way: str, across: int, down: int, text: Phrase, tip: Phrase) -> Action:
    return Action(
        name=f"notes.move_{way}",
        text=text,
        tip=tip,
        menu=menus.NOTE,
        icon=f"arrow-{way}",
        canvas_keys=(f"Alt+{way.capitalize()}",),
        starts_group=way == "left",
        undoable=True,
        needs=Need(_can_step, phrase("Select notes or entries first")),
        run=lambda context: _step(context, across, down),
    )


def _stage(context: Context) -> Stage | None:
    """The stage selected, or the one of the cursor's cell."""
    editor = context.editor
    last = editor.document.find(editor.selection.ids[-1]) if editor.selection.ids else None
    if isinstance(last, Stage):
        return last
    cell = editor.selection.cell
    return editor.document.get(Stage, cell.stage) if cell is not None else None


def _has_next(context: Context) -> bool:
    stage = _stage(context)
    return stage is not None and stage.position + 1 < len(context.editor.document.stages(stage.map))


def _split(context: Context) -> None:
    if stage := _stage(context):
        context.editor.do(split_stage(context.editor.document, stage.id))


def _join(context: Context) -> None:
    if stage := _stage(context):
        editor, id = context.editor, stage.id
        next_stage = editor.document.stages(stage.map)[stage.position + 1].id
        editor.do_to(
            [next_stage],
            lambda: join_stages(editor.document, id),
            tr("Joining stages"),
            lambda _: editor.select([id]),
        )


ACTIONS = (
    _step_action(
        "left",
        -1,
        0,
        phrase("Move left"),
        phrase("Move the selected notes or entries one place left; of an emotion point, its quote"),
    ),
    _step_action(
        "right",
        1,
        0,
        phrase("Move right"),
        phrase("Move the selected notes or entries one place right; of an emotion point, its quote"),
    ),
    _step_action(
        "up",
        0,
        -1,
        phrase("Move up"),
        phrase("Move the selected notes or entries one place up; of an emotion point, its quote"),
    ),
    _step_action(
        "down",
        0,
        1,
        phrase("Move down"),
        phrase("Move the selected notes or entries one place down; of an emotion point, its quote"),
    ),
    Action(
        name="stages.split",
        text=phrase("Split stage in two"),
        tip=phrase("Add a new stage after this one, which takes the right half of its emotions"),
        menu=menus.STAGE,
        icon="columns-2",
        starts_group=True,
        undoable=True,
        needs=Need(lambda context: _stage(context) is not None, phrase("Select a stage first")),
        run=_split,
    ),
    Action(
        name="stages.join",
        text=phrase("Join with the next stage"),
        tip=phrase("Move everything in the next stage into this one"),
        menu=menus.STAGE,
        icon="rows-3",
        undoable=True,
        needs=Need(_has_next, phrase("Select a stage that has another after it")),
        run=_join,
    ),
)
