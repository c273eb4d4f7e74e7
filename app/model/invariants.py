"""What must always hold of a document; asked after loading and in tests."""

from collections.abc import Iterator

from app.model.document import Document
from app.model.records import EmotionPoint, Id, JourneyMap, LegendEntry, Note, Project, Record, Section, Stage


def faults(document: Document) -> Iterator[str]:
    """A sentence for each thing that is wrong; none for a sound document."""
    if len(document.all(Project)) != 1:
        yield "There must be one project record."
    colours = [entry.colour for entry in document.all(LegendEntry)]
    if len(colours) != len(set(colours)):
        yield "A colour stands in the legend twice."
    personas = {persona.id for persona in document.personas()}
    for record in document:
        yield from _faults_of(document, record, personas)
    for place in document.places():
        positions = [record.position for record in document.siblings(place)]
        if positions != list(range(len(positions))):
            yield f"The positions of {place[0]}s in {' / '.join(place[1:]) or 'the project'} have gaps."


def _faults_of(document: Document, record: Record, personas: set[Id]) -> Iterator[str]:
    named = f"{record.kind.capitalize()} {record.id}"
    for kind in record.parents:
        parent = document.find(getattr(record, kind))
        if parent is None or parent.kind != kind:
            yield f"{named} belongs to a {kind} that does not exist."
            return
    if isinstance(record, Note | EmotionPoint):
        section, stage = document.get(Section, record.section), document.get(Stage, record.stage)
        if section.map != stage.map:
            yield f"{named} stands in a section and a stage of different maps."
    mentioned = record.personas if isinstance(record, JourneyMap) else (getattr(record, "persona", None),)
    if any(persona is not None and persona not in personas for persona in mentioned):
        yield f"{named} names a persona that does not exist."
