"""The signs of sections as icons, drawn by the same paths as on the map."""

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap

from app.drawing.painter import paint
from app.drawing.pieces import glyph
from app.drawing.theme import Colour
from app.widgets.base.text_size import scaled

SIZE = 18
_RATIO = 3.0


def glyph_icon(name: str) -> QIcon:
    """The sign of that name in the colour of the window's text."""
    ink = QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
    return _icon(name, Colour(ink.red(), ink.green(), ink.blue()), scaled(SIZE))


@lru_cache(maxsize=128)
def _icon(name: str, ink: Colour, side: int) -> QIcon:
    drawn = QPixmap(round(side * _RATIO), round(side * _RATIO))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.scale(_RATIO * side / 26, _RATIO * side / 26)
    paint(painter, (glyph(name, [QPointF(13, 13)], ink, size=22),))
    painter.end()
    drawn.setDevicePixelRatio(_RATIO)
    return QIcon(drawn)
