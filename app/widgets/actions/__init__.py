"""Everything a person can have done, as data: one family of actions a module, and one line here."""

from app.widgets.actions import edit, file, help, later, maps, notes, sections, stages, view
from app.widgets.actions.action import Action

ACTIONS: tuple[Action, ...] = (
    *file.ACTIONS,
    *edit.ACTIONS,
    *notes.ACTIONS,
    *stages.ACTIONS,
    *sections.ACTIONS,
    *maps.ACTIONS,
    *view.ACTIONS,
    *later.ACTIONS,
    *help.ACTIONS,
)
