"""The map as it will be, beside the table: its rows as high as the table's, one cell of it outlined."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from app.drawing.decoded import decoded_pictures
from app.drawing.layout import PlacedDrawing
from app.drawing.painter import colour, paint
from app.drawing.theme import ACCENT, PANEL, ROW_LINE, SECONDARY, SHEET
from app.language.phrases import tr
from app.model.records import Id, NoteColour
from app.widgets.base.swatches import swatch_icon
from app.widgets.base.text_size import scaled, text_size
from app.widgets.tables.preview.drawn_map import DrawnMap, Replaced, left_empty, legend_of, replaced

SCALE = 0.46
"""Logical pixels for a map unit at 100 %: notes can be read."""
_LEGEND, _SWATCH, _LEGEND_LETTERS = 36, 16, 12
"""Logical pixels at 100 %: how high the legend's strip is, and what stands in it."""


class Line(NamedTuple):
    """A row of the page: from where on, how high, in logical pixels, and its section on the map."""

    top: int
    height: int
    section: Id | None
    has_durations: bool = False
    """Whether it is how long the stages last, which is no section."""


class MapSide(QAbstractScrollArea):
    """Emits `pressed` with a section and a stage of the map, `room_changed` when it is as wide no more."""

    pressed = Signal(object, object)
    room_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("The map as it will be"))
        self.setToolTip(tr("Press a cell to see where it comes from"))
        self.viewport().setBackgroundRole(QPalette.ColorRole.Dark)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._drawn: DrawnMap | None = None
        self._replaced: list[Replaced] = []
        self._empty: list[tuple[Id, Id]] = []
        self._legend: list[tuple[NoteColour, str]] = []
        self._lines: Sequence[Line] = ()
        self._cell: tuple[Id, Id] | None = None
        self._shows_new = False
        self._reach = 0
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    @property
    def drawn(self) -> DrawnMap | None:
        """What is shown."""
        return self._drawn

    @property
    def outlined(self) -> tuple[Id, Id] | None:
        return self._cell

    @property
    def replaced(self) -> list[Replaced]:
        """What gets another value, as it is told on the map."""
        return self._replaced

    @property
    def scale(self) -> float:
        """Logical pixels that a map unit takes."""
        return SCALE * text_size()

    @property
    def room(self) -> float:
        """How wide a map may be to be seen whole, in map units."""
        return self.viewport().width() / self.scale

    @property
    def head(self) -> int:
        """How high the stages' row is, in logical pixels."""
        return round(self._drawn.head * self.scale) if self._drawn is not None else scaled(40)

    @property
    def legend(self) -> list[tuple[NoteColour, str]]:
        """The colours of notes below the map, and what they mean."""
        return self._legend

    @property
    def legend_height(self) -> int:
        """How high the strip below the sections is that says what the colours of notes mean."""
        return scaled(_LEGEND) if self._legend else 0

    def show_map(self, drawn: DrawnMap, shows_new: bool) -> None:
        """Show another map; in one that was there before, with a dashed edge around what is new."""
        self._drawn, self._shows_new = drawn, shows_new
        self._replaced, self._empty = replaced(drawn.trial), left_empty(drawn.trial)
        self._legend = legend_of(drawn.trial)

    def natural_height(self, section: Id) -> int:
        """How high a section is by itself, in logical pixels; 0 for one that is not drawn."""
        if self._drawn is None:
            return 0
        return round(self._drawn.natural.get(section, 0.0) * self.scale)

    def place(self, lines: Sequence[Line]) -> None:
        """Put the sections where the rows of the table are."""
        self._lines = lines
        if self._drawn is not None:
            scale = self.scale
            self._drawn.place(
                {
                    line.section: (line.top / scale, line.height / scale)
                    for line in lines
                    if line.section is not None
                }
            )
        self._set_ranges()
        self.viewport().update()

    def reach(self, most: int) -> None:
        """Let it scroll down as far as the table beside it, whose rows it stays beside."""
        self._reach = most
        self._set_ranges()

    def outline(self, cell: tuple[Id, Id] | None) -> None:
        """Outline a cell, by its section and its stage."""
        self._cell = cell
        column = (
            self._drawn.layout.column_of(cell[1]) if cell is not None and self._drawn is not None else None
        )
        if column is not None:
            bar, scale = self.horizontalScrollBar(), self.scale
            most = round(column.x * scale) - scaled(20)
            bar.setValue(min(max(bar.value(), round(column.right * scale) - self.viewport().width()), most))
        self.viewport().update()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_ranges()
        self.room_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._drawn is None:
            return
        x = (event.position().x() + self.horizontalScrollBar().value()) / self.scale
        y = event.position().y() - self.head + self.verticalScrollBar().value()
        column = self._drawn.layout.column_at(x)
        line = next((one for one in self._lines if one.top <= y < one.top + one.height), None)
        if event.position().y() > self.head and line is not None and column is not None and line.section:
            self.pressed.emit(line.section, column.stage.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drawn is None:
            return
        scale, down = self.scale, self.verticalScrollBar().value()
        painter.translate(-self.horizontalScrollBar().value(), 0)
        # What no stage fills is paper, too, as wide as what stands above.
        width = max(self._drawn.layout.width * scale, self.viewport().width())
        bottom = self._lines[-1].top + self._lines[-1].height if self._lines else 0
        foot = bottom + self.legend_height
        painter.fillRect(QRectF(0, 0, width, self.head + foot - down), colour(SHEET))
        painter.save()
        painter.setClipRect(QRectF(0, self.head, width, max(self.viewport().height() - self.head, 0)))
        painter.translate(0, self.head - down)
        self._paint_frame(painter, width, bottom)
        self._paint_rows(painter, down)
        self._paint_legend(painter, width, bottom)
        self._paint_cell(painter)
        painter.restore()
        self._paint_stages(painter)

    def _paint_frame(self, painter: QPainter, width: float, bottom: float) -> None:
        assert self._drawn is not None
        layout, scale = self._drawn.layout, self.scale
        names = layout.sizes.section_column * scale
        painter.fillRect(QRectF(0, 0, names, bottom), colour(PANEL))
        painter.setPen(QPen(colour(ROW_LINE), 1))
        for line in self._lines:
            painter.drawLine(QPointF(0, line.top + line.height), QPointF(width, line.top + line.height))
        painter.drawLine(QPointF(names, 0), QPointF(names, bottom))
        painter.setPen(QPen(colour(ROW_LINE), 1, Qt.PenStyle.DashLine))
        for column in layout.columns[1:]:
            painter.drawLine(QPointF(column.x * scale, 0), QPointF(column.x * scale, bottom))

    def _paint_rows(self, painter: QPainter, down: int) -> None:
        assert self._drawn is not None
        scale, lines = self.scale, {line.section: line for line in self._lines}
        for row in self._drawn.layout.rows:
            line = lines[row.section.id]
            if line.top + line.height < down or line.top > down + self.viewport().height():
                continue
            painter.save()
            painter.translate(0, line.top)
            painter.scale(scale, scale)
            self._paint_parts(painter, self._drawn.parts_of(row))
            if self._shows_new:
                painter.setPen(QPen(colour(ACCENT), 2 / scale, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                for box in self._drawn.new_in(row):
                    painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), 8, 8)
            painter.restore()
        self._paint_empty(painter, lines)
        self._paint_durations(painter)
        self._paint_replaced(painter, lines)

    def _paint_parts(self, painter: QPainter, parts: Iterable[PlacedDrawing]) -> None:
        for part in parts:
            painter.translate(part.x, part.y)
            paint(painter, part.display_list, self.scale, find=decoded_pictures.soon)
            painter.translate(-part.x, -part.y)

    def _paint_empty(self, painter: QPainter, lines: dict[Id | None, Line]) -> None:
        """A dashed place where the table says that there is nothing."""
        assert self._drawn is not None
        for section, stage in self._empty:
            column, line = self._drawn.layout.column_of(stage), lines.get(section)
            if column is None or line is None:
                continue
            area = QRectF(column.x * self.scale, line.top, column.width * self.scale, line.height)
            area.adjust(9, 9, -9, -9)
            painter.setPen(QPen(colour(SECONDARY), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 4, 4)
            painter.setPen(colour(SECONDARY))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), tr("empty"))

    def _paint_legend(self, painter: QPainter, width: float, top: int) -> None:
        """What the colours of notes mean, one beside the other as far as there is room."""
        painter.save()
        font = QFont(self.font())
        font.setPixelSize(scaled(_LEGEND_LETTERS))
        painter.setFont(font)
        painter.setPen(colour(SECONDARY))
        side, left = scaled(_SWATCH), scaled(14)
        for note_colour, meaning in self._legend:
            wide = painter.fontMetrics().horizontalAdvance(meaning)
            if left + side + wide + scaled(20) > width:
                break
            middle = top + self.legend_height // 2
            swatch_icon(note_colour, _SWATCH).paint(painter, QRect(left, middle - side // 2, side, side))
            begin = left + side + scaled(6)
            words = QRectF(begin, top, wide + 1, self.legend_height)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), meaning)
            left = begin + wide + scaled(18)
        painter.restore()

    def _paint_durations(self, painter: QPainter) -> None:
        """How long stages last, in the row that says so."""
        assert self._drawn is not None
        told = {one.stage for one in self._replaced if one.section is None}
        painter.setPen(colour(SECONDARY))
        for line in self._lines:
            for column in self._drawn.layout.columns if line.has_durations else ():
                if column.stage.id not in told:
                    left, wide = column.x * self.scale, column.width * self.scale
                    area = QRectF(left + 10, line.top, wide - 20, line.height)
                    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
                    painter.drawText(area, int(flags), column.stage.duration)

    def _paint_replaced(self, painter: QPainter, lines: dict[Id | None, Line]) -> None:
        """Old and new value of what is replaced, at the foot or the head of its cell."""
        assert self._drawn is not None
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        # The map is never mirrored, and so not the signs of its numbers.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        high = painter.fontMetrics().height() + 6
        durations = next((line for line in self._lines if line.has_durations), None)
        for one in self._replaced:
            column = self._drawn.layout.column_of(one.stage)
            line = lines.get(one.section) if one.section is not None else durations
            if column is None or line is None:
                continue
            wide = min(
                painter.fontMetrics().horizontalAdvance(one.words) + 16, column.width * self.scale - 12
            )
            top = line.top + (5 if one.is_low else line.height - high - 5)
            pill = QRectF(column.x * self.scale + 6, top, wide, high)
            painter.setPen(QPen(colour(SHEET), 2))  # Words of the curve may stand behind it.
            painter.setBrush(colour(ACCENT))
            painter.drawRoundedRect(pill, high / 2, high / 2)
            painter.setPen(colour(SHEET))
            words = painter.fontMetrics().elidedText(one.words, Qt.TextElideMode.ElideRight, round(wide) - 12)
            painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_cell(self, painter: QPainter) -> None:
        if self._cell is None or self._drawn is None:
            return
        line = next((one for one in self._lines if one.section == self._cell[0]), None)
        column = self._drawn.layout.column_of(self._cell[1])
        if line is not None and column is not None:
            painter.setPen(QPen(colour(ACCENT), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            area = QRectF(column.x * self.scale, line.top, column.width * self.scale, line.height)
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 4, 4)

    def _paint_stages(self, painter: QPainter) -> None:
        assert self._drawn is not None
        stages = self._drawn.layout.stages
        painter.save()
        painter.scale(self.scale, self.scale)
        paint(painter, stages.display_list, self.scale, find=decoded_pictures.soon)
        painter.restore()

    def _set_ranges(self) -> None:
        view = self.viewport()
        width = round(self._drawn.layout.width * self.scale) if self._drawn is not None else 0
        bottom = self._lines[-1].top + self._lines[-1].height if self._lines else 0
        self.horizontalScrollBar().setRange(0, max(width - view.width(), 0))
        self.horizontalScrollBar().setPageStep(view.width())
        foot = bottom + self.head + self.legend_height
        self.verticalScrollBar().setRange(0, max(foot - view.height(), self._reach))
        self.verticalScrollBar().setPageStep(view.height())
