"""Where the number of a key point has room about a point of a curve."""

from collections.abc import Iterator, Sequence
from math import cos, hypot, pi, sin, sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.model.records import Id

_CLEAR = 7.0
_BESIDE = 4.0
_ANGLES = (-0.75, -0.25, 0.75, 0.25, -0.5, 0.5, 1.0, 0.0)
"""Around a point, in parts of half a turn from the right: first where a curve seldom goes."""
_DISTANCES = (1.0, 1.35, 1.75)


class AtPoint(NamedTuple):
    """A disc of a size that looks for its place about a point of a graph."""

    graph: GraphBody
    point: Id
    size: QSizeF

    @property
    def radius(self) -> float:
        return self.size.height() / 2

    def at(self, middle: QPointF) -> QRectF:
        corner = QPointF(self.size.width() / 2, self.size.height() / 2)
        return QRectF(middle - corner, self.size)


def about(disc: AtPoint, taken: Sequence[QRectF]) -> QPointF | None:
    """Its middle beside a mark of the point, or where there is room about its ring; none without a point.

    In units of the row; `taken` is where other discs lie.
    """
    place = disc.graph.place_of(disc.point)
    if place is None:
        return None
    return min(_candidates(disc, place), key=lambda middle: _cost(disc, middle, taken))


def _candidates(disc: AtPoint, place: QPointF) -> Iterator[QPointF]:
    """Places for a disc, the best first."""
    graph, half = disc.graph, disc.size.width() / 2
    for mark in graph.words.marks:
        if mark.finding.points[0].id == disc.point:
            y = mark.rectangle.center().y()
            yield QPointF(mark.rectangle.left() - half - _CLEAR, y)
            yield QPointF(mark.rectangle.right() + half + _CLEAR, y)
    ring = max(line.ring for line in graph.lines) + 1.5 * _CLEAR
    for distance in _DISTANCES:
        for angle in _ANGLES:
            across, down = cos(angle * pi), sin(angle * pi)
            yield place + QPointF(across * (ring + half), down * (ring + disc.radius)) * distance


def _cost(disc: AtPoint, middle: QPointF, taken: Sequence[QRectF]) -> float:
    """How much of what is drawn there a disc would cover: words count most, then rings, frames and lines."""
    graph, area, radius = disc.graph, disc.at(middle), disc.radius
    half = disc.size.width() / 2
    cost = 0.0
    band = QRectF(graph.scale.left, 0, graph.scale.right - graph.scale.left, graph.scale.height)
    if not band.contains(area):
        cost += 50
    for block in graph.blocks:
        if block.intersects(area.adjusted(-2, -2, 2, 2)):
            cost += 20
    cost += 3 * sum(abs(wall - middle.x()) < half + _BESIDE for wall in graph.scale.walls)
    cost += 20 * sum(each.adjusted(-_BESIDE, -_BESIDE, _BESIDE, _BESIDE).intersects(area) for each in taken)
    for line in graph.lines:
        cost += 10 * sum(_distance(area, place) < line.ring for place in line.places)
        for step in (-0.9, -0.6, -0.3, 0.0, 0.3, 0.6, 0.9):
            y = line.y_at(middle.x() + step * half)
            if y is not None and abs(y - middle.y()) < radius * sqrt(1 - step * step) + _BESIDE:
                cost += 1
    return cost


def _distance(area: QRectF, place: QPointF) -> float:
    """How far a place is from a disc."""
    across = max(area.left() - place.x(), place.x() - area.right(), 0.0)
    down = max(area.top() - place.y(), place.y() - area.bottom(), 0.0)
    return hypot(across, down)
