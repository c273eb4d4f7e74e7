"""Verbs for the agenda. To put its items in another order, and to delete some, are verbs of all records."""

from collections.abc import Sequence

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import records_label, step_label
from app.model.records import AgendaItem, Id, ItemKind, LitSection, Section, new_id
from app.model.verbs.editing import set_fields


def add_item(
    document: Document,
    title: str = "",
    minutes: int = 15,
    item_kind: ItemKind = "show",
    index: int | None = None,
    id: Id | None = None,
) -> Change:
    """A new agenda item before `index`, or as the last."""
    draft = Draft(document)
    item = AgendaItem(id=id or new_id(), title=title, minutes=minutes, item_kind=item_kind)
    draft.insert(item, index)
    return draft.change(records_label("add", [item]))


def edit_item(document: Document, item: Id, **fields: object) -> Change:
    """Other values for an agenda item. Raises pydantic's ValidationError for a value out of range."""
    return set_fields(document, [item], step_label("edit_agenda"), **fields)


def light_sections(document: Document, item: Id, sections: Sequence[Id]) -> Change:
    """The sections that an agenda item lights; none means all."""
    lit = tuple(LitSection(section=id, name=document.get(Section, id).name) for id in sections)
    return edit_item(document, item, sections=lit)


def use_agenda(document: Document, items: Sequence[AgendaItem]) -> Change:
    """The agenda of another project, as of a template, in the place of the own one.

    What it says of that project's map is left out: it goes by what sections hold.
    """
    draft = Draft(document)
    for item in document.agenda():
        draft.remove(item)
    for item in items:
        lit = tuple(LitSection(holds=one.holds, name=one.name) for one in item.sections)
        draft.insert(
            item.changed(id=new_id(), map=None, stages=(), candidates=(), sections=lit),
        )
    return draft.change(step_label("use_agenda"))
