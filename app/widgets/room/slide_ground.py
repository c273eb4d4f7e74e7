"""What all slides of stages have in common, painted once: a sheet with its shadow, and veils beside it."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPixmap

from app.widgets.room.colours import RoomColours
from app.widgets.room.slide_geometry import Geometry

_RADIUS = 10.0
_SHADOWS = range(36, 0, -2)
"""How far each of the layers of the sheet's shadow reaches, in pixels."""
_FAINT = QColor(0, 0, 0, 2)
"""The colour of each: of so thin a layer nothing but black keeps its hue."""
_DIMMED = 0.67
"""How much of a neighbour is hidden."""
_FADES = (0.07, -0.105)
"""Within how much of the slide's width what hides a neighbour thins: from the left, from the right."""


class Ground:
    """An empty slide, and what lies over neighbours so that they are seen at a third of their strength."""

    def __init__(self, geometry: Geometry, colours: RoomColours, ratio: float) -> None:
        """`ratio` is how many pixels of the screen a logical one takes."""
        self._geometry, self._colours, self._ratio = geometry, colours, ratio
        self.veils = tuple(
            self._veil(beside, fade * geometry.area.width())
            for beside, fade in zip(geometry.beside, _FADES, strict=True)
        )
        self.image = self._empty_slide()
        self._spare: QPixmap | None = None

    def slide(self) -> QPixmap:
        """One to be painted on."""
        spare, self._spare = self._spare, None
        return spare if spare is not None else self.image.copy()

    @property
    def has_spare(self) -> bool:
        return self._spare is not None

    def prepare_spare(self) -> None:
        """Have the next slide ready: to get its memory takes longer than to paint what is to be read."""
        self._spare = self.image.copy()

    def _empty_slide(self) -> QPixmap:
        slide = QPixmap((self._geometry.area.size() * self._ratio).toSize())
        slide.setDevicePixelRatio(self._ratio)
        slide.fill(self._colours.around)
        with QPainter(slide) as painter:
            self._paint_sheet(painter)
            for beside, veil in zip(self._geometry.beside, self.veils, strict=True):
                painter.fillRect(beside, Qt.GlobalColor.white)
                painter.drawImage(beside.topLeft(), veil)
        return slide

    def _veil(self, beside: QRectF, fade: float) -> QImage:
        """For a place beside the sheet: with the sheet's shadow, and hiding all at the slide's edge.

        Where `fade` is less than nothing that is its right edge.
        """
        size = QSizeF(max(beside.width(), 1.0), beside.height())
        image = QImage((size * self._ratio).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(self._ratio)
        image.fill(Qt.GlobalColor.transparent)
        edge = beside.left() if fade > 0 else beside.right()
        gradient = QLinearGradient(edge, 0, edge + fade, 0)
        thin, opaque = QColor(self._colours.around), QColor(self._colours.around)
        thin.setAlphaF(_DIMMED)
        gradient.setColorAt(0, opaque)
        gradient.setColorAt(1, thin)
        with QPainter(image) as painter:
            painter.translate(-beside.topLeft())
            painter.fillRect(beside, gradient)
            self._paint_sheet(painter)
        return image

    def _paint_sheet(self, painter: QPainter) -> None:
        sheet = self._geometry.sheet
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_FAINT)
        for reach in _SHADOWS:
            painter.drawRoundedRect(
                sheet.adjusted(-reach, -reach / 2, reach, reach), _RADIUS + reach, _RADIUS + reach
            )
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(sheet, _RADIUS, _RADIUS)
