"""The minutes left at the right of a strip along the top, beside a ring: read from the back row."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from app.drawing.display import PlacedText, Texts
from app.drawing.painter import colour, paint
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import TextStyle
from app.language.phrases import tr
from app.widgets.room.clock.ticking import Ticking
from app.widgets.room.colours import RoomColours

_TYPE, _RING, _PEN, _GAP, _MARGIN = 0.46, 0.6, 0.1, 0.26, 0.36
"""Beside the strip's height: type, ring and its line, between them, and right of them."""


class RoomClock(QWidget):
    """Stands in a strip that says where to, and is painted alone when it says something else."""

    def __init__(self, ticking: Ticking, strip: QWidget) -> None:
        super().__init__(strip)
        self._ticking, self._strip = ticking, strip
        self._ink = QColor(52, 87, 213)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Minutes left"))
        ticking.changed.connect(self.fit)
        self.hide()

    def set_ink(self, ink: QColor) -> None:
        """The ring's colour."""
        if ink != self._ink:
            self._ink = ink
            self.update()

    def fit(self) -> None:
        """Stand at the right of the strip, as wide as what is to be said."""
        face, height = self._ticking.face, self._strip.height()
        self.setVisible(face is not None)
        if face is None:
            return
        width = ceil(self._words().width + height * (_RING + _GAP + _MARGIN)) + 2
        self.setGeometry(self._strip.width() - width, 0, width, height)
        self.setAccessibleDescription(str(face.words))
        self.update()

    @property
    def words_place(self) -> QRectF:
        """Where the words stand, from the clock's corner."""
        block = self._words()
        x = self.width() - self.height() * _MARGIN - block.width
        return QRectF(x, (self.height() - block.height) / 2 + 1, block.width, block.height)

    def _words(self) -> TextBlock:
        face = self._ticking.face
        said = str(face.words) if face is not None else ""
        return text_block(said, TextStyle(ceil(self._strip.height() * _TYPE), 700))

    def paintEvent(self, event: QPaintEvent) -> None:
        face = self._ticking.face
        if face is None:
            return
        colours, place, height = RoomColours.of(self.palette()), self.words_place, self.height()
        is_late = face.is_over or face.is_held
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            side = height * _RING
            ring = QRectF(place.left() - height * _GAP - side, 0, side, side)
            ring.moveCenter(QPointF(ring.center().x(), height / 2 + 1))
            pen = QPen(self.palette().color(QPalette.ColorRole.Midlight), height * _PEN)
            inner = ring.adjusted(pen.widthF() / 2, pen.widthF() / 2, -pen.widthF() / 2, -pen.widthF() / 2)
            painter.setPen(pen)
            painter.drawEllipse(inner)
            pen.setColor(colour(colours.late) if is_late else self._ink)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            # What is left, from the top on against the clock.
            painter.drawArc(inner, 90 * 16, round(360 * 16 * (100 - face.share) / 100) or -1)
            words = Texts(
                [PlacedText(place.left(), place.top(), self._words())],
                colours.late if is_late else colours.ink,
            )
            paint(painter, (words,), 1.0, smallest_text=0.0)
