"""The strip over impact × effort before a room: what is asked, that notes are being placed, minutes left."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from app.drawing.display import PlacedText, Texts
from app.drawing.painter import colour, paint
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import ACCENT, Colour, TextStyle
from app.language.phrases import tr
from app.widgets.room.colours import RoomColours
from app.widgets.room.state_tab import StateTab

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
        self._title, self._question, self._left, self._is_late = "", "", "", False
        self.setAccessibleName(tr("Placing"))

    def fit(self, height: int) -> None:
        """Be as high as a screen of so many pixels wants it."""
        self.setFixedHeight(max(round(height * _HEIGHT), 1))

    def tell(self, title: str, question: str, left: str, is_late: bool = False) -> None:
        """Say what is placed, and how much time is left; late, or held, it is said in amber."""
        if (title, question, left, is_late) != (self._title, self._question, self._left, self._is_late):
            self._title, self._question, self._left, self._is_late = title, question, left, is_late
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
            title, question = self._block(self._title, _TITLE, 700), self._block(self._question, _QUESTION)
            x = height * _LEFT
            self._put(painter, title, x, colours.ink)
            x += title.width + height * _GAP
            if x + question.width < tab.place.left() - height * 0.2:
                self._put(painter, question, x, colours.secondary)
            ink = colours.late if self._is_late else colours.ink
            left = self._block(self._left, _TITLE, 600)
            self._put(painter, left, self.width() - height * _RIGHT - left.width, ink)

    def _block(self, text: str, share: float, weight: int = 400) -> TextBlock:
        return text_block(text, TextStyle(round(self.height() * share), weight))

    def _put(self, painter: QPainter, block: TextBlock, x: float, ink: Colour) -> None:
        y = (self.height() - block.height) / 2 + 2
        paint(painter, (Texts([PlacedText(x, y, block)], ink),), 1.0, smallest_text=0.0)
