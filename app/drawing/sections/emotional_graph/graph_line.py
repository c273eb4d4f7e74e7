"""A curve of an emotional graph as drawn: its line, dashed where a stage has no point, and its points."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import DisplayList, Outline, Paths, Stroke
from app.drawing.glyphs import Shape, face, ring
from app.drawing.grid import Column
from app.drawing.sections.emotional_graph.graph_room import Room
from app.drawing.sections.emotional_graph.graph_scale import Scale, ink_of, shade
from app.drawing.theme import BAND_ABOVE, SECONDARY, SHEET, Colour, contrast
from app.model.analysis.curve import Bezier, monotone_curve, straight_curve
from app.model.records import HIGHEST, LOWEST, CurveStyle, Dash, EmotionPoint
from app.model.verbs.emotions import Curve

LINE = 10.0
GAP = Stroke(SECONDARY, 5.0, (6, 10))
"""How a line runs through a stage that has no point; in the line's own colour."""
RING = 17.0
RING_LINE = 4.4
SMALLEST_RING = 5.0
DASHES: dict[Dash, tuple[float, ...]] = {
    "solid": (),
    "dashed": (26, 12),
    "dotted": (7, 9),
    "dash-dot": (26, 10, 7, 10),
    "long dashes": (54, 14),
}
_SHADES = 48
"""Into how many colours a line is cut between the lowest value and the highest."""
_APART = 16.0
"""How far points at the same place are drawn from each other, where there is room."""
_SAME = 0.5
"""Map units within which two points are at the same place."""


class Look(NamedTuple):
    """How a curve is told from others. No colour: it turns with the value."""

    name: str = ""
    colour: Colour | None = None
    dashes: tuple[float, ...] = ()
    has_points: bool = True
    shape: Shape = "circle"
    """Of its points."""


class CurveLine:
    """A curve laid out over the stages. Never changes."""

    def __init__(
        self, curve: Curve, look: Look, style: CurveStyle, columns: Sequence[Column], scale: Scale
    ) -> None:
        self.curve = curve
        self.look = look
        self.made_of = (curve, look, style, columns, scale)
        self.places = _places(curve, columns, scale)
        draw = monotone_curve if style == "smooth" else straight_curve
        self.legs = draw([(place.x(), place.y()) for place in self.places])
        """Between its points."""
        self.path = _to_both_edges(self.legs, self.places, curve, columns)
        """All of it: flat where it begins and where it ends."""
        self._scale = scale
        self._full_ring = RING * scale.bold
        self.ring = _ring_radius(self.places, self._full_ring)
        self._gaps = _gaps(curve, columns)
        self._edges = {column.stage.id: (column.x, column.right) for column in columns}

    @property
    def bold(self) -> float:
        """How many times as thick as usually it is."""
        return self._scale.bold

    def stage_name(self, point: EmotionPoint) -> str:
        return next(column.stage.name for column in self.made_of[3] if column.stage.id == point.stage)

    def stage_of(self, point: EmotionPoint) -> tuple[float, float]:
        """From where to where the stage of one of its points goes."""
        return self._edges[point.stage]

    def ink_of(self, value: float) -> Colour:
        """The colour of a point and of what it says, which text can have."""
        return self.look.colour or ink_of(value)

    @cached_property
    def line(self) -> tuple[Paths, ...]:
        """The line: a batch for each colour and dash pattern."""
        solid: dict[Colour, list[Bezier]] = defaultdict(list)
        dashed: dict[Colour, list[Bezier]] = defaultdict(list)
        gaps = [[], *self._gaps, []] if self._gaps or self.path else []
        # Its round ends stay within the stages: left of them the names of a next band may stand.
        end = LINE * self._scale.bold / 2
        path = _to_both_edges(self.legs, self.places, self.curve, self.made_of[3], end)
        for leg, empty in zip(path, gaps, strict=True):
            for piece, is_gap in _split_at(leg, empty):
                for part, colour in self._coloured(piece):
                    (dashed if is_gap else solid)[colour].append(part)
        return (
            *_strokes(dashed, GAP.width * self._scale.bold, GAP.dashes),
            *_strokes(solid, LINE * self._scale.bold, self.look.dashes),
        )

    @cached_property
    def points(self) -> tuple[Paths, ...]:
        """The points: faces for their values, or, where they stand close together, plain rings."""
        if not self.look.has_points:
            return ()
        has_faces, shape = self.ring == self._full_ring, self.look.shape
        thickness = RING_LINE * self._scale.bold if has_faces else 2.5
        return tuple(
            Paths(
                face(point.value, self.ring, shape) if has_faces else ring(self.ring, shape),
                [place],
                fill=SHEET,
                stroke=Stroke(self.ink_of(point.value), thickness),
            )
            for point, place in zip(self.curve.points, self.places, strict=True)
        )

    @cached_property
    def taken(self) -> list[int]:
        """The room in the band that the line and its points take: see `graph_room`."""
        room = Room(self._scale.left, self._scale.right, self._scale.height)
        for leg in self.path:
            room.take_leg(leg, LINE * self._scale.bold / 2 + 2)
        if self.look.has_points:
            reach = self.ring + RING_LINE * self._scale.bold
            for place in self.places:
                corner = QPointF(reach, reach)
                room.take(QRectF(place - corner, place + corner))
        return room.taken

    @property
    def display_list(self) -> DisplayList:
        return (*self.line, *self.points)

    def y_at(self, x: float) -> float | None:
        """The height of the line over a place; none before it begins and after it ends."""
        for leg in self.path:
            if leg.start[0] <= x <= leg.end[0]:
                width = leg.end[0] - leg.start[0]
                return leg.at((x - leg.start[0]) / width if width else 0.0)[1]
        return None

    def _coloured(self, piece: Bezier) -> Iterator[tuple[Bezier, Colour]]:
        if self.look.colour is not None:
            yield piece, self.look.colour
            return
        fall = abs(self._scale.value_at(piece.end[1]) - self._scale.value_at(piece.start[1]))
        rest = piece
        for remaining in range(max(1, ceil(fall / (HIGHEST - LOWEST) * _SHADES)), 1, -1):
            part, rest = rest.split(1 / remaining)
            yield part, self._shade_of(part)
        yield rest, self._shade_of(rest)

    def _shade_of(self, part: Bezier) -> Colour:
        value = self._scale.value_at((part.start[1] + part.end[1]) / 2)
        step = (HIGHEST - LOWEST) / _SHADES
        return shade(round(value / step) * step)


def distinct_colour(colour: Colour) -> Colour:
    """A persona's colour, made dark enough to be seen as a line on the band (3 : 1)."""
    share = 0.0
    while contrast(colour.mixed(Colour(0, 0, 0), share), BAND_ABOVE) < 3:
        share += 0.05
    return colour.mixed(Colour(0, 0, 0), share)


def _places(curve: Curve, columns: Sequence[Column], scale: Scale) -> tuple[QPointF, ...]:
    """Where the points lie. Those at the same place stand side by side, in their order."""
    by_stage = {column.stage.id: column for column in columns}
    across = []
    for point in curve.points:
        column = by_stage[point.stage]
        across.append(column.x + point.at * column.width)
    for first, last in _together(across):
        apart = min(_APART, (columns[-1].right - columns[0].x) / 2 / (last - first))
        middle = (across[first] + across[last - 1]) / 2
        start = middle - apart * (last - first - 1) / 2
        start = min(max(start, columns[0].x), columns[-1].right - apart * (last - first - 1))
        across[first:last] = [start + apart * index for index in range(last - first)]
    for index in range(1, len(across)):
        across[index] = max(across[index], across[index - 1])
    return tuple(QPointF(x, scale.y_of(point.value)) for x, point in zip(across, curve.points, strict=True))


def _to_both_edges(
    legs: Sequence[Bezier],
    places: Sequence[QPointF],
    curve: Curve,
    columns: Sequence[Column],
    within: float = 0.0,
) -> list[Bezier]:
    """The legs, with a level one to so far within either edge of the stages in which the curve has points."""
    if not places:
        return []
    edges = {column.stage.id: (column.x, column.right) for column in columns}
    first, last = places[0], places[-1]
    left = min(edges[curve.points[0].stage][0] + within, first.x())
    right = max(edges[curve.points[-1].stage][1] - within, last.x())
    before = straight_curve([(left, first.y()), (first.x(), first.y())])
    after = straight_curve([(last.x(), last.y()), (right, last.y())])
    return [*before, *legs, *after]


def _together(across: Sequence[float]) -> Iterator[tuple[int, int]]:
    """The runs of points at the same place: the index of the first, and of the one behind the last."""
    first = 0
    for index in range(1, len(across) + 1):
        if index == len(across) or across[index] - across[index - 1] >= _SAME:
            if index - first > 1:
                yield first, index
            first = index


def _ring_radius(places: Sequence[QPointF], usual: float) -> float:
    """Smaller, where the points stand so close that they would hide each other."""
    if len(places) < 2:
        return usual
    average = (places[-1].x() - places[0].x()) / (len(places) - 1)
    return usual if average > 2 * usual else max(SMALLEST_RING, average / 2)


def _gaps(curve: Curve, columns: Sequence[Column]) -> list[list[tuple[float, float]]]:
    """For each leg, the stages without a point that it crosses: from where to where."""
    order = {column.stage.id: index for index, column in enumerate(columns)}
    return [
        [(column.x, column.right) for column in columns[order[before.stage] + 1 : order[after.stage]]]
        for before, after in pairwise(curve.points)
    ]


def _split_at(leg: Bezier, gaps: Sequence[tuple[float, float]]) -> Iterator[tuple[Bezier, bool]]:
    """The pieces of a leg, and whether each lies in a gap. A leg's x grows evenly with its parameter."""
    if not gaps:
        yield leg, False
        return
    rest = leg
    for end, is_gap in ((gaps[0][0], False), (gaps[-1][1], True)):
        width = rest.end[0] - rest.start[0]
        share = (end - rest.start[0]) / width if width else 0.0
        if 0 < share < 1:
            piece, rest = rest.split(share)
            yield piece, is_gap
        elif share >= 1:
            yield rest, is_gap
            return
    yield rest, False


def _strokes(pieces: dict[Colour, list[Bezier]], width: float, dashes: tuple[float, ...]) -> Iterator[Paths]:
    for colour, found in pieces.items():
        yield Paths(_outline(found), [QPointF(0, 0)], stroke=Stroke(colour, width, dashes))


def _outline(pieces: Sequence[Bezier]) -> Outline:
    """The pieces as one path, without a break where one ends as the next begins."""
    outline: Outline = ()
    end = None
    for piece in pieces:
        begin: Outline = () if piece.start == end else (("M", *piece.start),)
        outline = (*outline, *begin, ("C", *piece.first, *piece.second, *piece.end))
        end = piece.end
    return outline
