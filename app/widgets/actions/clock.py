"""Actions for the clock of a workshop and the way through its agenda, before others."""

from functools import partial

from app.language.phrases import phrase
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need
from app.widgets.actions.file import open_export


def _goes_on(context: Context) -> bool:
    return not context.editor.is_for_reading and context.window.workshop.clock is not None


def _can_step(context: Context) -> bool:
    """Before others alone: there the map, its lock and what is lit follow the agenda."""
    has_agenda = bool(context.editor.document.agenda())
    return context.window.presentation.is_on and has_agenda and not context.editor.is_for_reading


def _step(step: int, context: Context) -> None:
    context.window.presentation.go_to_item(step)


def _give(minutes: int, context: Context) -> None:
    context.window.workshop.give(minutes)


def _print(context: Context) -> None:
    open_export(context).form.choose_part(what="presenter-sheet")


_ON_THE_WAY = Need(_can_step, phrase("Plan an agenda and show the map to others first"))
_CLOCK_RUNS = Need(_goes_on, phrase("No workshop is going on"))

ACTIONS = (
    Action(
        name="workshop.next",
        text=phrase("Next step"),
        tip=phrase("Go on to the next item of the agenda; a version is named"),
        menu=menus.WORKSHOP,
        icon="arrow-right",
        keys=("Shift+PgDown",),
        while_presenting=True,
        starts_group=True,
        needs=_ON_THE_WAY,
        run=partial(_step, 1),
    ),
    Action(
        name="workshop.previous",
        text=phrase("Previous step"),
        tip=phrase("Go back to the previous item of the agenda; its times add up"),
        menu=menus.WORKSHOP,
        icon="arrow-left",
        keys=("Shift+PgUp",),
        while_presenting=True,
        needs=_ON_THE_WAY,
        run=partial(_step, -1),
    ),
    Action(
        name="workshop.more",
        text=phrase("One minute more"),
        tip=phrase("Give the item of the agenda that goes on a minute more"),
        menu=menus.WORKSHOP,
        icon="plus",
        while_presenting=True,
        needs=_CLOCK_RUNS,
        run=partial(_give, 1),
    ),
    Action(
        name="workshop.less",
        text=phrase("One minute less"),
        tip=phrase("Take a minute from the item of the agenda that goes on"),
        menu=menus.WORKSHOP,
        icon="minus",
        while_presenting=True,
        needs=_CLOCK_RUNS,
        run=partial(_give, -1),
    ),
    Action(
        name="workshop.hold",
        text=phrase("Hold the clock"),
        tip=phrase("Have the clock of the workshop stand still, or go on"),
        words=phrase("timer stopwatch countdown pause"),
        menu=menus.WORKSHOP,
        icon="clock",
        while_presenting=True,
        needs=_CLOCK_RUNS,
        checked=lambda context: (clock := context.window.workshop.clock) is not None and clock.is_held,
        run=lambda context: context.window.workshop.hold(),
    ),
    Action(
        name="workshop.blank",
        text=phrase("Black screen"),
        tip=phrase("Have the room see nothing, or the picture again"),
        words=phrase("blank break"),
        menu=menus.WORKSHOP,
        icon="monitor",
        while_presenting=True,
        needs=Need(lambda context: context.window.presentation.is_on, phrase("Show the map to others first")),
        run=lambda context: context.window.presentation.blank(),
    ),
    Action(
        name="workshop.print_sheet",
        text=phrase("Print my sheet…"),
        tip=phrase("Agenda, notes to yourself and keys on one sheet of paper"),
        menu=menus.WORKSHOP,
        icon="printer",
        starts_group=True,
        needs=Need(lambda context: bool(context.editor.document.agenda()), phrase("There is no agenda")),
        run=_print,
    ),
)
