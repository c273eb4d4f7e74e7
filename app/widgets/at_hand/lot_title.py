"""What stands before the cards of a lot: its name, and which key puts a note there."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from app.language.phrases import tr_context
from app.language.words import capitalised
from app.model.nouns import word
from app.model.records import Lot

_LETTERS: dict[Lot, str] = {"parking lot": "P", "inbox": "I"}
_HINT = 0.86
_LEAST = 11
"""How large the hint's type is beside the name's, and at least, in pixels."""
_BADGE, _AFTER_BADGE = 1.35, 0.6
"""How large the square with a letter is, and what is free behind it, beside the name's type."""


class LotTitle(QWidget):
    """Paints in the size of the cards beside it."""

    def __init__(self, lot: Lot, pixels: int, parent: QWidget | None = None) -> None:
        """`pixels` is the size of its type."""
        super().__init__(parent)
        self._letter, self._pixels = _LETTERS[lot], pixels
        self._name = capitalised(word("lot", lot))
        keys = (
            tr_context("in a parking lot", "p> parks it")
            if lot == "parking lot"
            else tr_context("in an inbox", "i> puts it here")
        )
        self._key, _, self._does = keys.partition(" ")
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(keys)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        name = QFontMetricsF(self._font(1.0, QFont.Weight.Bold)).horizontalAdvance(self._name)
        does = QFontMetricsF(self._font(_HINT)).horizontalAdvance(self._does)
        width = self._left + max(name, self._cap().width() + self._pixels * 0.5 + does)
        return QSize(round(width + self._pixels * 0.6), round(self._pixels * 3.6))

    @property
    def _left(self) -> float:
        """Where its words begin."""
        return self._pixels * (_BADGE + _AFTER_BADGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, pixels = self.palette(), self._pixels
        ink, quiet = QPalette.ColorRole.WindowText, QPalette.ColorRole.PlaceholderText
        upper, lower = self.height() / 2 - pixels * 0.85, self.height() / 2 + pixels * 0.95
        badge = QRectF(0, upper - pixels * _BADGE / 2, pixels * _BADGE, pixels * _BADGE)
        cap = self._cap()
        cap.moveTo(self._left, lower - cap.height() / 2)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(ink))
            painter.drawRoundedRect(self._placed(badge), pixels * 0.22, pixels * 0.22)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1.2))
            painter.setBrush(palette.color(QPalette.ColorRole.Base))
            painter.drawRoundedRect(self._placed(cap), pixels * 0.2, pixels * 0.2)
            bold, small = self._font(1.0, QFont.Weight.Bold), self._font(_HINT)
            self._write(painter, badge, self._letter, bold, QPalette.ColorRole.Window)
            self._write(painter, cap, self._key, self._font(_HINT, QFont.Weight.DemiBold), ink)
            right = QPointF(self.width() - self._left, 2 * pixels).toTuple()
            self._write(painter, QRectF(self._left, upper - pixels, *right), self._name, bold, ink, _LEFT)
            after = QRectF(cap.right() + pixels * 0.5, lower - pixels, *right)
            self._write(painter, after, self._does, small, quiet, _LEFT)

    def _write(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        font: QFont,
        role: QPalette.ColorRole,
        flags: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self.palette().color(role))
        painter.drawText(self._placed(place), int(flags | Qt.TextFlag.TextDontClip), text)

    def _placed(self, place: QRectF) -> QRectF:
        """Where a place is, from where the title begins; mirrored where one reads from the right."""
        if self.isRightToLeft():
            return place.translated(self.width() - place.left() - place.right(), 0)
        return place

    def _cap(self) -> QRectF:
        width = QFontMetricsF(self._font(_HINT, QFont.Weight.DemiBold)).horizontalAdvance(self._key)
        return QRectF(0, 0, width + self._pixels * 0.7, self._pixels * 1.4)

    def _font(self, share: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(round(self._pixels * share), _LEAST))
        font.setWeight(weight)
        return font


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LotSlot(QWidget):
    """A dashed place behind the last card: here the next one will lie."""

    def __init__(self, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = self.palette().color(QPalette.ColorRole.Mid)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(edge, 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -2.5), 5, 5)
