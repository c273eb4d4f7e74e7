"""Actions for the workshop: to plan it, to hold it, and what it comes to."""

from app.language.phrases import phrase, tr
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context


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
        name="workshop.begin",
        text=phrase("Begin the workshop"),
        tip=phrase("Show the first item of the agenda to others; its clock begins"),
        menu=menus.WORKSHOP,
        icon="play",
        enabled=_can_begin,
        run=_begin,
    ),
    Action(
        name="workshop.finish",
        text=phrase("End the workshop"),
        tip=phrase("The workshop is over: its clock stops, and a version is named"),
        menu=menus.WORKSHOP,
        icon="check",
        while_presenting=True,
        enabled=_goes_on,
        run=_finish,
    ),
)
