"""Verbs for the agenda. To put its items in another order, and to delete some, are verbs of all records."""

import re
from collections.abc import Sequence

from app.language.phrases import phrase
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import records_label, step_label
from app.model.nouns import word
from app.model.records import LONGEST_ITEM, AgendaItem, Id, ItemKind, LitSection, Section, new_id
from app.model.text import one_line
from app.model.verbs.editing import set_fields

_USUAL = 15
"""Minutes of an agenda item until somebody says otherwise."""
_MATRIX = phrase("Impact × effort")
_MINUTES = re.compile(
    r"(?P<title>.*\S)[\s,:–-]+(?P<minutes>\d{1,4})\s*(?:min\.?|minutes|minuten|['′’])", re.IGNORECASE
)


def add_item(
    document: Document,
    title: str = "",
    minutes: int = _USUAL,
    item_kind: ItemKind = "show",
    index: int | None = None,
    id: Id | None = None,
) -> Change:
    """A new agenda item before `index`, or as the last."""
    draft = Draft(document)
    item = AgendaItem(id=id or new_id(), title=title, minutes=minutes, item_kind=item_kind)
    draft.insert(item, index)
    return draft.change(records_label("add", [item]))


def read_item(document: Document, text: str, map: Id) -> AgendaItem:
    """The agenda item that is meant by a line: "Pain points 20 min" has its minutes.

    One that is called like a section of the map is about it: there notes of its colour are written. One that
    is called like what is done, "break", "vote" or "impact x effort", is such a one.
    """
    text = one_line(text)
    found = _MINUTES.fullmatch(text)
    title, minutes = (found["title"], int(found["minutes"])) if found else (text, _USUAL)
    item = AgendaItem(id=new_id(), title=title, minutes=min(max(minutes, 1), LONGEST_ITEM))
    name = title.casefold()
    for section in document.sections(map):
        if name and section.name.strip().casefold() == name:
            lit = (LitSection(section=section.id, name=section.name),)
            return item.changed(item_kind="write", sections=lit, colour=section.colour)
    kinds: tuple[ItemKind, ...] = ("vote", "place", "break")
    called: dict[str, ItemKind] = {str(word("item kind", one)).casefold(): one for one in kinds}
    called[str(_MATRIX).casefold()] = "place"
    return item.changed(item_kind=called.get(re.sub(r"\bx\b", "×", name), "show"))


def add_items(document: Document, items: Sequence[AgendaItem], index: int | None = None) -> Change:
    """New agenda items before `index`, or as the last, in their order."""
    draft = Draft(document)
    for place, item in enumerate(items):
        draft.insert(item, None if index is None else index + place)
    return draft.change(records_label("add", items))


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
