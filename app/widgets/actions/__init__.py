"""Everything a person can have done, as data: one family of actions a module, and one line here."""

from app.widgets.actions import (
    clipboard,
    content,
    copying,
    edit,
    file,
    finding,
    help,
    history,
    maps,
    moving,
    notes,
    personas,
    presenting,
    sections,
    selecting,
    spelling,
    stages,
    view,
)
from app.widgets.actions.action import Action

ACTIONS: tuple[Action, ...] = (
    *file.ACTIONS,
    *edit.ACTIONS,
    *clipboard.ACTIONS,
    *copying.ACTIONS,
    *selecting.ACTIONS,
    *notes.ACTIONS,
    *stages.ACTIONS,
    *moving.ACTIONS,
    *sections.ACTIONS,
    *content.ACTIONS,
    *maps.ACTIONS,
    *personas.ACTIONS,
    *view.ACTIONS,
    *spelling.ACTIONS,
    *finding.ACTIONS,
    *history.ACTIONS,
    *presenting.ACTIONS,
    *help.ACTIONS,
)
