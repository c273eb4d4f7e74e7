"""The foot of a map that is written on before others: the armed colour, what keys do, and the time."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.drawing.keys_in_room import WHILE_WRITING
from app.language.phrases import tr
from app.model.records import NoteColour
from app.widgets.room.clock.ticking import Ticking
from app.widgets.room.colours import RoomColours
from app.widgets.room.foot import HEIGHT, Foot
from app.widgets.room.time_of_day import TimeOfDay


class WritingFoot(QWidget):
    """The strip under the map and the parking lot, while it is written on before others."""

    def __init__(self, ticking: Ticking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticking, self._step = ticking, ""
        ticking.changed.connect(self._follow)
        self._meaning = ""
        self._colour: NoteColour = "pink"
        self._time = TimeOfDay(self)
        self._time.changed.connect(self.update)
        self.setAccessibleName(tr("Keys while writing"))
        self.hide()

    def begin(self, height: int) -> None:
        """Show it on a screen of so many pixels."""
        self.fit(height)
        self.show()
        self._time.begin()

    def fit(self, height: int) -> None:
        self.setFixedHeight(max(round(height * HEIGHT), 1))

    def end(self) -> None:
        self._time.end()
        self.hide()

    def tell(self, meaning: str, colour: NoteColour) -> None:
        """Say in which colour notes come, and what that means."""
        self._meaning, self._colour = meaning, colour
        self.setAccessibleDescription(meaning)
        self.update()

    def _follow(self) -> None:
        """Which step it is; the minutes left stand at the top."""
        face = self._ticking.face
        step = str(face.step) if face is not None else ""
        if step != self._step:
            self._step = step
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            foot = Foot(painter, QRectF(self.rect()), RoomColours.of(self.palette()))
            foot.paint_step(self._time.text, self._step)
            foot.paint_note(self._meaning, self._colour)
            for key in WHILE_WRITING:
                foot.paint_key(key)
