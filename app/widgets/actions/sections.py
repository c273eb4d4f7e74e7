"""Actions for sections: add, rename, move, make higher, fold to a line, hide on posters, delete."""

from PySide6.QtCore import QRectF

from app.language.phrases import phrase
from app.model.records import Id, Section
from app.model.verbs.sections import fold_sections, leave_off_posters
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need
from app.widgets.actions.lines import Lines, Size, Way, Words, line_actions

_LINES = Lines(
    Section,
    in_cell=lambda cell: cell.section,
    start=lambda context, index: context.canvas.typing.start_section(index),
    icon="rows-3",
    menu=menus.SECTION,
    add_words=Words(
        phrase("Add section"),
        phrase("Add a section after the one at the cursor"),
    ),
    rename_words=Words(
        phrase("Rename section"),
        phrase("Give the section another name"),
    ),
    fit_words=Words(
        phrase("Fit section to its content"),
        phrase("Make the section as large as its content needs"),
    ),
    delete_words=Words(
        phrase("Delete section"),
        phrase("Delete the section with all it holds"),
    ),
    select_first=phrase("Select a section first"),
    resize_first=phrase("Select a section that is not folded first"),
    add_key="Ctrl+E",
    rename_key="Ctrl+F2",
    ways=(
        Way(
            "up",
            phrase("Move section up"),
            phrase("Let the section change places with the one above it"),
            -1,
            "arrow-up",
            "Ctrl+Shift+Up",
        ),
        Way(
            "down",
            phrase("Move section down"),
            phrase("Let the section change places with the one below it"),
            1,
            "arrow-down",
            "Ctrl+Shift+Down",
        ),
    ),
    sizes=(
        Size(
            "higher",
            phrase("Make section taller"),
            phrase("Make the section a little taller"),
            36,
            "unfold-vertical",
            "Alt+Shift+Down",
        ),
        Size(
            "lower",
            phrase("Make section shorter"),
            phrase("Make the section a little shorter"),
            -36,
            "fold-vertical",
            "Alt+Shift+Up",
        ),
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
        text=phrase("Fold to a line"),
        tip=phrase("Fold the section to one line that says how much it holds, or show all of it again"),
        menu=menus.SECTION,
        icon="separator-horizontal",
        canvas_keys=("Ctrl+.",),
        starts_group=True,
        undoable=True,
        needs=Need(_LINES.is_meant, _LINES.select_first),
        checked=_are_folded,
        run=_fold,
    ),
    Action(
        name="sections.leave_off_posters",
        text=phrase("Hide on posters"),
        tip=phrase("Show the section on the screen only, or on posters as well"),
        menu=menus.SECTION,
        icon="eye-off",
        undoable=True,
        needs=Need(_LINES.is_meant, _LINES.select_first),
        checked=_are_left_off,
        run=_leave_off,
    ),
)
