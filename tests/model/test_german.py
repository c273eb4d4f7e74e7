"""What the model says of a map reads as German where that is spoken: whole sentences, German numbers."""

from datetime import date

import pytest

from app.formats.templates import template
from app.language.spoken import speaking
from app.model.analysis.gaps import gaps
from app.model.analysis.reading_words import read_section, reading_text
from app.model.document import Document
from app.model.exchange.clippings import clipping_of_cells
from app.model.exchange.pasting import At, paste
from app.model.history.version_words import counted, format_difference
from app.model.history.versions import Version, compare
from app.model.invariants import faults
from app.model.labels import plain_label
from app.model.nouns import counted as counted_kind
from app.model.nouns import noun, title
from app.model.pictures import NewPicture
from app.model.records import RECORDS, JourneyMap, Note, Project, Section, Stage
from app.model.verbs.copying import duplicate
from app.model.verbs.editing import set_fields
from app.model.verbs.maps import add_map, new_project, plan_future_state
from app.model.verbs.notes import add_note
from app.model.verbs.personas import add_persona
from app.model.verbs.picture_verbs import add_pictures
from app.model.verbs.sections import add_section
from app.model.verbs.stages import add_stage, split_stage
from tests.model.graphs import graph_document


def test_the_reading_of_a_curve() -> None:
    document = graph_document((1, -3, 2.5, 0.5))
    document.apply(set_fields(document, ["s1"], plain_label("Edit"), name=""))
    with speaking("de"):
        text = reading_text(read_section(document, document.get(Section, "graph")))
    assert text.splitlines() == [
        "Erster Eindruck bei Stage 0 (1).",
        "Einbruch von Stage 0 (1) zu Phase 2 (−3), um 4.",
        "Zickzack über Stage 0, Phase 2, Stage 2 und Stage 3 (−4, +5,5, −2).",
        "Tiefpunkt bei Phase 2 (−3).",
        "Letzter Eindruck bei Stage 3 (0,5), schlechter als am Anfang (1).",
    ]


def test_the_gaps_of_a_map() -> None:
    document = template("pizzeria")
    document.apply(set_fields(document, ["dinner"], plain_label("Edit"), review="2026-05-03", personas=()))
    with speaking("de"):
        sentences = [str(gap.sentence) for gap in gaps(document, "dinner", date(2026, 11, 22))]
    assert "Die Map sagt nicht, wessen Reise sie zeigt." in sentences
    assert "Die Map sollte bis zum 3. Mai 2026 durchgesehen werden." in sentences
    assert "„Research“: lauter Annahmen, noch kein Beleg." in sentences
    assert "Für die Idee „Correct the listing“ ist niemand verantwortlich." in sentences


def test_what_became_of_a_map() -> None:
    before = new_project()
    (journey_map,) = before.maps()
    before.apply(add_section(before, journey_map.id, "Taten", id="acts"))
    before.apply(add_stage(before, journey_map.id, "Bestellen", id="order"))
    before.apply(add_note(before, "acts", "order", "Wartet", id="waits"))
    after = before.copy()
    after.apply(
        set_fields(after, ["waits"], plain_label("Edit"), evidence="assumption", evidence_date="2026-05-03")
    )
    comparison = compare(Version("früher", before), after, journey_map.id)
    with speaking("de"):
        assert str(counted(comparison)) == "1 Unterschied: 1 geändert"
        [told] = [format_difference(comparison, one) for one in comparison.differences]
        name, became = map(str, told)
    assert name == "„Wartet“"
    assert became == "Beleg: nichts → Annahme. Erhoben am: nichts → 3. Mai 2026"


def test_a_project_is_begun_in_the_language_that_is_spoken() -> None:
    with speaking("de"):
        document = new_project()
        document.apply(add_stage(document, document.maps()[0].id))
    assert [entry.meaning for entry in document.legend()][3:5] == ["Schmerzpunkt", "Idee"]
    assert document.maps()[0].title == "Unbenannte Map"
    assert document.project.emotions[-1] == "begeistert"
    assert [stage.name for stage in document.all(Stage)] == ["Neue Phase"]
    assert new_project().project == Project(id="project")


def test_what_is_added_to_a_project_or_copied_in_it_is_named_in_its_language() -> None:
    with speaking("de"):
        document = new_project()
    map = document.maps()[0].id
    document.apply(add_map(document, id="empty"))
    document.apply(add_pictures(document, "empty", [NewPicture(b"bytes", "png", 4, 3)]))
    assert names(document, "empty") == ["Neue Phase", "Neue Zeile"]
    section = document.sections("empty")[0].id
    stage = document.stages("empty")[0].id
    document.apply(
        paste(document, clipping_of_cells([[["a"], ["b"]], [["c"], []]]), At("empty", section, stage))
    )
    assert names(document, "empty") == ["Neue Phase", "Neue Phase", "Neue Zeile", "Neue Zeile"]
    document.apply(add_stage(document, map, "Warten", id="waiting"))
    document.apply(split_stage(document, "waiting"))
    assert names(document, map) == ["Warten", "Warten (Fortsetzung)"]
    document.apply(duplicate(document, [map]))
    document.apply(plan_future_state(document, map))
    titles = [one.title for one in document.maps()]
    assert titles == [
        *("Unbenannte Map", "Unbenannte Map – Soll-Zustand", "Unbenannte Map (Kopie)", "Unbenannte Map")
    ]
    document.apply(add_persona(document))
    assert [one.name for one in document.personas()] == ["Neue Persona"]


def names(document: Document, map: str) -> list[str]:
    stages, sections = document.stages(map), document.sections(map)
    return [*(one.name for one in stages), *(one.name for one in sections)]


@pytest.mark.parametrize("kind", [record_type.kind for record_type in RECORDS])
def test_each_kind_of_record_has_its_words(kind: str) -> None:
    with speaking("de"):
        german = {str(noun(kind)), str(title(kind))}
        assert german.isdisjoint({"", kind}) or kind in ("map", "persona")
        assert str(counted_kind(kind, 4800)).startswith("4.800 ")


def test_a_fault_of_a_document() -> None:
    document = Document([Project(id="project"), JourneyMap(id="map"), Note(id="n", section="s", stage="t")])
    with speaking("de"):
        assert [*map(str, faults(document))] == ["Zettel n gehört zu etwas, das es nicht gibt (Zeile)."]
