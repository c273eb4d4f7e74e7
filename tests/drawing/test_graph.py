"""What an emotional graph looks like: its lines go through its points, and its words cover nothing."""

import math
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Lines, Texts
from app.drawing.layout import lay_out
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.sections.emotional_graph.graph_line import DASHES, GAP, LINE, CurveLine
from app.drawing.theme import BAND_ABOVE, contrast
from app.formats.templates import template
from app.model.analysis.curve import monotone_curve
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import HIGHEST, LOWEST, EmotionPoint, Section
from app.model.verbs.copying import duplicate
from app.model.verbs.editing import set_fields
from app.model.verbs.emotions import add_point, bring_to_front, move_point, set_shown
from app.pages.composition.compose import compose
from tests.drawing.drawn_texts import texts
from tests.drawing.graphs import LONG, graph
from tests.model.graphs import graph_document
from tests.wall.wall_maps import wall_map

pytestmark = pytest.mark.usefixtures("qapp")

SHORT = "No!"


def with_quotes(document: Document, quote: str) -> Document:
    for point in document.all(EmotionPoint):
        document.apply(set_fields(document, [point.id], plain_label(""), quote=quote))
    return document


def samples(line: CurveLine) -> list[QPointF]:
    """Many places along a line."""
    return [QPointF(*leg.at(step / 40)) for leg in line.legs for step in range(41)]


# The line

values = st.lists(st.floats(LOWEST, HIGHEST), min_size=2, max_size=12)


@given(values)
def test_a_line_goes_through_its_points_and_never_beyond_its_neighbours(heights: list[float]) -> None:
    points = [(index * 100.0, height) for index, height in enumerate(heights)]
    for leg, (before, after) in zip(monotone_curve(points), pairwise(points), strict=True):
        assert (leg.start, leg.end) == (before, after)
        low, high = sorted((before[1], after[1]))
        for step in range(101):
            x, y = leg.at(step / 100)
            assert low - 1e-9 <= y <= high + 1e-9
            assert x == pytest.approx(before[0] + step)


def test_straight_lines_are_straight() -> None:
    document = graph_document((1, 5, -5))
    document.apply(set_fields(document, ["graph"], plain_label(""), curve="straight"))
    for leg in graph(document).lines[0].legs:
        middle = leg.at(0.5)
        assert middle == pytest.approx(((leg.start[0] + leg.end[0]) / 2, (leg.start[1] + leg.end[1]) / 2))


def test_a_stage_without_a_point_is_crossed_by_dashes_from_edge_to_edge() -> None:
    body = graph(graph_document((1, None, 3)))
    dashed = [batch for batch in body.lines[0].line if batch.stroke and batch.stroke.dashes == GAP.dashes]
    (_, empty, _) = body.content.columns
    ends = [command[-2] for batch in dashed for command in batch.outline if len(command) > 1]
    assert min(ends) == pytest.approx(empty.x)
    assert max(ends) == pytest.approx(empty.right)
    assert not [b for b in graph(graph_document((1, 2, 3))).lines[0].line if b.stroke and b.stroke.dashes]


@pytest.mark.parametrize("second", [-4.0, 2.0, 5.0])
def test_two_points_at_the_same_place_stand_side_by_side_in_their_order(second: float) -> None:
    document = graph_document((1, 2, 3))
    document.apply(add_point(document, "graph", "s1", second, 0.5, id="twin"))
    line = graph(document).lines[0]
    assert [point.id for point in line.curve.points] == ["e0", "e1", "twin", "e2"]
    xs = [place.x() for place in line.places]
    assert xs == sorted(set(xs))
    assert xs[2] - xs[1] < 40
    low, high = (min(place.y() for place in line.places), max(place.y() for place in line.places))
    assert all(low - 1e-6 <= place.y() <= high + 1e-6 for place in samples(line))


@pytest.mark.parametrize("count", [0, 1, 500])
def test_a_graph_of_any_number_of_points_is_drawn_within_its_band(count: int) -> None:
    document = graph_document([0] * 8)
    document = Document([record for record in document if not isinstance(record, EmotionPoint)])
    for index in range(count):
        value = 5 * math.sin(index / 3)
        change = add_point(document, "graph", f"s{index * 8 // count}", value, (index * 8 / count) % 1)
        document.apply(change)
    body = graph(document)
    places = [place for line in body.lines for place in line.places]
    assert len(places) == count
    assert all(0 < place.y() < body.scale.height for place in places)
    assert all(math.isfinite(place.x()) for place in places)
    assert len(body.still) > 4


def test_five_hundred_points_at_one_place_stay_on_the_map() -> None:
    document = graph_document((0, 0))
    for index in range(498):
        document.apply(add_point(document, "graph", "s1", index / 100, 1.0))
    body = graph(document)
    xs = [place.x() for place in body.lines[0].places]
    assert xs == sorted(xs)
    assert xs[-1] <= body.scale.right


# Several curves


def test_personas_are_told_apart_by_colour_and_by_dashes() -> None:
    body = graph(graph_document((1, -3, 2), personas=5, curves=5))
    looks = [line.look for line in body.lines]
    assert len({look.dashes for look in looks}) == len(DASHES)
    assert len({look.colour for look in looks}) == 5
    assert all(look.colour and contrast(look.colour, BAND_ABOVE) >= 3 for look in looks)
    layout = lay_out(graph_document((1, -3, 2), personas=5, curves=5), "map")
    assert {f"Persona {number}" for number in range(5)} <= set(texts(layout))


def test_curves_are_hidden_and_brought_to_the_front() -> None:
    document = graph_document((1, -3, 2), personas=3, curves=3)
    assert [line.curve.persona for line in graph(document).lines] == ["p2", "p1", "p0"]
    document.apply(bring_to_front(document, "graph", "p2"))
    assert [line.curve.persona for line in graph(document).lines] == ["p1", "p0", "p2"]
    document.apply(set_shown(document, "graph", "p1", False))
    assert [line.curve.persona for line in graph(document).lines] == ["p0", "p2"]
    document.apply(set_shown(document, "graph", "p1", True))
    assert [line.curve.persona for line in graph(document).lines] == ["p1", "p0", "p2"]


def test_another_maps_graph_lies_under_it_with_the_difference_of_each_stage() -> None:
    document = template("pizzeria")
    document.apply(duplicate(document, ["dinner"]))
    future = document.maps()[1].id
    section = next(one for one in document.sections(future) if one.section_kind == "emotional-graph")
    arrival = document.points(section.id, document.stages(future)[2].id)[0]
    document.apply(move_point(document, arrival.id, 1.5))
    document.apply(set_fields(document, [section.id], plain_label(""), ghost="emotions"))
    body = graph(document, future, section.id)
    assert body.content.ghost is not None
    assert [difference.by for difference in body.content.ghost.differences] == [0, 0, 4.5, 0, 0, 0, 0, 0]
    assert {"+4.5", "0", "Dinner at a pizzeria"} <= set(texts(lay_out(document, future)))


# Words


def covers_nothing(body: GraphBody) -> None:
    """No words lie on other words, on a line or on a point."""
    words = [quote.rectangle for quote in body.words.quotes] + [mark.rectangle for mark in body.words.marks]
    for one, other in combinations(words, 2):
        assert not one.intersects(other)
    for line in body.lines:
        reach = line.ring
        rings = [QRectF(p.x() - reach, p.y() - reach, 2 * reach, 2 * reach) for p in line.places]
        along = samples(line)
        for word in words:
            assert not any(ring.intersects(word) for ring in rings)
            near = word.adjusted(-LINE / 2, -LINE / 2, LINE / 2, LINE / 2)
            assert not any(near.contains(place) for place in along)


@given(st.lists(st.floats(LOWEST, HIGHEST), min_size=1, max_size=9), st.sampled_from((SHORT, LONG)))
def test_quotes_and_marks_cover_nothing(heights: list[float], quote: str) -> None:
    body = graph(with_quotes(graph_document(heights), quote))
    covers_nothing(body)
    assert len(body.words.quotes) + len(body.words.left_over) == len(heights)


def test_the_words_of_five_curves_cover_nothing_and_none_is_lost() -> None:
    heights = [5 * math.sin(index) for index in range(8)]
    document = with_quotes(graph_document(heights, personas=5, curves=5), LONG)
    for index, point in enumerate(document.all(EmotionPoint)):
        document.apply(move_point(document, point.id, 5 * math.sin(index * 1.7), (index * 0.37) % 1))
    body = graph(document)
    covers_nothing(body)
    assert body.words.left_over
    assert texts(lay_out(document, "map")).count(LONG) == 40


def test_what_found_no_room_stands_under_its_stage_below_the_band() -> None:
    document = graph_document((0, 0, 0), height=160)
    document = with_quotes(document, LONG * 4)
    layout = lay_out(document, "map")
    body = graph(document)
    assert [point.id for point in body.words.left_over] == ["e0", "e1", "e2"]
    assert body.height > body.scale.height + 100
    row = layout.row_of("graph")
    assert row is not None
    assert row.height >= body.height


def test_a_quote_moved_by_hand_stays_there_and_others_make_room() -> None:
    document = with_quotes(graph_document((0, 3, 0)), SHORT)
    free = {quote.point.id: quote.rectangle for quote in graph(document).words.quotes}
    place = graph(document).place_of("e1")
    assert place is not None
    wanted = free["e0"].center() - place
    document.apply(set_fields(document, ["e1"], plain_label(""), quote_x=wanted.x(), quote_y=wanted.y()))
    body = graph(document)
    moved = {quote.point.id: quote.rectangle for quote in body.words.quotes}
    assert moved["e1"].center() == free["e0"].center()
    assert moved["e0"] != free["e0"]
    covers_nothing(body)


def test_the_sample_is_marked_as_it_reads() -> None:
    body = graph(template("pizzeria"), "dinner", "emotions")
    marks = sorted((mark.finding.kind, mark.finding.points[0].stage) for mark in body.words.marks)
    assert marks == [
        ("first impression", "awareness"),
        ("last impression", "come-back"),
        ("peak", "time-to-eat"),
        ("rapid drop", "research"),
        ("rapid drop", "time-to-eat"),
        ("sawtooth", "order"),
        ("trough", "arrival"),
    ]
    assert body.words.left_over == ()
    covers_nothing(body)


def test_an_emotion_stands_over_its_quote() -> None:
    document = template("pizzeria")
    point = next(one for one in document.all(EmotionPoint) if one.stage == "time-to-eat")
    document.apply(set_fields(document, [point.id], plain_label(""), emotion="delighted"))
    quotes = graph(document, "dinner", "emotions").words.quotes
    (drawn,) = (quote.display_list for quote in quotes if quote.point.id == point.id)
    words = [one for batch in drawn if isinstance(batch, Texts) for one in batch.texts]
    assert [one.block.text for one in words] == ["+4.5", "delighted", "“Best crust in town!”"]
    assert words[1].y + words[1].block.height <= words[2].y


def test_each_point_is_a_face_for_its_value() -> None:
    line = graph(graph_document((-5, 0, 5))).lines[0]
    outlines = {batch.outline for batch in line.points}
    assert len(outlines) == 3


def test_a_graph_is_as_high_as_its_section_says() -> None:
    document = graph_document((0, 3, 0), height=900)
    row = lay_out(document, "map").row_of("graph")
    assert row is not None
    assert row.height == 900
    assert isinstance(document.get(Section, "graph").height, float)


def test_no_line_to_words_goes_through_others() -> None:
    for name, paper in (("knee-surgery", "A3"), ("hotel-stay", "A0")):
        document = wall_map(name)
        document.apply(compose(document, document.maps()[0].id, paper))
        section = next(one for one in document.all(Section) if one.section_kind == "emotional-graph")
        words = graph(document, section.map, section.id).words
        assert words.left_over == ()
        for quote in words.quotes:
            others = [one.rectangle for one in words.quotes if one is not quote]
            others += [mark.rectangle for mark in words.marks]
            for line in (
                line for batch in quote.display_list if isinstance(batch, Lines) for line in batch.lines
            ):
                along = [line.pointAt(step / 60) for step in range(61)]
                assert not any(other.contains(place) for other in others for place in along)


@pytest.mark.parametrize("name", ["bank-account", "night-train"])
def test_on_paper_no_quote_stands_beyond_another_point_of_its_curve(name: str) -> None:
    document = wall_map(name)
    document.apply(compose(document, document.maps()[0].id, "A3"))
    section = next(one for one in document.all(Section) if one.section_kind == "emotional-graph")
    body = graph(document, section.map, section.id)
    assert body.words.left_over == ()
    (line,) = body.lines
    for quote in body.words.quotes:
        place = body.place_of(quote.point.id)
        assert place is not None
        between = (min(quote.rectangle.right(), place.x()), max(quote.rectangle.left(), place.x()))
        passed = [one for one in line.places if between[0] < one.x() < between[1]]
        assert passed == []
