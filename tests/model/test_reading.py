"""The reading of emotional curves, by cases worked by hand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats.json import json_project as json
from app.model.analysis.reading import Finding, Thresholds, read_curve
from app.model.analysis.reading_words import MOST_NOTES, number, read_section, reading_text, signed
from app.model.document import Document
from app.model.records import HIGHEST, LOWEST, Section
from app.model.verbs.notes import add_note
from app.model.verbs.sections import add_section
from app.resources import resource
from tests.model.graphs import graph_document, points_of

PIZZERIA = (1, 2, -3, -1.5, 4.5, -1, 1, 3)


def found(values: tuple[float, ...], thresholds: Thresholds | None = None) -> set[tuple[str, ...]]:
    """What a curve shows but its ends, as (kind, ids of the points)."""
    findings = read_curve(points_of(values), thresholds or Thresholds())
    return {_as_text(finding) for finding in findings if "impression" not in finding.kind}


def _as_text(finding: Finding) -> tuple[str, ...]:
    return (finding.kind, *(point.id for point in finding.points))


CASES = {
    "the pizzeria": (
        PIZZERIA,
        {
            ("rapid drop", "e1", "e2"),
            ("trough", "e2"),
            ("peak", "e4"),
            ("rapid drop", "e4", "e5"),
            ("sawtooth", "e3", "e4", "e5", "e6"),
        },
    ),
    "no point": ((), set()),
    "one point": ((5,), set()),
    "a level line": ((4, 4, 4, 4), set()),
    "a peak of exactly 3": ((2, 3, 2), {("peak", "e1")}),
    "a maximum below 3 is no peak": ((2, 2.99, 2), set()),
    "a trough of exactly −2": ((-1, -2, -1), {("trough", "e1")}),
    "a minimum above −2 is no trough": ((-1, -1.99, -1), set()),
    "an end is no peak": ((5, 4, 5), set()),
    "an end is no trough": ((-5, -4, -5), set()),
    "a plateau is one peak": ((2, 4, 4, 2), {("peak", "e1", "e2")}),
    "a step up is no peak": ((2, 4, 4, 5), set()),
    "a flat bottom is one trough": ((-1, -3, -3, -2), {("trough", "e1", "e2")}),
    "a fall of exactly 3": ((2, -1), {("rapid drop", "e0", "e1")}),
    "a fall of 2.99": ((2, -0.99), set()),
    "a rise is no drop": ((-1, 5), set()),
    "a fall of 3 that binary numbers make a hair less": ((0.3, -2.7), {("rapid drop", "e0", "e1")}),
    "two drops in a row": ((5, 1, -2.5), {("rapid drop", "e0", "e1"), ("rapid drop", "e1", "e2")}),
    "three legs of exactly 2": ((0, 2, 0, 2), {("sawtooth", "e0", "e1", "e2", "e3")}),
    "two legs are no sawtooth": ((0, 2, 0), set()),
    "a small leg ends it": ((0, 2, 0, 1.9, -0.1), set()),
    "two legs the same way end it": ((0, 2, 4, 2, 0), {("peak", "e2")}),
    "a sawtooth begins where the one before ended": (
        (0, 2, 0, 2, 4, 2, 4),
        {("sawtooth", "e0", "e1", "e2", "e3"), ("sawtooth", "e3", "e4", "e5", "e6"), ("peak", "e4")},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_a_curve_shows(case: str) -> None:
    values, expected = CASES[case]
    assert found(values) == expected


def test_thresholds_can_be_set() -> None:
    assert found((0, 2, 0), Thresholds(peak_at=2)) == {("peak", "e1")}
    assert found((0, -1, 0), Thresholds(trough_at=-1)) == {("trough", "e1")}
    assert found((2, 1), Thresholds(drop_of=1)) == {("rapid drop", "e0", "e1")}
    assert found((0, 1, 0), Thresholds(leg_of=1, legs=2)) == {("sawtooth", "e0", "e1", "e2")}
    assert found((0, 3, 0), Thresholds(peak_at=3.1, drop_of=3.1)) == set()


def test_a_journey_has_a_first_and_a_last_impression() -> None:
    kinds = [finding.kind for finding in read_curve(points_of(PIZZERIA))]
    assert (kinds[0], kinds[-1]) == ("first impression", "last impression")
    assert [finding.kind for finding in read_curve(points_of((2,)))] == []


@given(st.lists(st.floats(LOWEST, HIGHEST), max_size=30))
def test_whatever_the_values_the_findings_are_true(values: list[float]) -> None:
    points = points_of(values)
    for kind, shown in read_curve(points):
        where = [points.index(point) for point in shown]
        assert where == list(range(where[0], where[0] + len(where)))
        if kind in ("peak", "trough"):
            around = [values[where[0] - 1], values[where[-1] + 1]]
            assert len({values[index] for index in where}) == 1
            assert (values[where[0]] > max(around)) if kind == "peak" else (values[where[0]] < min(around))
        if kind == "sawtooth":
            legs = [values[index + 1] - values[index] for index in where[:-1]]
            assert len(legs) >= 3
            assert all(before * after < 0 for before, after in pairwise(legs))


def pizzeria() -> Document:
    with resource("templates", "pizzeria.json").open("rb") as stream:
        return json.read_document(stream)


def test_the_sample_reads_as_its_description_says() -> None:
    document = pizzeria()
    (reading,) = read_section(document, document.get(Section, "emotions"))
    assert str(reading.name) == "Eva Molin"
    sentences = [str(described.sentence) for described in reading.described]
    assert sentences == [
        "First impression at Awareness (1): “Somewhere near, please.”",
        "Rapid drop from Research (2) to Arrival (−3), by 5: “Where is the entrance?” "
        "Pain points there: The sign cannot be read in the dark; Car park is full by seven",
        "Trough at Arrival (−3): “Where is the entrance?” "
        "Pain points there: The sign cannot be read in the dark; Car park is full by seven",
        "Sawtooth over Order, Time to eat, Leave and Feedback (+6, −5.5, +2).",
        "Peak at Time to eat (4.5): “Best crust in town!” Opportunities there: Small signs to the restroom",
        "Rapid drop from Time to eat (4.5) to Leave (−1), by 5.5: “Did they forget me?” "
        "Pain points there: Twelve minutes for the bill",
        "Last impression at Come back (3), higher than it began (1): “20 % off? Why not.”",
    ]
    assert reading_text([reading]) == "\n".join(sentences)


def test_the_readings_of_several_personas_are_told_apart_by_name() -> None:
    document = graph_document((1, -3, 1), personas=2, curves=2)
    text = reading_text(read_section(document, document.get(Section, "graph")))
    first, second = text.split("\n\n")
    assert first.startswith("Persona 0\nFirst impression at Stage 0 (1).")
    assert second.startswith("Persona 1\nFirst impression")


def test_what_has_no_name_quote_or_note_is_still_said() -> None:
    document = graph_document((0, -3, 0))
    (reading,) = read_section(document, document.get(Section, "graph"))
    assert str(reading.name) == "Everyone"
    assert [str(described.sentence) for described in reading.described] == [
        "First impression at Stage 0 (0).",
        "Rapid drop from Stage 0 (0) to Stage 1 (−3), by 3.",
        "Trough at Stage 1 (−3).",
        "Last impression at Stage 2 (0), where it began.",
    ]


def test_only_the_pain_points_of_that_stage_are_told() -> None:
    document = graph_document((0, -3, 0))
    document.apply(add_section(document, "map", "Pain points", colour="pink", id="pains"))
    for stage, text in (("s0", "Elsewhere"), ("s1", "Too dark\nat night"), ("s1", " ")):
        document.apply(add_note(document, "pains", stage, text))
    document.apply(add_note(document, "pains", "s1", "An idea", colour="green"))
    (reading,) = read_section(document, document.get(Section, "graph"))
    trough = next(described for described in reading.described if described.finding.kind == "trough")
    assert str(trough.sentence) == "Trough at Stage 1 (−3). Pain points there: Too dark at night"


def test_numbers_are_set_as_on_a_map() -> None:
    assert [number(value) for value in (3, -1.5, 0.0, -0.001, 4.25)] == ["3", "−1.5", "0", "0", "4.25"]
    assert [signed(value) for value in (6, -5.5, 0.0, 0.1)] == ["+6", "−5.5", "0", "+0.1"]


def test_of_very_many_pain_points_the_first_are_told_and_how_many_more_there_are() -> None:
    document = graph_document((0, -3, 0))
    document.apply(add_section(document, "map", "Pain points", colour="pink", id="pains"))
    for each in range(MOST_NOTES + 30):
        document.apply(add_note(document, "pains", "s1", f"pain {each}"))
    (reading,) = read_section(document, document.get(Section, "graph"))
    trough = next(described for described in reading.described if described.finding.kind == "trough")
    said = str(trough.sentence)
    assert said.startswith("Trough at Stage 1 (−3). Pain points there: pain 0; pain 1; ")
    assert said.endswith(f"pain {MOST_NOTES - 1}; and 30 more")
