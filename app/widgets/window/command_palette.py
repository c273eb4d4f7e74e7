"""The command palette: type a few letters of what you want, press Enter, and it is done."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.language.catalogues import ENGLISH
from app.language.phrases import tr
from app.language.spoken import speaking, spoken_language
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
        super().__init__(
            window, choices, tr("What do you want to do?"), tr("Command"), width=600, most_rows=11
        )


def _choice(action: Action, made: QAction) -> Choice:
    text, tip = action_label(made), str(action.tip)
    return Choice(
        text, f"{text} {tip} {_in_english(action)}", made.icon(), tip, shown_key(action), made.trigger
    )


def _in_english(action: Action) -> str:
    """What an action is called in English, where that is not what is spoken: many know a command by that."""
    if spoken_language() == ENGLISH:
        return ""
    with speaking(ENGLISH):
        return f"{action.text} {action.tip}"
