"""Key points: what a map is proposed to lead with, and whether what was taken still holds."""

import pytest

from app.formats.json import json_project as json
from app.language.spoken import speaking
from app.model.analysis.proposed_key_points import (
    changed_key_points,
    confirm,
    open_proposals,
    proposals,
    take,
)
from app.model.document import Document
from app.model.invariants import faults
from app.model.labels import step_label
from app.model.records import EmotionPoint, KeyPoint, Note
from app.model.verbs.call_outs import Target, add_call_out
from app.model.verbs.cells import move_to_cell
from app.model.verbs.editing import set_fields
from app.model.verbs.key_points import add_key_point
from app.model.verbs.maps import plan_future_state
from app.model.verbs.notes import add_note
from app.resources import resource
from tests.maps import without_key_points
from tests.model.graphs import graph_document

MAP = "dinner"


@pytest.fixture
def pizzeria() -> Document:
    with resource("templates", "pizzeria.json").open("rb") as stream:
        return without_key_points(json.read_document(stream))


@pytest.fixture
def led(pizzeria: Document) -> Document:
    """The pizzeria with all that is proposed."""
    for number, proposal in enumerate(proposals(pizzeria, MAP)):
        pizzeria.apply(take(pizzeria, MAP, proposal, id=f"k{number}"))
    return pizzeria


def set_votes(document: Document, note: str, votes: int) -> None:
    document.apply(set_fields(document, [note], step_label("set_votes"), votes=votes))


def set_value(document: Document, stage: str, value: float) -> None:
    point = next(one for one in document.points("emotions", stage))
    document.apply(set_fields(document, [point.id], step_label("set_emotion"), value=value))


def changed(document: Document) -> list[str]:
    return [one.origin for one in changed_key_points(document, MAP)]


def test_the_sample_is_told_by_its_lowest_point_its_moments_of_truth_its_peak_its_votes_and_its_evidence(
    pizzeria: Document,
) -> None:
    assert [(str(one.sentence), str(one.evidence)) for one in proposals(pizzeria, MAP)] == [
        (
            "Arrival is the lowest point: −3.",
            "Car park is full by seven; The sign cannot be read in the dark",
        ),
        (
            "Both moments of truth lie below the middle.",
            "Asks about the ingredients −1.5, Pays by card −1",
        ),
        (
            "Time to eat is the peak: +4.5. Then Leave takes 5.5 points away.",
            "Twelve minutes for the bill: “Did they forget me?”",
        ),
        (
            "Light the sign first: 5 votes, medium effort.",
            "Next: Allergen icons beside each dish (4 votes), Publish today’s menu (3 votes).",
        ),
        ("3 of 9 notes are assumptions.", "The others: 8 interviews, October."),
    ]


def test_a_key_point_speaks_of_the_records_that_it_was_found_in(pizzeria: Document) -> None:
    lowest, moments, peak, votes, assumed = (one.places for one in proposals(pizzeria, MAP))
    assert lowest.notes == ("full-car-park", "dark-sign")
    assert [pizzeria.get(EmotionPoint, id).stage for id in lowest.points] == ["arrival"]
    assert [pizzeria.get(Note, id).text for id in moments.notes] == [
        "Asks about the ingredients",
        "Pays by card",
    ]
    assert [pizzeria.get(EmotionPoint, id).stage for id in peak.points] == ["time-to-eat", "leave"]
    assert votes.notes == ("light-sign",)
    assert not any(assumed)


def test_what_was_taken_is_proposed_no_more(led: Document) -> None:
    assert open_proposals(led, MAP) == ()
    assert [one.origin for one in led.key_points(MAP)] == [
        "lowest point",
        "moment of truth",
        "peak and drop",
        "most votes",
        "assumptions",
    ]
    assert changed(led) == []


def test_a_taken_key_point_speaks_the_language_of_the_project(pizzeria: Document) -> None:
    pizzeria.apply(set_fields(pizzeria, ["project"], step_label("set_language"), language="de"))
    with speaking("en"):
        for proposal in proposals(pizzeria, MAP)[:2]:
            pizzeria.apply(take(pizzeria, MAP, proposal))
    lowest, moments = pizzeria.key_points(MAP)
    assert lowest.text == "Arrival ist der Tiefpunkt: −3."
    assert moments.evidence == "Asks about the ingredients −1,5, Pays by card −1"


def test_a_key_point_is_marked_and_not_rewritten_when_a_figure_changes(led: Document) -> None:
    said = [one.text for one in led.key_points(MAP)]
    set_votes(led, "allergen-icons", 9)
    assert changed(led) == ["most votes"]
    set_value(led, "arrival", -4)
    # The fall from research to arrival is the largest now, besides.
    assert changed(led) == ["lowest point", "peak and drop", "most votes"]
    assert [one.text for one in led.key_points(MAP)] == said


def test_a_key_point_is_marked_when_its_note_says_something_else(led: Document) -> None:
    led.apply(set_fields(led, ["dark-sign"], step_label("edit_note"), text="The sign is lit"))
    assert changed(led) == ["lowest point"]


def test_a_confirmed_key_point_is_no_longer_marked(led: Document) -> None:
    set_votes(led, "light-sign", 6)
    (marked,) = changed_key_points(led, MAP)
    led.apply(confirm(led, marked.id))
    assert changed(led) == []
    assert led.get(KeyPoint, marked.id).text == marked.text


def test_an_own_sentence_rests_on_no_figures(pizzeria: Document) -> None:
    pizzeria.apply(add_key_point(pizzeria, MAP, "Friday is not Monday.", id="own"))
    set_value(pizzeria, "arrival", -5)
    assert changed(pizzeria) == []


CURVES: dict[str, tuple[tuple[float, ...], list[str]]] = {
    "no point": ((), []),
    "all above the middle": ((1, 2, 3), ["Stage 2 is the peak: +3."]),
    "all in the middle": ((0, 0), []),
    "only below": (
        (0, -3.5),
        ["Stage 1 is the lowest point: −3.5.", "From Stage 0 to Stage 1 the mood falls by 3.5 points."],
    ),
    "a fall that is not from the peak": (
        (3, -1, 5, 4),
        [
            "Stage 1 is the lowest point: −1.",
            "Stage 2 is the peak: +5. The largest fall is at Stage 1, by 4 points.",
        ],
    ),
}


@pytest.mark.parametrize(("values", "said"), CURVES.values(), ids=CURVES)
def test_a_curve_is_told_by_what_it_shows(values: tuple[float, ...], said: list[str]) -> None:
    assert [str(one.sentence) for one in proposals(graph_document(values), "map")] == said


def test_ideas_with_as_many_votes_are_not_told_by_them(pizzeria: Document) -> None:
    set_votes(pizzeria, "allergen-icons", 5)
    assert "most votes" not in [one.origin for one in proposals(pizzeria, MAP)]


def test_moments_of_truth_are_counted_where_some_lie_above(pizzeria: Document) -> None:
    pizzeria.apply(add_note(pizzeria, "actions", "time-to-eat", "First bite", id="bite"))
    pizzeria.apply(set_fields(pizzeria, ["bite"], step_label("set_moment_of_truth"), moment_of_truth=True))
    said = [str(one.sentence) for one in proposals(pizzeria, MAP) if one.origin == "moment of truth"]
    assert said == ["2 of 3 moments of truth lie below the middle."]


def test_the_lowest_point_and_the_largest_fall_are_those_of_any_persona_and_say_whose() -> None:
    document = graph_document((2, 0, 1), personas=2, curves=2)
    for id, value in (("s0-1", 4.0), ("s1-1", -4.0), ("s2-1", 1.0)):
        document.apply(set_fields(document, [id], step_label("set_emotion"), value=value))
    assert [str(one.sentence) for one in proposals(document, "map")] == [
        "Persona 1: Stage 1 is the lowest point: −4.",
        "Persona 1: Stage 0 is the peak: +4. Then Stage 1 takes 8 points away.",
    ]


def test_of_one_persona_nobody_is_named() -> None:
    document = graph_document((2, -3), personas=1)
    assert str(proposals(document, "map")[0].sentence) == "Stage 1 is the lowest point: −3."


def test_what_goes_to_another_map_is_no_longer_told_of_on_its_own(led: Document) -> None:
    point = next(one for one in led.key_points(MAP) if one.notes)
    note = led.get(Note, point.notes[0])
    led.apply(add_call_out(led, MAP, Target(note=note.id), "Look here", id="c"))
    led.apply(plan_future_state(led, MAP))
    other = next(one for one in led.maps() if one.id != MAP)
    section = next(one for one in led.sections(other.id) if one.section_kind == "notes")
    stage = led.stages(other.id)[0]
    led.apply(move_to_cell(led, [note.id], section.id, stage.id))
    assert not list(faults(led))
    assert note.id not in led.get(KeyPoint, point.id).notes
    assert "c" not in led
    assert led.get(KeyPoint, point.id) in changed_key_points(led, MAP)
