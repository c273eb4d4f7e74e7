"""The command palette: type a few letters of what you want, press Enter, and it is done."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.widgets.actions.action import Action, shown_key
from app.widgets.base.buttons import action_label
from app.widgets.base.overlays.chooser import Choice, Chooser
from app.widgets.window.action_set import ActionSet


class CommandPalette(Chooser):
    """Lists what can be done now."""

    def __init__(self, window: QWidget, actions: ActionSet) -> None:
        choices = [
            _choice(action, made)
            for action, made in actions
            if made.isEnabled() and action.name != "help.commands"
        ]
        super().__init__(window, choices, "What do you want to do?", "Command", width=600, most_rows=11)


def _choice(action: Action, made: QAction) -> Choice:
    text = action_label(made)
    return Choice(text, f"{text} {action.tip}", made.icon(), action.tip, shown_key(action), made.trigger)
