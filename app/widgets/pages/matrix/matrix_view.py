"""Impact × effort as the screen shows it: the drawing that is printed, on which notes are moved about."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.drawing.display import DisplayList
from app.drawing.matrix.colours import MatrixColours
from app.drawing.matrix.drawn_matrix import SMALLEST, DrawnMatrix
from app.drawing.matrix.plane import draw_guides
from app.drawing.painter import paint
from app.drawing.theme import ACCENT, SHEET, Colour
from app.language.phrases import tr
from app.language.words import capitalised
from app.model.analysis.matrix import EFFORTS, IMPACTS, At, word_at
from app.model.analysis.matrix_notes import impact_words
from app.model.nouns import word
from app.model.records import Id
from app.model.text import one_line
from app.session.editor import Editor
from app.widgets.base.lifted import TILT
from app.workshop.impact_effort import ImpactEffort

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_OURS = (*_ARROWS, *_ENTER, *_DELETE, Qt.Key.Key_Escape)
_NOTCH = 120.0
"""How far a wheel turns for one step, which scrolls the tray by `_BY_NOTCH` units."""
_BY_NOTCH = 150.0


class MatrixView(QWidget):
    """Emits `opened` with a note whose details are wanted. `scale`: pixels of a unit."""

    opened = Signal(str)

    def __init__(self, editor: Editor, placing: ImpactEffort, least: float = SMALLEST) -> None:
        super().__init__()
        self._editor, self.placing, self._least = editor, placing, least
        self.scale = 0.5
        self.shows_focus = True
        """Whether it is told by an edge that it has the focus: not where nothing else can have it."""
        self._drawn: DrawnMatrix | None = None
        self._scrolled = 0.0
        self._pressed: QPointF | None = None
        """Where, in units, a note was pressed that may be dragged."""
        self._held_at = QPointF()
        """The middle of the note in the hand, from the pointer."""
        self._hand: QPointF | None = None
        """Where the middle of the note is that is dragged."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Impact × effort"))
        placing.changed.connect(self._follow)

    # What is seen

    @property
    def drawn(self) -> DrawnMatrix:
        is_in_hand = self._hand is not None or self.placing.carried is not None
        carried = self.placing.picked if is_in_hand else None
        # Where a note is carried changes nothing of what lies there: to lay out many takes a while.
        known = self._drawn
        if known is None or (known.matrix, known.last, known.carried) != (
            self.placing.matrix,
            self.placing.last,
            carried,
        ):
            size = QSizeF(self.size()) / self.scale
            known = self._drawn = DrawnMatrix(
                self.placing.matrix, size, self._colours(), self._least, self.placing.last, carried
            )
            known.scroll(self._scrolled)
        return known

    def set_scale(self, scale: float) -> None:
        if scale != self.scale:
            self.scale = scale
            self._draw_anew()

    def place_of(self, note: Id) -> QPointF | None:
        """Where the middle of a note is seen, in pixels."""
        found = self.drawn.sticky_of(note)
        return found.place.center() * self.scale if found is not None else None

    def pixel_of(self, at: At) -> QPointF:
        """Where on the plane something is seen, in pixels."""
        return self.drawn.geometry.place_of(at) * self.scale

    def paintEvent(self, event: QPaintEvent) -> None:
        drawn, at = self.drawn, self._carried_at()
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
            painter.scale(self.scale, self.scale)
            self._paint(painter, (*drawn.ground, *drawn.axes(at), *drawn.notes))
            painter.save()
            painter.setClipRect(drawn.geometry.tray)
            self._paint(painter, drawn.tray)
            painter.restore()
            self._paint(painter, drawn.ring(self.placing.picked))
            if self.hasFocus() and self.shows_focus:
                self._paint(painter, drawn.edge)
            self._paint_in_hand(painter, at)

    def _paint_in_hand(self, painter: QPainter, at: At | None) -> None:
        one, middle = self.placing.picked_note, self._hand
        if one is None or (middle is None and at is None):
            return
        geometry = self.drawn.geometry
        if middle is None and at is not None:
            middle = geometry.place_of(at)
        assert middle is not None
        size, note = self.drawn.lifted(one)
        if at is not None:
            area = QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size)
            self._paint(painter, draw_guides(geometry, at, area, self.drawn.colours))
        painter.translate(middle)
        painter.rotate(-TILT)
        self._paint(painter, note)

    def _paint(self, painter: QPainter, drawing: DisplayList) -> None:
        paint(painter, drawing, self.scale, smallest_text=0.0)

    def _colours(self) -> MatrixColours:
        palette = self.palette()
        return MatrixColours(
            desk=_read(palette, QPalette.ColorRole.AlternateBase),
            tray=_read(palette, QPalette.ColorRole.Dark),
            ink=_read(palette, QPalette.ColorRole.WindowText),
            secondary=_read(palette, QPalette.ColorRole.PlaceholderText),
            hairline=_read(palette, QPalette.ColorRole.Shadow),
            accent=ACCENT,
            on_accent=SHEET,
        )

    def _carried_at(self) -> At | None:
        """Where what is in a hand would be put down."""
        return self.drawn.geometry.at(self._hand) if self._hand is not None else self.placing.carried

    # Keys

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            key, is_press = event.key(), event.type() == QEvent.Type.KeyPress
            # Past the last note Tab leads on, as elsewhere.
            if is_press and key in _TABS and self._take_tab(_TABS[Qt.Key(key)]):
                return True
            if event.type() == QEvent.Type.ShortcutOverride and key in _OURS and self._is_for_us(event):
                event.accept()
                return True
        return super().event(event)

    def _is_for_us(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return not held or (held == Qt.KeyboardModifier.ShiftModifier and event.key() in _ARROWS)

    def _take_tab(self, by: int) -> bool:
        if not self.placing.step(by):
            return False
        self._show_picked()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._is_for_us(event):
            super().keyPressEvent(event)
        elif key in _ARROWS:
            if self.placing.picked_note is None:
                self._take_tab(1)
            held = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.placing.move(*_ARROWS[key], by_thirds=held)
            self._announce()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.placing.step_waiting(1 if key == Qt.Key.Key_PageDown else -1)
            self._show_picked()
        elif key in _ENTER and self.placing.picked_note is not None:
            if not self.placing.put_down():
                self.opened.emit(self.placing.picked)
        elif key in _DELETE:
            self.placing.take_off()
        elif not (key == Qt.Key.Key_Escape and self._end_drag()):
            super().keyPressEvent(event)

    def _end_drag(self) -> bool:
        """What is in a hand goes back. Returns whether something was."""
        if self._hand is not None:
            self._hand, self._pressed = None, None
            self.update()
            return True
        return self.placing.put_back()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position() / self.scale
        found = self.drawn.sticky_at(place)
        self.placing.pick(found.one.note.id if found is not None else None)
        if found is not None:
            self._pressed, self._held_at = place, found.place.center() - place

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position() / self.scale
        if self._pressed is None:
            found = self.drawn.sticky_at(place)
            self.setCursor(Qt.CursorShape.OpenHandCursor if found else Qt.CursorShape.ArrowCursor)
            return
        moved = (place - self._pressed) * self.scale
        if self._hand is None and moved.manhattanLength() < QApplication.startDragDistance():
            return
        if self._editor.read_only:
            return
        if self._hand is None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._hand = place + self._held_at
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._hand is None:
            self._pressed = None
            return
        at, place = self._carried_at(), event.position() / self.scale
        is_over_tray = self.drawn.geometry.tray.contains(place)
        self._hand, self._pressed = None, None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()
        if at is not None:
            self.placing.carry(at)
            self.placing.put_down()
        elif is_over_tray:
            self.placing.take_off()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.drawn.sticky_at(event.position() / self.scale)
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(found.one.note.id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.drawn.geometry.tray.contains(event.position() / self.scale):
            self._scroll_to(self._scrolled - event.angleDelta().y() / _NOTCH * _BY_NOTCH)
            event.accept()

    # How it is done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw_anew()
        self._scroll_to(self._scrolled)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._draw_anew()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _follow(self) -> None:
        self.update()
        self._announce()

    def _draw_anew(self) -> None:
        self._drawn = None
        self.update()

    def _scroll_to(self, wanted: float) -> None:
        scrolled = min(max(wanted, 0.0), self.drawn.longest_scroll)
        if scrolled != self._scrolled:
            self._scrolled = scrolled
            self.drawn.scroll(scrolled)
            self.update()

    def _show_picked(self) -> None:
        """Scroll the tray to what is picked in it."""
        waiting = {one.one.note.id: one.place for one in self.drawn.waiting}
        place = waiting.get(self.placing.picked or "")
        if place is not None:
            tray = self.drawn.geometry.tray
            above, below = place.top() - 100, place.bottom() + 100 - tray.height()
            self._scroll_to(self._scrolled + min(above, 0.0) + max(below, 0.0))

    def _announce(self) -> None:
        """Say which note is picked, and where it is."""
        one = self.placing.picked_note
        at = self.placing.carried or (one.at if one is not None else None)
        if one is None:
            self.setAccessibleDescription("")
            return
        text = one_line(one.note.text)
        if at is None:
            said = tr("{number}, {text}: not placed yet", number=one.number, text=text)
        else:
            impact = impact_words(self.placing.about)[IMPACTS.index(word_at(IMPACTS, at.impact))]
            said = tr(
                "{number}, {text}: impact {impact}, effort {effort}",
                number=one.number,
                text=text,
                impact=capitalised(impact),
                effort=capitalised(word("effort", word_at(EFFORTS, at.effort))),
            )
        self.setAccessibleDescription(said)


def _read(palette: QPalette, role: QPalette.ColorRole) -> Colour:
    found = palette.color(role)
    return Colour(found.red(), found.green(), found.blue())
