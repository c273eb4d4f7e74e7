"""Actions for the maps of a project."""

from collections.abc import Callable

from app.model.change import Change
from app.model.document import Document
from app.model.records import Id, JourneyMap, new_id
from app.model.verbs.copying import created, duplicate
from app.model.verbs.editing import delete, reorder
from app.model.verbs.maps import add_map, plan_future_state
from app.widgets.actions.action import Action, Context
from app.widgets.pages.importing.bringing_in import ask_for_maps, ask_for_template


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
        "Duplicating",
        lambda change: editor.show_map(created(change, JourneyMap)[0]),
    )


def _delete_map(context: Context) -> None:
    editor, journey_map = context.editor, context.editor.journey_map
    editor.do_to(
        [journey_map.id],
        lambda: delete(editor.document, [journey_map.id]),
        "Deleting",
        lambda change: context.window.show_message(str(change.label.done), offer_undo=True),
    )


def _several(context: Context) -> bool:
    return len(context.editor.document.maps()) > 1


ACTIONS = (
    Action(
        name="maps.add",
        text="Add map",
        tip="Add an empty map to the project",
        menu="Map",
        icon="plus",
        undoable=True,
        run=_add_map,
    ),
    Action(
        name="maps.add_from_template",
        text="Add map from template…",
        tip="Add the map of a template to the project, with its stages, sections and hints",
        menu="Map",
        icon="clipboard-list",
        undoable=True,
        run=lambda context: ask_for_template(context.window),
    ),
    Action(
        name="maps.import",
        text="Import maps…",
        tip="Add the maps of another project, or of a file, to this project",
        menu="Map",
        icon="download",
        undoable=True,
        run=lambda context: ask_for_maps(context.window),
    ),
    Action(
        name="maps.duplicate",
        text="Duplicate map",
        tip="Put a copy of the map, with all it holds, right behind it",
        menu="Map",
        icon="copy",
        keys=("Ctrl+Shift+D",),
        undoable=True,
        run=lambda context: _duplicate(context, lambda document, map: duplicate(document, [map])),
    ),
    Action(
        name="maps.plan_future_state",
        text="Plan the future state",
        tip="Put a copy of the map behind it, as the future state, to be changed into what should be",
        menu="Map",
        icon="sparkles",
        undoable=True,
        run=lambda context: _duplicate(context, plan_future_state),
    ),
    Action(
        name="maps.inspect",
        text="Title, goal and scenario…",
        tip="Show what the map is about in the panel at the right",
        menu="Map",
        icon="pencil",
        run=_rename_map,
    ),
    Action(
        name="maps.next",
        text="Next map",
        tip="Show the next map of the project",
        menu="Map",
        icon="chevron-right",
        keys=("Ctrl+PgDown",),
        starts_group=True,
        enabled=_several,
        while_presenting=True,
        run=lambda context: _show_neighbour(context, 1),
    ),
    Action(
        name="maps.previous",
        text="Previous map",
        tip="Show the map before this one",
        menu="Map",
        icon="chevron-left",
        keys=("Ctrl+PgUp",),
        enabled=_several,
        while_presenting=True,
        run=lambda context: _show_neighbour(context, -1),
    ),
    Action(
        name="maps.move_up",
        text="Move map up",
        tip="Put the map before the one above it in the list of maps",
        menu="Map",
        icon="arrow-up",
        starts_group=True,
        undoable=True,
        enabled=lambda context: _can_move(context, -1),
        run=lambda context: _move(context, -1),
    ),
    Action(
        name="maps.move_down",
        text="Move map down",
        tip="Put the map after the one below it in the list of maps",
        menu="Map",
        icon="arrow-down",
        undoable=True,
        enabled=lambda context: _can_move(context, 1),
        run=lambda context: _move(context, 1),
    ),
    Action(
        name="maps.delete",
        text="Delete map",
        tip="Delete the map that is shown, with all its stages, sections and notes",
        menu="Map",
        icon="trash-2",
        undoable=True,
        enabled=_several,
        run=_delete_map,
    ),
)
