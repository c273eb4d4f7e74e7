"""What only the presenter sees: the stages, what the room sees and what comes next, time and keys.

It takes no key: all go to the window that the room sees. A stage that is clicked is shown.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFont,
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
from app.drawing.theme import NOTE_FILLS, stage_hue
from app.language.phrases import tr, tr_plural
from app.language.words import capitalised
from app.model.nouns import word
from app.model.records import Id, Lot, Stage
from app.session.editor import Editor
from app.widgets.room.time_of_day import TimeOfDay
from app.widgets.room.two_screens.board import AMBER, CARD, HAIRLINE, INK, LIT, SECONDARY, Board
from app.widgets.room.two_screens.board import DESK as _DESK
from app.widgets.room.two_screens.keys_of_states import Key, KeyRow, rows_of, state_name
from app.workshop.show import Mode, Show

WIDTH = 1456
"""Of the screen, in the lengths that it is painted with."""
_BOLD, _MEDIUM = QFont.Weight.DemiBold, QFont.Weight.Medium
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_ROW = 46.0
_KEY_ROW = 36.0
_LEAST_GAP = 14.0
"""Between two keys."""
_QUIET = QColor("#8DA4FF")
_GROUNDS: Mapping[Mode, QColor] = {"writing": QColor("#6B1F3F")}
_INKS: Mapping[Mode, QColor] = {"writing": QColor("#FF8FB1")}
"""Of states that are told apart from others by their colour as well."""


class PresenterScreen(QWidget):
    """A window beside the one that the room sees."""

    def __init__(
        self, window: QWidget, show: Show, editor: Editor, is_picture_seen: Callable[[], bool] = lambda: True
    ) -> None:
        """`is_picture_seen` tells whether the room has a screen to see it on."""
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint
        super().__init__(window, flags | Qt.WindowType.WindowDoesNotAcceptFocus)
        self._window, self._show, self._editor = window, show, editor
        self.seen, self.following = QPixmap(), QPixmap()
        self._is_picture_seen = is_picture_seen
        self._stages: list[tuple[QRectF, str]] = []
        self._unit = 1.0
        self._time = TimeOfDay(self)
        self._time.changed.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setWindowTitle(tr("Presenter’s screen"))
        self.setAccessibleName(tr("Presenter’s screen"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._time.begin()

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

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), _DESK)
            self._unit = self.width() / WIDTH
            board, height = Board(painter, self._unit), self.height() / self._unit
            rows = rows_of(self._show)
            bottom = height - _KEY_ROW * len(rows) - 12
            self._paint_top(board)
            self._paint_stages(board, QRectF(30, 141, 250, bottom - 141 - 14))
            beside = QRectF(1136, 141, 290, bottom - 141 - 14)
            is_filled = self._paint_beside(board, beside)
            right = beside.left() - 18 if is_filled else beside.right()
            self._paint_seen(board, QRectF(298, 141, right - 298, bottom - 141 - 14))
            self._paint_keys(board, QRectF(0, bottom, WIDTH, height - bottom), rows)

    def _paint_top(self, board: Board) -> None:
        stage, number, count = self._stage(), self._show.number, self._show.count
        over = tr("Stage {number} of {count}", number=number, count=count) if number else tr("Now")
        board.write(QRectF(30, 20, 480, 22), over, 14, ink=SECONDARY, weight=_MEDIUM)
        name = stage.name if stage else tr("The whole map")
        x = 30.0
        if number:
            board.card(QRectF(30, 50, 40, 40), colour(stage_hue(number - 1, count)), 7)
            board.write(QRectF(30, 50, 40, 40), str(number), 20, ink=INK, weight=_BOLD, align=_MIDDLE)
            x = 84
        board.write(QRectF(x, 46, 480 - x, 48), name, 32, weight=_BOLD)
        words = tr_plural("minute since the start", "minutes since the start", self.minutes)
        wide = board.width(str(self.minutes), 88, _BOLD) + 14 + board.width(words, 26)
        x = (WIDTH - wide) / 2
        x += board.write(QRectF(x, 10, 300, 100), str(self.minutes), 88, weight=_BOLD) + 14
        board.write(QRectF(x, 50, 300, 46), words, 26, ink=SECONDARY)
        board.write(QRectF(1126, 16, 300, 66), self._time.text, 54, weight=_MEDIUM, align=_RIGHT)
        if not self._is_picture_seen():
            words = tr("The other screen is gone. Plug it in, and it shows the same picture.")
            board.write(QRectF(726, 92, 700, 32), words, 17, ink=AMBER, weight=_MEDIUM, align=_RIGHT)

    def _paint_stages(self, board: Board, card: QRectF) -> None:
        stages = self._editor.document.stages(self._editor.map)
        board.card(QRectF(card.x(), card.y(), card.width(), min(58 + len(stages) * _ROW, card.height())))
        board.write(QRectF(card.x() + 17, card.y() + 10, 200, 34), tr("Stages"), 17, weight=_BOLD)
        room = max(int((card.height() - 60) // _ROW), 1)
        here = max(self._show.number - 1, 0)
        first = min(max(here - room // 2, 0), max(len(stages) - room, 0))
        self._stages = []
        for index, stage in enumerate(stages[first : first + room], start=first):
            row = QRectF(card.x() + 8, card.y() + 50 + (index - first) * _ROW, card.width() - 16, _ROW - 4)
            is_on = index + 1 == self._show.number
            if is_on:
                board.card(row, LIT, 6)
            self._stages.append((row, stage.id))
            dot = QRectF(row.x() + 10, row.center().y() - 12, 24, 24)
            hue = colour(stage_hue(index, len(stages)))
            board.card(dot, hue if index < self._show.number else HAIRLINE, 5)
            board.write(dot, str(index + 1), 13, weight=_BOLD, align=_MIDDLE)
            ink, weight = (INK, _BOLD) if is_on else (SECONDARY, _MEDIUM)
            board.write(row.adjusted(46, 0, -8, 0), stage.name, 17, ink=ink, weight=weight)

    def _paint_seen(self, board: Board, place: QRectF) -> None:
        board.write(place.adjusted(0, 2, -260, 30 - place.height()), tr("The room sees"), 18, weight=_BOLD)
        state = str(state_name(self._show))
        wide = board.width(state, 16, _BOLD) + 30
        pill = QRectF(place.right() - wide, place.y() + 2, wide, 28)
        board.card(pill, _state_colour(self._show), 14)
        board.write(pill, state, 16, weight=_BOLD, align=_MIDDLE)
        board.picture(place.adjusted(0, 40, 0, 0), self.seen)

    def _paint_beside(self, board: Board, place: QRectF) -> bool:
        """The next slide and, where there is one, what is noted of the stage. Returns whether any is."""
        top = place.y()
        if self._show.mode == "showing":
            slide = self._show.next_slide
            high = 62 + (place.width() - 24) * 9 / 16 + 12
            card = QRectF(place.x(), top, place.width(), high)
            board.card(card)
            board.write(QRectF(card.x() + 14, card.y() + 8, 200, 20), tr("Next"), 14, ink=SECONDARY)
            following = self._found(slide.stage)
            name = following.name if following else tr("The whole map")
            if following and slide.page:
                name = tr("{stage}, page {number}", stage=name, number=slide.page + 1)
            board.write(card.adjusted(14, 26, -14, 58 - high), name, 20, weight=_BOLD)
            board.picture(card.adjusted(12, 62, -12, -12), self.following)
            top = card.bottom() + 14
        stage = self._stage()
        if stage is not None and stage.description and top < place.bottom() - 80:
            card = QRectF(place.x(), top, place.width(), min(place.bottom() - top, 190))
            board.card(card)
            title = QRectF(card.x() + 14, card.y() + 8, card.width() - 28, 32)
            board.write(title, tr("Only I see this"), 17, weight=_BOLD)
            board.write_lines(card.adjusted(14, 44, -14, -10), stage.description, 17, SECONDARY)
            top = card.bottom() + 14
        lots: tuple[Lot, ...] = ("inbox", "parking lot")
        for lot in lots:
            top = self._paint_lot(board, place, top, lot)
        return top > place.y()

    def _paint_lot(self, board: Board, place: QRectF, top: float, lot: Lot) -> float:
        """What waits, from the newest on, as far as there is room; returns where the card ends."""
        notes = self._editor.document.parked(lot)[::-1]
        shown = min(len(notes), 4, int((place.bottom() - top - 52) // 34))
        if shown < 1:
            return top
        card = QRectF(place.x(), top, place.width(), 48 + shown * 34)
        board.card(card)
        title = QRectF(card.x() + 14, card.y() + 8, card.width() - 28, 32)
        board.write(title, capitalised(word("lot", lot)), 17, weight=_BOLD)
        board.write(title, str(len(notes)), 16, ink=SECONDARY, align=_RIGHT)
        for number, note in enumerate(notes[:shown]):
            row = QRectF(card.x() + 12, card.y() + 44 + number * 34, card.width() - 24, 30)
            board.card(row, colour(NOTE_FILLS[note.colour]), 4)
            board.write(row.adjusted(10, 0, -8, 0), note.text, 15, ink=_DESK)
        return card.bottom() + 14

    def _paint_keys(self, board: Board, strip: QRectF, rows: tuple[KeyRow, ...]) -> None:
        board.painter.fillRect(
            QRectF(0, strip.y() * self._unit, self.width(), strip.height() * self._unit), CARD
        )
        board.painter.fillRect(QRectF(0, strip.y() * self._unit, self.width(), 1), HAIRLINE)
        for number, row in enumerate(rows):
            middle = strip.y() + 6 + _KEY_ROW * (number + 0.5)
            ink = _state_ink(self._show) if number == 0 else SECONDARY
            x = 30 + board.write(QRectF(30, middle - 16, 180, 32), str(row.name), 17, ink=ink, weight=_BOLD)
            x = max(x + 24, 150)
            self._paint_key_row(board, row, x, middle, INK if number == 0 else SECONDARY)

    def _paint_key_row(self, board: Board, row: KeyRow, x: float, middle: float, ink: QColor) -> None:
        """All keys of a row; in smaller type where a language has longer words than there is room for."""
        lengths = [_key_length(board, key) for key in row.keys]
        gaps, room = max(len(lengths) - 1, 1), WIDTH - 30 - x
        share = min(1.0, room / (sum(lengths) + gaps * _LEAST_GAP))
        gap = min((room - sum(lengths) * share) / gaps, 40)
        for key, length in zip(row.keys, lengths, strict=True):
            end = x
            for name in key.keys:
                end = board.key(end, middle, str(name), share) + 4 * share
            does = QRectF(end + 4 * share, middle - 16, 240, 32)
            board.write(does, str(key.does), 16 * share, ink=ink)
            x += length * share + gap

    def _stage(self) -> Stage | None:
        return self._found(self._show.slide.stage)

    def _found(self, id: Id | None) -> Stage | None:
        found = self._editor.document.find(id or "")
        return found if isinstance(found, Stage) else None

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stage of the list is shown."""
        place = event.position() / self._unit
        if self._show.mode == "showing":
            for row, id in self._stages:
                if row.contains(place):
                    self._show.show_stage(id)

    def event(self, event: QEvent) -> bool:
        """Where a system gives it the keys all the same, they go to what the room sees."""
        if event.type() == QEvent.Type.WindowActivate:
            self._window.activateWindow()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (focus := self._window.focusWidget()) is not None:
            QApplication.sendEvent(focus, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """It goes when the show ends, and nothing else."""
        event.ignore()


def _key_length(board: Board, key: Key) -> float:
    """How much room a key takes with what it does, where that is set in full size."""
    caps = sum(max(board.width(str(name), 13, _MEDIUM) + 13, 24) + 4 for name in key.keys)
    return caps + 4 + board.width(str(key.does), 16)


def _state_colour(show: Show) -> QColor:
    return HAIRLINE if show.is_blank else _GROUNDS.get(show.mode, LIT)


def _state_ink(show: Show) -> QColor:
    return _QUIET if show.is_blank else _INKS.get(show.mode, _QUIET)
