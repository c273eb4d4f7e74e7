"""What must always hold of a document; asked after loading and in tests."""

from collections.abc import Callable, Iterator

from app.language.phrases import Phrase, phrase
from app.model.document import Document
from app.model.nouns import named, noun
from app.model.records import (
    RECORDS,
    CallOut,
    EmotionPoint,
    Entry,
    Id,
    KeyPoint,
    LegendEntry,
    Note,
    Project,
    Record,
    Section,
    Stage,
)


def faults(document: Document) -> Iterator[Phrase]:
    """A sentence for each thing that is wrong; none for a sound document."""
    if len(document.all(Project)) != 1:
        yield phrase("There must be exactly one project record.")
    colours = [entry.colour for entry in document.all(LegendEntry)]
    if len(colours) != len(set(colours)):
        yield phrase("A colour is in the legend twice.")
    yield from _faults_of_maps(document)
    yield from _faults_of_cells(document)
    yield from _faults_of_mentions(document)
    yield from _faults_of_telling(document)
    for place in document.places():
        positions = [record.position for record in document.siblings(place)]
        if positions != list(range(len(positions))):
            yield (
                phrase(
                    "Positions have gaps ({kind}, in {place}).",
                    kind=noun(place[0]),
                    place=" / ".join(place[1:]),
                )
                if place[1:]
                else phrase("Positions have gaps ({kind}, in the project).", kind=noun(place[0]))
            )


def _faults_of_maps(document: Document) -> Iterator[Phrase]:
    maps = {journey_map.id for journey_map in document.maps()}
    parts: tuple[Stage | Section, ...] = (*document.all(Stage), *document.all(Section))
    for part in parts:
        if part.map not in maps:
            yield _missing(part, "map")


def _faults_of_cells(document: Document) -> Iterator[Phrase]:
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
            yield phrase("{record} is in a section and a stage of different maps.", record=named(held))


def _faults_of_mentions(document: Document) -> Iterator[Phrase]:
    kinds = {kind for record_type in RECORDS for kind in record_type.mentions.values()}
    ids = {
        record_type.kind: {one.id for one in document.all(record_type)}
        for record_type in RECORDS
        if record_type.kind in kinds
    }
    for record_type in RECORDS:
        for field, kind in record_type.mentions.items():
            for record in document.all(record_type):
                if record.__dict__[field] and not ids[kind].issuperset(record.mentioned(field)):
                    yield phrase(
                        "{record} refers to something that does not exist ({kind}).",
                        record=named(record),
                        kind=noun(kind),
                    )


def _faults_of_telling(document: Document) -> Iterator[Phrase]:
    """Key points and call-outs speak of their own map."""
    lines: tuple[Stage | Section, ...] = (*document.all(Stage), *document.all(Section))
    maps = {line.id: line.map for line in lines}
    for record in (*document.all(KeyPoint), *document.all(CallOut)):
        found = (document.find(id) for field in record.mentions for id in record.mentioned(field))
        if any(one is not None and stands_on_another_map(record, one, maps.get) for one in found):
            yield phrase("{record} refers to something on another map.", record=named(record))


def stands_on_another_map(by: Record, found: Record, map_of: Callable[[Id], Id | None]) -> bool:
    """Whether a record of a map names what is on another. `map_of` tells the map of a stage or section."""
    if not isinstance(by, KeyPoint | CallOut):
        return False
    match found:
        case Stage() | Section():
            return found.map != by.map
        case Note() | EmotionPoint():
            return map_of(found.section) != by.map
    return False


def _missing(record: Record, kind: str) -> Phrase:
    return phrase(
        "{record} belongs to something that does not exist ({kind}).", record=named(record), kind=noun(kind)
    )
