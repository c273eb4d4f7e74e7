"""Actions that find, replace and filter."""

from PySide6.QtGui import QKeySequence

from app.model.filtering import Filter
from app.widgets.actions.action import Action

ACTIONS = (
    Action(
        name="view.find",
        text="Find",
        tip="Find notes, stages, sections, tags and owners on all maps",
        menu="View",
        icon="search",
        keys=(QKeySequence.StandardKey.Find,),
        starts_group=True,
        run=lambda context: context.window.find_bar.open(),
    ),
    Action(
        name="view.find_next",
        text="Find next",
        tip="Go to the next hit",
        menu="View",
        icon="arrow-down",
        keys=("F3",),
        run=lambda context: context.window.find_bar.go(1),
    ),
    Action(
        name="view.find_previous",
        text="Find previous",
        tip="Go to the hit before this one",
        menu="View",
        icon="arrow-up",
        keys=("Shift+F3",),
        run=lambda context: context.window.find_bar.go(-1),
    ),
    Action(
        name="view.go_to_number",
        text="Go to note number…",
        tip="Type the number that a note has on the poster",
        menu="View",
        icon="map-pin",
        keys=("Ctrl+G",),
        run=lambda context: context.window.find_bar.open_for_number(),
    ),
    Action(
        name="view.numbers",
        text="Numbers on notes",
        tip="Show the numbers that notes have on the poster",
        menu="View",
        icon="tag",
        checked=lambda context: context.window.number_badges.is_on,
        run=lambda context: context.window.number_badges.toggle(),
    ),
    Action(
        name="edit.replace",
        text="Replace…",
        tip="Find words and put others in their place",
        menu="Edit",
        icon="arrow-down-up",
        keys=("Ctrl+H",),
        starts_group=True,
        enabled=lambda context: not context.editor.read_only,
        run=lambda context: context.window.find_bar.open(replacing=True),
    ),
    Action(
        name="view.filter",
        text="Filter",
        tip="Dim the notes that have not this colour, tag, persona, owner or evidence",
        menu="View",
        icon="funnel",
        keys=("Ctrl+Shift+F",),
        run=lambda context: context.window.filter_panel.open(),
    ),
    Action(
        name="view.filter_off",
        text="Show all notes",
        tip="Take the filter off",
        menu="View",
        icon="eye",
        keys=("Ctrl+Shift+A",),
        enabled=lambda context: bool(context.window.veil.filter),
        run=lambda context: context.window.veil.set_filter(Filter()),
    ),
)
