"""What lies over the neighbours of a lit stage, so that they are seen at a third of their strength.

It is the same for all stages, so it is made once: a gradient takes longer than an image to be blended.
"""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

_DIMMED = 0.67
"""How much of a neighbour is hidden."""


def paint_veil(painter: QPainter, area: QRectF, around: QColor, fade: float) -> None:
    """Paint it over an area; its left edge, or where `fade` is less than nothing its right one, hides all.

    Within `fade` pixels from there it becomes as thin as everywhere else.
    """
    ratio = painter.device().devicePixelRatioF()
    size = (area.size() * ratio).toSize()
    painter.drawImage(area.topLeft(), _veil(size.width(), size.height(), ratio, around.rgb(), fade))


@lru_cache(maxsize=4)
def _veil(width: int, height: int, ratio: float, around: int, fade: float) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    edge = 0.0 if fade > 0 else float(width)
    gradient = QLinearGradient(edge, 0, edge + fade * ratio, 0)
    thin, opaque = QColor.fromRgb(around), QColor.fromRgb(around)
    thin.setAlphaF(_DIMMED)
    gradient.setColorAt(0, opaque)
    gradient.setColorAt(1, thin)
    with QPainter(image) as painter:
        painter.fillRect(image.rect(), gradient)
    image.setDevicePixelRatio(ratio)
    return image
