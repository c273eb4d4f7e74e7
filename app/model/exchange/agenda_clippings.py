"""Agenda items that are copied: as JSON for a Journeywall, as rows for others, and from the lines of others.

What comes from outside is refused unless it is sound. What an item names of its project is kept where that is
there; elsewhere its sections go by what they hold, as those of a template do.
"""

import json
from collections.abc import Iterator, Sequence

from app.limits import LARGEST_CLIPPING
from app.model.analysis.roles import roles_of
from app.model.document import Document
from app.model.exchange.clippings import NotAClippingError, OtherVersionError
from app.model.exchange.plain_json import parsed
from app.model.exchange.tables import Table, cells_in, rows_of_text
from app.model.kinds import content_of
from app.model.records import (
    LONGEST_ITEM,
    MOST_ITEMS,
    AgendaItem,
    Id,
    JourneyMap,
    LitSection,
    Note,
    Section,
    Stage,
    new_id,
)
from app.model.upgrades import FIRST, SCHEMA, rules, upgraded
from app.model.verbs.agenda import read_item

FORMAT = "journeywall agenda"


def to_json(document: Document, items: Sequence[AgendaItem]) -> str:
    told = [_telling_what_is_held(document, item) for item in items]
    content = {
        "format": FORMAT,
        "version": SCHEMA,
        "items": [item.model_dump(mode="json", exclude_defaults=True) for item in told],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str | bytes) -> tuple[AgendaItem, ...]:
    """The items again. Raises NotAClippingError for anything that `to_json` could not have written."""
    schema = SCHEMA
    try:
        if len(text) > LARGEST_CLIPPING:
            raise ValueError("too large")
        content = parsed(text)
        schema = content["version"]
        if content["format"] != FORMAT or type(schema) is not int or schema < FIRST:
            raise ValueError("another format")
        if schema > SCHEMA or len(content["items"]) > MOST_ITEMS:
            raise ValueError("of a newer Journeywall, or too many")
        kind = AgendaItem.kind
        return tuple(
            AgendaItem.model_validate(upgraded(kind, fields, schema) if rules(schema) else fields)
            for fields in content["items"]
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise (NotAClippingError if schema == SCHEMA else OtherVersionError)(str(error)) from error


def table_of_items(items: Sequence[AgendaItem]) -> Table:
    """For other programs: title, minutes and what to do, a row each."""
    return tuple((item.title, str(item.minutes), item.instruction) for item in items)


def items_of_text(document: Document, text: str, map: Id) -> tuple[AgendaItem, ...]:
    """The lines of a text as items: each a title, or a row of title, minutes and what to do."""
    if cells_in(text) > 3 * MOST_ITEMS:
        return ()
    rows = (cells for cells in rows_of_text(text) if cells and cells[0].strip())
    return tuple(_item_of_row(document, cells, map) for cells in rows)[:MOST_ITEMS]


def placed(document: Document, items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Items under fresh ids, that name nothing but what is in the project."""
    return tuple(
        item.changed(
            id=new_id(),
            map=item.map if isinstance(document.find(item.map or ""), JourneyMap) else None,
            stages=tuple(id for id in item.stages if isinstance(document.find(id), Stage)),
            candidates=tuple(id for id in item.candidates if isinstance(document.find(id), Note)),
            sections=tuple(_lit(document, one) for one in item.sections),
        )
        for item in items
    )


def _telling_what_is_held(document: Document, item: AgendaItem) -> AgendaItem:
    return item.changed(sections=tuple(_with_held(document, item.sections)))


def _with_held(document: Document, sections: Sequence[LitSection]) -> Iterator[LitSection]:
    for one in sections:
        section = document.find(one.section or "")
        if isinstance(section, Section):
            has_notes = content_of(section.section_kind).holds is Note
            held = roles_of(document)[section.colour] if has_notes else section.section_kind
            one = LitSection(section=one.section, name=section.name, holds=held)
        yield one


def _lit(document: Document, one: LitSection) -> LitSection:
    """A section that is here by itself; another by what it holds."""
    if isinstance(document.find(one.section or ""), Section):
        return LitSection(section=one.section, name=one.name)
    return LitSection(name=one.name, holds=one.holds)


def _item_of_row(document: Document, cells: Sequence[str], map: Id) -> AgendaItem:
    item = read_item(document, cells[0], map)
    minutes, instruction = (*cells[1:3], "", "")[:2]
    if minutes.strip().isdecimal():
        item = item.changed(minutes=min(max(int(minutes), 1), LONGEST_ITEM))
    return item.changed(instruction=" ".join(instruction.split()))
