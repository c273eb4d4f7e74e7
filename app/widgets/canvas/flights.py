"""The flight of a note that was sent elsewhere: who looks at it sees where it went."""

from PySide6.QtCore import QEasingCurve, QPoint, QRect, QRectF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from app.drawing.layout import MapLayout
from app.model.records import Id
from app.widgets.base.lifted import Lifted
from app.widgets.base.motion import wants_less_motion
from app.widgets.canvas.map_view import MapView
from app.widgets.canvas.painting.lifted_notes import picture_of

TAKES = 160
"""Milliseconds of a flight."""
OUTLINED_FOR = 1000
"""Milliseconds for which an outline stands where a note landed, where nothing is to move."""


class Flights:
    """Has a note fly from where it was to where it lies now; where less is to move, outlines it there."""

    def __init__(self, canvas: MapView) -> None:
        self._canvas = canvas
        canvas.typing.sent.connect(self._show)

    def _show(self, id: Id, before: QRectF, layout: MapLayout) -> None:
        canvas = self._canvas
        after = canvas.rectangle_of(id)
        if after is None or before.isNull():
            return
        view, scale = canvas.viewport(), canvas.transform().m11()
        here, there = (canvas.to_viewport(place.topLeft()).toPoint() for place in (before, after))
        if wants_less_motion():
            Outline(view, QRectF(there, after.size() * scale).toAlignedRect())
            return
        picture = picture_of(canvas.shown.layout, after, scale, canvas.devicePixelRatioF())
        Flight(Lifted(view, picture, QPoint()), view.mapToGlobal(here), view.mapToGlobal(there))


class Flight(QVariantAnimation):
    """Ends by itself, and takes what flies away with it."""

    def __init__(self, flying: Lifted, here: QPoint, there: QPoint) -> None:
        """From one place of the screen to another."""
        super().__init__(flying)
        self.setStartValue(here)
        self.setEndValue(there)
        self.setDuration(TAKES)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(flying.follow)
        self.finished.connect(flying.close)
        self.start()


class Outline(QWidget):
    """A frame around a place, for a second."""

    def __init__(self, over: QWidget, place: QRect) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setGeometry(place.adjusted(-6, -6, 6, 6))
        self.show()
        self.raise_()
        QTimer.singleShot(OUTLINED_FOR, self, self.close)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
