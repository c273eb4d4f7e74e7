"""Where the note lands that is typed as "3> No lamp": a dashed place under the notes there, and "3 >"."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.drawing.display import PlacedText, Texts
from app.drawing.painter import colour, paint
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import INK, NOTE_RADIUS, SHEET, TextStyle
from app.model.records import NoteColour
from app.widgets.room.writing_strip import armed_ink

_TYPE = 24
"""Map units."""
_AROUND, _HEIGHT = 16.0, 40.0
"""Of the pill: beside its words, and how high it is."""
_OUT = 12.0
"""How far the pill stands out of the place at the right and above."""
_TINT = 0.06


class LandingPlace(QWidget):
    """Lies over the map, in the view of it."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._scale, self._number = 1.0, ""
        self._colour: NoteColour = "yellow"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def mark(self, place: QRectF, scale: float, number: str, fill: NoteColour) -> None:
        """Mark a place of the view, in pixels, for a note of a colour; `scale` of them are a map unit."""
        self._scale, self._number, self._colour = scale, number, fill
        out = ceil(_OUT * scale)
        self.setGeometry(place.toAlignedRect().adjusted(-2, -out, out, 2))
        self.update()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        scale, ink = self._scale, armed_ink(self._colour)
        out, radius = ceil(_OUT * scale), NOTE_RADIUS * scale
        place = QRectF(self.rect()).adjusted(3, out + 1, -out - 1, -3)
        tint = QColor(ink)
        tint.setAlphaF(_TINT)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for brush in (Qt.GlobalColor.white, tint):
                painter.setBrush(brush)
                painter.drawRoundedRect(place, radius, radius)
            painter.setPen(QPen(ink, max(2 * scale, 1.5), Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place, radius, radius)
            self._paint_pill(painter)

    def _paint_pill(self, painter: QPainter) -> None:
        block = self._words()
        painter.scale(self._scale, self._scale)
        width = block.width + 2 * _AROUND
        pill = QRectF(self.width() / self._scale - width, 0, width, _HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(INK))
        painter.drawRoundedRect(pill, _HEIGHT / 2, _HEIGHT / 2)
        corner = pill.center() - QPointF(block.width, block.height) / 2
        words = Texts([PlacedText(corner.x(), corner.y(), block)], SHEET)
        paint(painter, (words,), self._scale, smallest_text=0.0)

    def _words(self) -> TextBlock:
        return text_block(f"{self._number} >", TextStyle(_TYPE, 700))
