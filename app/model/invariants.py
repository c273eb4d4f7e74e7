"""What must always hold of a document; asked after loading and in tests."""

from collections.abc import Iterator

from app.model.document import Document
from app.model.records import EmotionPoint, JourneyMap, LegendEntry, Note, Project, Record, Section, Stage


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
    contents: tuple[Note | EmotionPoint, ...] = (*document.all(Note), *document.all(EmotionPoint))
    for held in contents:
        section, stage = map_of_section.get(held.section), map_of_stage.get(held.stage)
        if section is None:
            yield _missing(held, "section")
        elif stage is None:
            yield _missing(held, "stage")
        elif section != stage:
            yield f"{_named(held)} stands in a section and a stage of different maps."


def _faults_of_mentions(document: Document) -> Iterator[str]:
    personas = {persona.id for persona in document.personas()}
    for journey_map in document.all(JourneyMap):
        if not personas.issuperset(journey_map.personas):
            yield f"{_named(journey_map)} names a persona that does not exist."
    for point in document.all(EmotionPoint):
        if point.persona is not None and point.persona not in personas:
            yield f"{_named(point)} names a persona that does not exist."


def _missing(record: Record, kind: str) -> str:
    return f"{_named(record)} belongs to a {kind} that does not exist."


def _named(record: Record) -> str:
    return f"{record.kind.capitalize()} {record.id}"
