"""Actions for the personas of a project, and for the page of one."""

from app.language.phrases import phrase, tr
from app.model.change import Change
from app.model.records import Persona, new_id
from app.model.verbs.copying import created, duplicate
from app.model.verbs.editing import delete, reorder
from app.model.verbs.personas import add_persona
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need
from app.widgets.actions.file import open_export
from app.widgets.pages.persona_page.page import PersonaPage


def _current(context: Context) -> Persona | None:
    """The persona that is shown or selected."""
    records = context.editor.selected.records
    selected = records[0] if len(records) == 1 else None
    page = context.window.pages.open
    shown = page.persona if isinstance(page, PersonaPage) else None
    return shown or (selected if isinstance(selected, Persona) else None)


def _is_shown(context: Context) -> bool:
    return isinstance(context.window.pages.open, PersonaPage)


def _is_there(context: Context) -> bool:
    return _current(context) is not None


def _show(context: Context) -> None:
    """The page of the persona at hand, of the map's first, or of the project's first; or back to the map."""
    if _is_shown(context):
        context.window.show_map()
        return
    persona = _current(context)
    known = [one.id for one in context.editor.document.personas()]
    context.window.show_persona(persona.id if persona else (*context.editor.journey_map.personas, *known)[0])


def _show_neighbour(context: Context, by: int) -> None:
    persona, personas = _current(context), context.editor.document.personas()
    if persona is not None:
        context.window.show_persona(personas[(persona.position + by) % len(personas)].id)


def _several(context: Context) -> bool:
    return _is_there(context) and len(context.editor.document.personas()) > 1


def _add(context: Context) -> None:
    editor, id = context.editor, new_id()

    def show(_: Change) -> None:
        editor.select([id])
        context.window.inspect()

    editor.do(add_persona(editor.document, map=editor.map, id=id), then=show)


def _duplicate(context: Context) -> None:
    if persona := _current(context):
        editor = context.editor
        change = duplicate(editor.document, [persona.id])
        editor.do(change, then=lambda change: editor.select(created(change, Persona)))


def _can_move(context: Context, by: int) -> bool:
    persona = _current(context)
    return persona is not None and 0 <= persona.position + by < len(context.editor.document.personas())


def _move(context: Context, by: int) -> None:
    if persona := _current(context):
        index = persona.position + (by if by < 0 else by + 1)
        context.editor.do(reorder(context.editor.document, [persona.id], index))


def _delete(context: Context) -> None:
    if persona := _current(context):
        document, id = context.editor.document, persona.id
        context.editor.do_to(
            [id],
            lambda: delete(document, [id]),
            tr("Deleting"),
            lambda change: context.window.show_message(str(change.label.done), offer_undo=True),
        )


def _export(context: Context) -> None:
    if persona := _current(context):
        open_export(context).form.choose_part(what="persona-sheets", personas=(persona.id,))


ACTIONS = (
    Action(
        name="personas.show",
        text=phrase("Persona page"),
        tip=phrase("Show and edit all that is known of a persona, in place of the map"),
        menu=menus.PERSONA,
        icon="id-card",
        keys=("Ctrl+Shift+P",),
        needs=Need(
            lambda context: bool(context.editor.document.personas()), phrase("There are no personas yet")
        ),
        checked=_is_shown,
        run=_show,
    ),
    Action(
        name="personas.previous",
        text=phrase("Previous persona"),
        tip=phrase("Show the page of the previous persona of the project"),
        menu=menus.PERSONA,
        icon="chevron-left",
        needs=Need(_several, phrase("Select one of several personas first")),
        run=lambda context: _show_neighbour(context, -1),
    ),
    Action(
        name="personas.next",
        text=phrase("Next persona"),
        tip=phrase("Show the page of the next persona of the project"),
        menu=menus.PERSONA,
        icon="chevron-right",
        needs=Need(_several, phrase("Select one of several personas first")),
        run=lambda context: _show_neighbour(context, 1),
    ),
    Action(
        name="personas.add",
        text=phrase("Add persona"),
        tip=phrase("Add a persona to the project and to this map"),
        menu=menus.PERSONA,
        icon="plus",
        starts_group=True,
        undoable=True,
        run=_add,
    ),
    Action(
        name="personas.duplicate",
        text=phrase("Duplicate persona"),
        tip=phrase("Put a copy of the persona right after it"),
        menu=menus.PERSONA,
        icon="copy",
        undoable=True,
        needs=Need(_is_there, phrase("Select a persona first")),
        run=_duplicate,
    ),
    Action(
        name="personas.move_up",
        text=phrase("Move persona up"),
        tip=phrase("Move the persona up one place in the list of personas"),
        menu=menus.PERSONA,
        icon="arrow-up",
        undoable=True,
        needs=Need(lambda context: _can_move(context, -1), phrase("Select a persona that is not the first")),
        run=lambda context: _move(context, -1),
    ),
    Action(
        name="personas.move_down",
        text=phrase("Move persona down"),
        tip=phrase("Move the persona down one place in the list of personas"),
        menu=menus.PERSONA,
        icon="arrow-down",
        undoable=True,
        needs=Need(lambda context: _can_move(context, 1), phrase("Select a persona that is not the last")),
        run=lambda context: _move(context, 1),
    ),
    Action(
        name="personas.delete",
        text=phrase("Delete persona"),
        tip=phrase("Delete the persona; notes and emotions that were theirs stay"),
        menu=menus.PERSONA,
        icon="trash-2",
        undoable=True,
        needs=Need(_is_there, phrase("Select a persona first")),
        run=_delete,
    ),
    Action(
        name="personas.export",
        text=phrase("Export persona sheet…"),
        short=phrase("Export sheet…"),
        tip=phrase("Write the sheet of the persona to a file, or print it"),
        menu=menus.PERSONA,
        icon="download",
        starts_group=True,
        needs=Need(_is_there, phrase("Select a persona first")),
        run=_export,
    ),
)
