"""The map as painted last: what scrolls is copied, and only what comes into view or changed is painted.

So a frame costs what is new in it, and what lies over the map (marks, ghosts, headers) may change for free.
"""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap, QRegion, QTransform

from app.drawing.painter import paint
from app.widgets.canvas.shown_map import ShownMap

_EDGE = QColor(29, 36, 51, 20)


class _Sight(NamedTuple):
    """Through what the map is seen. A frame painted for one is of no use for another."""

    size: QSize
    """Pixels of the screen, not logical ones."""
    ratio: float
    """Pixels to a logical one."""
    scale: float
    desk: QBrush


class PaintedMap:
    """Paints `shown.layout` on its desk, and keeps the pixels; `forget` tells it which of them are stale."""

    def __init__(self, shown: ShownMap) -> None:
        self._shown = shown
        self._sight: _Sight | None = None
        self._corner = QPointF()
        """The sheet's top left corner, in pixels."""
        self._pixels = QPixmap()
        self._stale: list[QRectF] = []
        self._only_still = False

    def forget(self, stale: Iterable[QRectF]) -> None:
        """Paint parts of the sheet anew when they are next seen."""
        self._stale += stale

    def leave_out_what_moves(self) -> None:
        """Paint no more what is now shown by items of its own."""
        self._only_still = True
        self._sight = None

    def show(self, painter: QPainter, size: QSize, ratio: float, desk: QBrush) -> None:
        """Show the map with a painter of a viewport of a size, with `ratio` pixels to a logical one."""
        world = QTransform(painter.worldTransform())
        sight = _Sight(size * ratio, ratio, world.m11(), desk)
        self._renew(self._missing(sight, world), sight, world)
        painter.setWorldTransform(QTransform())
        painter.drawPixmap(QPoint(0, 0), self._pixels)
        painter.setWorldTransform(world)

    def _missing(self, sight: _Sight, world: QTransform) -> QRegion:
        """Scrolls the pixels that stay; returns where there are none, or stale ones."""
        everything = QRect(QPoint(0, 0), sight.size)
        corner = QPointF(world.dx(), world.dy()) * sight.ratio
        step = corner - self._corner
        by = step.toPoint()
        self._corner = corner
        if sight != self._sight or QPointF(by) != step:
            return QRegion(everything)
        found = QRegion()
        if not by.isNull():
            self._pixels.scroll(by.x(), by.y(), everything)
            found = QRegion(everything).subtracted(QRegion(everything.translated(by)))
        for rectangle in self._stale:
            pixels = QRectF(
                world.map(rectangle.topLeft()) * sight.ratio, rectangle.size() * sight.scale * sight.ratio
            )
            found += pixels.toAlignedRect()
        return found.intersected(everything)

    def _renew(self, missing: QRegion, sight: _Sight, world: QTransform) -> None:
        self._stale.clear()
        self._sight = sight
        if self._pixels.size() != sight.size:
            self._pixels = QPixmap(sight.size)
        self._pixels.setDevicePixelRatio(sight.ratio)
        if missing.isEmpty():
            return
        with QPainter(self._pixels) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            for part in missing:  # type: ignore[attr-defined]  # PySide's types leave it out
                painter.setWorldTransform(QTransform())
                logical = QRectF(QPointF(part.topLeft()) / sight.ratio, QRectF(part).size() / sight.ratio)
                painter.setClipRect(logical)
                self._paint_on_desk(painter, logical, sight, world)

    def _paint_on_desk(self, painter: QPainter, area: QRectF, sight: _Sight, world: QTransform) -> None:
        """Paint an area of the viewport: the desk where there is no sheet, and the sheet."""
        painter.setWorldTransform(QTransform())
        sheet = world.mapRect(self._shown.layout.rectangle)
        _paint_desk(painter, area, sheet, sight.desk)
        painter.fillRect(sheet.toAlignedRect() & area.toAlignedRect(), Qt.GlobalColor.white)
        painter.setWorldTransform(world)
        self._paint(painter, world.inverted()[0].mapRect(area), sight.scale)

    def _paint(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        layout = self._shown.layout
        for part in layout.parts(exposed, self._only_still):
            origin = QPointF(part.x, part.y)
            painter.translate(origin)
            paint(painter, part.display_list, scale, exposed.translated(-origin))
            painter.translate(-origin)


def _paint_desk(painter: QPainter, area: QRectF, sheet: QRectF, desk: QBrush) -> None:
    """The desk around the sheet, with the sheet's shadow. To fill all of it would take long."""
    seen = sheet.toAlignedRect()
    around = QRegion(area.toAlignedRect()) - QRegion(seen)
    for part in around:  # type: ignore[attr-defined]  # PySide's types leave it out
        painter.fillRect(part, desk)
    painter.fillRect(QRect(seen.left() - 1, seen.top(), 1, seen.height()), _EDGE)
    painter.fillRect(QRect(seen.right() + 1, seen.top(), 1, seen.height()), _EDGE)
    painter.fillRect(QRect(seen.left() - 1, seen.bottom() + 1, seen.width() + 2, 2), _EDGE)
