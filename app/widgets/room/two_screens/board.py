"""Paints cards, words and keys of the presenter's screen, which is dark whatever the window is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPixmap

from app.drawing.text import FAMILY

DESK, CARD = QColor("#12151B"), QColor("#1E222B")
INK, SECONDARY, HAIRLINE = QColor("#E9ECF2"), QColor("#A5AEBD"), QColor("#303642")
KEY, LIT, AMBER = QColor("#333A47"), QColor("#2B3763"), QColor("#F2B35E")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Board:
    """A painter whose lengths are those of a screen 1456 wide, `unit` pixels each."""

    def __init__(self, painter: QPainter, unit: float) -> None:
        self.painter, self.unit = painter, unit
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def card(self, place: QRectF, fill: QColor = CARD, radius: float = 8) -> None:
        path = QPainterPath()
        path.addRoundedRect(self._pixels(place), radius * self.unit, radius * self.unit)
        self.painter.fillPath(path, fill)

    def write(
        self,
        place: QRectF,
        words: str,
        size: float,
        *,
        ink: QColor = INK,
        weight: QFont.Weight = QFont.Weight.Normal,
        align: Qt.AlignmentFlag = _LEFT,
    ) -> float:
        """Write one line, shortened where there is no room for all; returns how wide it is."""
        self.painter.setFont(self.font(size, weight))
        metrics = QFontMetricsF(self.painter.font())
        room = place.width() * self.unit
        line = metrics.elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, room)
        self.painter.setPen(ink)
        self.painter.drawText(self._pixels(place), align, line)
        return metrics.horizontalAdvance(line) / self.unit

    def write_lines(self, place: QRectF, words: str, size: float, ink: QColor = INK) -> None:
        """Write as many lines as there is room for."""
        self.painter.setFont(self.font(size))
        self.painter.setPen(ink)
        self.painter.save()
        self.painter.setClipRect(self._pixels(place))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        self.painter.drawText(self._pixels(place), flags, words)
        self.painter.restore()

    def key(self, x: float, middle: float, name: str, share: float = 1.0) -> float:
        """A key's cap, `share` of its size; returns where it ends."""
        self.painter.setFont(self.font(13 * share, QFont.Weight.Medium))
        wide = QFontMetricsF(self.painter.font()).horizontalAdvance(name) / self.unit + 13 * share
        cap = QRectF(x, middle - 12, max(wide, 24 * share), 24)
        self.card(cap, KEY, 4)
        self.painter.setPen(INK)
        self.painter.drawText(self._pixels(cap), Qt.AlignmentFlag.AlignCenter, name)
        return cap.right()

    def width(self, words: str, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> float:
        return QFontMetricsF(self.font(size, weight)).horizontalAdvance(words) / self.unit

    def picture(self, place: QRectF, picture: QPixmap) -> None:
        """A picture as large as fits in a place, from its top on, with round corners."""
        if picture.isNull():
            return
        fitted = fitted_at_top(place, picture)
        target = self._pixels(fitted)
        path = QPainterPath()
        path.addRoundedRect(target, 5 * self.unit, 5 * self.unit)
        self.painter.save()
        self.painter.setClipPath(path)
        self.painter.drawPixmap(target, picture, QRectF(picture.rect()))
        self.painter.restore()

    def font(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(max(round(size * self.unit), 1))
        font.setWeight(weight)
        return font

    def _pixels(self, place: QRectF) -> QRectF:
        unit = self.unit
        return QRectF(place.x() * unit, place.y() * unit, place.width() * unit, place.height() * unit)


def fitted_at_top(place: QRectF, picture: QPixmap) -> QRectF:
    """Where a picture lies in a place: in its middle across, and at its top."""
    scale = min(place.width() / picture.width(), place.height() / picture.height())
    width = picture.width() * scale
    return QRectF(place.center().x() - width / 2, place.top(), width, picture.height() * scale)
