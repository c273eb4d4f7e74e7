"""Actions that help to find actions: command palette, shortcut sheet, about."""

from PySide6.QtGui import QKeySequence

from app.language.phrases import phrase
from app.widgets.actions import menus
from app.widgets.actions.action import Action

ACTIONS = (
    Action(
        name="help.commands",
        text=phrase("Command palette"),
        tip=phrase("Find any command by its name and run it"),
        menu=menus.HELP,
        icon="command",
        keys=("Ctrl+K",),
        while_presenting=True,
        run=lambda context: context.window.show_command_palette(),
    ),
    Action(
        name="help.shortcuts",
        text=phrase("Keyboard shortcuts"),
        tip=phrase("Show all keyboard shortcuts"),
        menu=menus.HELP,
        icon="keyboard",
        keys=(QKeySequence.StandardKey.HelpContents,),
        while_presenting=True,
        run=lambda context: context.window.show_shortcut_sheet(),
    ),
    Action(
        name="help.about",
        text=phrase("About Journeywall"),
        tip=phrase("Show the version and the licences"),
        menu=menus.HELP,
        icon="info",
        starts_group=True,
        run=lambda context: context.window.show_about(),
    ),
)
