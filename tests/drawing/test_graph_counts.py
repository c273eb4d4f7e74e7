"""What finding places for a graph's words must not try, counted: a hand that drags a point waits for it."""

import pytest
from PySide6.QtCore import QPointF

from app.drawing.sections.emotional_graph.callouts import CallOut, callouts_of
from app.drawing.sections.emotional_graph.graph_room import CELL, Room
from app.drawing.sections.emotional_graph.quote_places import Spot, place_near
from app.drawing.sizes import USUAL
from app.model.analysis.curve import Bezier
from app.model.records import EmotionPoint
from tests.counting import Counter
from tests.drawing.graphs import LONG, graph
from tests.model.graphs import graph_document

pytestmark = pytest.mark.usefixtures("qapp")

WIDTH, HEIGHT = 1200.0, 600.0


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Counter:
    return Counter(monkeypatch)


def ways_of(value: float) -> tuple[CallOut, ...]:
    """The ways to break a long quote."""
    point = EmotionPoint(id="point", section="graph", stage="stage", value=value, quote=LONG)
    return callouts_of(point, USUAL, WIDTH)


def spot(value: float) -> Spot:
    place = QPointF(WIDTH / 2, HEIGHT / 2)
    return Spot(place, value, 17.0, (place,), (0.0, WIDTH), 1.0)


def test_where_the_best_place_is_free_no_other_is_tried(counter: Counter) -> None:
    ways = ways_of(1.0)
    assert len(ways) > 1
    counter.watch(Room, "free_rows")
    found = place_near(Room(0.0, WIDTH, HEIGHT), spot(1.0), ways, ())
    assert found is not None
    assert found.callout is ways[0]
    assert found.corner.y() < HEIGHT / 2
    assert len(counter.calls) == 1


def test_the_side_where_one_looks_first_is_dear_only_so_far(counter: Counter) -> None:
    """Above the point all is taken: of the places below only those are tried that may be nearer."""
    ways = ways_of(1.0)
    room = Room(0.0, WIDTH, HEIGHT)
    room.taken = [(1 << (room.rows // 2 - 2)) - 1] * room.columns
    counter.watch(Room, "free_rows")
    found = place_near(room, spot(1.0), ways, ())
    assert found is not None
    assert found.corner.y() > HEIGHT / 2
    assert len(counter.calls) <= 7 * len(ways)


def test_of_a_curve_whose_point_is_dragged_only_the_pieces_beside_it_are_followed(counter: Counter) -> None:
    body = graph(graph_document([1.37, -2.41, 3.13, 0.59, -1.73, 2.83, 4.07, -0.91]))
    point, columns = body.lines[0].curve.points[0], (body.scale.right - body.scale.left) / CELL
    counter.watch(Bezier, "y_at")
    body.with_point(point.changed(value=2.19))
    assert 0 < len(counter.calls) < columns / 2
