"""Actions for the maps of a project."""

from collections.abc import Callable

from app.language.phrases import phrase, tr
from app.model.change import Change
from app.model.document import Document
from app.model.records import Id, JourneyMap, new_id
from app.model.verbs.copying import created, duplicate
from app.model.verbs.editing import delete, reorder
from app.model.verbs.maps import add_map, plan_future_state
from app.pages.paper import at_hand
from app.publishing.arranging import ArrangeOptions
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need
from app.widgets.actions.needs import HAS_CELLS
from app.widgets.pages.arranging.dialog import ArrangeDialog, options_for
from app.widgets.pages.importing.bringing_in import ask_for_maps, ask_for_register, ask_for_template


def _add_map(context: Context) -> None:
    editor, id = context.editor, new_id()

    def show(_: Change) -> None:
        editor.show_map(id)
        editor.select([id])
        context.window.inspect()

    editor.do(add_map(editor.document, id=id), then=show)


def _rename_map(context: Context) -> None:
    context.editor.select([context.editor.map])
    context.window.inspect()


def _can_move(context: Context, by: int) -> bool:
    return 0 <= context.editor.journey_map.position + by < len(context.editor.document.maps())


def _move(context: Context, by: int) -> None:
    index = context.editor.journey_map.position + (by if by < 0 else by + 1)
    context.editor.do(reorder(context.editor.document, [context.editor.map], index))


def _show_neighbour(context: Context, by: int) -> None:
    maps = context.editor.document.maps()
    context.editor.show_map(maps[(context.editor.journey_map.position + by) % len(maps)].id)


def _duplicate(context: Context, make: Callable[[Document, Id], Change]) -> None:
    editor, map = context.editor, context.editor.map
    editor.do_to(
        [map],
        lambda: make(editor.document, map),
        tr("Duplicating"),
        lambda change: editor.show_map(created(change, JourneyMap)[0]),
    )


def _can_arrange(context: Context) -> bool:
    return context.editor.document.has_cells(context.editor.map)


def open_arranging(context: Context, options: ArrangeOptions | None = None) -> ArrangeDialog:
    """Open the dialog that arranges the map: for these options, or the paper that it is arranged for."""
    editor = context.editor
    chosen = options or options_for(editor.journey_map.arranged, at_hand("A0"))
    dialog = ArrangeDialog(editor, chosen, context.window.widget)
    dialog.open()
    return dialog


def _delete_map(context: Context) -> None:
    editor, journey_map = context.editor, context.editor.journey_map
    editor.do_to(
        [journey_map.id],
        lambda: delete(editor.document, [journey_map.id]),
        tr("Deleting"),
        lambda change: context.window.show_message(str(change.label.done), offer_undo=True),
    )


def _several(context: Context) -> bool:
    return len(context.editor.document.maps()) > 1


ACTIONS = (
    Action(
        name="maps.add",
        text=phrase("Add map"),
        tip=phrase("Add an empty map to the project"),
        menu=menus.MAP,
        icon="plus",
        undoable=True,
        run=_add_map,
    ),
    Action(
        name="maps.add_from_template",
        text=phrase("Add map from template…"),
        tip=phrase("Add the map of a template to the project, with its stages, sections and hints"),
        menu=menus.MAP,
        icon="clipboard-list",
        undoable=True,
        run=lambda context: ask_for_template(context.window),
    ),
    Action(
        name="maps.import",
        text=phrase("Import maps…"),
        tip=phrase("Add the maps of another project, or of a file, to this project"),
        menu=menus.MAP,
        icon="download",
        undoable=True,
        run=lambda context: ask_for_maps(context.window),
    ),
    Action(
        name="maps.update_register",
        text=phrase("Update actions from a workbook…"),
        tip=phrase("Take owners, status and days from an action register that others filled in"),
        menu=menus.MAP,
        icon="clipboard-list",
        undoable=True,
        run=lambda context: ask_for_register(context.window),
    ),
    Action(
        name="maps.duplicate",
        text=phrase("Duplicate map"),
        tip=phrase("Put a copy of the map, with all it holds, right after it"),
        menu=menus.MAP,
        icon="copy",
        keys=("Ctrl+Shift+D",),
        undoable=True,
        run=lambda context: _duplicate(context, lambda document, map: duplicate(document, [map])),
    ),
    Action(
        name="maps.plan_future_state",
        text=phrase("Plan the future state"),
        tip=phrase("Put a copy of the map after it, as the future state, to be changed into what should be"),
        menu=menus.MAP,
        icon="sparkles",
        undoable=True,
        run=lambda context: _duplicate(context, plan_future_state),
    ),
    Action(
        name="maps.inspect",
        text=phrase("Title, goal and scenario…"),
        tip=phrase("Show what the map is about in the panel on the right"),
        menu=menus.MAP,
        icon="pencil",
        run=_rename_map,
    ),
    Action(
        name="maps.arrange",
        text=phrase("Arrange for paper…"),
        tip=phrase("Give stages, sections and type the sizes in which they fill a sheet of paper"),
        menu=menus.MAP,
        icon="maximize",
        undoable=True,
        needs=HAS_CELLS,
        run=open_arranging,
    ),
    Action(
        name="maps.next",
        text=phrase("Next map"),
        tip=phrase("Show the next map of the project"),
        menu=menus.MAP,
        icon="chevron-right",
        keys=("Ctrl+PgDown",),
        starts_group=True,
        needs=Need(_several, phrase("There is only one map")),
        while_presenting=True,
        run=lambda context: _show_neighbour(context, 1),
    ),
    Action(
        name="maps.previous",
        text=phrase("Previous map"),
        tip=phrase("Show the previous map of the project"),
        menu=menus.MAP,
        icon="chevron-left",
        keys=("Ctrl+PgUp",),
        needs=Need(_several, phrase("There is only one map")),
        while_presenting=True,
        run=lambda context: _show_neighbour(context, -1),
    ),
    Action(
        name="maps.move_up",
        text=phrase("Move map up"),
        tip=phrase("Move the map up one place in the list of maps"),
        menu=menus.MAP,
        icon="arrow-up",
        starts_group=True,
        undoable=True,
        needs=Need(lambda context: _can_move(context, -1), phrase("It is the first map already")),
        run=lambda context: _move(context, -1),
    ),
    Action(
        name="maps.move_down",
        text=phrase("Move map down"),
        tip=phrase("Move the map down one place in the list of maps"),
        menu=menus.MAP,
        icon="arrow-down",
        undoable=True,
        needs=Need(lambda context: _can_move(context, 1), phrase("It is the last map already")),
        run=lambda context: _move(context, 1),
    ),
    Action(
        name="maps.delete",
        text=phrase("Delete map"),
        tip=phrase("Delete the map that is shown, with all its stages, sections and notes"),
        menu=menus.MAP,
        icon="trash-2",
        undoable=True,
        needs=Need(_several, phrase("There is only one map")),
        run=_delete_map,
    ),
)
