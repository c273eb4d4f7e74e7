"""What a room sees of a vote: the map with its candidates, and below it the list with what was counted."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.language.phrases import tr
from app.model.change import Change
from app.widgets.base.motion import wants_less_motion
from app.widgets.room.back_row import times
from app.widgets.room.clock.ticking import Ticking
from app.widgets.room.time_of_day import TimeOfDay
from app.widgets.room.voting.announcing import Announcing
from app.widgets.room.voting.around import paint_foot, paint_top
from app.widgets.room.voting.ballot_map import BallotMap, lay_out_ballot
from app.widgets.room.voting.colours import VoteColours
from app.widgets.room.voting.lines import Heading, Line, heading_of, lines_of
from app.widgets.room.voting.list_painting import ListPainting, Page, column_rects, page_of
from app.widgets.room.voting.map_painting import offset_for, paint_called, paint_map
from app.widgets.room.voting.offer import Offer
from app.widgets.room.voting.places import Places
from app.widgets.shell import Shell
from app.workshop.voting import Voting

SORTING = 160
"""Milliseconds in which the list sorts itself."""


class VotingView(QWidget):
    """Paints a vote as it stands. What keys and clicks mean, others know."""

    key_pressed = Signal(object)
    line_pressed = Signal(int)
    """A line of the list was clicked, by its number."""
    pointed = Signal()
    """The pointer was moved."""

    def __init__(
        self, window: Shell, voting: Voting, ticking: Ticking, is_entry_seen: Callable[[], bool]
    ) -> None:
        """`is_entry_seen`: whether the room sees where counts are typed, since there is no other screen."""
        super().__init__()
        self._window, self._voting, self._is_entry_seen = window, voting, is_entry_seen
        self.offer: Offer | None = None
        self._map: BallotMap | None = None
        self._painted: tuple[object, QPixmap] = ((), QPixmap())
        self._page_turned = 0
        self._stood: dict[int, QPointF] = {}
        self._from: dict[int, QPointF] = {}
        self._sorting = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=SORTING)
        self._sorting.valueChanged.connect(lambda _: self.update())
        self._moves = True
        self._is_on = False
        self._ticking = ticking
        ticking.changed.connect(self.update)
        self._time = TimeOfDay(self)
        self._time.changed.connect(self.update)
        self.announcing = Announcing(voting, window.editor, self)
        voting.changed.connect(self.look)
        window.editor.changed.connect(self._follow)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(tr("Voting"))

    def begin(self) -> None:
        self._is_on = True
        self._moves = not wants_less_motion()
        self._time.begin()
        self.show_again()
        self.announcing.begin()

    def end(self) -> None:
        self._is_on = False
        self._time.end()
        self._sorting.stop()
        self.offer, self._map, self._painted = None, None, ((), QPixmap())

    def show_again(self) -> None:
        """Show another round, or the same in another size."""
        round, size = self._voting.round, QSizeF(self.size())
        self._map = None
        if round is not None and self.offer is None:
            editor = self._window.editor
            self._map = lay_out_ballot(editor.document, editor.map, round, size, times())
        self._stood = self._standing()
        self.look()

    def look(self) -> None:
        """Paint the vote as it stands now."""
        if not self._is_on:
            return
        self._page_turned = 0
        before, self._stood = self._stood, self._standing()
        if self._moves and self._voting.ranks_shown and before != self._stood:
            self._from = before
            self._sorting.start()
        heading = self.heading
        self.setAccessibleDescription(f"{heading.title}. {heading.right}")
        self.announcing.look()
        self.update()

    def turn_page(self, step: int) -> None:
        """Show the lines that there was no room for."""
        page = self._page()
        size = page.rows * page.columns
        wanted = page.first + step * size
        if 0 <= wanted < len(self.lines):
            self._page_turned += step
            self.update()

    def _follow(self, change: Change) -> None:
        """A note was changed or is gone."""
        if self._is_on and any(edit.record.kind in ("note", "stage", "section", "round") for edit in change):
            self.show_again()

    # What is seen

    @property
    def places(self) -> Places:
        return Places(QSizeF(self.size()), times(), has_map=self.offer is None)

    @property
    def lines(self) -> tuple[Line, ...]:
        if self.offer is not None:
            return self.offer.lines
        return lines_of(self._voting, self._window.editor.document)

    @property
    def heading(self) -> Heading:
        if self.offer is not None:
            return self.offer.heading
        return heading_of(self._voting, self._window.editor.document)

    @property
    def is_sorting(self) -> bool:
        return self._sorting.state() == QVariantAnimation.State.Running

    def _focus(self, lines: tuple[Line, ...]) -> int:
        """The line that must be seen."""
        if self._voting.ranks_shown and self.offer is None:
            closed = sum(line.standing != "revealed" for line in lines)
            return closed if closed else 0
        return next(
            (index for index, line in enumerate(lines) if line.standing in ("now", "chosen")), len(lines) - 1
        )

    @property
    def seen_lines(self) -> tuple[Line, ...]:
        """The lines of the page that is seen."""
        return tuple(self._page().lines)

    def place_of_line(self, number: int) -> QPoint:
        """Where a line that is seen begins, in its middle."""
        return (self._standing()[number] + QPointF(self.places.row / 2, self.places.row / 2)).toPoint()

    def _page(self) -> Page:
        lines, places = self.lines, self.places
        page = page_of(lines, places, self._focus(lines))
        if not self._page_turned:
            return page
        return page_of(lines, places, page.first + self._page_turned * page.rows * page.columns)

    def _columns(self, page: Page) -> list[QRectF]:
        return column_rects(page, self.places, bool(self._voting.ranks_shown) and self.offer is None)

    def _standing(self) -> dict[int, QPointF]:
        """Where each line that is seen stands."""
        page = self._page()
        columns, row = self._columns(page), self.places.row
        return {
            line.number: columns[index // page.rows].topLeft() + QPointF(0, index % page.rows * row)
            for index, line in enumerate(page.lines)
        }

    def _moved(self) -> Mapping[int, QPointF]:
        """How far each line is from its place while the list sorts itself."""
        if not self.is_sorting:
            return {}
        left = (1 - float(self._sorting.currentValue())) ** 3
        return {number: (self._from.get(number, at) - at) * left for number, at in self._stood.items()}

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        places, colours = self.places, VoteColours.of(self.palette())
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.fillRect(self.rect(), colours.ground)
            self._paint_map(painter, places)
            self._paint_list(painter, places, colours)
            question = self._voting.round if self.offer is None else None
            paint_top(painter, places, colours, question, self._ticking.face)
            is_entry_seen = self._is_entry_seen()
            face = self._ticking.face
            paint_foot(
                painter, places, colours, self._voting, self.offer, is_entry_seen, face, self._time.text
            )

    def _paint_map(self, painter: QPainter, places: Places) -> None:
        area = places.map
        if self._map is None:
            return
        called = None if self._voting.ranks_shown else self._voting.called
        best = frozenset(line.number for line in self.lines if line.stands_out)
        at = offset_for(self._map, called, area.size())
        ratio = self.devicePixelRatioF()
        key = (id(self._map), at.toTuple(), best, ratio, area.size().toTuple())
        if key != self._painted[0]:
            self._painted = key, paint_map(self._map, area.size(), ratio, at, best)
        painter.drawPixmap(area.topLeft(), self._painted[1])
        paint_called(painter, self._map, area, called, at)

    def _paint_list(self, painter: QPainter, places: Places, colours: VoteColours) -> None:
        painter.fillRect(places.panel, colours.panel)
        painter.fillRect(QRectF(places.panel.topLeft(), QSizeF(self.width(), 1)), colours.room.hairline)
        page = self._page()
        columns = self._columns(page)
        across = QRectF(
            columns[0].left(),
            places.heading.top(),
            columns[-1].right() - columns[0].left(),
            places.heading.height(),
        )
        painting = ListPainting(painter, places, colours)
        painting.paint_heading(self.heading, across)
        painter.setClipRect(places.panel.adjusted(0, 2, 0, 0))
        painting.paint(page, columns, self._moved())
        painter.setClipping(False)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_on:
            self.show_again()

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
        row = QSizeF(0, self.places.row)
        page = self._page()
        width = self._columns(page)[0].width()
        for number, at in self._stood.items():
            if QRectF(at, QSizeF(width, row.height())).contains(event.position()):
                self.line_pressed.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn_page(-1 if event.angleDelta().y() > 0 else 1)
