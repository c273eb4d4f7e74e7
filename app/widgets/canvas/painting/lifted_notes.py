"""What is dragged, lifted from the sheet: the notes themselves, turned a little, over the place they left."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from app.drawing.layout import MapLayout
from app.drawing.painter import paint_parts
from app.drawing.theme import ACCENT, NOTE_RADIUS
from app.widgets.base.lifted import lifted, reach_of
from app.widgets.canvas.painting import mark_painting as overlay

MOST_PICTURES = 12
"""Notes that are shown as they are; of more, the rest are frames."""
_TAB = 10.0
"""Map units that the tab of an assumption stands out of its note."""
_GHOST = QColor(*ACCENT[:3], 46)


class LiftedNotes:
    """Pictures of what lies at some places of a layout, `scale` device-independent pixels a map unit."""

    def __init__(self, layout: MapLayout, places: Sequence[QRectF], scale: float, ratio: float) -> None:
        self._scale = scale
        self._places = places
        self._pictures = [
            lifted(picture_of(layout, place, scale, ratio), NOTE_RADIUS * scale)
            for place in places[:MOST_PICTURES]
        ]

    def paint(self, painter: QPainter, offset: QPointF) -> None:
        """All of them, as far from where they lay."""
        if len(self._places) > len(self._pictures):
            self._paint_frames(painter, offset)
        to_view = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        for place, picture in zip(self._places, self._pictures, strict=False):
            middle = to_view.map(place.translated(offset).center())
            size = picture.deviceIndependentSize()
            # At whole pixels it is copied as it is.
            painter.drawPixmap(
                round(middle.x() - size.width() / 2), round(middle.y() - size.height() / 2), picture
            )
        painter.restore()

    def areas(self, offset: QPointF) -> list[QRectF]:
        """What is painted where they are, with shadows."""
        grown = (ceil(reach_of(place.size() * self._scale) + 1) / self._scale for place in self._places)
        return [
            place.translated(offset).adjusted(-by, -by, by, by)
            for place, by in zip(self._places, grown, strict=True)
        ]

    def _paint_frames(self, painter: QPainter, offset: QPointF) -> None:
        frames = [place.translated(offset) for place in self._places[len(self._pictures) :]]
        painter.setBrush(_GHOST)
        painter.setPen(overlay.cosmetic_pen(overlay.ACCENT_COLOUR, 1.5))
        if len(frames) > overlay.MANY_RINGS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRects(frames)
            return
        for frame in frames:
            painter.drawRoundedRect(frame, NOTE_RADIUS, NOTE_RADIUS)


def paint_holes(painter: QPainter, holes: Sequence[QRectF]) -> None:
    """Where something was taken up, or will stand when it is let go: nothing, with a dashed edge."""
    painter.setBrush(QColor(252, 252, 254))
    for hole in holes:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRect(hole.adjusted(0, -_TAB, _TAB, 0))
        painter.setPen(overlay.cosmetic_pen(overlay.ACCENT_COLOUR, 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(hole, NOTE_RADIUS, NOTE_RADIUS)


def picture_of(layout: MapLayout, place: QRectF, scale: float, ratio: float) -> QPixmap:
    """What lies at a place of a layout, with a note's corners."""
    drawn = QPixmap((place.size() * scale * ratio).toSize().expandedTo(QSizeF(1, 1).toSize()))
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale * ratio, scale * ratio)
        painter.translate(-place.topLeft())
        path = QPainterPath()
        path.addRoundedRect(place, NOTE_RADIUS, NOTE_RADIUS)
        painter.setClipPath(path)
        paint_parts(painter, layout.parts(place), scale * ratio)
    drawn.setDevicePixelRatio(ratio)
    return drawn
