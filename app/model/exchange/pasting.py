"""Pasting a clipping: into the map and project it was cut from, or into another.

Where it is a large one, the verb can be taken step by step (`pasting`), so that a window can go on meanwhile.
"""

from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from app.language.phrases import tr
from app.language.spoken import speaking
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.exchange.clippings import Clipping
from app.model.kinds import content_of
from app.model.labels import records_label
from app.model.long_work import at_once
from app.model.project_language import language_of
from app.model.records import Id, InCell, Note, Persona, Picture, Record, Section, Stage, new_id

L = TypeVar("L", Stage, Section)
_AT_ONCE = 100
"""Records that are pasted between two steps."""


class At(NamedTuple):
    """Where to paste: a map, the cursor's cell in it, and before what stands there (none: behind all)."""

    map: Id
    section: Id | None = None
    stage: Id | None = None
    before: int | None = None


def paste(document: Document, clipping: Clipping, at: At) -> Change:
    """Put a clipping's records, under fresh ids, where the cursor stands.

    Notes and entries keep their places to each other, from the cursor's cell on, each in a section of its
    kind; the grid grows where it ends. Stages and sections stand behind the cursor's, and what they hold
    goes where a section (stage) has the same name, or else the same position; those missing are added.
    Personas unknown here are forgotten, and pictures of which the bytes did not come along; the bytes of
    the others go to the document's store at once.
    """
    return at_once(pasting(document, clipping, at))


def pasting(document: Document, clipping: Clipping, at: At) -> Generator[float, None, Change]:
    """`paste` in steps: yields how far it is, 0 … 1, and returns the Change."""
    draft = Draft(document)
    ids: dict[Id, Id | None] = _known(document, clipping)
    for picture in _new_pictures(document, clipping):
        if (data := clipping.store.get(picture.id)) is not None:
            ids[picture.id] = document.picture_store.put(data)
            draft.insert(picture)
    if clipping.shape == "cells":
        _place_in_grid(draft, document, clipping, at, ids)
    else:
        _place_lines(draft, document, clipping, at, ids)
    ids[clipping.map] = at.map
    ids_of_lines = {*ids}
    held = [record for record in clipping.records if record.id not in ids_of_lines]
    cursor = (at.section, at.stage) if clipping.shape == "cells" else None
    done = 0
    for place, siblings in _by_place(held):
        before = at.before if tuple(ids.get(parent) for parent in place[1:]) == cursor else None
        for offset, record in enumerate(siblings):
            ids[record.id] = new_id()
            _place(draft, record, ids, None if before is None else before + offset, clipping.is_plain)
            done += 1
            if done % _AT_ONCE == 0:
                yield done / len(held)
    return draft.change(records_label("paste", clipping.cut))


def beyond(document: Document, clipping: Clipping, at: At) -> tuple[int, int]:
    """How many stages and sections a clipping of cells needs beyond the end of the grid."""
    if clipping.shape != "cells":
        return 0, 0
    columns, rows = _grid_from(document, clipping, at)
    return max(0, len(clipping.stages) - len(columns)), rows.count(None)


def gathered(clipping: Clipping) -> Clipping:
    """The same notes and entries all in one cell for each kind of section, in reading order."""
    return at_once(gathering(clipping))


def gathering(clipping: Clipping) -> Generator[float, None, Clipping]:
    """`gathered` in steps: yields how far it is, 0 … 1, and returns the clipping."""
    stages, sections = clipping.stages, clipping.sections
    first = {section.section_kind: section.id for section in reversed(sections)}
    moved: list[InCell] = []
    numbers: Counter[str] = Counter()
    for section in sections:
        for stage in stages:
            for record in clipping.in_cell(section.id, stage.id):
                kind = section.section_kind
                fields = {"section": first[kind], "stage": stages[0].id, "position": numbers[kind]}
                moved.append(record.changed(**fields))
                numbers[kind] += 1
                if len(moved) % _AT_ONCE == 0:
                    yield len(moved) / len(clipping.records)
    gone = {record.id for record in (*stages[1:], *moved)}
    gone |= {section.id for section in sections if section.id not in first.values()}
    kept = [record for record in clipping.records if record.id not in gone]
    return replace(clipping, records=(*kept, *moved))


def _known(document: Document, clipping: Clipping) -> dict[Id, Id | None]:
    """What takes the place of the records that a clipping only names: here the same ones, or none."""
    known: dict[Id, Id | None] = {clipping.document.project.id: None}
    for record in clipping.records:
        if not record.parents and record.kind in ("persona", "picture"):
            known[record.id] = same_here(document, record)
    return known


def _new_pictures(document: Document, clipping: Clipping) -> list[Picture]:
    """The pictures that notes and entries show and this project has not."""
    pictures = [record for record in clipping.records if isinstance(record, Picture)]
    if not pictures:
        return []
    held = (record for record in clipping.records if isinstance(record, InCell))
    shown = {id for record in held for id in record.mentioned("picture")}
    return [one for one in pictures if one.id in shown and same_here(document, one) is None]


def left_behind(document: Document, clipping: Clipping) -> int:
    """How many pictures pasting loses, because their bytes did not come along."""
    return sum(clipping.store.get(picture.id) is None for picture in _new_pictures(document, clipping))


def same_here(document: Document, record: Record) -> Id | None:
    """A persona is the same by its id and name, or by its name; a picture by its id."""
    found = document.find(record.id)
    if not isinstance(record, Persona):
        return record.id if found is not None and found.kind == record.kind else None
    if isinstance(found, Persona) and found.name == record.name:
        return found.id
    return next((one.id for one in document.personas() if one.name == record.name), None)


def _grid_from(
    document: Document, clipping: Clipping, at: At
) -> tuple[Sequence[Stage], list[Section | None]]:
    """The stages from the cursor's on, and for each section of a clipping one of its kind, or none.

    Sections are looked for from the cursor's on. Entries that find none below it go to one above.
    """
    stages = document.stages(at.map)
    first = next((stage.position for stage in stages if stage.id == at.stage), 0)
    sections = document.sections(at.map)
    top = next((section.position for section in sections if section.id == at.section), 0)
    free = {
        kind: [one for one in sections[top:] if one.section_kind == kind]
        + [one for one in sections[:top] if one.section_kind == kind and content_of(kind).holds is not Note]
        for kind in {section.section_kind for section in clipping.sections}
    }
    rows = [found.pop(0) if (found := free[one.section_kind]) else None for one in clipping.sections]
    return stages[first:], rows


def _place_in_grid(
    draft: Draft, document: Document, clipping: Clipping, at: At, ids: dict[Id, Id | None]
) -> None:
    columns, rows = _grid_from(document, clipping, at)
    with speaking(language_of(document)):
        new_stage, new_section = tr("New stage"), tr("New section")
    for index, stage in enumerate(clipping.stages):
        name = new_stage if clipping.is_plain else stage.name
        ids[stage.id] = columns[index].id if index < len(columns) else _add(draft, stage, at.map, name)
    for section, row in zip(clipping.sections, rows, strict=True):
        name = new_section if clipping.is_plain else section.name
        ids[section.id] = row.id if row is not None else _add(draft, section, at.map, name, None, ids)


def _place_lines(
    draft: Draft, document: Document, clipping: Clipping, at: At, ids: dict[Id, Id | None]
) -> None:
    """The lines that were cut go behind the cursor's; those that cross them are matched or added."""
    if clipping.shape == "stages":
        _insert_behind(draft, clipping.stages, at.map, at.stage, ids)
        _match(draft, clipping, clipping.sections, document.sections(at.map), at.map, ids)
    else:
        _insert_behind(draft, clipping.sections, at.map, at.section, ids)
        _match(draft, clipping, clipping.stages, document.stages(at.map), at.map, ids)


def _insert_behind(
    draft: Draft, lines: Sequence[L], map: Id, cursor: Id | None, ids: dict[Id, Id | None]
) -> None:
    order = draft.order((lines[0].kind, map))
    index = order.index(cursor) + 1 if cursor in order else len(order)
    for offset, line in enumerate(lines):
        ids[line.id] = _add(draft, line, map, line.name, index + offset, ids)


def _match(
    draft: Draft,
    clipping: Clipping,
    lines: Sequence[L],
    here: Sequence[L],
    map: Id,
    ids: dict[Id, Id | None],
) -> None:
    free = dict.fromkeys(line.id for line in here)
    by_id = {line.id: line for line in here}
    ways = (
        lambda line: by_id.get(line.id) if _alike(line, by_id.get(line.id)) else None,
        lambda line: next((one for one in here if one.id in free and _alike(line, one)), None),
        lambda line: here[line.position] if line.position < len(here) else None,
    )
    for way in ways:
        for line in lines:
            found = way(line) if line.id not in ids else None
            if found is not None and found.id in free and _kind(found) == _kind(line):
                ids[line.id] = found.id
                del free[found.id]
    for line in lines:
        if line.id not in ids and (not here or any(clipping.document.held_by(line.id))):
            ids[line.id] = _add(draft, line, map, line.name, None, ids)


def _alike(line: Stage | Section, other: Stage | Section | None) -> bool:
    return other is not None and _kind(line) == _kind(other) and line.name.casefold() == other.name.casefold()


def _kind(line: Stage | Section) -> str:
    return line.section_kind if isinstance(line, Section) else line.kind


def _add(
    draft: Draft,
    line: Stage | Section,
    map: Id,
    name: str,
    index: int | None = None,
    ids: dict[Id, Id | None] | None = None,
) -> Id:
    """A copy of a stage or section in a map, before `index` or last; its id."""
    id = new_id()
    fields = _fields_here(line, {**(ids or {}), line.id: id, line.map: map})
    assert fields is not None
    draft.insert(line.changed(**fields, name=name), index)
    return id


def _place(
    draft: Draft, record: Record, ids: dict[Id, Id | None], before: int | None, is_plain: bool
) -> None:
    """Insert a copy of what stands in a cell, or of a relation. It is validated once: there may be many."""
    fields = _fields_here(record, ids)
    if fields is None:
        return
    place = (record.kind, *(str(fields[parent]) for parent in record.parents))
    fields["position"] = len(draft.order(place)) if before is None else before
    if is_plain and isinstance(record, Note):
        fields["colour"] = draft.get(Section, place[1]).colour
    draft.insert(record.changed(**fields), before)


def _fields_here(record: Record, ids: dict[Id, Id | None]) -> dict[str, object] | None:
    """A record's id and what it names, as they are here; None where it cannot be without what is missing."""
    fields: dict[str, object] = {"id": ids[record.id]}
    missing = {id for field in record.mentions for id in record.mentioned(field) if ids.get(id) is None}
    for parent in record.parents:
        fields[parent] = ids.get(getattr(record, parent))
    for field in record.mentions:
        here = tuple(found for id in record.mentioned(field) if (found := ids.get(id)) is not None)
        is_list = isinstance(getattr(record, field), tuple)
        fields[field] = here if is_list else here[0] if here else None
        if not here and record.mentioned(field) and record.falls_without(field, missing):
            return None
    return None if any(fields[parent] is None for parent in record.parents) else fields


def _by_place(records: Sequence[Record]) -> list[tuple[tuple[str, ...], list[Record]]]:
    """The records by place, each in order; what names others comes behind what it names."""
    places: dict[tuple[str, ...], list[Record]] = {}
    for record in records:
        places.setdefault(record.place, []).append(record)
    for siblings in places.values():
        siblings.sort(key=lambda record: record.position)
    return list(places.items())
