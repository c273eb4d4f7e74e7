"""Says that a room sees a map being written on: a hairline along the top and a word, in the armed colour."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from app.drawing.display import PlacedText, Texts
from app.drawing.painter import colour, paint
from app.drawing.pieces import glyph
from app.drawing.text import text_block
from app.drawing.theme import NOTE_FILLS, NOTE_GLYPHS, NOTE_MARK_INK, SHEET, Colour, TextStyle, contrast
from app.language.phrases import tr
from app.model.records import NoteColour
from app.widgets.room.state_tab import LEAST, StateTab

_HEIGHT = 0.074
"""Beside the height of the screen."""


class WritingStrip(QWidget):
    """The strip over the map, while it is written on in front of others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section, self._hint = "", ""
        self._colour: NoteColour = "pink"
        self.setAccessibleName(tr("Writing"))
        self.hide()

    def begin(self, height: int) -> None:
        """Show it over a screen of so many pixels."""
        self.fit(height)
        self.show()

    def fit(self, height: int) -> None:
        self.setFixedHeight(max(round(height * _HEIGHT), 1))

    def end(self) -> None:
        self.hide()

    def tell(self, section: str, hint: str, colour: NoteColour) -> None:
        """Say which section is written on, what belongs there, and in which colour notes come."""
        self._section, self._hint, self._colour = section, hint, colour
        self.setAccessibleDescription(section)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    @property
    def word(self) -> QRectF:
        """Where the word stands."""
        return self._tab.word

    @property
    def _tab(self) -> StateTab:
        return StateTab(QRectF(self.rect()), "pencil", tr("Writing"))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, height = self.palette(), self.height()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Window))
            painter.fillRect(0, height - 1, self.width(), 1, palette.color(QPalette.ColorRole.Shadow))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_section(painter, self._tab.place.left())
            self._tab.paint(painter, armed_ink(self._colour))

    def _paint_section(self, painter: QPainter, right: float) -> None:
        height = self.height()
        box = QRectF(height * 0.32, height * 0.23, height * 0.6, height * 0.6)
        path = QPainterPath()
        path.addRoundedRect(box, 7, 7)
        painter.fillPath(path, colour(NOTE_FILLS[self._colour]))
        sign = glyph(NOTE_GLYPHS[self._colour], [QPointF()], NOTE_MARK_INK)
        painter.save()
        painter.translate(box.center())
        painter.scale(height / 62, height / 62)
        paint(painter, (sign,), 1.0)
        painter.restore()
        x = box.right() + height * 0.28
        x = self._write(painter, self._section, 700, 0.5, x, right, QPalette.ColorRole.WindowText)
        self._write(
            painter, self._hint, 400, LEAST, x + height * 0.3, right, QPalette.ColorRole.PlaceholderText
        )

    def _write(
        self,
        painter: QPainter,
        text: str,
        weight: int,
        share: float,
        x: float,
        right: float,
        role: QPalette.ColorRole,
    ) -> float:
        """Write what there is room for; returns where it ends."""
        block = text_block(text.replace("\n", " "), TextStyle(ceil(self.height() * share), weight))
        if x + block.width > right - 12:
            return x
        y = (self.height() - block.height) / 2 + 2
        paint(
            painter, (Texts([PlacedText(x, y, block)], _ink(self.palette(), role)),), 1.0, smallest_text=0.0
        )
        return x + block.width


def armed_ink(name: NoteColour) -> QColor:
    """A note's colour made so strong that a line of it is seen from afar, and white can be read on it."""
    found = colour(NOTE_FILLS[name])
    share = 0.0
    strong = found
    while share < 1.0:
        strong = QColor.fromHsvF(
            max(found.hsvHueF(), 0.0),
            min(found.hsvSaturationF() + 0.6 * (found.hsvSaturationF() > 0.06), 0.85),
            0.9 - share * 0.6,
        )
        if contrast(Colour(strong.red(), strong.green(), strong.blue()), SHEET) >= 4.5:
            break
        share += 0.05
    return strong


def _ink(palette: QPalette, role: QPalette.ColorRole) -> Colour:
    found = palette.color(role)
    return Colour(found.red(), found.green(), found.blue())
