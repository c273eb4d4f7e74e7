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


_LEADING = {
    "back": ("arrow-left", "arrow-right"),
    "previous": ("chevron-left", "chevron-right"),
    "next": ("chevron-right", "chevron-left"),
}
"""What points along the writing: from left to right, and in a mirrored window."""


def icon(name: str, ink: Ink = "text", size: int = SIZE, room: int = 0) -> QIcon:
    """The icon in the palette's colour of today; ask again when the palette changes.

    It stands in the middle of `room` pixels where that is more than its size.
    """
    palette = QGuiApplication.palette()
    normal = palette.color(_ROLES[ink])
    if name in _LEADING:
        name = _LEADING[name][QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft]
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    return _icon(name, size, max(room, size), normal.name(), disabled.name(), _pixel_ratios())


def pixmap(name: str, ink: Ink = "text", size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    return _pixmap(name, size, size, QGuiApplication.palette().color(_ROLES[ink]).name(), ratio)


def _pixel_ratios() -> tuple[float, ...]:
    return tuple(sorted({1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}))


@lru_cache(maxsize=512)
def _icon(name: str, size: int, room: int, normal: str, disabled: str, ratios: tuple[float, ...]) -> QIcon:
    made = QIcon()
    for ratio in ratios:
        made.addPixmap(_pixmap(name, size, room, normal, ratio), QIcon.Mode.Normal)
        made.addPixmap(_pixmap(name, size, room, disabled, ratio), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=1024)
def _pixmap(name: str, size: int, room: int, colour: str, ratio: float) -> QPixmap:
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    drawn = QPixmap(round(room * ratio), round(room * ratio))
    drawn.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(drawn)
    margin = (room - size) * ratio / 2
    square = QRectF(drawn.rect()).adjusted(margin, margin, -margin, -margin)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, square)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
