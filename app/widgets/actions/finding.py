"""Actions that find, replace and filter."""

from PySide6.QtGui import QKeySequence

from app.language.phrases import phrase, phrase_context
from app.model.finding.filtering import Filter
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Need
from app.widgets.actions.needs import CAN_EDIT

ACTIONS = (
    Action(
        name="view.find",
        text=phrase_context("verb", "Find"),
        tip=phrase("Find notes, stages, sections, tags and owners on all maps"),
        words=phrase("search look for"),
        menu=menus.VIEW,
        icon="search",
        keys=(QKeySequence.StandardKey.Find,),
        starts_group=True,
        while_presenting=True,
        run=lambda context: context.window.find_bar.open(),
    ),
    Action(
        name="view.find_next",
        text=phrase("Find next"),
        tip=phrase("Go to the next match"),
        menu=menus.VIEW,
        icon="arrow-down",
        keys=("F3",),
        while_presenting=True,
        run=lambda context: context.window.find_bar.go(1),
    ),
    Action(
        name="view.find_previous",
        text=phrase("Find previous"),
        tip=phrase("Go to the previous match"),
        menu=menus.VIEW,
        icon="arrow-up",
        keys=("Shift+F3",),
        while_presenting=True,
        run=lambda context: context.window.find_bar.go(-1),
    ),
    Action(
        name="view.go_to_number",
        text=phrase("Go to note number…"),
        tip=phrase("Type the number of a note on the poster"),
        menu=menus.VIEW,
        icon="map-pin",
        keys=("Ctrl+G",),
        while_presenting=True,
        run=lambda context: context.window.find_bar.open_for("#"),
    ),
    Action(
        name="view.numbers",
        text=phrase("Numbers on notes"),
        tip=phrase("Show the numbers that notes have on the poster"),
        menu=menus.VIEW,
        icon="tag",
        checked=lambda context: context.window.number_badges.is_on,
        while_presenting=True,
        run=lambda context: context.window.number_badges.toggle(),
    ),
    Action(
        name="edit.replace",
        text=phrase("Replace…"),
        tip=phrase("Find words and replace them with others"),
        menu=menus.EDIT,
        icon="arrow-down-up",
        keys=("Ctrl+H",),
        starts_group=True,
        needs=CAN_EDIT,
        run=lambda context: context.window.find_bar.open(replacing=True),
    ),
    Action(
        name="view.filter",
        text=phrase_context("verb", "Filter"),
        tip=phrase("Dim the notes without a certain colour, tag, persona, owner or evidence"),
        words=phrase("legend hide dim show only"),
        menu=menus.VIEW,
        icon="funnel",
        keys=("Ctrl+Shift+F",),
        while_presenting=True,
        run=lambda context: context.window.filter_panel.open(),
    ),
    Action(
        name="view.filter_off",
        text=phrase("Show all notes"),
        tip=phrase("Clear the filter"),
        menu=menus.VIEW,
        icon="eye",
        keys=("Ctrl+Shift+A",),
        needs=Need(lambda context: bool(context.window.dimming.filter), phrase("There is no filter on")),
        while_presenting=True,
        run=lambda context: context.window.dimming.set_filter(Filter()),
    ),
)
