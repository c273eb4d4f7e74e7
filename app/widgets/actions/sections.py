"""Actions for sections: add, rename, move, make higher, fold to a line, leave off posters, delete."""

from PySide6.QtCore import QRectF

from app.model.records import Id, Section
from app.model.verbs.sections import fold_sections, leave_off_posters
from app.widgets.actions.action import Action, Context
from app.widgets.actions.lines import Lines, Size, Way, line_actions

_LINES = Lines(
    Section,
    in_cell=lambda cell: cell.section,
    start=lambda context, index: context.canvas.typing.start_section(index),
    icon="rows-3",
    add_key="Ctrl+E",
    rename_key="Ctrl+F2",
    ways=(
        Way("up", "above it", -1, "arrow-up", "Ctrl+Shift+Up"),
        Way("down", "below it", 1, "arrow-down", "Ctrl+Shift+Down"),
    ),
    sizes=(
        Size("higher", 36, "unfold-vertical", "Alt+Shift+Down"),
        Size("lower", -36, "fold-vertical", "Alt+Shift+Up"),
    ),
    size=QRectF.height,
)


def _meant(context: Context) -> list[Section]:
    """The sections selected, or the one of the cursor's cell."""
    return [line for line in _LINES.all_meant(context) if isinstance(line, Section)]


def _ids(context: Context) -> list[Id]:
    return [section.id for section in _meant(context)]


def _are_folded(context: Context) -> bool:
    return bool(_meant(context)) and all(section.is_folded for section in _meant(context))


def _are_left_off(context: Context) -> bool:
    return bool(_meant(context)) and all(section.is_left_off_posters for section in _meant(context))


def _fold(context: Context) -> None:
    context.editor.do(fold_sections(context.editor.document, _ids(context), not _are_folded(context)))


def _leave_off(context: Context) -> None:
    change = leave_off_posters(context.editor.document, _ids(context), not _are_left_off(context))
    context.editor.do(change)


ACTIONS = (
    *line_actions(_LINES),
    Action(
        name="sections.fold",
        text="Fold to a line",
        tip="Make the section one line that says how much it holds, or show all of it again",
        menu="Section",
        icon="separator-horizontal",
        canvas_keys=("Ctrl+.",),
        starts_group=True,
        undoable=True,
        enabled=_LINES.is_meant,
        checked=_are_folded,
        run=_fold,
    ),
    Action(
        name="sections.leave_off_posters",
        text="Leave off posters",
        tip="Show the section on the screen only, or on posters as well",
        menu="Section",
        icon="eye-off",
        undoable=True,
        enabled=_LINES.is_meant,
        checked=_are_left_off,
        run=_leave_off,
    ),
)
