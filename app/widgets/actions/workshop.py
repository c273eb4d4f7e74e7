"""Actions for the workshop: to plan it, to hold it, and what it comes to."""

from app.language.phrases import phrase, tr
from app.model.records import AgendaItem
from app.model.verbs.editing import reorder
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need
from app.widgets.actions.file import open_export
from app.widgets.actions.needs import CAN_EDIT
from app.widgets.base.overlays.message import Offer
from app.widgets.pages.agenda.page import AgendaPage
from app.widgets.pages.agenda.workshop_question import AskedWorkshop, WorkshopQuestion
from app.widgets.pages.minutes.page import MinutesPage


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
    """Ask who is there, and show the first item."""
    window = context.window

    def begin(asked: AskedWorkshop) -> None:
        window.workshop.begin(asked.people, asked.names)
        window.presentation.start()

    window.show_overlay(lambda: WorkshopQuestion(window.widget, begin, is_new=False))


def _run(context: Context) -> None:
    """In a project of its own, from a template."""
    window = context.window
    window.show_overlay(lambda: WorkshopQuestion(window.widget, window.workshop_wanted.emit, is_new=True))


def _finish(context: Context) -> None:
    window = context.window
    window.presentation.stop()
    window.workshop.finish()
    tip = tr("Show what the workshop came to")
    offer = Offer(tr("Minutes of the day"), tip, lambda: window.show_page(MinutesPage))
    window.show_message(tr("The workshop is over."), offer=offer)


def _shows_minutes(context: Context) -> bool:
    return isinstance(context.window.pages.open, MinutesPage)


def _show_minutes(context: Context) -> None:
    if _shows_minutes(context):
        context.window.show_map()
    else:
        context.window.show_page(MinutesPage)


def _export_minutes(context: Context) -> None:
    page = context.window.pages.open
    form = open_export(context).form
    form.choose_part(what="minutes")
    if isinstance(page, MinutesPage):
        form.set_page_options(without_names=page.without_names.isChecked())


def _was_held(context: Context) -> bool:
    return bool(context.editor.document.runs())


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
        text=phrase("Begin the workshop…"),
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
    Action(
        name="workshop.minutes",
        text=phrase("Minutes of the day"),
        tip=phrase("Show what the workshop came to, as a text to be copied, saved and printed"),
        menu=menus.WORKSHOP,
        icon="file-text",
        starts_group=True,
        needs=Need(_was_held, phrase("No workshop was held yet")),
        checked=_shows_minutes,
        run=_show_minutes,
    ),
    Action(
        name="workshop.export_minutes",
        text=phrase("Export the minutes…"),
        short=phrase("Export…"),
        tip=phrase("Write the minutes of the day as pages of a PDF, or print them"),
        menu=menus.WORKSHOP,
        icon="download",
        needs=Need(_was_held, phrase("No workshop was held yet")),
        run=_export_minutes,
    ),
    Action(
        name="workshop.run",
        text=phrase("Run a workshop…"),
        tip=phrase("Make a project for a workshop, with the maps and the agenda of a template"),
        menu=menus.WORKSHOP,
        icon="users",
        starts_group=True,
        run=_run,
    ),
)
