"""Icons from `resources/icons`, drawn in the palette's colour and sharp on every screen that is connected.

Qt's own SVG icons stay black in a dark window; an icon engine in Python crashes when Qt copies it.
"""

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.resources import resource

SIZE = 18
"""Logical pixels."""

Ink = Literal["text", "quiet", "on accent"]
_ROLES = {
    "text": QPalette.ColorRole.WindowText,
    "quiet": QPalette.ColorRole.PlaceholderText,
    "on accent": QPalette.ColorRole.BrightText,
}


def icon(name: str, ink: Ink = "text", size: int = SIZE) -> QIcon:
    """The icon in the palette's colour of today; ask again when the palette changes."""
    palette = QGuiApplication.palette()
    normal = palette.color(_ROLES[ink])
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    return _icon(name, size, normal.name(), disabled.name(), _pixel_ratios())


def pixmap(name: str, ink: Ink = "text", size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    return _pixmap(name, size, QGuiApplication.palette().color(_ROLES[ink]).name(), ratio)


def _pixel_ratios() -> tuple[float, ...]:
    return tuple(sorted({1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}))


@lru_cache(maxsize=512)
def _icon(name: str, size: int, normal: str, disabled: str, ratios: tuple[float, ...]) -> QIcon:
    made = QIcon()
    for ratio in ratios:
        made.addPixmap(_pixmap(name, size, normal, ratio), QIcon.Mode.Normal)
        made.addPixmap(_pixmap(name, size, disabled, ratio), QIcon.Mode.Disabled)
    return made


def _pixmap(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
