"""Actions for the history of the project: versions, and the map as it was."""

from app.widgets.actions.action import Action, Context
from app.widgets.panels.history.name_version import NameVersion
from app.widgets.panels.history.view import HistoryView


def _save_version(context: Context) -> None:
    window = context.window
    window.put_over(lambda: NameVersion(window, context.editor.history, window.tell))


def _show(context: Context) -> None:
    window = context.window
    window.put_over(lambda: HistoryView(window, context.editor, window.tell))


ACTIONS = (
    Action(
        name="history.save_version",
        text="Save a version…",
        tip="Give the project as it is now a name, to go back to",
        menu="History",
        icon="bookmark",
        keys=("Ctrl+Alt+S",),
        enabled=lambda context: not context.editor.read_only,
        run=_save_version,
    ),
    Action(
        name="history.show",
        text="Show history",
        tip="See the map as it was at any time, and go back to it",
        menu="History",
        icon="history",
        keys=("Ctrl+Alt+H",),
        run=_show,
    ),
)
