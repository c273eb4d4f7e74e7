"""What only the presenter sees: minutes left, agenda, what the room sees and what comes next, and the keys.

It takes no key but for its two fields: all go to the window that the room sees.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QCursor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.drawing.painter import colour
from app.drawing.theme import NOTE_FILLS
from app.language.phrases import tr
from app.model.records import AgendaItem, Id, Lot, Stage
from app.session.editor import Editor
from app.widgets.room.clock.ticking import Ticking
from app.widgets.room.time_of_day import TimeOfDay
from app.widgets.room.two_screens import head
from app.widgets.room.two_screens.agenda_list import paint_agenda
from app.widgets.room.two_screens.below import paint_next, paint_reminder
from app.widgets.room.two_screens.board import (
    BOLD,
    DESK,
    HAIRLINE,
    LIT,
    MIDDLE,
    SECONDARY,
    Board,
)
from app.widgets.room.two_screens.fields import InboxField, ReminderField
from app.widgets.room.two_screens.keys_of_states import rows_of, state_name
from app.widgets.room.two_screens.keys_strip import high, paint_keys
from app.widgets.room.two_screens.lot_card import paint_head, paint_lot, paint_tabs
from app.widgets.room.two_screens.stages_list import paint_stages
from app.widgets.room.two_screens.vote_card import paint_vote
from app.workshop.show import Mode, Show
from app.workshop.voting import Voting

WIDTH = 1456
"""Of the screen, in the lengths that it is painted with."""
NARROW = 1400
"""Pixels of width under which inbox and parking lot share a place."""
_TOP, _LEFT, _GAP = 141.0, 30.0, 16.0
_AGENDA, _LOTS, _NEXT = 291.0, 325.0, 122.0
"""How wide the agenda and the lots are, and how high what stands under the picture."""
_QUIET = QColor("#8DA4FF")
_GROUNDS: Mapping[Mode, QColor] = {"writing": QColor("#6B1F3F")}
_INKS: Mapping[Mode, QColor] = {"writing": QColor("#FF8FB1")}
"""Of states that are told apart from others by their colour as well."""
_SIGNS: Mapping[Mode, str] = {"writing": "pencil", "voting": "hand", "placing": "target"}
Press = Callable[[], object]


class PresenterScreen(QWidget):
    """A window beside the one that the room sees."""

    def __init__(
        self,
        window: QWidget,
        show: Show,
        editor: Editor,
        ticking: Ticking,
        go: Callable[[Id | None], object],
        is_picture_seen: Callable[[], bool] = lambda: True,
        voting: Voting | None = None,
    ) -> None:
        """`go` goes to an agenda item, or to the next; `is_picture_seen`: whether the room has a screen."""
        super().__init__(window, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._window, self._show, self._editor, self._go = window, show, editor, go
        self._ticking, self._workshop = ticking, ticking.workshop
        self.seen, self.following = QPixmap(), QPixmap()
        self._is_picture_seen = is_picture_seen
        self._voting = voting
        if voting is not None:
            voting.changed.connect(self._look_again)
        self._wanted: dict[ReminderField | InboxField, QRect] = {}
        self._presses: list[tuple[QRectF, Press]] = []
        self._lot: Lot = "inbox"
        """Which of them is shown where there is room for one."""
        self._unit = 1.0
        self._time = TimeOfDay(self)
        self.reminder, self.inbox = ReminderField(editor, self), InboxField(editor, self)
        self._fields = (self.reminder, self.inbox)
        for signal in (self._time.changed, ticking.changed, editor.changed, ticking.workshop.changed):
            signal.connect(self._look_again)
        ticking.ticked.connect(self._tick)
        for left in (self.reminder.left, self.inbox.left):
            left.connect(window.activateWindow)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(tr("Presenter’s screen"))
        self.setAccessibleName(tr("Presenter’s screen"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._time.begin()
        self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._time.end()
        self.seen = self.following = QPixmap()

    def tell(self, seen: QPixmap, following: QPixmap) -> None:
        """Show what the room sees now, and what the next press shows it."""
        self.seen, self.following = seen, following
        self.update()

    @property
    def minutes(self) -> int:
        """Whole minutes since the show began."""
        return int((datetime.now() - self._show.begun).total_seconds() // 60)

    def _look_again(self, *_: object) -> None:
        if not self.isHidden():
            self.reminder.tell(self._item)
            self.update()

    def _tick(self) -> None:
        """A second is over: the minutes are painted, and no more."""
        if not self.isHidden():
            self.update(0, 0, self.width(), round(head.HIGH * self._unit))

    @property
    def _item(self) -> AgendaItem | None:
        return self._workshop.item

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), DESK)
            self._unit = self.width() / WIDTH
            board, height = Board(painter, self._unit), self.height() / self._unit
            rows = rows_of(self._show, self._workshop.run is not None)
            bottom = height - high(rows)
            high_enough = bottom - _GAP + 2 - _TOP
            middle = QRectF(_LEFT + _AGENDA + _GAP + 1, _TOP, 0, high_enough)
            lots = QRectF(WIDTH - _LEFT - _LOTS, _TOP, _LOTS, high_enough)
            middle.setRight(lots.x() - _GAP - 1)
            self._presses = []
            self._paint_head(board, middle)
            self._paint_left(board, QRectF(_LEFT, _TOP, _AGENDA, high_enough))
            self._paint_seen(board, middle)
            self._paint_lots(board, lots)
            paint_keys(board, QRectF(0, bottom, WIDTH, height - bottom), rows, _state_ink(self._show))

    def _paint_head(self, board: Board, middle: QRectF) -> None:
        item, clock = self._item, self._workshop.clock
        if item is not None and clock is not None:
            head.paint_item(board, self._workshop, item)
            left = head.left_of(clock)
            board.bar(QRectF(middle.x(), 113, middle.width(), 6), left.share, _item_ink(item))
        else:
            head.paint_stage(board, self._show, self._stage())
            left = head.minutes_since(self.minutes)
        head.paint_left(board, left, middle.center().x())
        head.paint_time(board, WIDTH - _LEFT, self._time.text, self._workshop)
        if not self._is_picture_seen():
            words = tr("The other screen is gone. Plug it in, and it shows the same picture.")
            head.paint_warning(board, QPointF(_LEFT, 112), words)
        elif item is not None and (gone := self._workshop.lit.gone):
            words = tr("{section} is gone: choose another", section=", ".join(gone))
            head.paint_warning(board, QPointF(_LEFT, 100), words)

    def _paint_left(self, board: Board, card: QRectF) -> None:
        """The agenda or, where none goes on, the stages."""
        item = self._item
        if item is not None:
            pressed = paint_agenda(board, card, self._workshop.rows, _item_ink(item))
            self._presses += [(one.place, partial(self._go, one.item)) for one in pressed]
            return
        stages = self._editor.document.stages(self._editor.map)
        for place, stage in paint_stages(board, card, stages, self._show.number):
            self._presses.append((place, partial(self._show_stage, stage)))

    def _paint_seen(self, board: Board, place: QRectF) -> None:
        board.sign(QPointF(place.x() + 10, place.y() + 15), "monitor", 19, SECONDARY)
        board.write(QRectF(place.x() + 28, place.y(), 300, 30), tr("The room sees"), 17, weight=BOLD)
        state = str(state_name(self._show))
        sign = _SIGNS.get(self._show.mode, "") if not self._show.is_blank else ""
        wide = board.width(state, 16, BOLD) + 30 + (20 if sign else 0)
        pill = QRectF(place.right() - wide, place.y() + 2, wide, 26)
        board.card(pill, _state_colour(self._show), 13)
        if sign:
            board.sign(QPointF(pill.x() + 22, pill.center().y()), sign, 15, _state_ink(self._show))
        words = pill.adjusted(20 if sign else 0, 0, 0, 0)
        board.write(words, state, 16, ink=_state_ink(self._show), weight=BOLD, align=MIDDLE)
        picture = QRectF(place.x(), place.y() + 32, place.width(), place.height() - 32 - _NEXT - _GAP)
        board.picture(picture, self.seen)
        below = QRectF(place.x(), place.bottom() - _NEXT, place.width(), _NEXT)
        if not self.seen.isNull():
            shown = min(picture.width() * self.seen.height() / max(self.seen.width(), 1), picture.height())
            below.setTop(picture.y() + shown + _GAP)
        half = (below.width() - _GAP + 2) / 2
        first = QRectF(below.x(), below.y(), half, below.height())
        if self._show.mode == "voting" and self._voting is not None:
            paint_vote(board, first, self._voting, self._editor.document)
        else:
            paint_next(board, first, self._show, self._workshop, self._editor.document, self.following)
        self._paint_reminder(board, QRectF(below.right() - half, below.y(), half, below.height()))

    def _paint_reminder(self, board: Board, card: QRectF) -> None:
        """What one noted for oneself: of the agenda item, to be typed; else of the stage."""
        stage = self._stage()
        text = stage.description if stage is not None and self._item is None else ""
        if self._item is not None or text:
            field = paint_reminder(board, card, text)
            self._put(self.reminder, board, field, 16, self._item is not None)
        else:
            self._put(self.reminder, board, QRectF(), 16, False)

    def _paint_lots(self, board: Board, place: QRectF) -> None:
        document = self._editor.document
        run = self._workshop.run
        people = run.people if run is not None else 0
        lots: tuple[Lot, ...] = ("inbox", "parking lot")
        waiting = {lot: document.parked(lot) for lot in lots}
        if self.width() < NARROW:
            board.card(place)
            counts = [(lot, len(waiting[lot])) for lot in lots]
            for tab in paint_tabs(board, place, counts, self._lot):
                self._presses.append((tab.place, partial(self._show_lot, tab.lot)))
            slot = paint_lot(board, place, self._lot, waiting[self._lot], people)
            self._put(self.inbox, board, slot, 16, self._lot == "inbox")
            return
        half = (place.height() - 14) / 2
        for number, lot in enumerate(lots):
            card = QRectF(place.x(), place.y() + number * (half + 14), place.width(), half)
            board.card(card)
            paint_head(board, card, lot, len(waiting[lot]))
            slot = paint_lot(board, card, lot, waiting[lot], people)
            if lot == "inbox":
                self._put(self.inbox, board, slot, 16, True)

    def _put(
        self, field: ReminderField | InboxField, board: Board, place: QRectF, size: float, is_shown: bool
    ) -> None:
        """Have a field stand at a place of the screen, once that is painted."""
        unit = self._unit
        where = QRectF(place.topLeft() * unit, place.size() * unit).toAlignedRect()
        self._wanted[field] = where if is_shown else QRect()
        if self._wanted[field] != (QRect() if field.isHidden() else field.geometry()):
            field.set_type(board.font(size))
            QTimer.singleShot(0, self, self._place_fields)

    def _place_fields(self) -> None:
        for field, where in self._wanted.items():
            field.setGeometry(where)
            field.setHidden(where.isEmpty())

    def _show_stage(self, stage: Id) -> None:
        if self._show.mode == "showing":
            self._show.show_stage(stage)

    def _show_lot(self, lot: Lot) -> None:
        self._lot = lot
        self.update()

    def _stage(self) -> Stage | None:
        found = self._editor.document.find(self._show.slide.stage or "")
        return found if isinstance(found, Stage) else None

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """An agenda item, a stage or a tab is pressed; the keys go to the map again."""
        place = event.position() / self._unit
        self._window.activateWindow()
        press = next((press for where, press in self._presses if where.contains(place)), None)
        if press is not None:
            press()

    def event(self, event: QEvent) -> bool:
        """Where a system gives it the keys they go to the picture, but for what is typed in a field."""
        if event.type() == QEvent.Type.WindowActivate and not self._is_field_wanted():
            self._window.activateWindow()
        return super().event(event)

    def _is_field_wanted(self) -> bool:
        under = self.childAt(self.mapFromGlobal(QCursor.pos()))
        return any(
            field.hasFocus() or field is under or field.isAncestorOf(under) for field in self._fields if under
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (focus := self._window.focusWidget()) is not None:
            QApplication.sendEvent(focus, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """It goes when the show ends, and nothing else."""
        event.ignore()


def _item_ink(item: AgendaItem) -> QColor:
    """The colour that is armed; else the one of writing."""
    if item.item_kind != "write":
        return _QUIET
    return head.ARMED if item.colour in (None, "pink") else colour(NOTE_FILLS[item.colour])


def _state_colour(show: Show) -> QColor:
    return HAIRLINE if show.is_blank else _GROUNDS.get(show.mode, LIT)


def _state_ink(show: Show) -> QColor:
    return _QUIET if show.is_blank else _INKS.get(show.mode, _QUIET)
