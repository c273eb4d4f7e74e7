"""A tile of the start page: a picture with a name below it, to be clicked."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.widgets.base.plain_text import tip
from app.widgets.base.text_size import scaled
from app.widgets.start.thumbnails import SIZE

_WORDS = 48
_RADIUS = 8.0
_RING = 3
_BLANK = QColor(238, 240, 244)


class Tile(QAbstractButton):
    """Says its name and, smaller, something more. `removed` is emitted by Delete."""

    removed = Signal()

    def __init__(self, name: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._detail = detail
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())
        self.set_name(name)

    def set_name(self, name: str) -> None:
        self.setText(name)
        # Qt has made a key of what follows an ampersand.
        self.setShortcut(QKeySequence())
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._detail)
        self.setToolTip(tip(f"{name}\n{self._detail}" if self._detail else name))

    def set_detail(self, detail: str) -> None:
        self._detail = detail
        self.set_name(self.text())
        self.update()

    @property
    def has_picture(self) -> bool:
        return self._image is not None

    def show_picture(self, image: QImage) -> None:
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIZE.width() + 2 * _RING, SIZE.height() + scaled(_WORDS) + 2 * _RING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(_RING, _RING, SIZE.width(), SIZE.height())
        outline = QPainterPath()
        outline.addRoundedRect(area, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(area, _BLANK if self._image is None else Qt.GlobalColor.white)
        if self._image is not None:
            painter.drawImage(area, self._image)
        painter.restore()
        painter.setPen(self._edge())
        painter.drawPath(outline)
        self._paint_words(painter, area)

    def _edge(self) -> QPen:
        palette = self.palette()
        if self.hasFocus():
            return QPen(palette.color(QPalette.ColorRole.Accent), 3)
        if self.underMouse():
            return QPen(palette.color(QPalette.ColorRole.Accent), 1.5)
        return QPen(palette.color(QPalette.ColorRole.Mid), 1)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        palette, font = self.palette(), QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._paint_line(painter, font, palette.color(QPalette.ColorRole.WindowText), self.text(), area, 8)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        self._paint_line(painter, self.font(), quiet, self._detail, area, 27)

    def _paint_line(
        self, painter: QPainter, font: QFont, ink: QColor, text: str, area: QRectF, below: int
    ) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        line = QRectF(area.left() + 2, area.bottom() + scaled(below), area.width() - 4, scaled(18))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
