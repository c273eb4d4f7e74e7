"""The action that shows the map to others."""

from app.widgets.actions.action import Action, Context


def _present(context: Context) -> None:
    presentation = context.window.presentation
    if presentation.is_on:
        presentation.stop()
    else:
        presentation.start()


ACTIONS = (
    Action(
        name="view.present",
        text="Present",
        tip="Show the map to others, full screen and stage by stage",
        menu="View",
        icon="play",
        keys=("F5",),
        while_presenting=True,
        run=_present,
    ),
)
