"""The foot of impact × effort before a room: how many are placed, keys, which step it is, the time."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from app.drawing.keys_in_room import WHILE_PLACING
from app.language.phrases import tr
from app.widgets.room.colours import RoomColours
from app.widgets.room.foot import HEIGHT, Foot
from app.widgets.room.time_of_day import TimeOfDay


class PlacingFoot(QWidget):
    """It tells the time by itself between `begin` and `end`."""

    def __init__(self) -> None:
        super().__init__()
        self._placed, self._step = "", ""
        self.time = TimeOfDay(self)
        self.time.changed.connect(self.update)
        self.setAccessibleName(tr("Keys while placing"))

    def fit(self, height: int) -> None:
        self.setFixedHeight(max(round(height * HEIGHT), 1))

    def tell(self, placed: str, step: str) -> None:
        """Say how many notes are placed, and which step of the agenda this is."""
        if (placed, step) != (self._placed, self._step):
            self._placed, self._step = placed, step
            self.setAccessibleDescription(placed)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colours = RoomColours.of(self.palette())
            ground = self.palette().color(QPalette.ColorRole.Window)
            foot = Foot(painter, QRectF(self.rect()), colours._replace(panel=ground))
            foot.paint_step(self.time.text, self._step)
            foot.paint_title(self._placed, is_alone=False)
            for key in WHILE_PLACING:
                foot.paint_key(key)
