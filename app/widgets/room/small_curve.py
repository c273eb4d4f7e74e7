"""The whole emotional graph in small over a tick for each stage: as far as it was shown, and ahead."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTransform

from app.drawing.layout import MapLayout
from app.drawing.painter import colour
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.sections.emotional_graph.graph_line import CurveLine
from app.drawing.styles.palette import in_colours
from app.drawing.theme import Colour, stage_hue
from app.widgets.room.colours import RoomColours
from app.widgets.room.curve_so_far import here

_CURVE, _TICKS = 0.72, 0.16
"""How high the curve and the ticks are beside all of it; between them nothing stands."""
_LINE, _RING = 0.07, 0.13
"""The thickness of the curve, and the radius of the ring where it ends for now."""


class SmallCurve:
    """Painted once as it is known and once as it is ahead; a slide takes a part of either."""

    def __init__(self, layout: MapLayout, size: QSizeF, colours: RoomColours, ratio: float) -> None:
        """`size` is in logical pixels, of which each takes `ratio` of the screen's."""
        self._layout, self._size, self._colours, self._ratio = layout, size, colours, ratio
        body = next((row.body for row in layout.rows if isinstance(row.body, GraphBody)), None)
        self._line = body.lines[-1] if body is not None and body.lines else None
        self._small = _smaller(layout, body, size) if body is not None and layout.columns else QTransform()
        self._known = self._image(colour(colours.ink), [colour(_hue(layout, n)) for n in range(self._count)])
        self._ahead = self._image(colours.faint, [colours.faint] * self._count)

    def paint(self, painter: QPainter, corner: QPointF, number: int) -> None:
        """As it is seen at the stage of that number, counted from 1."""
        if not self._count:
            return
        edge = self._size.height() * (1 - _TICKS)
        self._paint_parts(painter, corner, edge, self._size.height(), number * self._step)
        if self._line is None:
            return
        x = here(self._layout, self._line, self._layout.columns[number - 1])
        self._paint_parts(painter, corner, 0.0, edge, self._small.map(QPointF(x, 0)).x())
        if (y := self._line.y_at(x)) is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._pen(colour(self._colours.ink)))
            painter.setBrush(self._colours.panel)
            radius = self._size.height() * _RING
            painter.drawEllipse(corner + self._small.map(QPointF(x, y)), radius, radius)

    @property
    def _count(self) -> int:
        return len(self._layout.columns)

    @property
    def _step(self) -> float:
        return self._size.width() / self._count

    def _paint_parts(
        self, painter: QPainter, corner: QPointF, top: float, bottom: float, split: float
    ) -> None:
        """What lies between two heights: known up to a place, and ahead from there."""
        for image, left, right in ((self._known, 0.0, split), (self._ahead, split, self._size.width())):
            part = QRectF(QPointF(left, top), QPointF(right, bottom))
            source = QRectF(part.topLeft() * self._ratio, part.size() * self._ratio)
            painter.drawPixmap(part.translated(corner), image, source)

    def _image(self, ink: QColor, ticks: list[QColor]) -> QPixmap:
        image = QPixmap((self._size * self._ratio).toSize())
        image.setDevicePixelRatio(self._ratio)
        image.fill(self._colours.panel)
        top, gap = self._size.height() * (1 - _TICKS), min(self._step * 0.2, 4.0) if ticks else 0.0
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for index, tick in enumerate(ticks):
                place = QRectF(index * self._step, top, self._step - gap, self._size.height() - top)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tick)
                painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
            if self._line is not None:
                painter.setPen(self._pen(ink))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPath(self._small.map(_path(self._line)))
        return image

    def _pen(self, ink: QColor) -> QPen:
        return QPen(ink, max(self._size.height() * _LINE, 1.5))


def _smaller(layout: MapLayout, body: GraphBody, size: QSizeF) -> QTransform:
    """From map units to the small curve's pixels."""
    first, last = layout.columns[0].x, layout.columns[-1].right
    small = QTransform.fromScale(size.width() / (last - first), size.height() * _CURVE / body.scale.height)
    return small.translate(-first, 0)


def _path(line: CurveLine) -> QPainterPath:
    path = QPainterPath()
    for leg in line.legs:
        path.moveTo(*leg.start)
        path.cubicTo(*leg.first, *leg.second, *leg.end)
    return path


def _hue(layout: MapLayout, index: int) -> Colour:
    """The colour of a stage's header."""
    hue = stage_hue(index, len(layout.columns))
    return in_colours(hue, layout.style.colours) if layout.style else hue
