"""The action that shows the map to others."""

from app.language.phrases import phrase, phrase_context
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context


def _present(context: Context) -> None:
    """Nothing while it is on: clickers send this key too, and Esc ends it."""
    if not context.window.presentation.is_on:
        context.window.presentation.start()


ACTIONS = (
    Action(
        name="view.present",
        text=phrase_context("verb", "Present"),
        tip=phrase("Show the map to others, full screen and stage by stage"),
        words=phrase("projector beamer slides show full screen"),
        menu=menus.VIEW,
        icon="play",
        keys=("F5",),
        while_presenting=True,
        run=_present,
    ),
)
