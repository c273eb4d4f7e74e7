"""The command palette: type a few letters of what you want, press Enter, and it is done.

It lists all that the menus have, also what cannot be done now, with the reason; and beside that the places
where one can go, the ready sections and the templates.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction

from app.language.catalogues import ENGLISH
from app.language.phrases import tr
from app.language.spoken import speaking, spoken_language
from app.language.words import quoted
from app.widgets.actions.action import Action, shown_key
from app.widgets.base.buttons import action_label
from app.widgets.base.icons import icon
from app.widgets.base.overlays.choice_rows import Choice
from app.widgets.base.overlays.chooser import Chooser
from app.widgets.window.action_set import ActionSet
from app.widgets.window.places_to_go import places_to_go

_ITSELF = "help.commands"


class CommandPalette(Chooser):
    def __init__(self, actions: ActionSet) -> None:
        self._context = actions.context
        choices = [self._choice(action, made) for action, made in actions if action.name != _ITSELF]
        super().__init__(
            self._context.window.widget,
            [*choices, *places_to_go(self._context)],
            tr("What do you want to do?"),
            tr("Command"),
            width=600,
            most_rows=11,
        )

    def beyond(self, query: str) -> Sequence[Choice]:
        """The words, looked for in the project."""
        words = query.strip()
        find = partial(self._context.window.find_bar.open_for, words)
        text = tr("Find {words} in the project", words=quoted(words))
        return [Choice(text, text, icon("search"), text, "", find)]

    def _choice(self, action: Action, made: QAction) -> Choice:
        text, tip = action_label(made), str(action.tip)
        words = f"{text} {tip} {action.words or ''} {_in_english(action)}"
        why_not = action.why_not(self._context)
        return Choice(text, words, made.icon(), tip, shown_key(action), made.trigger, str(why_not or ""))


def _in_english(action: Action) -> str:
    """What an action is called in English, where that is not what is spoken: many know a command by that."""
    if spoken_language() == ENGLISH:
        return ""
    with speaking(ENGLISH):
        return f"{action.text} {action.tip} {action.words or ''}"
