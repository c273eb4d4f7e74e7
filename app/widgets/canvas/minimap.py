"""A small picture of the map, with what is in view framed; shown while the map is larger than the view."""

from collections.abc import Generator
from time import thread_time

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app.drawing.decoded import decoded_pictures
from app.drawing.painter import colour, paint_parts
from app.drawing.theme import ACCENT, HAIRLINE
from app.language.phrases import tr
from app.widgets.base.pictures_ready import pictures_ready
from app.widgets.canvas.painting.mark_painting import ACCENT_COLOUR, cosmetic_pen
from app.widgets.canvas.shown_map import ShownMap
from app.widgets.canvas.zooming_view import ZoomingView

_LARGEST = QSize(208, 140)
_SMALLEST = QSize(12, 12)
_MARGIN = 16
_AFTER = 300
"""Milliseconds after an edit, or the first sight of a map, before its picture is painted."""
_SLICE = 0.012
"""Seconds of painting in one turn of the window's loop."""
_FRAME = QColor(*ACCENT[:3], 30)


class Minimap(QWidget):
    """Lies over the view's lower right corner. A click, or a drag, brings that place into the view."""

    def __init__(self, view: ZoomingView, shown: ShownMap) -> None:
        super().__init__(view)
        self._view = view
        self._shown = shown
        self.is_wanted = True
        """Whether it may lie over the map: not where others read there."""
        self._picture: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # Or the map below would be painted too.
        self.setAccessibleName(tr("Overview of the map"))
        self.setToolTip(tr("Click to go there"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._repaint = QTimer(self, interval=_AFTER, singleShot=True)
        self._repaint.timeout.connect(self._renew)
        self._painting: Generator[None, None, QPixmap] | None = None
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._go_on)
        shown.laid_out.connect(self._follow_map)
        pictures_ready().ready.connect(self._follow_map)
        view.zoom_changed.connect(self.follow)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Take the place, the size and the frame that the view now calls for; hide where all is in view."""
        sheet = self._shown.layout.rectangle
        self.setVisible(self.is_wanted and not self._seen().contains(sheet.adjusted(1, 1, -1, -1)))
        if not self.isVisible():
            return
        size = QSize(int(sheet.width()) or 1, int(sheet.height()) or 1)
        self.resize(size.scaled(_LARGEST, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(_SMALLEST))
        corner = self._view.viewport().geometry().bottomRight()
        self.move(corner.x() - self.width() - _MARGIN, corner.y() - self.height() - _MARGIN)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._picture is not None:
            painter.drawPixmap(self.rect(), self._picture)
        else:
            self._repaint.start()
        scale = self._scale()
        frame = self._seen()
        painter.setPen(cosmetic_pen(ACCENT_COLOUR, 1.5))
        painter.setBrush(_FRAME)
        painter.drawRect(
            QRectF(frame.x() * scale, frame.y() * scale, frame.width() * scale, frame.height() * scale)
        )
        painter.setPen(cosmetic_pen(colour(HAIRLINE), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def _go_to(self, place: QPointF) -> None:
        self._view.centerOn(place / self._scale())

    def _scale(self) -> float:
        sheet = self._shown.layout.rectangle
        return min(self.width() / max(sheet.width(), 1.0), self.height() / max(sheet.height(), 1.0))

    def _seen(self) -> QRectF:
        """The part of the sheet that the view shows, in map units."""
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()

    def _follow_map(self, stale: object) -> None:
        """The picture waits until the hand rests: typing must not pay for it."""
        self.follow()
        self._leave_off()
        if self.isVisible():
            self._repaint.start()

    def _renew(self) -> None:
        """Paint the picture anew, a little in each turn; the one before is seen until it is complete."""
        self._painting = self._painted()
        self._turns.start()

    def _leave_off(self) -> None:
        """What was being painted is not so any more."""
        self._painting = None
        self._turns.stop()

    def _go_on(self) -> None:
        end = thread_time() + _SLICE
        try:
            while self._painting is not None and thread_time() < end:
                next(self._painting)
        except StopIteration as stop:
            self._picture = stop.value
            self._leave_off()
            self.update()

    def _painted(self) -> Generator[None, None, QPixmap]:
        """The picture, with a step for each part of the map."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.white)
        layout, scale = self._shown.layout, self._scale()
        for part in layout.parts(layout.rectangle):
            with QPainter(picture) as painter:
                painter.scale(scale, scale)
                paint_parts(painter, [part], scale, decoded_pictures.soon)
            yield
        return picture
