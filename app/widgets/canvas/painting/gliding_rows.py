"""Rows on their way to where they lie once a note was moved: what lies below it does not jump."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRect, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPixmap, QTransform

from app.drawing.layout import MapLayout
from app.drawing.painter import paint, paint_parts
from app.widgets.base.motion import wants_less_motion
from app.widgets.canvas.map_view import MapView
from app.widgets.canvas.painting.making_room import TAKES


class _Slice(NamedTuple):
    """A row with what lies below it up to the next, in pixels of the view, and how far from it it was."""

    top: float
    bottom: float
    shift: float


class _Picture(NamedTuple):
    """What is in view of the rows that move, as they are now."""

    pixels: QPixmap
    place: QRect
    slices: tuple[_Slice, ...]


class GlidingRows(QObject):
    """Paints them over the map. What typing moves lies where it belongs at once."""

    def __init__(self, canvas: MapView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._before: MapLayout | None = None
        self._picture: _Picture | None = None
        self._way = QVariantAnimation(self)
        self._way.setStartValue(0.0)
        self._way.setEndValue(1.0)
        self._way.setDuration(TAKES)
        self._way.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._way.valueChanged.connect(self._show)
        self._way.finished.connect(self.end)
        canvas.shown.made_room.connect(self._make_room)
        canvas.typing.sent.connect(lambda _id, _place, before: self.begin(before))

    def begin(self, before: MapLayout) -> None:
        """Have rows come from where they were in a layout, if they have moved by the next frame."""
        self.end()
        if not wants_less_motion():
            self._before = before
            self._way.start()

    def _make_room(self, before: MapLayout) -> None:
        """While something is dragged most steps of the hand move no row."""
        if _ways(before, self._canvas.shown.layout):
            self.begin(before)

    def end(self) -> None:
        self._way.stop()
        if self._before is not None:
            self._show()
        self._before = self._picture = None

    @property
    def is_moving(self) -> bool:
        return self._before is not None

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        if self._before is not None:
            layout = self._canvas.shown.layout
            if self._picture is None:
                self._picture = self._painted(self._before, layout, painter.worldTransform())
            if self._picture is not None:
                self._paint(self._picture, layout, painter)

    def _paint(self, picture: _Picture, layout: MapLayout, painter: QPainter) -> None:
        to_view, place = painter.worldTransform(), picture.place
        painter.save()
        painter.resetTransform()
        rest = 1 - float(self._way.currentValue())
        first = picture.slices[0]
        # Where rows come from above, what is over them is seen as it is.
        top = min(first.top, first.top + round(first.shift * rest))
        painter.setClipRect(QRectF(place).adjusted(0, top - place.top(), 0, 0), _WITHIN)
        painter.fillRect(QRectF(place).adjusted(0, top - place.top(), 0, 0), Qt.GlobalColor.white)
        painter.setWorldTransform(to_view)
        paint(painter, layout.dressed(layout.frame), to_view.m11())
        painter.resetTransform()
        left, ratio = float(place.left()), picture.pixels.devicePixelRatio()
        for one in picture.slices:
            part = QRectF(0, one.top - place.top(), place.width(), one.bottom - one.top)
            source = QRectF(part.topLeft() * ratio, part.size() * ratio)
            painter.drawPixmap(QPointF(left, one.top + round(one.shift * rest)), picture.pixels, source)
        painter.restore()

    def _painted(self, before: MapLayout, after: MapLayout, to_view: QTransform) -> _Picture | None:
        slices = tuple(_slices(before, after, to_view))
        if not slices:
            return None
        view, sheet = self._canvas.viewport().rect(), to_view.mapRect(after.rectangle)
        reach = max(abs(one.shift) for one in slices)
        place = QRectF(sheet.left(), slices[0].top, sheet.width(), sheet.bottom() - slices[0].top)
        place &= QRectF(view).adjusted(0, -reach, 0, reach)
        if place.isEmpty():
            return None
        area, ratio = place.toAlignedRect(), self._canvas.devicePixelRatioF()
        pixels = QPixmap(area.size() * ratio)
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.white)
        placed = to_view * QTransform.fromTranslate(-area.left(), -area.top())
        with QPainter(pixels) as painter:
            painter.setWorldTransform(placed)
            exposed = placed.inverted()[0].mapRect(QRectF(QPointF(), QRectF(area).size()))
            paint_parts(painter, after.parts(exposed), to_view.m11())
        return _Picture(pixels, area, slices)

    def _show(self) -> None:
        view = self._canvas.viewport()
        view.update(self._picture.place if self._picture is not None else view.rect())


_WITHIN = Qt.ClipOperation.IntersectClip


def _ways(before: MapLayout, after: MapLayout) -> Sequence[tuple[float, float]]:
    """Where each row from the first on that lies elsewhere begins now, and where it began."""
    known = {row.section.id: row.y for row in before.rows}
    ways = [(row.y, known.get(row.section.id, row.y)) for row in after.rows]
    return ways[next((at for at, (now, then) in enumerate(ways) if now != then), len(ways)) :]


def _slices(before: MapLayout, after: MapLayout, to_view: QTransform) -> Iterator[_Slice]:
    """What is below the last row goes with it."""
    ways = _ways(before, after)
    ends = [*(now for now, _ in ways[1:]), after.height]
    for (now, then), end in zip(ways, ends if ways else (), strict=True):
        top, bottom = (round(to_view.map(QPointF(0, y)).y()) for y in (now, end))
        yield _Slice(top, bottom, (then - now) * to_view.m22())
