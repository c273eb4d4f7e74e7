"""What is cut or copied: notes, entries, stages or sections, as a small project of their own, and as JSON.

A clipping holds all that its records name, so it can be read where the project it was cut from is unknown.
It comes from outside like a file, and is refused unless it is sound. What pasting does is in `pasting.py`.
"""

import dataclasses
import json
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeVar, get_args

from app.limits import LARGEST_CLIPPED_PICTURES, LARGEST_CLIPPING, MOST_RECORDS
from app.model import invariants
from app.model.document import Document
from app.model.exchange.plain_json import parsed
from app.model.long_work import at_once
from app.model.pictures import PictureStore
from app.model.records import (
    RECORDS,
    Id,
    InCell,
    JourneyMap,
    Note,
    Picture,
    Place,
    Project,
    Record,
    Section,
    Stage,
)
from app.model.upgrades import FIRST, SCHEMA, rules, upgraded

L = TypeVar("L", Stage, Section)
Shape = Literal["cells", "stages", "sections"]
FORMAT = "journeywall clipping"

_AT_ONCE = 500
"""Notes that are made between two steps."""
_TYPES = {record_type.kind: record_type for record_type in RECORDS}


class NotAClippingError(ValueError):
    """The text is no clipping, or not a sound one."""


class OtherVersionError(NotAClippingError):
    """A clipping of an older or newer Journeywall, which this one cannot read."""


@dataclass(frozen=True)
class Clipping:
    """`shape` says what was cut: lines of the grid, or what stands in cells with the part around it."""

    shape: Shape
    records: tuple[Record, ...]
    is_plain: bool = False
    """Only the texts count: a note gets the colour of the section in which it lands."""
    store: PictureStore = dataclasses.field(default_factory=PictureStore, compare=False)
    """The bytes of its pictures, as far as they came along."""

    @cached_property
    def document(self) -> Document:
        return Document(self.records)

    @property
    def map(self) -> Id:
        return self.document.maps()[0].id

    @property
    def stages(self) -> tuple[Stage, ...]:
        return self.document.stages(self.map)

    @property
    def sections(self) -> tuple[Section, ...]:
        return self.document.sections(self.map)

    def in_cell(self, section: Id, stage: Id) -> tuple[InCell, ...]:
        return self.document.in_cell(section, stage)

    @cached_property
    def cut(self) -> tuple[Record, ...]:
        """What was cut, without what comes along."""
        if self.shape == "cells":
            return tuple(record for record in self.records if isinstance(record, InCell))
        return self.stages if self.shape == "stages" else self.sections

    @cached_property
    def note_count(self) -> int:
        return sum(type(record) is Note for record in self.records)


def clip(document: Document, ids: Iterable[Id]) -> Clipping | None:
    """What a selection would put on the clipboard; None where nothing of it can be cut.

    Whole stages or sections win over what is selected in cells beside them.
    """
    found = [record for id in dict.fromkeys(ids) if (record := document.find(id)) is not None]
    line = next((record for record in reversed(found) if isinstance(record, Stage | Section)), None)
    if line is not None:
        lines = [one for one in document.siblings(line.place) if one in found]
        return _lines(document, line.map, lines)
    held = [record for record in found if isinstance(record, InCell)]
    map = document.get(Section, held[0].section).map if held else ""
    held = [one for one in held if document.get(Section, one.section).map == map]
    return _cells(document, map, held) if held else None


def clipping_of_cells(rows: Sequence[Sequence[Sequence[str]]]) -> Clipping:
    """Texts as a plain clipping: rows of cells of notes."""
    return at_once(clipping_cells(rows))


def clipping_cells(rows: Sequence[Sequence[Sequence[str]]]) -> Generator[float, None, Clipping]:
    """`clipping_of_cells` in steps: yields how far it is, 0 … 1, and returns the clipping."""
    columns = max((len(row) for row in rows), default=0)
    stages = [Stage(id=f"stage-{index}", map="map", position=index) for index in range(columns)]
    sections = [Section(id=f"section-{index}", map="map", position=index) for index in range(len(rows))]
    expected = sum(len(texts) for cells in rows for texts in cells)
    notes: list[Note] = []
    for row, cells in enumerate(rows):
        for column, texts in enumerate(cells):
            for position, text in enumerate(texts):
                id, section, stage = f"note-{len(notes)}", f"section-{row}", f"stage-{column}"
                notes.append(Note(id=id, position=position, section=section, stage=stage, text=text))
                if len(notes) % _AT_ONCE == 0:
                    yield len(notes) / expected
    records = (Project(id="project"), JourneyMap(id="map"), *stages, *sections, *notes)
    return Clipping("cells", records, is_plain=True)


def to_json(clipping: Clipping) -> str:
    records = [
        [record.kind, record.model_dump(mode="json", exclude_defaults=True)] for record in clipping.records
    ]
    content = {"format": FORMAT, "version": SCHEMA, "shape": clipping.shape, "records": records}
    if pictures := _bytes_of_pictures(clipping):
        content["pictures"] = pictures
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Clipping:
    """The clipping again. Raises NotAClippingError for anything that `to_json` could not have written."""
    return at_once(reading_json(text))


def reading_json(text: str | bytes) -> Generator[float, None, Clipping]:
    """`from_json` in steps: yields how far it is, 0 … 1, and returns the clipping."""
    schema = SCHEMA
    try:
        if len(text) > LARGEST_CLIPPING:
            raise ValueError("too large")
        content = parsed(text)
        schema = _schema_of(content)
        if schema > SCHEMA:
            raise ValueError("of a newer Journeywall")
        if content["shape"] not in get_args(Shape):
            raise ValueError("no such shape")
        if len(content["records"]) > MOST_RECORDS:
            raise ValueError("too many records")
        records: list[Record] = []
        for kind, fields in content["records"]:
            records.append(_record(kind, fields, schema))
            if len(records) % _AT_ONCE == 0:
                yield len(records) / len(content["records"])
        clipping = Clipping(content["shape"], tuple(records), store=_store_of(content.get("pictures", {})))
        _refuse_unsound(clipping)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise (NotAClippingError if schema == SCHEMA else OtherVersionError)(str(error)) from error
    return clipping


def _schema_of(content: dict[str, Any]) -> int:
    """The number of a clipping's schema."""
    schema = content["version"]
    if content["format"] != FORMAT or type(schema) is not int or schema < FIRST:
        raise ValueError("another format")
    return schema


def _record(kind: str, fields: dict[str, Any], schema: int) -> Record:
    return _TYPES[kind].model_validate(upgraded(kind, fields, schema) if rules(schema) else fields)


def _bytes_of_pictures(clipping: Clipping) -> dict[Id, str]:
    """The bytes of its pictures in base64, by their ids. Those beyond are told of where they are missed."""
    found: dict[Id, str] = {}
    room = LARGEST_CLIPPED_PICTURES
    for id in (record.id for record in clipping.records if isinstance(record, Picture)):
        data = clipping.store.get(id)
        if data is not None and len(data) <= room:
            found[id] = b64encode(data).decode()
            room -= len(data)
    return found


def _store_of(pictures: dict[Id, str]) -> PictureStore:
    store = PictureStore()
    for id, text in pictures.items():
        if store.put(b64decode(text, validate=True)) != id:
            raise ValueError("the bytes of another picture")
    return store


def _refuse_unsound(clipping: Clipping) -> None:
    if len(clipping.document) != len(clipping.records):
        raise ValueError("an id stands twice")
    for fault in invariants.faults(clipping.document):
        raise ValueError(fault)
    if len(clipping.document.maps()) != 1 or not clipping.cut:
        raise ValueError("nothing in it")


def _lines(document: Document, map: Id, lines: Sequence[Record]) -> Clipping:
    """Whole stages with all sections and what they hold there; or whole sections with all stages."""
    cut = {line.id for line in lines}
    shape: Shape = "stages" if isinstance(lines[0], Stage) else "sections"
    stages = [one for one in document.stages(map) if shape == "sections" or one.id in cut]
    sections = [one for one in document.sections(map) if shape == "stages" or one.id in cut]
    held = {record.id: record for id in cut for record in document.held_by(id)}
    return _clipping(document, map, shape, stages, sections, list(held.values()))


def _cells(document: Document, map: Id, held: Sequence[InCell]) -> Clipping:
    """Notes and entries with the part of the grid from the first to the last cell that holds one of them."""
    in_stages, in_sections = {one.stage for one in held}, {one.section for one in held}
    kinds = {document.get(Section, id).section_kind for id in in_sections}
    sections = [one for one in document.sections(map) if one.section_kind in kinds]
    return _clipping(
        document,
        map,
        "cells",
        _between([*document.stages(map)], in_stages),
        _between(sections, in_sections),
        held,
    )


def _between(lines: list[L], ids: set[Id]) -> list[L]:
    """The lines from the first to the last of those with the ids."""
    touched = [index for index, line in enumerate(lines) if line.id in ids]
    return lines[touched[0] : touched[-1] + 1]


def _clipping(
    document: Document,
    map: Id,
    shape: Shape,
    stages: Sequence[Stage],
    sections: Sequence[Section],
    held: Sequence[Record],
) -> Clipping:
    ids = {record.id for record in held}
    telling = _telling(document, map, ids, {one.id for one in (*stages, *sections)}, shape)
    title = document.get(JourneyMap, map).title
    # A graph of another map cannot lie under a section that is pasted into another project.
    alone = [section.changed(ghost=None) if section.ghost else section for section in sections]
    cut: list[Record] = [*stages, *alone, *held, *telling]
    records = [document.project, *_named_by(document, cut), JourneyMap(id=map, title=title), *cut]
    return Clipping(shape, tuple(_counted(records)), store=document.picture_store)


def _telling(document: Document, map: Id, held: set[Id], lines: set[Id], shape: Shape) -> list[Record]:
    """What relates and speaks of what was cut, and of nothing else: relations, key points, call-outs."""
    relations = (*document.relations(), *document.felt_later())
    inside = held | lines
    speaking = (*document.key_points(map), *document.call_outs(map))
    cut = held if shape == "cells" else inside
    return [
        *(one for one in relations if held.issuperset(_ids_named(one))),
        *(one for one in speaking if (named := _ids_named(one)) and named <= inside and named & cut),
    ]


def _ids_named(record: Record) -> set[Id]:
    return {id for field in record.mentions for id in record.mentioned(field)}


def _named_by(document: Document, records: Sequence[Record]) -> list[Record]:
    """The personas and pictures that records name, those first that others of them name."""
    inside = {record.id for record in records}
    named: dict[Id, Record] = {}
    pending = list(records)
    while pending:
        record = pending.pop()
        for field in record.mentions:
            for id in record.mentioned(field):
                found = document.find(id)
                if found is not None and id not in inside:
                    named[id] = found
                    pending.append(found)
    return list(reversed(named.values()))


def _counted(records: Iterable[Record]) -> Iterator[Record]:
    """The records with their positions counted anew, in the order in which they stood."""
    places: dict[Place, list[Record]] = defaultdict(list)
    for record in records:
        places[record.place].append(record)
    for siblings in places.values():
        siblings.sort(key=lambda record: (record.position, record.id))
        for position, record in enumerate(siblings):
            yield record if record.position == position else record.changed(position=position)
