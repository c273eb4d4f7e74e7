"""The slide that a room sees while a map is shown. It takes keys and clicks; nothing in it is edited."""

from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import (
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QToolButton, QWidget

from app.drawing.fonts import set_in
from app.drawing.layout import MapLayout
from app.drawing.painter import paint_parts
from app.language.days import written_time
from app.language.phrases import tr
from app.language.spoken import speaking
from app.model.records import Note
from app.session.editor import Editor
from app.widgets.base.icons import icon
from app.widgets.base.motion import wants_less_motion
from app.widgets.base.text_size import scaled
from app.widgets.canvas.shown_map import ShownMap
from app.widgets.room.colours import RoomColours
from app.widgets.room.foot import Foot
from app.widgets.room.held_names import paint_names
from app.widgets.room.painting_ahead import PaintingAhead
from app.widgets.room.room_map import RoomMap
from app.widgets.room.slide_cache import Kept, SlideCache, room_for
from app.widgets.room.spotlight import (
    lit_on_map,
    lit_on_stage,
    of_colour_on_map,
    of_colour_on_stage,
    paint_dark,
    paint_dot,
)
from app.widgets.room.stage_slide import paint_stage
from app.widgets.room.touches import Touches
from app.workshop.show import Show
from app.workshop.slides import Slide

TURNING = 140
"""Milliseconds from slide to slide."""
_STILL_AFTER = 2500
"""Milliseconds after which a pointer that lies still is hidden."""
_MARGIN = 0.015


class SlideView(QWidget):
    """Shows the slide that a show has on."""

    key_pressed = Signal(object)
    """A QKeyEvent, whatever the key."""
    write_wanted = Signal()
    """The pencil at the edge was clicked."""
    pressed = Signal()
    """The left button, or a finger."""
    stepped = Signal(int)
    """A finger went on (1), or back (−1)."""

    def __init__(self, show: Show, editor: Editor, shown: ShownMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show, self._editor, self._shown = show, editor, shown
        self.map = RoomMap(editor)
        self._image = QPixmap()
        self._before = QPixmap()
        self._turning = QVariantAnimation(self)
        self._turning.setStartValue(0.0)
        self._turning.setEndValue(1.0)
        self._turning.setDuration(TURNING)
        self._turning.valueChanged.connect(lambda _: self.update())
        self._slides = SlideCache()
        self.ahead = PaintingAhead(show, self._slide, self)
        """Tells when this slide has come to rest, and the next is ready."""
        self._still = QTimer(self, singleShot=True, interval=_STILL_AFTER)
        self._still.timeout.connect(self._hide_pointer)
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._tick)
        self._pointer = QPointF(-1, -1)
        self._is_pointing = False
        self._touches = Touches(self)
        self._touches.went.connect(self.stepped)
        self._touches.moved.connect(self.update)
        self._pencil = self._make_pencil()
        self.said = ""
        """What is said in the foot for now."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
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
        for timer in (self._still, self._minute, self.ahead):
            timer.stop()
        self._slides.forget()
        self._turning.stop()
        self._image = self._before = QPixmap()
        self.said = ""
        self.unsetCursor()

    def turn(self) -> None:
        """Show what the show has on now."""
        self._turning.stop()
        self._touches.reset()
        self._before = self._image
        self._image = self._drawn()
        self.ahead.begin(room_for(self._image) - 1)
        self.setAccessibleDescription(self._in_words())
        if not self._before.isNull() and self._before.size() == self._image.size() and self._moves:
            self._turning.start()
        self.update()

    def repaint_foot(self) -> None:
        """Say at once what is to be said now."""
        self._image = self._drawn()
        self.update()

    @property
    def is_turning(self) -> bool:
        """Whether one slide is just giving way to the next."""
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

    def upcoming(self) -> QPixmap:
        """What the next press shows the room."""
        return self._slide(self._show.next_slide)

    def _drawn(self) -> QPixmap:
        """The slide that is on, and in its foot what is said now."""
        if self._show.is_blank:
            black = self._empty()
            black.fill(Qt.GlobalColor.black)
            return black
        slide = self._show.slide
        found = self._slide(slide)
        if not self._word():
            return found
        drawn = found.copy()
        with QPainter(drawn) as painter:
            self._paint_foot(painter, slide, self._word())
        return drawn

    def _slide(self, slide: Slide) -> QPixmap:
        """A slide, from the cache where nothing of it is otherwise by now."""
        layout = self.map.layout
        minute = written_time(datetime.now().time())
        look = (self.map.version, id(self._shown.layout), self.palette().cacheKey(), layout.language)
        key = (slide, self._show.uncovered, self.size().toTuple(), self.devicePixelRatioF(), look)
        found = self._slides.found(key) or Kept(self._painted(slide), minute)
        if found.minute != minute:
            with QPainter(found.image) as painter:
                self._paint_foot(painter, slide)
        self._slides.keep(key, Kept(found.image, minute))
        return found.image

    def _painted(self, slide: Slide) -> QPixmap:
        drawn = self._empty()
        with QPainter(drawn) as painter:
            self._paint(painter, slide)
        return drawn

    def _empty(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap((QSizeF(self.size()) * ratio).toSize())
        drawn.setDevicePixelRatio(ratio)
        return drawn

    def _paint(self, painter: QPainter, slide: Slide) -> None:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        colours, show, layout = RoomColours.of(self.palette()), self._show, self.map.layout
        column = layout.column_of(slide.stage) if slide.stage is not None else None
        if column is None or slide.stage is None:
            _paint_whole(painter, self.map.geometry.area, self._shown.layout, colours)
        else:
            page = self.map.pages(slide.stage)[slide.page]
            geometry, document = self.map.geometry, self._editor.document
            painter.save()
            painter.setClipRect(geometry.area)
            paint_stage(painter, geometry, layout, column, page, colours, show.uncovered)
            paint_names(painter, geometry, document, layout, page, colours)
            painter.restore()
        self._paint_foot(painter, slide)

    def _paint_foot(self, painter: QPainter, slide: Slide, word: str = "") -> None:
        """Where on the way one is and the time, with what is said for a moment."""
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        layout = self.map.layout
        column = layout.column_of(slide.stage) if slide.stage is not None else None
        strip = Foot(painter, self.map.foot, RoomColours.of(self.palette()))
        strip.paint_right([word] if word else [])
        if column is None:
            strip.paint_title(layout.map.title)
        else:
            number, pages = layout.columns.index(column) + 1, len(self.map.pages(column.stage.id))
            strip.paint_way(layout, number, column.stage.name, slide.page, pages)

    def _word(self) -> str:
        """What is said for a moment at the right of the foot."""
        if self._show.digits:
            return tr("To stage {number}", number=self._show.digits)
        if self._show.is_ending:
            return tr("Esc again ends the show")
        return self.said

    def _in_words(self) -> str:
        """The slide for those who cannot see it."""
        show = self._show
        if show.is_blank:
            return tr("The screen is black.")
        column = self.map.layout.column_of(show.slide.stage or "")
        if column is None:
            return tr("The whole map")
        return tr(
            "Stage {number} of {count}: {name}", number=show.number, count=show.count, name=column.stage.name
        )

    def _tick(self) -> None:
        """Once a minute the time is another."""
        now = datetime.now()
        self._minute.start(60_000 - now.second * 1000 - now.microsecond // 1000 + 50)
        if not self._image.isNull() and not self._show.is_blank:
            self.repaint_foot()

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._image.isNull():
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            return
        painter.setTransform(self._touches.view)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.is_turning:
            painter.drawPixmap(0, 0, self._before)
            share = float(self._turning.currentValue())
            painter.setOpacity(1 - (1 - share) ** 3)
        painter.drawPixmap(0, 0, self._image)
        painter.setOpacity(1.0)
        if not self._show.is_blank:
            self._paint_pointer(painter)

    def _paint_pointer(self, painter: QPainter) -> None:
        if (lit := self._lights()) is not None:
            colours = RoomColours.of(self.palette())
            paint_dark(painter, self.map.geometry.area, lit, colours.around)
        if self._is_pointing:
            paint_dot(painter, self._pointer, self.height())

    def _lights(self) -> list[QRectF] | None:
        """What is in the light, where not all is."""
        colour = self._show.lit_colour
        if colour is None:
            lit = self._lit() if self._show.is_spotlit else None
            return [lit] if lit is not None else None
        ids = {note.id for note in self._editor.document.all(Note) if note.colour == colour}
        geometry, layout, slide = self.map.geometry, self.map.layout, self._show.slide
        column = layout.column_of(slide.stage or "")
        if column is not None:
            page = self.map.pages(column.stage.id)[slide.page]
            return of_colour_on_stage(ids, geometry, layout, column, page)
        whole = self._shown.layout
        return of_colour_on_map(ids, *fitted(geometry.area, whole), whole)

    def _lit(self) -> QRectF | None:
        """What lies under the pointer."""
        geometry, layout, slide = self.map.geometry, self.map.layout, self._show.slide
        column = layout.column_of(slide.stage or "")
        if column is not None:
            page = self.map.pages(column.stage.id)[slide.page]
            return lit_on_stage(self._pointer, geometry, layout, column, page)
        whole = self._shown.layout
        scale, origin = fitted(geometry.area, whole)
        return lit_on_map(self._pointer, scale, origin, whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pencil.setFixedSize(scaled(34), scaled(34))
        self._pencil.move(self.width() - scaled(42), round(self.height() * 0.45))
        if self._show.mode == "showing":
            self._fit()
            self._image = self._drawn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._image.isNull():
            self.repaint_foot()

    def event(self, event: QEvent) -> bool:
        """No key is a shortcut here: what means nothing does nothing."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QTouchEvent):
            self._touches.take(event, QSizeF(self.size()))
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Control:
            self._point(True)
        self.key_pressed.emit(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Control:
            self._point(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key that is let go elsewhere is not heard of."""
        super().focusOutEvent(event)
        self._point(False)

    def focusNextPrevChild(self, next: bool) -> bool:
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double-click is no other step."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if not self._is_pointing:
            self.unsetCursor()
        self._pencil.setHidden(self._show.is_blank)
        self._still.start()
        if self._show.is_spotlit or self._is_pointing:
            self.update()

    def _point(self, is_pointing: bool) -> None:
        """Have the pointer be a red dot that is seen from afar, while the key is held."""
        if is_pointing != self._is_pointing:
            self._is_pointing = is_pointing
            if is_pointing:
                self._pointer = QPointF(self.mapFromGlobal(QCursor.pos()))
                self.setCursor(Qt.CursorShape.BlankCursor)
            else:
                self.unsetCursor()
            self.update()

    def _hide_pointer(self) -> None:
        self._pencil.hide()
        self.setCursor(Qt.CursorShape.BlankCursor)

    def _make_pencil(self) -> QToolButton:
        """At the edge, while the pointer moves: to write."""
        pencil = QToolButton(self)
        pencil.setIcon(icon("pencil"))
        pencil.setAccessibleName(tr("Write"))
        pencil.setToolTip(tr("{name} ({key})", name=tr("Write"), key="E"))
        pencil.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pencil.setObjectName("pencil")
        pencil.clicked.connect(self.write_wanted)
        pencil.hide()
        return pencil


def fitted(area: QRectF, layout: MapLayout) -> tuple[float, QPointF]:
    """How large the whole map is shown in an area, and where its sheet begins."""
    room = area.adjusted(*(area.height() * _MARGIN * sign for sign in (1, 1, -1, -1)))
    sheet = layout.rectangle
    scale = min(room.width() / sheet.width(), room.height() / sheet.height())
    return scale, room.center() - sheet.center() * scale


def _paint_whole(painter: QPainter, area: QRectF, layout: MapLayout, colours: RoomColours) -> None:
    """The whole map, as large as the slide has room for it."""
    painter.fillRect(area, colours.around)
    sheet = layout.rectangle
    scale, origin = fitted(area, layout)
    painter.save()
    painter.translate(origin)
    painter.scale(scale, scale)
    painter.fillRect(sheet, Qt.GlobalColor.white)
    with speaking(layout.language), set_in(layout.family):
        paint_parts(painter, layout.parts(sheet), scale * painter.device().devicePixelRatioF())
    painter.restore()
