"""What must always hold of a document; asked after loading and in tests."""

from collections.abc import Iterator

from app.model.document import Document
from app.model.records import (
    RECORDS,
    EmotionPoint,
    Entry,
    LegendEntry,
    Note,
    Persona,
    Picture,
    Project,
    Record,
    Section,
    Stage,
)


def faults(document: Document) -> Iterator[str]:
    """A sentence for each thing that is wrong; none for a sound document."""
    if len(document.all(Project)) != 1:
        yield "There must be one project record."
    colours = [entry.colour for entry in document.all(LegendEntry)]
    if len(colours) != len(set(colours)):
        yield "A colour stands in the legend twice."
    yield from _faults_of_maps(document)
    yield from _faults_of_cells(document)
    yield from _faults_of_mentions(document)
    for place in document.places():
        positions = [record.position for record in document.siblings(place)]
        if positions != list(range(len(positions))):
            yield f"The positions of {place[0]}s in {' / '.join(place[1:]) or 'the project'} have gaps."


def _faults_of_maps(document: Document) -> Iterator[str]:
    maps = {journey_map.id for journey_map in document.maps()}
    parts: tuple[Stage | Section, ...] = (*document.all(Stage), *document.all(Section))
    for part in parts:
        if part.map not in maps:
            yield _missing(part, "map")


def _faults_of_cells(document: Document) -> Iterator[str]:
    """Asked of every note of a large file, so by tables of ids and without a call for each."""
    map_of_section = {section.id: section.map for section in document.all(Section)}
    map_of_stage = {stage.id: stage.map for stage in document.all(Stage)}
    kinds: tuple[type[Note | EmotionPoint | Entry], ...] = (Note, EmotionPoint, Entry)
    for held in (held for kind in kinds for held in document.all(kind)):
        section, stage = map_of_section.get(held.section), map_of_stage.get(held.stage)
        if section is None:
            yield _missing(held, "section")
        elif stage is None:
            yield _missing(held, "stage")
        elif section != stage:
            yield f"{_named(held)} stands in a section and a stage of different maps."


def _faults_of_mentions(document: Document) -> Iterator[str]:
    ids = {
        record_type.kind: {one.id for one in document.all(record_type)}
        for record_type in (Persona, Picture, Note, Section)
    }
    for record_type in RECORDS:
        for field, kind in record_type.mentions.items():
            for record in document.all(record_type):
                if record.__dict__[field] and not ids[kind].issuperset(record.mentioned(field)):
                    yield f"{_named(record)} names a {kind} that does not exist."


def _missing(record: Record, kind: str) -> str:
    return f"{_named(record)} belongs to a {kind} that does not exist."


def _named(record: Record) -> str:
    return f"{record.kind.capitalize()} {record.id}"
