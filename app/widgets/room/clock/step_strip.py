"""Says along the top of what a room is shown what is done now: an agenda item's title and instruction."""

from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from app.drawing.theme import TextStyle
from app.widgets.room.clock.ticking import Ticking
from app.widgets.room.colours import RoomColours
from app.widgets.room.strip_words import write_line

HEIGHT = 0.074
"""Beside the height of the screen."""
TITLE, LEAST = 0.5, 0.35
"""How large its type is beside its own height: capitals are at least 1.85 % of the screen's."""
_MARGIN = 0.34


class StepStrip(QWidget):
    """Stands over the slides while an agenda item goes on that asks the room for something."""

    def __init__(self, ticking: Ticking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticking = ticking
        self._is_on = False
        ticking.changed.connect(self._follow)
        self.hide()

    @property
    def is_wanted(self) -> bool:
        """Whether there is something to say that does not stand at the foot anyway."""
        return self._is_on and self._ticking.face is not None and bool(self._ticking.face.instruction)

    def begin(self, height: int) -> None:
        """Stand over a picture of so many pixels, where there is something to say."""
        self._is_on = True
        self.setFixedHeight(max(round(height * HEIGHT), 1))
        self._follow()

    def end(self) -> None:
        self._is_on = False
        self.hide()

    def cover(self, is_blank: bool) -> None:
        self.setHidden(is_blank or not self.is_wanted)

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def _follow(self) -> None:
        if not self._is_on:
            return
        self.setVisible(self.is_wanted)
        if (face := self._ticking.face) is not None:
            self.setAccessibleName(face.title)
            self.setAccessibleDescription(face.instruction)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        face = self._ticking.face
        if face is None:
            return
        palette, height = self.palette(), self.height()
        colours = RoomColours.of(palette)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Window))
            painter.fillRect(0, height - 1, self.width(), 1, palette.color(QPalette.ColorRole.Shadow))
            x, right = height * _MARGIN, self.width() - height * _MARGIN
            x = write_line(
                painter, face.title, TextStyle(ceil(height * TITLE), 700), x, right, height, colours.ink
            )
            style = TextStyle(ceil(height * LEAST), 400)
            write_line(painter, face.instruction, style, x + height * 0.3, right, height, colours.secondary)
