"""A map with all that a map can hold."""

from app.drawing.sections import SECTION_KINDS
from app.model.document import Document
from app.model.kinds import content_of
from app.model.records import (
    CallOut,
    FeltLater,
    JourneyMap,
    KeyPoint,
    LegendEntry,
    Note,
    ParkedNote,
    Persona,
    Project,
    Record,
    Relation,
    Section,
    Stage,
    Style,
)


def everything() -> Document:
    """A map with each kind of section, and in each what it can hold."""
    records: list[Record] = [
        Project(id="project"),
        LegendEntry(id="legend", colour="yellow", meaning="Action"),
        Persona(id="eva", name="Eva"),
        Persona(id="ben", name="Ben", position=1),
        JourneyMap(id="map", title="Dinner"),
        Stage(id="order", map="map", name="Order"),
    ]
    for position, kind in enumerate(SECTION_KINDS):
        id = f"section-{kind.name}"
        records.append(
            Section(id=id, map="map", position=position, name=str(kind.title), section_kind=kind.name)
        )
        if (holds := content_of(kind.name).holds) is not None:
            records.append(holds(id=f"in-{kind.name}", section=id, stage="order"))
    records.append(CallOut(id="call-out", map="map", text="Here", stage="order"))
    return Document(records)


def beside_everything() -> list[Record]:
    """What tells of that map, and what is kept beside all maps."""
    note, point = "in-notes", "in-emotional-graph"
    return [
        Style(id="style"),
        ParkedNote(id="parked"),
        ParkedNote(id="waiting", position=1, lot="inbox"),
        Note(id="second", section="section-notes", stage="order", position=1),
        Relation(id="relation", from_note=note, to_note="second"),
        FeltLater(id="felt", note=note, point=point),
        KeyPoint(id="key", map="map", notes=(note,), stages=("order",), points=(point,)),
        CallOut(id="call-note", map="map", note=note),
        CallOut(id="call-point", map="map", position=1, point=point),
        CallOut(id="call-cell", map="map", position=2, stage="order", section="section-notes"),
    ]
