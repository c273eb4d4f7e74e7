"""An emotional graph on the canvas: a view box of pyqtgraph's with an item for each curve.

The items paint the very batches that the poster paints, and of them only what is exposed; when a point is
dragged, only the legs that it moves are exposed. This module imports pyqtgraph, and with it numpy, so it is
itself imported only once a map has a graph.
"""

from collections.abc import Iterable, Iterator

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from app.drawing.display import Paths, Stroke
from app.drawing.glyphs import circle
from app.drawing.painter import colour, painter_path, pen
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.sections.emotional_graph.graph_line import CurveLine
from app.drawing.styles.styled import styled
from app.drawing.theme import SHEET
from app.model.records import Style

THINNEST = 1.5
"""Pixels: thinner lines would hardly be seen in a small view."""
SMALLEST_POINT = 5.0
"""Pixels across: so a point can be found in a small view."""
SMALLEST_FACE = 9.0
"""Pixels across from which on a face can be told from a ring."""
_FILL = colour(SHEET)


class GraphItem(pg.ViewBox):  # type: ignore[misc] # pyqtgraph has no types.
    """The curves of one graph. The canvas handles the mouse, so this takes none of it."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False, enableMouse=False, invertY=True, defaultPadding=0)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setAcceptHoverEvents(False)
        self.setFlag(self.GraphicsItemFlag.ItemIsFocusable, False)
        self.setFlag(self.GraphicsItemFlag.ItemClipsChildrenToShape, False)
        self._area = QRectF()
        self._curves: list[CurveItem] = []

    def show_graph(self, body: GraphBody, y: float, scale: float, style: Style | None = None) -> None:
        """Show a graph whose row begins at `y`, where a map unit takes `scale` pixels."""
        area = QRectF(body.scale.left, y, body.scale.right - body.scale.left, body.scale.height)
        if area != self._area:
            self._area = area
            self.setGeometry(area)
            across, down = (area.left(), area.right()), (0.0, area.height())
            self.setRange(xRange=across, yRange=down, padding=0, disableAutoRange=True)
            # pyqtgraph's own scene would ask for this before it paints.
            self.updateMatrix()
        while len(self._curves) > len(body.lines):
            self.removeItem(self._curves.pop())
        while len(self._curves) < len(body.lines):
            self._curves.append(CurveItem(len(self._curves)))
            self.addItem(self._curves[-1], ignoreBounds=True)
        for item, line in zip(self._curves, body.lines, strict=True):
            item.show_line(line, area.translated(0, -y), scale, style)


class CurveItem(pg.GraphicsObject):  # type: ignore[misc] # pyqtgraph has no types.
    """The line of one curve and its points, in map units from the top of the graph's row."""

    def __init__(self, order: int) -> None:
        super().__init__()
        self.setZValue(order)
        self.setFlag(self.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._line: CurveLine | None = None
        self._band = QRectF()
        self._scale = 0.0
        self._style: Style | None = None
        self._strokes: list[tuple[QRectF, QPainterPath, QPen]] = []
        self._points: list[tuple[QRectF, QPointF, QPainterPath, QPen]] = []

    def show_line(self, line: CurveLine, band: QRectF, scale: float, style: Style | None) -> None:
        if (line, band, scale, style) == (self._line, self._band, self._scale, self._style):
            return
        seen = (self._band, self._scale, self._style)
        before = self._line if (band, scale, style) == seen else None
        if band != self._band:
            self.prepareGeometryChange()
        self._line, self._band, self._scale, self._style = line, band, scale, style
        self._strokes = [_stroke(batch, scale) for batch in _dressed(line.line, style)]
        self._points = [_point(batch, scale) for batch in _dressed(line.points, style)]
        self.update(_changed(before, line) if before is not None else self.boundingRect())

    def boundingRect(self) -> QRectF:
        reach = _reach(self._line)
        return self._band.adjusted(-reach, -reach, reach, reach)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        exposed = option.exposedRect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for bounds, path, line in self._strokes:
            if bounds.intersects(exposed):
                painter.setPen(line)
                painter.drawPath(path)
        painter.setBrush(_FILL)
        for bounds, place, path, line in self._points:
            if bounds.intersects(exposed):
                painter.setPen(line)
                painter.translate(place)
                painter.drawPath(path)
                painter.translate(-place)


def _dressed(paths: Iterable[Paths], style: Style | None) -> Iterator[Paths]:
    """The paths of a curve in a style, which redraws none of them as something else."""
    return (batch for batch in styled(tuple(paths), style) if isinstance(batch, Paths))


def _stroke(batch: Paths, scale: float) -> tuple[QRectF, QPainterPath, QPen]:
    assert batch.stroke is not None
    path, reach = painter_path(batch.outline), max(batch.stroke.width, THINNEST / scale)
    bounds = path.controlPointRect().adjusted(-reach, -reach, reach, reach)
    return bounds, path, _pen(batch.stroke, scale)


def _point(batch: Paths, scale: float) -> tuple[QRectF, QPointF, QPainterPath, QPen]:
    """In a small view a ring must do for a face."""
    assert batch.stroke is not None
    (place,) = batch.places
    path = painter_path(batch.outline)
    size = path.boundingRect().width() + batch.stroke.width
    if size * scale < SMALLEST_FACE:
        size = max(size, SMALLEST_POINT / scale)
        path = painter_path(circle(size / 2))
    corner = QPointF(size, size)
    return QRectF(place - corner, place + corner), place, path, _pen(batch.stroke, scale)


def _pen(stroke: Stroke, scale: float) -> QPen:
    if stroke.width * scale >= THINNEST:
        return pen(stroke)
    thin = QPen(pen(stroke))
    thin.setWidthF(THINNEST / scale)
    return thin


def _changed(before: CurveLine, after: CurveLine) -> QRectF:
    """Where two lines of the same graph do not look the same: around the legs that differ."""
    if len(before.path) != len(after.path) or not before.path:
        return QRectF(-1e6, -1e6, 2e6, 2e6)
    found = QRectF()
    for old, new in zip(before.path, after.path, strict=True):
        if old != new:
            for leg in (old, new):
                found = found.united(QRectF(QPointF(*leg.start), QPointF(*leg.end)).normalized())
    reach = 4 * _reach(after)
    return found.adjusted(-reach, -reach, reach, reach)


def _reach(line: CurveLine | None) -> float:
    return line.ring + 20 if line is not None else 0.0
