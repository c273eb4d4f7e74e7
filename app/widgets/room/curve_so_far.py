"""The emotional graph as a room sees it stage by stage: in colour up to here, dotted from here on."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.drawing.display import DisplayList, Paths, Stroke
from app.drawing.grid import Column
from app.drawing.layout import MapLayout
from app.drawing.painter import paint
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.sections.emotional_graph.graph_line import CurveLine
from app.drawing.theme import SECONDARY, SHEET

_AHEAD = Stroke(SECONDARY.mixed(SHEET, 0.45), 3.5, (3.5, 9))
_ENDLESS = 1e6


def here(layout: MapLayout, line: CurveLine, column: Column) -> float:
    """How far a curve is known at a stage: to its last point there, or to the last before it."""
    order = {each.stage.id: number for number, each in enumerate(layout.columns)}
    now = order[column.stage.id]
    known = [
        place.x()
        for point, place in zip(line.curve.points, line.places, strict=True)
        if order[point.stage] <= now
    ]
    return known[-1] if known else layout.columns[0].x


def paint_so_far(painter: QPainter, layout: MapLayout, body: GraphBody, column: Column, scale: float) -> None:
    """Paint the lines with a painter that stands at the row's top, over all of the stages."""
    for line in body.lines:
        known = here(layout, line, column)
        _paint_between(painter, layout.dressed(line.line), -_ENDLESS, known, scale)
        _paint_between(painter, layout.dressed((_ahead(line),)), known, _ENDLESS, scale)


def paint_points(painter: QPainter, layout: MapLayout, body: GraphBody, column: Column, scale: float) -> None:
    """Paint the points of a stage, over its lines."""
    for line in body.lines:
        points = tuple(each for each in line.points if _is_in(each, column))
        paint(painter, layout.dressed(points), scale)


def _is_in(point: Paths, column: Column) -> bool:
    return any(column.x <= place.x() <= column.right for place in point.places)


def _ahead(line: CurveLine) -> Paths:
    outline = tuple(
        command
        for leg in line.path
        for command in (("M", *leg.start), ("C", *leg.first, *leg.second, *leg.end))
    )
    return Paths(outline, [QPointF(0, 0)], stroke=_AHEAD)


def _paint_between(painter: QPainter, drawn: DisplayList, left: float, right: float, scale: float) -> None:
    painter.save()
    painter.setClipRect(QRectF(left, -_ENDLESS, right - left, 2 * _ENDLESS), Qt.ClipOperation.IntersectClip)
    paint(painter, drawn, scale)
    painter.restore()
