"""Notes on their way from where they lay to where they make room for what is dragged."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from app.drawing.display import DisplayList
from app.drawing.painter import paint

TAKES = 140
"""Milliseconds."""
MOST = 12
"""Notes that are seen to move; more of them lie at once where they will lie."""
_SHADOW = 8.0
"""Map units that a note's shadow reaches out."""


class Moving(NamedTuple):
    """A note as it looks now, with the corner from which it comes and its place, on the sheet."""

    picture: QPixmap
    start: QPointF
    place: QRectF

    def at(self, share: float) -> QRectF:
        """Where it is after a share of its way."""
        return self.place.translated((self.start - self.place.topLeft()) * (1 - share))


class MakingRoom(QObject):
    """Paints them over the map, and what lies under them where they will lie."""

    moved = Signal(object)
    """The parts of the sheet that look otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self._moving: tuple[Moving, ...] = ()
        self._ground: DisplayList = ()
        self._way = QVariantAnimation(self)
        self._way.setStartValue(0.0)
        self._way.setEndValue(1.0)
        self._way.setDuration(TAKES)
        self._way.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._way.valueChanged.connect(lambda _: self.moved.emit(self._areas()))
        self._way.finished.connect(self.end)

    def begin(self, moving: Sequence[Moving], ground: DisplayList) -> None:
        """`ground` lies under them, drawn from the sheet's corner on."""
        self.end()
        self._moving, self._ground = tuple(moving), ground
        if moving:
            self._way.start()

    def end(self) -> None:
        self._way.stop()
        areas, self._moving = self._areas(), ()
        self.moved.emit(areas)

    @property
    def is_moving(self) -> bool:
        return bool(self._moving)

    def paint(self, painter: QPainter) -> None:
        if not self._moving:
            return
        places = QPainterPath()
        for one in self._moving:
            places.addRect(_with_shadow(one.place))
        painter.save()
        painter.setClipPath(places, Qt.ClipOperation.IntersectClip)
        painter.fillPath(places, Qt.GlobalColor.white)
        paint(painter, self._ground, painter.worldTransform().m11())
        painter.restore()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        share = float(self._way.currentValue())
        for one in self._moving:
            painter.drawPixmap(one.at(share), one.picture, QRectF(one.picture.rect()))
        painter.restore()

    def _areas(self) -> list[QRectF]:
        return [one.at(0.0).united(_with_shadow(one.place)) for one in self._moving]


def _with_shadow(place: QRectF) -> QRectF:
    return place.adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW)
