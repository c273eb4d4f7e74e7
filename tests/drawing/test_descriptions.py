"""What a screen reader says of the map."""

import pytest

from app.drawing.descriptions import describe, describe_cell
from app.model.document import Document
from app.model.records import (
    EmotionPoint,
    Entry,
    JourneyMap,
    LegendEntry,
    Note,
    Project,
    Section,
    Stage,
)


@pytest.fixture
def document() -> Document:
    return Document(
        [
            Project(id="project"),
            LegendEntry(id="legend", colour="pink", meaning="Pain point"),
            JourneyMap(id="map", title="Dinner"),
            Stage(id="research", map="map", name="Research", duration="15 min"),
            Stage(id="eat", position=1, map="map", name="Eat"),
            Section(id="pains", map="map", name="Pain points"),
            Section(id="feelings", position=1, map="map", section_kind="emotional-graph"),
            Note(id="a", section="pains", stage="research", text="Old menu", colour="pink"),
            Note(
                id="b",
                position=1,
                section="pains",
                stage="research",
                text="Wrong hours",
                colour="pink",
                evidence="assumption",
                impact="work-around",
                votes=1,
            ),
            EmotionPoint(id="p", section="feelings", stage="eat", value=-3, quote="Where is it?"),
            Section(id="figures", position=2, map="map", name="Figures", section_kind="metrics"),
            Entry(id="m", section="figures", stage="eat", text="Rating", value=4.5, target=5, trend="rising"),
            Section(id="ways", position=3, map="map", name="Ways", section_kind="channels"),
            Entry(id="w", section="ways", stage="eat", process="cyclic", channels=("phone", "web")),
            Entry(id="e", position=1, section="ways", stage="eat"),
        ]
    )


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("a", "Pain points, Research, note 1 of 2: Old menu, Pain point"),
        (
            "b",
            "Pain points, Research, note 2 of 2: Wrong hours, "
            "Pain point, assumption, impact: workaround, 1 vote",
        ),
        ("p", "unnamed section, Eat, emotion point 1 of 1: −3, Where is it?"),
        ("m", "Figures, Eat, entry 1 of 1: Rating, 4.5, target 5, trend: rising"),
        ("w", "Ways, Eat, entry 1 of 2: Again and again, phone, web"),
        ("e", "Ways, Eat, entry 2 of 2: no text"),
        ("research", "Stage 1 of 2: Research, 15 min"),
        ("pains", "Section 1 of 4: Pain points"),
        ("map", "Map: Dinner, current state"),
        ("gone", ""),
    ],
)
def test_a_record_is_described_with_its_place_and_its_marks(document: Document, id: str, words: str) -> None:
    assert describe(document, id) == words


def test_a_cell_is_described_with_what_it_holds(document: Document) -> None:
    assert describe_cell(document, "pains", "research") == "Pain points, Research, 2 notes"
    assert describe_cell(document, "pains", "eat") == "Pain points, Eat, empty"
    assert describe_cell(document, "feelings", "eat") == "unnamed section, Eat, 1 emotion point"
    assert describe_cell(document, "ways", "eat") == "Ways, Eat, 2 entries"
