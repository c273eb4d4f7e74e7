"""Which records of a project belong to the maps that are written of it, and where each stands in words."""

from collections.abc import Collection, Iterator

from app.language.phrases import NOTHING, Phrase
from app.language.words import joined
from app.model.document import Document
from app.model.nouns import noun
from app.model.records import (
    RECORDS,
    EmotionPoint,
    Id,
    InCell,
    JourneyMap,
    LegendEntry,
    Note,
    Persona,
    Picture,
    Project,
    Record,
    Section,
    Stage,
    Style,
)
from app.model.words import quoted

_OF_ALL = (Project, LegendEntry, Picture, Style, Persona)
"""What belongs to no map. Of these a map has what it names."""


def exported_records(document: Document, maps: Collection[JourneyMap]) -> Iterator[Record]:
    """Everything, where all maps are written; else what stands in the chosen ones, and what that names."""
    if len(maps) == len(document.maps()):
        yield from (record for record_type in RECORDS for record in document.all(record_type))
        return
    found: dict[Id, Record] = {each.id: each for each in maps}
    for record_type in RECORDS:
        if record_type in (*_OF_ALL, JourneyMap):
            continue
        for record in document.all(record_type):
            if _belongs(record, found):
                found[record.id] = record
    named = {id for record in found.values() for field in record.mentions for id in record.mentioned(field)}
    named |= {
        id for persona in document.personas() if persona.id in named for id in persona.mentioned("picture")
    }
    colours = {record.colour for record in found.values() if isinstance(record, Note)}
    yield from (entry for entry in document.legend() if entry.colour in colours)
    yield from (one for one in (*document.pictures(), *document.personas()) if one.id in named)
    yield from found.values()


def _belongs(record: Record, found: Collection[Id]) -> bool:
    """Whether what holds it, or what it needs, is among the records that were found."""
    fields = record.parents or [
        field for field in record.mentions if type(record).model_fields[field].is_required()
    ]
    return bool(fields) and all(getattr(record, field) in found for field in fields)


def place_of(document: Document, record: Record) -> Phrase:
    """Where a record stands, as one finds it on its map; nothing for what stands on none."""
    match record:
        case InCell() | EmotionPoint():
            section, stage = document.get(Section, record.section), document.get(Stage, record.stage)
            return joined((_named(stage), _named(section)), ", ")
        case Stage() | Section():
            return _named(record)
    return NOTHING


def _named(record: Stage | Section) -> Phrase:
    return quoted(record.name, noun(record.kind))
