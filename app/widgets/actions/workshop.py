"""Actions for the workshop: to plan it, to hold it, and what it comes to."""

from app.language.phrases import phrase, tr
from app.model.records import AgendaItem
from app.model.verbs.editing import reorder
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need
from app.widgets.actions.needs import CAN_EDIT
from app.widgets.pages.agenda.page import AgendaPage


def _shows_agenda(context: Context) -> bool:
    return isinstance(context.window.pages.open, AgendaPage)


def _show_agenda(context: Context) -> None:
    """The agenda, with what is selected of it; or back to the map."""
    if _shows_agenda(context):
        context.window.show_map()
        return
    selected = context.editor.selected.of(AgendaItem)
    context.window.show_agenda(selected[-1].id if selected else None)


def _add_item(context: Context) -> None:
    page = context.window.pages.open
    if not isinstance(page, AgendaPage):
        page = context.window.show_page(AgendaPage)
    page.type_item()


def _can_move(context: Context, by: int) -> bool:
    chosen = context.editor.selected.of(AgendaItem)
    places = {item.position for item in chosen}
    last = len(context.editor.document.agenda()) - 1
    return bool(places) and (min(places) > 0 if by < 0 else max(places) < last)


def _move(context: Context, by: int) -> None:
    chosen = context.editor.selected.of(AgendaItem)
    places = [item.position for item in chosen]
    index = min(places) - 1 if by < 0 else max(places) + 2
    context.editor.do(reorder(context.editor.document, [item.id for item in chosen], index))


def _can_begin(context: Context) -> bool:
    editor = context.editor
    return (
        not editor.is_for_reading and context.window.workshop.run is None and bool(editor.document.agenda())
    )


def _begin(context: Context) -> None:
    context.window.workshop.begin()
    context.window.presentation.start()


def _finish(context: Context) -> None:
    context.window.workshop.finish()
    context.window.show_message(tr("The workshop is over."))


def _goes_on(context: Context) -> bool:
    return not context.editor.is_for_reading and context.window.workshop.run is not None


ACTIONS = (
    Action(
        name="workshop.agenda",
        text=phrase("Agenda"),
        tip=phrase("Plan what is done in a workshop, in which order and how long"),
        menu=menus.WORKSHOP,
        icon="clipboard-list",
        keys=("Ctrl+Shift+W",),
        checked=_shows_agenda,
        run=_show_agenda,
    ),
    Action(
        name="workshop.add_item",
        text=phrase("Add agenda item"),
        tip=phrase("Type a new item behind what is selected of the agenda"),
        menu=menus.WORKSHOP,
        icon="plus",
        needs=CAN_EDIT,
        run=_add_item,
    ),
    Action(
        name="workshop.move_up",
        text=phrase("Move agenda item up"),
        tip=phrase("Move what is selected of the agenda up one place"),
        menu=menus.WORKSHOP,
        icon="arrow-up",
        undoable=True,
        needs=Need(
            lambda context: _can_move(context, -1), phrase("Select an agenda item that is not the first")
        ),
        run=lambda context: _move(context, -1),
    ),
    Action(
        name="workshop.move_down",
        text=phrase("Move agenda item down"),
        tip=phrase("Move what is selected of the agenda down one place"),
        menu=menus.WORKSHOP,
        icon="arrow-down",
        undoable=True,
        needs=Need(
            lambda context: _can_move(context, 1), phrase("Select an agenda item that is not the last")
        ),
        run=lambda context: _move(context, 1),
    ),
    Action(
        name="workshop.begin",
        text=phrase("Begin the workshop"),
        tip=phrase("Show the first item of the agenda to others; its clock begins"),
        menu=menus.WORKSHOP,
        icon="play",
        starts_group=True,
        needs=Need(_can_begin, phrase("Plan an agenda first, and end the workshop that goes on")),
        run=_begin,
    ),
    Action(
        name="workshop.finish",
        text=phrase("End the workshop"),
        tip=phrase("The workshop is over: its clock stops, and a version is named"),
        menu=menus.WORKSHOP,
        icon="check",
        while_presenting=True,
        needs=Need(_goes_on, phrase("No workshop is going on")),
        run=_finish,
    ),
)
