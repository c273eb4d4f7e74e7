"""Where impact × effort has what: the tray at the left, the plane, and the words of its two axes."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.model.analysis.matrix import At

TRAY = 400.0
"""How wide the tray is."""
TRAY_TOP, TRAY_INSET = 94.0, 40.0
"""Where the first note lies in it."""
AT_LEFT, AT_TOP, AT_RIGHT, AT_BOTTOM = 122.0, 26.0, 32.0, 76.0
"""What is free around the plane, for the words of the axes."""
_NARROW = 1100.0
_LEAST = 300.0


class Geometry(NamedTuple):
    """Rectangles in units, from the upper left corner of it all."""

    size: QSizeF
    has_tray: bool = True

    @property
    def tray(self) -> QRectF:
        """In a narrow room a smaller share; without anything to be placed nothing."""
        wide = min(TRAY, max(self.size.width() * TRAY / _NARROW, 260.0)) if self.has_tray else 0.0
        return QRectF(0, 0, wide, self.size.height())

    @property
    def plane(self) -> QRectF:
        left = self.tray.right() + AT_LEFT
        return QRectF(
            left,
            AT_TOP,
            max(self.size.width() - left - AT_RIGHT, _LEAST),
            max(self.size.height() - AT_TOP - AT_BOTTOM, _LEAST),
        )

    def place_of(self, at: At) -> QPointF:
        """Where on the plane something stands: effort from the left, impact from below."""
        plane = self.plane
        return QPointF(plane.left() + at.effort * plane.width(), plane.bottom() - at.impact * plane.height())

    def at(self, place: QPointF) -> At | None:
        """What a place means; none beside the plane."""
        plane = self.plane
        if not plane.contains(place):
            return None
        return At((place.x() - plane.left()) / plane.width(), (plane.bottom() - place.y()) / plane.height())
