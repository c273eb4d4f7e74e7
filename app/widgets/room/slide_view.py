"""The slide that a room sees while a map is shown. It takes keys and clicks; nothing in it is edited."""

from PySide6.QtCore import QEvent, QSizeF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QToolButton, QWidget

from app.language.phrases import tr
from app.model.records import Id
from app.session.editor import Editor
from app.widgets.base.icons import icon
from app.widgets.base.motion import wants_less_motion
from app.widgets.base.text_size import scaled
from app.widgets.canvas.shown_map import ShownMap
from app.widgets.room.colours import RoomColours
from app.widgets.room.painted_slide import PaintedSlide
from app.widgets.room.painting_ahead import PaintingAhead
from app.widgets.room.pointing import Pointing
from app.widgets.room.slide_painting import SlidePainting
from app.widgets.room.spotlight import CONTEXT, in_the_light, paint_dark, rows_of_sections
from app.widgets.room.time_of_day import TimeOfDay
from app.widgets.room.touches import Touches
from app.workshop.clock_face import ClockFace
from app.workshop.show import Show

TURNING = 140
"""Milliseconds from slide to slide."""
_FIRST_FRAME = 0.1
"""How much of that is over when the first frame is seen: a press is answered at once."""


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
        self._show, self._editor = show, editor
        self._painting = SlidePainting(show, editor, shown, self)
        self.map = self._painting.map
        self._painted, self._before = PaintedSlide(QPixmap()), QPixmap()
        self._foot = QPixmap()
        self._clock: ClockFace | None = None
        self._on_black = ""
        self._lit_sections: tuple[Id, ...] = ()
        self._turning = QVariantAnimation(self)
        self._turning.setStartValue(_FIRST_FRAME)
        self._turning.setEndValue(1.0)
        self._turning.setDuration(TURNING)
        self._turning.valueChanged.connect(lambda _: self.update())
        self._moves = True
        self._finishing = QTimer(self, interval=0)
        self._finishing.timeout.connect(self.go_on)
        self.ahead = PaintingAhead(show, self._painting.whole, self)
        """Tells when this slide has come to rest, and the next is ready."""
        self._time = TimeOfDay(self)
        self._time.changed.connect(self.repaint_foot)
        self._pointing = Pointing(self)
        self._pointing.changed.connect(self.update)
        self._touches = Touches(self)
        self._touches.went.connect(self.stepped)
        self._touches.moved.connect(self.update)
        self._pencil = self._make_pencil()
        self._pointing.stilled.connect(self._pencil.hide)
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
        self._moves = not wants_less_motion()
        self._fit()
        self._time.begin()
        self._pointing.begin()

    def end(self) -> None:
        self._finishing.stop()
        self._time.end()
        self._pointing.end()
        self._turning.stop()
        self.forget_slides()
        self._painted, self._before = PaintedSlide(QPixmap()), QPixmap()
        self.said = ""

    def turn(self) -> None:
        """Show what the show has on now."""
        self._turning.stop()
        if not self._show.is_blank:
            self._turn_to(self._painting.begun(self._show.slide))
        self.setAccessibleDescription(self._in_words())
        self.update()

    def _turn_to(self, painted: PaintedSlide) -> None:
        if painted is not self._painted:
            self._before, self._painted = self._painted.image, painted
            self._touches.reset()
            if self._before.size() != painted.image.size():
                painted.finish()
            elif self._moves:
                self._turning.start()
            elif painted.is_begun:
                # No frame follows in which the names of the sections could come unseen.
                painted.go_on()
        self._finishing.start()
        self.ahead.begin(self._painting.most() - 1)
        self.repaint_foot()

    def repaint_foot(self) -> None:
        """Say at once what is to be said now."""
        self._foot = self._painting.foot(self._show.slide, self._time.text, self._word(), self._clock)
        self.update()

    def light(self, sections: tuple[Id, ...]) -> None:
        """Have the other sections stand back; none means that all are lit."""
        if sections != self._lit_sections:
            self._lit_sections = sections
            self.update()

    def tell_clock(self, clock: ClockFace | None, on_black: str) -> None:
        """Say at the foot, and there alone, how much time is left; and what is said where all is black."""
        if on_black != self._on_black:
            self._on_black = on_black
            if self._show.is_blank:
                self.update()
        if clock != self._clock:
            self._clock = clock
            if not self._painted.image.isNull() and not self._show.is_blank:
                self._foot = self._painting.foot(self._show.slide, self._time.text, self._word(), clock)
                self.update(self.map.foot.toAlignedRect())

    @property
    def is_turning(self) -> bool:
        """Whether one slide is just giving way to the next, or is not whole yet."""
        return self._turning.state() == QVariantAnimation.State.Running or not self._painted.is_whole

    def rest(self) -> None:
        """Do at once what is done between frames otherwise."""
        while self._painting.go_on(self._painted):
            pass

    def forget_slides(self) -> None:
        """Paint anew what is asked for from now on."""
        self.ahead.stop()
        self._painting.forget()

    def upcoming(self) -> QPixmap:
        """What the next press shows the room."""
        return self._painting.whole(self._show.next_slide).image

    def go_on(self) -> None:
        """A part more of the slide, between two frames."""
        if not self._painted.is_whole:
            self.update()
        if not self._painting.go_on(self._painted):
            self._finishing.stop()

    def _fit(self) -> None:
        self.map.fit(QSizeF(self.size()), self.window().height())
        stages = [column.stage.id for column in self.map.layout.columns]
        self._show.tell_stages(stages, self.map.parts())

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
            return self._on_black or tr("The screen is black.")
        column = self._painting.column_of(show.slide)
        if column is None:
            return tr("The whole map")
        return tr(
            "Stage {number} of {count}: {name}", number=show.number, count=show.count, name=column.stage.name
        )

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._show.is_blank or self._painted.image.isNull():
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            self._paint_on_black(painter)
            return
        painter.save()
        painter.setClipRect(self.map.geometry.area)
        painter.setTransform(self._touches.view)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_slide(painter)
        painter.restore()
        painter.drawPixmap(self.map.foot.topLeft(), self._foot)
        self._pointing.paint(painter)

    def _paint_slide(self, painter: QPainter) -> None:
        is_turning = self._turning.state() == QVariantAnimation.State.Running
        if is_turning or self._painted.is_begun:
            painter.drawPixmap(0, 0, self._before)
        painter.save()
        if self._painted.is_begun:
            painter.setClipRect(self.map.geometry.sheet, Qt.ClipOperation.IntersectClip)
        if is_turning:
            painter.setOpacity(1 - (1 - float(self._turning.currentValue())) ** 3)
        painter.drawPixmap(0, 0, self._painted.image)
        painter.restore()
        if not self._is_spotlit and self._lit_sections:
            rows = rows_of_sections(self._show.slide, self._painting, self._lit_sections)
            if rows:
                around = RoomColours.of(self.palette()).around
                paint_dark(painter, self.map.geometry.area, rows, around, CONTEXT)
        place = self._touches.view.inverted()[0].map(self._pointing.place)
        lit = in_the_light(self._show, self._painting, self._editor.document, place)
        if lit is not None:
            paint_dark(painter, self.map.geometry.area, lit, RoomColours.of(self.palette()).around)

    @property
    def _is_spotlit(self) -> bool:
        return self._show.is_spotlit or self._show.lit_colour is not None

    def _paint_on_black(self, painter: QPainter) -> None:
        """When a break is over."""
        font = painter.font()
        font.setPixelSize(max(self.height() // 9, 1))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._on_black)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pencil.setFixedSize(scaled(34), scaled(34))
        self._pencil.move(self.width() - scaled(42), round(self.height() * 0.45))
        if self._show.mode == "showing":
            self._fit()
            self._show_again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._painted.image.isNull():
            self._show_again()

    def _show_again(self) -> None:
        """The same slide, in another size or other colours."""
        self._painted = self._painting.whole(self._show.slide)
        self.repaint_foot()

    def event(self, event: QEvent) -> bool:
        """No key is a shortcut here: what means nothing does nothing."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QTouchEvent):
            self._touches.take(event, self.map.geometry.area.size())
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Control:
            self._pointing.be_dot(True)
        self.key_pressed.emit(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Control:
            self._pointing.be_dot(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key that is let go elsewhere is not heard of."""
        super().focusOutEvent(event)
        self._pointing.be_dot(False)

    def focusNextPrevChild(self, next: bool) -> bool:
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double-click is no other step."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointing.move(event.position())
        self._pencil.setHidden(self._show.is_blank)
        if self._show.is_spotlit or self._pointing.is_dot:
            self.update()

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
