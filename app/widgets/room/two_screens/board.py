"""Paints cards, words and keys of the presenter's screen, which is dark whatever the window is."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from app.drawing.painter import paint
from app.drawing.pieces import glyph
from app.drawing.text import FAMILY
from app.drawing.theme import Colour

DESK, CARD = QColor("#12151B"), QColor("#1E222B")
INK, SECONDARY, HAIRLINE = QColor("#E9ECF2"), QColor("#A5AEBD"), QColor("#303642")
KEY, LIT, AMBER = QColor("#333A47"), QColor("#2B3763"), QColor("#F2B35E")
AMBER_GROUND, GREEN, PAPER = QColor("#3B2C14"), QColor("#6CC77C"), QColor("#E6EAF3")
HEAVY, BOLD, MEDIUM = QFont.Weight.Bold, QFont.Weight.DemiBold, QFont.Weight.Medium
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter
_TABULAR = QFont.Tag("tnum")
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

    def fill(self, place: QRectF, ink: QColor) -> None:
        self.painter.fillRect(self._pixels(place), ink)

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

    def sign(self, middle: QPointF, name: str, size: float, ink: QColor = INK) -> None:
        """An icon, or a sign of notes, by its name."""
        self.painter.save()
        self.painter.translate(middle * self.unit)
        self.painter.scale(self.unit, self.unit)
        drawn = glyph(name, [QPointF()], Colour(ink.red(), ink.green(), ink.blue()), size=size)
        paint(self.painter, (drawn,), 1.0, smallest_text=0.0)
        self.painter.restore()

    def bar(self, place: QRectF, share: float, ink: QColor) -> None:
        """How much of something is over, 0 … 1."""
        radius = place.height() / 2
        self.card(place, HAIRLINE, radius)
        if share > 0:
            self.card(
                QRectF(place.topLeft(), QSizeF(max(place.width() * share, 2 * radius), place.height())),
                ink,
                radius,
            )

    def slot(self, place: QRectF) -> None:
        """A place that waits for something."""
        pen = QPen(QColor("#444C5A"), 1.5 * self.unit, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        path = QPainterPath()
        path.addRoundedRect(self._pixels(place), 5 * self.unit, 5 * self.unit)
        self.painter.strokePath(path, pen)

    def triangle(self, middle: QPointF, size: float, ink: QColor) -> None:
        """One that points to the right, for what goes on."""
        path = QPainterPath(QPointF(middle.x() - size * 0.8, middle.y() - size) * self.unit)
        path.lineTo(QPointF(middle.x() + size, middle.y()) * self.unit)
        path.lineTo(QPointF(middle.x() - size * 0.8, middle.y() + size) * self.unit)
        path.closeSubpath()
        self.painter.fillPath(path, ink)

    def ring(self, middle: QPointF, radius: float, ink: QColor) -> None:
        self.painter.setPen(QPen(ink, 1.6 * self.unit))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawEllipse(middle * self.unit, radius * self.unit, radius * self.unit)

    def line(self, x: float, y: float, width: float) -> None:
        self.fill(QRectF(x, y, width, 1), HAIRLINE)

    def lines_height(self, words: str, size: float, width: float) -> float:
        """How high words are that wrap at a width."""
        metrics = QFontMetricsF(self.font(size))
        room = QRectF(0, 0, width * self.unit, 10_000)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height() / self.unit

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
        # Figures are equally wide: a clock must not tremble.
        font.setFeature(_TABULAR, 1)
        return font

    def _pixels(self, place: QRectF) -> QRectF:
        unit = self.unit
        return QRectF(place.x() * unit, place.y() * unit, place.width() * unit, place.height() * unit)


def fitted_at_top(place: QRectF, picture: QPixmap) -> QRectF:
    """Where a picture lies in a place: in its middle across, and at its top."""
    scale = min(place.width() / picture.width(), place.height() / picture.height())
    width = picture.width() * scale
    return QRectF(place.center().x() - width / 2, place.top(), width, picture.height() * scale)
