"""What a map lacks, its action register and its counts: the sample worked by hand, and each rule alone."""

from datetime import date

import pytest

from app.formats.templates import template
from app.language.phrases import phrase
from app.model.analysis.counts import counts
from app.model.analysis.gaps import Gap, gaps
from app.model.analysis.register import action_register
from app.model.change import Edit
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import (
    EmotionPoint,
    Entry,
    JourneyMap,
    LegendEntry,
    Note,
    Persona,
    Project,
    Relation,
    Section,
    Stage,
)
from app.model.verbs.editing import delete, set_fields
from app.model.verbs.entries import add_entry
from app.model.verbs.legend import set_role
from app.model.verbs.notes import add_note
from app.model.verbs.relations import chain, relate

TODAY = date(2026, 11, 22)


@pytest.fixture
def document() -> Document:
    """A map of one stage that lacks nothing."""
    return Document(
        [
            Project(id="project"),
            Persona(id="eva", name="Eva"),
            JourneyMap(id="map", personas=("eva",), review="2026-11-22"),
            Stage(id="order", map="map", name="Order"),
            Section(id="goals", map="map", glyph="goal", colour="grey"),
            Section(id="points", map="map", position=1, colour="blue"),
            Section(id="pains", map="map", position=2, colour="pink"),
            Section(id="ideas", map="map", position=3, colour="green"),
            Section(id="graph", map="map", position=4, section_kind="emotional-graph"),
            Section(id="papers", map="map", position=5, section_kind="documents"),
            Note(id="goal", section="goals", stage="order", colour="grey"),
            Note(id="menu", section="points", stage="order", colour="blue"),
            Note(
                id="pain", section="pains", stage="order", colour="pink", text="No menu", evidence="validated"
            ),
            Note(id="idea", section="ideas", stage="order", colour="green", text="A menu", owner="Kitchen"),
        ]
    )


def found(document: Document) -> list[tuple[str, tuple[str, ...]]]:
    return [(gap.kind, gap.ids) for gap in gaps(document, "map", TODAY)]


def test_what_the_sample_still_lacks() -> None:
    """Worked by hand: owners stand beside the ideas in the facts, what is validated below the table."""
    document = template("pizzeria")
    assert [str(gap.sentence) for gap in gaps(document, "dinner", TODAY)] == [
        "The opportunity “Correct the listing” has no owner.",
        "“Research”: all assumptions, no evidence yet.",
        "The opportunity “Map with car parks in the boo…” has no owner.",
        "The opportunity “Small signs to the restroom” has no owner.",
        "The opportunity “Two fields, one star row” has no owner.",
        "“Come back”: all assumptions, no evidence yet.",
        "The opportunity “One e-mail a month, chosen by…” has no owner.",
    ]


def test_the_action_register_of_the_sample() -> None:
    document = template("pizzeria")
    rows = [
        (row.note.text, row.stage.name, row.impact, row.note.effort, row.note.owner, row.note.votes)
        for row in action_register(document, "dinner")
    ]
    assert rows == [
        ("Correct the listing", "Awareness", "trivial", None, "", 0),
        ("Publish today’s menu", "Research", "work-around", "small", "marketing", 3),
        ("Light the sign", "Arrival", "work-around", "medium", "facilities", 5),
        ("Map with car parks in the booking e-mail", "Arrival", "abandon", None, "", 0),
        ("Allergen icons beside each dish", "Order", "work-around", "small", "kitchen", 4),
        ("Small signs to the restroom", "Time to eat", "trivial", None, "", 0),
        ("Pay at the table by code", "Leave", "work-around", "large", "service", 0),
        ("Two fields, one star row", "Feedback", "abandon", None, "", 0),
        ("One e-mail a month, chosen by taste", "Come back", "trivial", None, "", 0),
    ]


def test_the_counts_of_the_sample() -> None:
    found = counts(template("pizzeria"), "dinner")
    assert (found.total, found.votes) == (85, 12)
    assert found.stages["arrival"] == 13
    assert found.sections == {
        "goals": 8,
        "actions": 18,
        "touchpoints": 18,
        "process": 7,
        "thoughts": 8,
        "emotions": 8,
        "pain-points": 9,
        "ideas": 9,
    }
    assert found.roles["pain point"] == found.roles["opportunity"] == 9
    assert found.cells["pain-points", "arrival"] == 2
    assert found.validated == pytest.approx(6 / 9)


def test_a_map_that_lacks_nothing_has_no_gap(document: Document) -> None:
    assert found(document) == []


@pytest.mark.parametrize(
    ("ids", "fields", "gap"),
    [
        (["map"], {"personas": ()}, ("no persona", ("map",))),
        (["map"], {"review": "2026-11-21"}, ("review overdue", ("map",))),
        (["menu"], {"colour": "yellow"}, ("no touchpoint", ("order",))),
        (["idea"], {"owner": ""}, ("no owner", ("idea",))),
        (["idea"], {"colour": "yellow"}, ("no opportunity", ("pain",))),
        (["pain"], {"evidence": None}, ("no evidence", ("order",))),
    ],
)
def test_each_thing_that_is_missing_is_told(
    document: Document, ids: list[str], fields: dict[str, object], gap: tuple[str, tuple[str, ...]]
) -> None:
    document.apply(set_fields(document, ids, plain_label("Edit"), **fields))
    assert found(document) == [gap]


def test_half_assumed_is_no_gap_and_more_than_half_is(document: Document) -> None:
    document.apply(set_fields(document, ["idea"], plain_label("Edit"), evidence="assumption"))
    assert found(document) == []
    document.apply(set_fields(document, ["menu"], plain_label("Edit"), evidence="assumption"))
    assert found(document) == [("assumptions", ("menu", "idea"))]
    [gap] = gaps(document, "map", TODAY)
    assert str(gap.sentence) == "More than half of the evidence given is assumption: 2 of 3."


def test_a_stage_that_says_its_goal_itself_needs_a_touchpoint(document: Document) -> None:
    document.apply(delete(document, ["goal", "menu"]))
    assert found(document) == []
    document.apply(set_fields(document, ["order"], plain_label("Edit"), goal="Eat"))
    assert found(document) == [("no touchpoint", ("order",))]
    document.apply(add_entry(document, "papers", "order", channels=("phone",)))
    assert found(document) == []


def test_a_document_is_evidence(document: Document) -> None:
    document.apply(set_fields(document, ["pain"], plain_label("Edit"), evidence=None))
    document.apply(add_entry(document, "papers", "order", "Eight interviews"))
    assert found(document) == []


def test_a_team_is_an_owner(document: Document) -> None:
    document.apply(set_fields(document, ["idea"], plain_label("Edit"), owner="", team="Kitchen"))
    assert found(document) == []


def test_an_opportunity_that_answers_another_pain_is_not_to_spare(document: Document) -> None:
    document.apply(add_note(document, "pains", "order", "Too loud", id="noise"))
    assert found(document) == []
    document.apply(relate(document, "pain", "idea"))
    assert found(document) == [("no opportunity", ("noise",))]
    document.apply(relate(document, "noise", "idea"))
    assert found(document) == []


def test_a_trough_without_a_pain_point_is_told(document: Document) -> None:
    for index, (at, value) in enumerate(((0.1, 2.0), (0.5, -4.0), (0.9, 2.0))):
        point = EmotionPoint(
            id=f"p{index}", section="graph", stage="order", position=index, at=at, value=value
        )
        document = Document([*document, point])
    assert found(document) == []
    document.apply(delete(document, ["pain"]))
    assert found(document) == [("no evidence", ("order",)), ("unexplained trough", ("p1",))]


def test_an_empty_map_lacks_a_persona_and_nothing_else() -> None:
    document = template("blank")
    [gap] = gaps(document, document.maps()[0].id, TODAY)
    sentence = phrase("The map does not say whose journey it is.")
    assert gap == Gap("no persona", sentence, (document.maps()[0].id,))


def test_an_action_takes_the_greatest_impact_of_the_pains_before_it(document: Document) -> None:
    document.apply(set_fields(document, ["pain"], plain_label("Edit"), impact="work-around"))
    for id, impact in (("worse", "abandon"), ("other", "trivial")):
        document.apply(add_note(document, "pains", "order", id=id))
        document.apply(set_fields(document, [id], plain_label("Edit"), impact=impact))
    document.apply(add_note(document, "goals", "order", "Print it", colour="yellow", id="act"))
    for pair in (("pain", "idea"), ("worse", "idea"), ("idea", "act"), ("act", "idea")):
        document.apply(relate(document, *pair))
    act, idea = action_register(document, "map")
    assert (act.note.id, idea.note.id) == ("act", "idea")
    assert act.impact == idea.impact == "abandon"
    assert act.pains == idea.pains == ("pain", "worse")


def test_a_note_with_a_status_is_in_the_register(document: Document) -> None:
    document.apply(set_fields(document, ["menu"], plain_label("Edit"), status="done", impact="trivial"))
    menu, _ = action_register(document, "map")
    assert (menu.note.id, menu.impact, menu.pains) == ("menu", "trivial", ())


def test_entries_count_with_notes(document: Document) -> None:
    document = Document([*document, Entry(id="e", section="papers", stage="order")])
    assert counts(document, "map").total == 5
    assert counts(document, "map").validated == 1
    document.apply(set_fields(document, ["pain"], plain_label("Edit"), evidence=None))
    assert counts(document, "map").validated is None


def test_a_colour_counts_as_its_legend_says(document: Document) -> None:
    legend = [LegendEntry(id="l-pink", colour="pink", meaning="Team")]
    legend += [LegendEntry(id="l-teal", colour="teal", meaning="Trouble", position=1)]
    document = Document([*document, *legend])
    document.apply(set_fields(document, ["idea"], plain_label("Edit"), colour="yellow"))
    assert found(document) == [("no opportunity", ("pain",))]
    document.apply(set_role(document, "l-pink", "nothing"))
    assert found(document) == []
    document.apply(set_role(document, "l-teal", "pain point"))
    document.apply(set_fields(document, ["pain"], plain_label("Edit"), colour="teal"))
    assert found(document) == [("no opportunity", ("pain",))]
    assert counts(document, "map").roles["pain point"] == 1
    change = chain(document, ["idea", "pain"])
    assert [(one.from_note, one.to_note) for one in map(get_relation, change)] == [("pain", "idea")]
    document.apply(set_role(document, "l-teal", None))
    assert found(document) == []


def get_relation(edit: Edit) -> Relation:
    assert isinstance(edit.after, Relation)
    return edit.after


def test_a_moment_of_truth_of_another_colour_counts_as_its_section(document: Document) -> None:
    legend = LegendEntry(id="l-violet", colour="violet", meaning="It decides", role="moment of truth")
    document = Document([*document, legend])
    document.apply(set_fields(document, ["pain"], plain_label("Edit"), colour="violet"))
    document.apply(delete(document, ["idea"]))
    assert found(document) == [("no opportunity", ("pain",))]


def test_an_actions_own_impact_counts_before_that_of_its_pains_and_says_how_large_it_is(
    document: Document,
) -> None:
    document.apply(set_fields(document, ["pain"], plain_label("Edit"), impact="work-around"))
    document.apply(relate(document, "pain", "idea"))
    (idea,) = action_register(document, "map")
    assert (idea.impact, str(idea.impact_said)) == ("work-around", "workaround")
    document.apply(set_fields(document, ["idea"], plain_label("Edit"), impact="abandon"))
    (idea,) = action_register(document, "map")
    assert (idea.impact, str(idea.impact_said)) == ("abandon", "large")
