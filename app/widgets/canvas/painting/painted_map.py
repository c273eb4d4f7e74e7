"""The map as painted last: what scrolls is copied, and only what comes into view or changed is painted.

So a frame costs what is new in it, and what lies over the map (marks, ghosts, headers) may change for free.
Where all of a very large map is new, it is painted in slices over several turns of the window's loop; until
its turn comes a slice is seen as it was, scaled where one zooms.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap, QRegion, QTransform
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.drawing.decoded import Find, decoded_pictures
from app.drawing.painter import paint
from app.drawing.theme import INK
from app.widgets.canvas.painting.paint_slices import paint_slices
from app.widgets.canvas.shown_map import ShownMap

TURN = 0.03
"""Seconds of painting in one turn."""
_FIRST = 8
"""The part of a view that is painted to see how long it takes is one of so many."""
_EDGE = QColor(*INK[:3], 20)
_SHADOW = 2
"""Pixels by which the sheet's shadow reaches over it."""


class _ViewState(NamedTuple):
    """Through what the map is seen. A frame painted for one is of no use for another."""

    size: QSize
    """Pixels of the screen, not logical ones."""
    ratio: float
    """Pixels to a logical one."""
    scale: float
    desk: QBrush


class _Picture(NamedTuple):
    """What was painted, with the sheet's top left corner and the pixels to a map unit."""

    pixels: QPixmap
    corner: QPointF
    scale: float


class PaintedMap:
    """Paints `shown.layout` on its desk, and keeps the pixels; `forget` tells it which of them are stale."""

    def __init__(self, shown: ShownMap, view: QAbstractScrollArea) -> None:
        self._shown = shown
        self._view = view
        self._view_state: _ViewState | None = None
        self._corner = QPointF()
        """The sheet's top left corner, in pixels."""
        self._pixels = QPixmap()
        self._spare = QPixmap()
        """The pixels before these, whose room is used again while one zooms."""
        self._stale: list[QRectF] = []
        self._only_still = False
        self._find: Find = decoded_pictures.soon
        self._owed = QRegion()
        """The pixels that wait for their turn."""
        self._unseen = QRect()
        """Where there were such, in logical pixels: what is painted there has to be shown."""
        self._next_turn = QTimer(view, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._go_on)
        self.turn = TURN

    def forget(self, stale: Iterable[QRectF]) -> None:
        """Paint parts of the sheet anew when they are next seen."""
        self._stale += stale

    def leave_out_what_moves(self) -> None:
        """Paint no more what is now shown by items of its own."""
        self._only_still = True
        self.forget([self._shown.layout.rectangle])

    @property
    def _viewport(self) -> QWidget:
        """Asked for anew each time: Python's hold on a widget that Qt made may end before the widget does."""
        return self._view.viewport()

    @property
    def is_whole(self) -> bool:
        """Whether everything in view is painted as it is."""
        return self._owed.isEmpty()

    def show(self, painter: QPainter, desk: QBrush) -> None:
        """Show the map with a painter of the viewport. A picture that is taken of the widget is whole."""
        ratio = self._viewport.devicePixelRatioF()
        world = QTransform(painter.worldTransform())
        view_state = _ViewState(self._viewport.size() * ratio, ratio, world.m11(), desk)
        is_on_screen = self._is_on_screen(painter)
        is_patient = self._view_state is None or not is_on_screen
        self._find = decoded_pictures.soon if is_on_screen else decoded_pictures.now
        before, missing = self._missing(view_state, world)
        self._renew(missing, before, view_state, world, math.inf if is_patient else self.turn)
        painter.setWorldTransform(QTransform())
        painter.drawPixmap(QPoint(0, 0), self._pixels)
        painter.setWorldTransform(world)
        if not self.is_whole:
            owed = QRectF(self._owed.boundingRect())
            self._unseen |= QRectF(owed.topLeft() / ratio, owed.size() / ratio).toAlignedRect()
            self._next_turn.start()

    def _is_on_screen(self, painter: QPainter) -> bool:
        """Whether a painter paints the viewport at its place in the window, not in a picture of its own."""
        world, device = painter.worldTransform(), painter.deviceTransform()
        corner = self._viewport.mapTo(self._viewport.window(), QPointF(0, 0))
        place = QPointF(world.dx(), world.dy()) + corner
        off = place * self._viewport.devicePixelRatioF() - QPointF(device.dx(), device.dy())
        return off.manhattanLength() < 1

    def _go_on(self) -> None:
        self._viewport.update(self._unseen)
        self._unseen = QRect()

    def _missing(self, view_state: _ViewState, world: QTransform) -> tuple[_Picture | None, QRegion]:
        """Scrolls the pixels that stay; returns where there are none, or stale ones.

        Where none can stay, they are returned as well.
        """
        everything = QRect(QPoint(0, 0), view_state.size)
        corner = QPointF(world.dx(), world.dy()) * view_state.ratio
        step = corner - self._corner
        by = step.toPoint()
        before = self._corner
        self._corner = corner
        if view_state != self._view_state or QPointF(by) != step:
            return self._put_aside(before, view_state), QRegion(everything)
        found = self._owed.translated(by)
        self._spare = QPixmap()
        if not by.isNull():
            self._pixels.scroll(by.x(), by.y(), everything)
            found += QRegion(everything).subtracted(QRegion(everything.translated(by)))
        for rectangle in self._stale:
            pixels = QRectF(
                world.map(rectangle.topLeft()) * view_state.ratio,
                rectangle.size() * view_state.scale * view_state.ratio,
            )
            # A sheet that became smaller leaves its shadow around the place.
            found += pixels.toAlignedRect().adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW)
        return None, found.intersected(everything)

    def _put_aside(self, corner: QPointF, view_state: _ViewState) -> _Picture | None:
        """Make room for other pixels; returns the picture that there was."""
        last = self._view_state
        self._pixels, self._spare = self._spare, self._pixels
        if self._pixels.size() != view_state.size:
            self._pixels = QPixmap(view_state.size)
        self._pixels.setDevicePixelRatio(view_state.ratio)
        return _Picture(self._spare, corner, last.scale * last.ratio) if last else None

    def _renew(
        self,
        missing: QRegion,
        before: _Picture | None,
        view_state: _ViewState,
        world: QTransform,
        seconds: float,
    ) -> None:
        """Paint what is missing, in so many seconds; where they do not last, what was there before stays."""
        self._stale.clear()
        self._view_state = view_state
        self._owed = QRegion()
        if missing.isEmpty():
            return
        with QPainter(self._pixels) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

            def paint_part(part: QRect) -> None:
                painter.setWorldTransform(QTransform())
                logical = QRectF(
                    QPointF(part.topLeft()) / view_state.ratio, QRectF(part).size() / view_state.ratio
                )
                painter.setClipRect(logical)
                self._paint_on_desk(painter, logical, view_state, world)

            first = view_state.size.width() * view_state.size.height() // _FIRST
            self._owed = paint_slices(missing, first, seconds, paint_part)
            if before is not None and not self.is_whole:
                self._paint_scaled(painter, before, view_state)

    def _paint_scaled(self, painter: QPainter, picture: _Picture, view_state: _ViewState) -> None:
        """Paint an earlier picture where the true one is owed: the map lies where it will lie, less sharp."""
        painter.setWorldTransform(QTransform.fromScale(1 / view_state.ratio, 1 / view_state.ratio))
        painter.setClipRegion(self._owed)
        for part in self._owed:  # type: ignore[attr-defined]  # PySide's types leave it out
            painter.fillRect(part, view_state.desk)
        larger = view_state.scale * view_state.ratio / picture.scale
        corner = self._corner - picture.corner * larger
        painter.drawPixmap(
            QRectF(corner, QRectF(picture.pixels.rect()).size() * larger),
            picture.pixels,
            QRectF(picture.pixels.rect()),
        )

    def _paint_on_desk(
        self, painter: QPainter, area: QRectF, view_state: _ViewState, world: QTransform
    ) -> None:
        """Paint an area of the viewport: the desk where there is no sheet, and the sheet."""
        painter.setWorldTransform(QTransform())
        sheet = world.mapRect(self._shown.layout.rectangle)
        _paint_desk(painter, area, sheet, view_state.desk)
        painter.fillRect(sheet.toAlignedRect() & area.toAlignedRect(), Qt.GlobalColor.white)
        painter.setWorldTransform(world)
        self._paint(painter, world.inverted()[0].mapRect(area), view_state.scale)

    def _paint(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        layout = self._shown.layout
        for part in layout.parts(exposed, self._only_still):
            origin = QPointF(part.x, part.y)
            painter.translate(origin)
            paint(painter, part.display_list, scale, exposed.translated(-origin), find=self._find)
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
