"""Actions that help to find actions: command palette, shortcut sheet, about."""

from PySide6.QtGui import QKeySequence

from app.widgets.actions.action import Action

ACTIONS = (
    Action(
        name="help.commands",
        text="Command palette",
        tip="Find any command by its name and run it",
        menu="Help",
        icon="command",
        keys=("Ctrl+K",),
        while_presenting=True,
        run=lambda context: context.window.show_command_palette(),
    ),
    Action(
        name="help.shortcuts",
        text="Keyboard shortcuts",
        tip="Show all keyboard shortcuts",
        menu="Help",
        icon="keyboard",
        keys=(QKeySequence.StandardKey.HelpContents,),
        while_presenting=True,
        run=lambda context: context.window.show_shortcut_sheet(),
    ),
    Action(
        name="help.about",
        text="About Journeywall",
        tip="Show version and licences",
        menu="Help",
        icon="info",
        starts_group=True,
        run=lambda context: context.window.show_about(),
    ),
)
