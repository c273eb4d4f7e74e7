"""A check box whose square is seen in light and dark alike; no style sheet can do that without pictures."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from app.widgets.base.icons import pixmap
from app.widgets.base.text_size import scaled
from app.widgets.base.whole_words import whole_tip

SIDE = 16
GAP = 8
RING = 3
"""Room around the square for the ring of the focus."""


class CheckBox(QCheckBox):
    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self._own_tip = ""
        self.setAccessibleName(words)
        # Long words are shortened rather than widen the form.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._words()) + scaled(SIDE) + GAP + 2 * RING
        return QSize(width, max(self.fontMetrics().height(), scaled(SIDE)) + 2 * RING + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(SIDE) + GAP + 2 * RING + 40, self.sizeHint().height())

    def setToolTip(self, words: str) -> None:
        self._own_tip = words
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_mirrored = self.isRightToLeft()
        left = self.width() - RING - scaled(SIDE) if is_mirrored else RING
        square = QRectF(left, (self.height() - scaled(SIDE)) / 2, scaled(SIDE), scaled(SIDE))
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2))
            painter.drawRoundedRect(square.adjusted(-2, -2, 2, 2), 6, 6)
        paint_box(painter, square, self.checkState(), palette, self.devicePixelRatioF())
        beside = RING + scaled(SIDE) + GAP
        words = self.rect().adjusted(0 if is_mirrored else beside, 0, -beside if is_mirrored else 0, 0)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        elided = self.fontMetrics().elidedText(self._words(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)

    def _tell(self) -> None:
        """Say on hovering what is shortened."""
        is_cut = self.width() < self.sizeHint().width()
        super().setToolTip(whole_tip(self._words(), self._own_tip, is_cut))

    def _words(self) -> str:
        return self.text().replace("&&", "&")


def paint_box(
    painter: QPainter, square: QRectF, state: Qt.CheckState, palette: QPalette, ratio: float
) -> None:
    """The square, empty, ticked or in between."""
    is_on = state != Qt.CheckState.Unchecked
    border = palette.color(QPalette.ColorRole.PlaceholderText)
    fill = palette.color(QPalette.ColorRole.Highlight if is_on else QPalette.ColorRole.Base)
    painter.setPen(QPen(QColor(Qt.GlobalColor.transparent) if is_on else border, 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if is_on:
        sign = "minus" if state == Qt.CheckState.PartiallyChecked else "check"
        mark = pixmap(sign, "on accent", 12, ratio)
        painter.drawPixmap(square.topLeft() + QPointF(scaled(2), scaled(2)), mark)
