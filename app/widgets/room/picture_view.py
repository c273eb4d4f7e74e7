"""The picture that a room sees while a map is shown. It takes keys and clicks; nothing in it is edited."""

from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.drawing.layout import MapLayout
from app.drawing.painter import paint
from app.language.phrases import tr
from app.language.spoken import speaking
from app.session.editor import Editor
from app.widgets.base.motion import wants_less_motion
from app.widgets.canvas.shown_map import ShownMap
from app.widgets.room.colours import RoomColours
from app.widgets.room.foot import Foot
from app.widgets.room.held_names import paint_names
from app.widgets.room.room_map import RoomMap
from app.widgets.room.stage_picture import paint_stage
from app.workshop.show import Show

TURNING = 140
"""Milliseconds from picture to picture."""
_STILL_AFTER = 2500
"""Milliseconds after which a pointer that lies still is hidden."""
_MARGIN = 0.015


class PictureView(QWidget):
    """Shows the picture that a show has on."""

    key_pressed = Signal(object)
    """A QKeyEvent, whatever the key."""
    pressed = Signal()
    """The left button, or a finger."""

    def __init__(self, show: Show, editor: Editor, shown: ShownMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show, self._editor, self._shown = show, editor, shown
        self.map = RoomMap(editor)
        self._picture = QPixmap()
        self._before = QPixmap()
        self._turning = QVariantAnimation(self)
        self._turning.setStartValue(0.0)
        self._turning.setEndValue(1.0)
        self._turning.setDuration(TURNING)
        self._turning.valueChanged.connect(lambda _: self.update())
        self._still = QTimer(self, singleShot=True, interval=_STILL_AFTER)
        self._still.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._tick)
        self.said = ""
        """What is said in the foot for now."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(tr("What the room sees"))

    # What is shown

    def begin(self) -> None:
        """Lay the map out for this size, so that no press has to wait for it."""
        self._fit()
        self._tick()
        self._still.start()

    def end(self) -> None:
        for timer in (self._still, self._minute):
            timer.stop()
        self._turning.stop()
        self._picture = self._before = QPixmap()
        self.said = ""
        self.unsetCursor()

    def turn(self) -> None:
        """Show what the show has on now."""
        self._turning.stop()
        self._before = self._picture
        self._picture = self._drawn()
        self.setAccessibleDescription(self._in_words())
        if not self._before.isNull() and self._before.size() == self._picture.size() and self._moves:
            self._turning.start()
        self.update()

    def repaint_foot(self) -> None:
        """Say at once what is to be said now."""
        self._picture = self._drawn()
        self.update()

    @property
    def is_turning(self) -> bool:
        """Whether one picture is just giving way to the next."""
        return self._turning.state() == QVariantAnimation.State.Running

    @property
    def _moves(self) -> bool:
        return not (self._show.is_blank or wants_less_motion())

    def _fit(self) -> None:
        self.map.fit(QSizeF(self.size()))
        self._tell()

    def _tell(self) -> None:
        stages = [column.stage.id for column in self.map.layout.columns]
        self._show.tell_stages(stages, self.map.parts())

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap((QSizeF(self.size()) * ratio).toSize())
        drawn.setDevicePixelRatio(ratio)
        if self._show.is_blank:
            drawn.fill(Qt.GlobalColor.black)
            return drawn
        with QPainter(drawn) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            self._paint(painter)
        return drawn

    def _paint(self, painter: QPainter) -> None:
        colours, show, foot = RoomColours.of(self.palette()), self._show, self.map.foot
        layout, picture = self.map.layout, self._show.picture
        column = layout.column_of(picture.stage) if picture.stage is not None else None
        strip = Foot(painter, foot, colours)
        if column is None or picture.stage is None:
            _paint_whole(painter, self.map.geometry.area, self._shown.layout, colours)
            strip.paint_title(layout.map.title)
        else:
            pages = self.map.pages(picture.stage)
            page = pages[picture.page]
            geometry, document = self.map.geometry, self._editor.document
            painter.save()
            painter.setClipRect(geometry.area)
            paint_stage(painter, geometry, layout, column, page, colours, show.uncovered)
            paint_names(painter, geometry, document, layout, page, colours)
            painter.restore()
            strip.paint_way(layout, show.number, column.stage.name, picture.page, len(pages))
        strip.paint_right([word for word in (self._word(),) if word])

    def _word(self) -> str:
        """What is said for a moment at the right of the foot."""
        if self._show.digits:
            return tr("To stage {number}", number=self._show.digits)
        if self._show.is_ending:
            return tr("Esc again ends the show")
        return self.said

    def _in_words(self) -> str:
        """The picture for those who cannot see it."""
        show = self._show
        if show.is_blank:
            return tr("The picture is black.")
        column = self.map.layout.column_of(show.picture.stage or "")
        if column is None:
            return tr("The whole map")
        return tr(
            "Stage {number} of {count}: {name}", number=show.number, count=show.count, name=column.stage.name
        )

    def _tick(self) -> None:
        """Once a minute the time is another."""
        now = datetime.now()
        self._minute.start(60_000 - now.second * 1000 - now.microsecond // 1000 + 50)
        if not self._picture.isNull() and not self._show.is_blank:
            self.repaint_foot()

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture.isNull():
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            return
        if self.is_turning:
            painter.drawPixmap(0, 0, self._before)
            share = float(self._turning.currentValue())
            painter.setOpacity(1 - (1 - share) ** 3)
        painter.drawPixmap(0, 0, self._picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._show.mode == "showing":
            self._fit()
            self._picture = self._drawn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._picture.isNull():
            self.repaint_foot()

    def event(self, event: QEvent) -> bool:
        """No key is a shortcut here: what means nothing does nothing."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.key_pressed.emit(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double-click is no other step."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.unsetCursor()
        self._still.start()


def _paint_whole(painter: QPainter, area: QRectF, layout: MapLayout, colours: RoomColours) -> None:
    """The whole map, as large as the picture has room for it."""
    painter.fillRect(area, colours.around)
    room = area.adjusted(*(area.height() * _MARGIN * sign for sign in (1, 1, -1, -1)))
    sheet = layout.rectangle
    scale = min(room.width() / sheet.width(), room.height() / sheet.height())
    painter.save()
    painter.translate(room.center() - sheet.center() * scale)
    painter.scale(scale, scale)
    painter.fillRect(sheet, Qt.GlobalColor.white)
    with speaking(layout.language):
        for part in layout.parts(sheet):
            painter.save()
            painter.translate(part.x, part.y)
            paint(painter, part.display_list, scale)
            painter.restore()
    painter.restore()
