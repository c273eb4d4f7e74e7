"""Maps with an emotional graph, for tests."""

from collections.abc import Sequence

from app.model.document import Document
from app.model.records import EmotionPoint, JourneyMap, LegendEntry, Persona, Project, Record, Section, Stage
from app.model.verbs.personas import PERSONA_COLOURS


def graph_document(
    values: Sequence[float | None] = (), personas: int = 0, curves: int = 1, height: float | None = None
) -> Document:
    """A map with a stage for each value and, but for None, a point in its middle; several curves alike.

    The curves belong to nobody where there are no personas, else to one persona each.
    """
    people = [
        Persona(id=f"p{number}", position=number, name=f"Persona {number}", colour=PERSONA_COLOURS[number])
        for number in range(personas)
    ]
    records: list[Record] = [
        Project(id="project"),
        LegendEntry(id="legend-pink", position=0, colour="pink", meaning="Pain point"),
        LegendEntry(id="legend-green", position=1, colour="green", meaning="Opportunity"),
        *people,
        JourneyMap(id="map", personas=tuple(person.id for person in people)),
        Section(id="graph", map="map", section_kind="emotional-graph", name="Emotions", height=height),
    ]
    for index, value in enumerate(values):
        stage = f"s{index}"
        records.append(Stage(id=stage, map="map", position=index, name=f"Stage {index}"))
        if value is not None:
            records += [
                EmotionPoint(
                    id=f"{stage}-{curve}" if curves > 1 else f"e{index}",
                    section="graph",
                    stage=stage,
                    position=curve,
                    value=value,
                    persona=people[curve].id if people else None,
                )
                for curve in range(curves)
            ]
    return Document(records)


def points_of(values: Sequence[float]) -> list[EmotionPoint]:
    """Points of one curve, "e0", "e1", … one in each stage."""
    return [
        EmotionPoint(id=f"e{index}", section="graph", stage=f"s{index}", value=value)
        for index, value in enumerate(values)
    ]
