"""The strip over impact × effort before a room: what is asked, that notes are being placed, minutes left."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from app.drawing.painter import colour
from app.drawing.text import text_block
from app.drawing.theme import ACCENT, TextStyle
from app.language.phrases import tr
from app.widgets.room.colours import RoomColours
from app.widgets.room.state_tab import StateTab
from app.widgets.room.strip_words import write_line
from app.workshop.clock_face import ClockFace

_HEIGHT = 0.096
"""Beside the height of the screen."""
_TAB = 0.77
"""How high the strip is of which the tab hangs, beside this one."""
_TITLE, _QUESTION = 0.445, 0.31
_LEFT, _RIGHT, _GAP = 0.385, 0.385, 0.28


class PlacingStrip(QWidget):
    """Title and question at the left, the tab, and at the right what is left of the time."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._question = "", ""
        self._face: ClockFace | None = None
        self.setAccessibleName(tr("Placing"))

    def fit(self, height: int) -> None:
        """Be as high as a screen of so many pixels wants it."""
        self.setFixedHeight(max(round(height * _HEIGHT), 1))

    def tell(self, title: str, question: str, face: ClockFace | None) -> None:
        """Say what is placed, and how much time is left."""
        if (title, question, face) != (self._title, self._question, self._face):
            self._title, self._question, self._face = title, question, face
            left = str(face.words) if face is not None else ""
            self.setAccessibleDescription(" ".join(filter(None, (title, question, left))))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, height = RoomColours.of(self.palette()), float(self.height())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
            painter.fillRect(QRectF(0, height - 1, self.width(), 1), colours.hairline)
            tab = StateTab(QRectF(0, 0, self.width(), height * _TAB), "move", tr("Placing"))
            tab.paint(painter, colour(ACCENT))
            right = tab.place.left() - height * 0.2
            bold, plain = TextStyle(round(height * _TITLE), 700), TextStyle(round(height * _QUESTION))
            x = write_line(painter, self._title, bold, height * _LEFT, right, height, colours.ink)
            write_line(painter, self._question, plain, x + height * _GAP, right, height, colours.secondary)
            face = self._face
            if face is not None:
                words, style = str(face.words), TextStyle(round(height * _TITLE), 600)
                ink = colours.late if face.is_over or face.is_held else colours.ink
                right = self.width() - height * _RIGHT
                x = right - text_block(words, style).width - 1
                write_line(painter, words, style, x, right, height, ink)
