"""Icons from `resources/icons`, drawn in the palette's colour and sharp on every screen that is connected.

Qt's own SVG icons stay black in a dark window; an icon engine in Python crashes when Qt copies it.
"""

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.resources import resource
from app.widgets.base.text_size import scaled

SIZE = 18
"""Logical pixels at 100 %, as all sizes of icons: they grow with the text beside them."""

_FILES = {"back": "arrow-left"}
_AS_ONE_READS = ("chevron-left", "chevron-right", "panel-left", "panel-right", "back")
"""Icons that are mirrored with a window. Others that point left or right do so on the map, which never is."""

Ink = Literal["text", "quiet", "on accent", "warning", "good"]
_ROLES = {
    "text": QPalette.ColorRole.WindowText,
    "quiet": QPalette.ColorRole.PlaceholderText,
    "on accent": QPalette.ColorRole.BrightText,
    "warning": QPalette.ColorRole.LinkVisited,
}
_GOOD = ("#1E7B34", "#7FCB8F")
"""On light and on dark: a palette has no role for it."""


def icon(name: str, ink: Ink = "text", size: int = SIZE, room: int = 0) -> QIcon:
    """The icon in the palette's colour of today; ask again when the palette changes.

    It stands in the middle of `room` pixels where that is more than its size.
    """
    size, room = scaled(size), scaled(room)
    palette = QGuiApplication.palette()
    normal = _colour(ink)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    colours = (normal.name(), disabled.name())
    return _icon(name, size, max(room, size), *colours, _pixel_ratios(), _is_mirrored(name))


def pixmap(name: str, ink: Ink = "text", size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    size = scaled(size)
    return _pixmap(name, size, size, _colour(ink).name(), ratio, _is_mirrored(name))


def _colour(ink: Ink) -> QColor:
    palette = QGuiApplication.palette()
    if ink == "good":
        return QColor(_GOOD[palette.color(QPalette.ColorRole.Window).lightness() < 128])
    return palette.color(_ROLES[ink])


def icon_size(side: int = SIZE) -> QSize:
    """The size of icons that have such a side at 100 %."""
    return QSize(scaled(side), scaled(side))


def _is_mirrored(name: str) -> bool:
    return name in _AS_ONE_READS and QGuiApplication.isRightToLeft()


def _pixel_ratios() -> tuple[float, ...]:
    return tuple(sorted({1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}))


@lru_cache(maxsize=512)
def _icon(
    name: str, size: int, room: int, normal: str, disabled: str, ratios: tuple[float, ...], is_mirrored: bool
) -> QIcon:
    made = QIcon()
    for ratio in ratios:
        made.addPixmap(_pixmap(name, size, room, normal, ratio, is_mirrored), QIcon.Mode.Normal)
        made.addPixmap(_pixmap(name, size, room, disabled, ratio, is_mirrored), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=1024)
def _pixmap(name: str, size: int, room: int, colour: str, ratio: float, is_mirrored: bool) -> QPixmap:
    file = resource("icons", f"{_FILES.get(name, name)}.svg")
    svg = file.read_text(encoding="utf-8").replace("currentColor", colour)
    drawn = QPixmap(round(room * ratio), round(room * ratio))
    drawn.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(drawn)
    if is_mirrored:
        painter.translate(drawn.width(), 0)
        painter.scale(-1, 1)
    margin = (room - size) * ratio / 2
    square = QRectF(drawn.rect()).adjusted(margin, margin, -margin, -margin)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, square)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
