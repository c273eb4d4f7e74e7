"""Small maps for tests of the window."""

from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import Entry, JourneyMap, LegendEntry, Project, Record, Section, Stage
from app.model.verbs.editing import set_fields


def paper_sized(document: Document) -> Document:
    """The same map as it was before notes filled their cells."""
    sections = [section.id for section in document.all(Section)]
    document.apply(set_fields(document, sections, plain_label("Stand"), standing="paper-sized"))
    return document


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
