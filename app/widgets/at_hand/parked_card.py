"""A note that is parked, as a card in the drawer: it is dragged into a cell, or put there by Enter."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.drawing.painter import colour
from app.drawing.theme import NOTE_FILLS
from app.language.phrases import tr
from app.model.nouns import word
from app.model.records import ParkedNote
from app.widgets.base.lifted import Lifted
from app.widgets.base.plain_text import tip

_WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_BAR = 0.32
"""How wide the bar in the note's colour is, beside the height of its text."""


def card_size(pixels: int) -> QSize:
    """How large a card is whose type is so large."""
    return QSize(round(pixels * 15), round(pixels * 4.1))


class ParkedCard(QWidget):
    """Two lines of text and a bar in the note's colour."""

    dropped = Signal(str, QPoint)
    """It was let go at a place of the screen."""
    hovered = Signal(QPoint)
    """It is dragged over a place of the screen."""
    key_pressed = Signal(str, object)
    """A QKeyEvent that is not for the card alone."""

    def __init__(self, note: ParkedNote, pixels: int, may_move: Callable[[], bool], parent: QWidget) -> None:
        """`pixels` is the size of its type. It can be dragged where `may_move` says so at that moment."""
        super().__init__(parent)
        self.note, self._pixels, self._may_move = note, pixels, may_move
        self._pressed: QPoint | None = None
        self._lifted: Lifted | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(note.text or tr("A note without text"))
        self.setAccessibleDescription(str(word("lot", note.lot)))
        self.setToolTip(tip(tr("{text}: Enter puts it into the cell at the cursor", text=note.text)))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFixedSize(card_size(pixels))

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, area = self.palette(), QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -2.5)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(20, 25, 40, 26))
            painter.drawRoundedRect(area.translated(0, 1.5), 5, 5)
            if self.hasFocus():
                painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2.5))
            painter.setBrush(palette.color(QPalette.ColorRole.Base))
            painter.drawRoundedRect(area, 5, 5)
            bar = self._pixels * _BAR
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(NOTE_FILLS[self.note.colour]))
            painter.drawRoundedRect(QRectF(area.left() + 4, area.top() + 5, bar, area.height() - 10), 2, 2)
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            font = QFont(self.font())
            font.setPixelSize(self._pixels)
            painter.setFont(font)
            words = area.adjusted(bar + self._pixels * 0.75, 3, -self._pixels * 0.5, -3)
            painter.drawText(words, _WRAPS, self._shortened(font, words))

    def _shortened(self, font: QFont, room: QRectF) -> str:
        """As much of the text as two lines hold."""
        metrics = QFontMetrics(font)
        text = self.note.text
        while text and metrics.boundingRect(room.toRect(), int(_WRAPS), text).height() > room.height():
            text = text[: -max(len(text) // 12, 2)].rstrip() + "…" if len(text) > 2 else ""
        return text

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton and self._may_move():
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if self._lifted is None and way >= QApplication.startDragDistance():
            self._lifted = Lifted(self.window(), self.grab(), self._pressed)
        if self._lifted is not None:
            place = event.globalPosition().toPoint()
            self._lifted.follow(place)
            self.hovered.emit(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        lifted, self._lifted, self._pressed = self._lifted, None, None
        if lifted is not None:
            lifted.close()
            self.dropped.emit(self.note.id, event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._lifted is not None:
            self._lifted.close()
            self._lifted = self._pressed = None
        else:
            self.key_pressed.emit(self.note.id, event)
