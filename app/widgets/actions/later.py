"""Actions that have their place in the bar already, though what they do is still to come."""

from app.widgets.actions.action import Action

ACTIONS = (
    Action(
        name="view.present",
        text="Present",
        tip="Show the map to others, stage by stage (not there yet)",
        menu="View",
        icon="play",
        keys=("F5",),
        enabled=lambda context: False,
        run=lambda context: None,
    ),
)
