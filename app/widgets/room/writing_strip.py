"""Says that a room sees a map being written on: a hairline along the top and a word, in the armed colour."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.drawing.painter import colour, paint
from app.drawing.pieces import glyph
from app.drawing.theme import NOTE_FILLS, NOTE_GLYPHS, NOTE_MARK_INK, SHEET, Colour, TextStyle, contrast
from app.language.phrases import tr
from app.model.records import NoteColour
from app.widgets.room.clock.room_clock import RoomClock
from app.widgets.room.clock.ticking import Ticking
from app.widgets.room.state_tab import LEAST, StateTab
from app.widgets.room.strip_words import write_line

_HEIGHT = 0.074
"""Beside the height of the screen."""


class WritingStrip(QWidget):
    """The strip over the map, while it is written on in front of others."""

    def __init__(self, ticking: Ticking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticking = ticking
        self._section, self._hint = "", ""
        self._colour: NoteColour = "pink"
        self.setAccessibleName(tr("Writing"))
        self.clock = RoomClock(ticking, self)
        ticking.changed.connect(self._follow)
        self._said: tuple[str, str] | None = None
        self.hide()

    def begin(self, height: int) -> None:
        """Show it over a screen of so many pixels."""
        self.fit(height)
        self.show()

    def fit(self, height: int) -> None:
        self.setFixedHeight(max(round(height * _HEIGHT), 1))
        self.clock.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.clock.fit()

    @property
    def words(self) -> tuple[str, str]:
        """What is done, and what the room is asked for: of the agenda item, else of the section."""
        face = self._ticking.face
        if face is None or face.item_kind != "write":
            return self._section, self._hint
        return face.title, face.instruction or self._hint

    def _follow(self) -> None:
        """The minutes are painted alone: the strip only where its own words are others."""
        if self._said != self.words:
            self.update()

    def end(self) -> None:
        self.hide()

    def tell(self, section: str, hint: str, colour: NoteColour) -> None:
        """Say which section is written on, what belongs there, and in which colour notes come."""
        self._section, self._hint, self._colour = section, hint, colour
        self.setAccessibleDescription(section)
        self.clock.set_ink(armed_ink(colour))
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
        self._said = title, asked = self.words
        ink, quiet = (
            _ink(self.palette(), role)
            for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.PlaceholderText)
        )
        x = write_line(painter, title, TextStyle(ceil(height * 0.5), 700), x, right - 12, height, ink)
        x += height * 0.3
        write_line(painter, asked, TextStyle(ceil(height * LEAST), 400), x, right - 12, height, quiet)


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
