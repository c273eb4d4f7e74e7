"""Small maps for tests, and what maps say."""

from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import Entry, JourneyMap, KeyPoint, LegendEntry, Project, Record, Section, Stage
from app.model.verbs.editing import delete, set_fields


def paper_sized(document: Document) -> Document:
    """The same map as it was before notes filled their cells."""
    sections = [section.id for section in document.all(Section)]
    document.apply(set_fields(document, sections, plain_label("Stand"), standing="paper-sized"))
    return document


def notes_by_name(document: Document) -> dict[tuple[str, str], list[str]]:
    """The texts of the notes of the only map, by section and stage."""
    (journey_map,) = document.maps()
    return {
        (section.name, stage.name): [note.text for note in found]
        for section in document.sections(journey_map.id)
        for stage in document.stages(journey_map.id)
        if (found := document.notes(section.id, stage.id))
    }


def map_of(kind: str) -> Document:
    """Three stages, two sections of a kind with one of notes between; "a", "b", "c" in the first cell."""
    records: list[Record] = [
        Project(id="project"),
        LegendEntry(id="legend", colour="yellow", meaning="Action"),
    ]
    records += [
        JourneyMap(id="map"),
        *(Stage(id=f"s{i}", map="map", name=f"S{i}", position=i) for i in range(3)),
    ]
    for position, (id, of) in enumerate((("one", kind), ("notes", "notes"), ("two", kind))):
        records.append(Section(id=id, map="map", name=id, position=position, section_kind=of))
    for position, id in enumerate("abc"):
        channels = ("phone",) if kind == "channels" else ()
        entry = Entry(id=id, section="one", stage="s0", position=position, text=id, channels=channels)
        records.append(entry)
    return Document(records)


def without_key_points(document: Document) -> Document:
    """The document after its key points were deleted."""
    document.apply(delete(document, [one.id for one in document.all(KeyPoint)]))
    return document
