"""How the cells of the table that is brought in are painted: as they stand, and how they were read."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.formats.tables.bringing_in.becoming import Becoming
from app.formats.tables.recognising.row_kinds import LEFT_OUT
from app.language.phrases import tr
from app.model.nouns import counted
from app.widgets.base.glyph_icons import glyph_icon
from app.widgets.base.icons import icon
from app.widgets.base.swatches import swatch_icon
from app.widgets.base.text_size import scaled
from app.widgets.tables.preview.table_model import BECOMES, FIRST, NAME, Index, TableModel

PADDING = 10
"""Logical pixels at 100 % around the text of a cell."""
_CHIP, _SIGN = 32, 20
_TAG, _TAG_HEIGHT = 11, 18
_MOST_SIGNS, _LARGER = 3, 1.5
"""So few arrows or the like are painted larger than words."""
_MOST_LETTERS = 400
"""Letters of a cell that are painted."""
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_WINDOW_ICONS = ("eye-off", "clock", "sticky-note", "columns-3", "rows-3")
"""Signs that stand for no section of a map."""
_ROLE = QPalette.ColorRole


class CellPainting(QStyledItemDelegate):
    def __init__(self, model: TableModel) -> None:
        super().__init__(model)
        self._model = model
        self.current_row = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        becoming = self._model.becoming_at(index.row())
        if becoming is not None and index.column() == BECOMES:
            self._paint_chip(painter, option, index, becoming)
        else:
            is_out = becoming is not None and becoming.kind in (LEFT_OUT, "left out")
            self._paint_text(painter, option, index, is_out)
        painter.restore()

    def height(self, index: Index, font: QFont, width: int) -> int:
        """How high a cell must be for its words, in logical pixels."""
        if self._model.has_chips and index.column() == BECOMES:
            return scaled(_CHIP + 2 * PADDING)
        room = QRect(0, 0, max(width - 2 * scaled(PADDING), 20), 100_000)
        text = _words(index)
        high = QFontMetrics(font).boundingRect(room, int(_WRAPPED), text).height() if text else 0
        if self._model.is_taken_as_empty(index):
            high += QFontMetrics(font).height()
        return high + 2 * scaled(PADDING)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(scaled(120), self.height(index, option.font, scaled(120)))

    def pill(self, cell: QRect, is_mirrored: bool) -> QRectF:
        """Where in its cell a chip stands, beside its arrow."""
        high, edge = scaled(_CHIP), scaled(16)
        before, after = (edge + 2, -2) if is_mirrored else (2, -edge - 2)
        area = QRectF(cell.adjusted(before, 0, after, 0))
        return QRectF(area.left(), area.center().y() - high / 2, area.width(), high)

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, is_out: bool
    ) -> None:
        palette, area = option.palette, option.rect
        is_name = self._model.has_rows and index.column() == NAME
        is_nothing = self._model.is_taken_as_empty(index)
        ground = _mixed(palette, 0.10) if is_name else palette.color(_ROLE.Base)
        painter.fillRect(area, palette.color(_ROLE.AlternateBase) if is_nothing or is_out else ground)
        painter.setPen(QPen(palette.color(_ROLE.Midlight), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())
        font = QFont(option.font)
        font.setBold(is_name)
        font.setStrikeOut(is_nothing or is_out)
        value = self._model.value_at(index)
        if value and len(_words(index)) <= _MOST_SIGNS and not any(map(str.isalnum, _words(index))):
            font.setPixelSize(round(font.pixelSize() * _LARGER))
        painter.setFont(font)
        inner = area.adjusted(*(scaled(PADDING) * sign for sign in (1, 1, -1, -1)))
        quiet = palette.color(_ROLE.PlaceholderText)
        painter.setPen(
            quiet if is_nothing or is_out else palette.color(_ROLE.Link if is_name else _ROLE.Text)
        )
        shown = painter.boundingRect(inner, int(_WRAPPED), _words(index))
        high = painter.fontMetrics().height() if is_nothing else 0
        text = inner.adjusted(0, 0, 0, -high)
        bottom = painter.boundingRect(text, int(_WRAPPED), _words(index)).bottom()
        painter.drawText(text, int(_WRAPPED), _words(index))
        painter.setFont(option.font)
        painter.setPen(quiet)
        if value and value != _words(index):
            taken = shown.width() + scaled(8)
            beside = inner.adjusted(*((0, 0, -taken, 0) if _is_mirrored(painter) else (taken, 0, 0, 0)))
            if beside.width() > painter.fontMetrics().horizontalAdvance(value):
                side = Qt.AlignmentFlag.AlignRight if _is_mirrored(painter) else Qt.AlignmentFlag.AlignLeft
                # Its sign stands before a number in every language.
                painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
                painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter | side), value)
        if is_nothing:
            inner.setTop(bottom)
            painter.setPen(palette.color(_ROLE.LinkVisited))
            painter.drawText(inner, int(Qt.TextFlag.TextWordWrap), tr("taken as empty"))

    def _paint_chip(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, becoming: Becoming
    ) -> None:
        """A pill with sign and name of what the row becomes, and an arrow to it."""
        palette, side, is_mirrored = option.palette, scaled(_SIGN), _is_mirrored(painter)
        pill = self.pill(option.rect, is_mirrored)
        high = pill.height()
        is_current = index.row() == self.current_row
        painter.setPen(QPen(palette.color(_ROLE.Accent if is_current else _ROLE.Mid), 2 if is_current else 1))
        painter.setBrush(palette.color(_ROLE.Base))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        middle, arrow = round(pill.center().y()), scaled(14)

        def place(across: int, width: int, height: int) -> QRect:
            """A box in the middle of the pill, so far from where one begins to read."""
            left = round(pill.right()) - across - width if is_mirrored else round(pill.left()) + across
            return QRect(left, middle - height // 2, width, height)

        whole, begin = round(pill.width()), scaled(8) + side + scaled(6)
        becoming_icon(becoming).paint(painter, place(scaled(8), side, side))
        icon("chevron-down", size=14).paint(painter, place(whole - arrow - scaled(7), arrow, arrow))
        room = place(begin, whole - begin - arrow - scaled(10), option.rect.height())
        painter.setPen(palette.color(_ROLE.Text))
        words = painter.fontMetrics().elidedText(
            str(becoming.title), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.setPen(QPen(palette.color(_ROLE.Mid), 1.5))
        size = scaled(-4 if is_mirrored else 4)
        start = round(pill.left()) - 1 if is_mirrored else round(pill.right()) + 1
        end = option.rect.left() + 2 if is_mirrored else option.rect.right() - 2
        painter.drawLine(start, middle, end, middle)
        painter.drawLine(end - size, middle - abs(size), end, middle)
        painter.drawLine(end - size, middle + abs(size), end, middle)


class StagesHeader(QHeaderView):
    """The names of the stages, tinted as names are; over a list what its columns are called."""

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        count = len(self._model.reading.stages)
        if not self._model.has_rows or not count:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = self.sectionViewportPosition(FIRST), self.sectionViewportPosition(self.count() - 1)
        begin, end = (
            min(first, last),
            max(first + self.sectionSize(FIRST), last + self.sectionSize(self.count() - 1)),
        )
        frame = QRectF(begin, 1, end - begin - 1, self.height() - 2)
        painter.setPen(frame_pen(self.palette()))
        painter.drawRoundedRect(frame, 3, 3)
        shown = frame.intersected(QRectF(self.viewport().rect()))
        words = str(counted("stage", count))
        corner = QPointF(shown.right() - scaled(6), shown.top() + scaled(_TAG_HEIGHT + 4))
        paint_tag(painter, words, corner, shown)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        palette = self.palette()
        is_name = logicalIndex >= self._model.first
        painter.save()
        painter.fillRect(rect, _mixed(palette, 0.10) if is_name else palette.color(_ROLE.Window))
        painter.setPen(QPen(palette.color(_ROLE.Midlight), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if is_name:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        font = QFont(self.font())
        font.setBold(is_name)
        painter.setFont(font)
        painter.setPen(palette.color(_ROLE.Link if is_name else _ROLE.PlaceholderText))
        words = str(self._model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")[:_MOST_LETTERS]
        inner = rect.adjusted(*(scaled(PADDING) * sign for sign in (1, 0, -1, 0)))
        painter.drawText(inner, int(_WRAPPED), words)
        painter.restore()


def paint_tag(painter: QPainter, words: str, corner: QPointF, area: QRectF) -> None:
    """Words on the accent, their lower right corner there, as far as an area has room for them."""
    palette = QGuiApplication.palette()
    painter.save()
    font = QFont(painter.font())
    font.setPixelSize(scaled(_TAG))
    font.setBold(True)
    painter.setFont(font)
    wide, high = painter.fontMetrics().horizontalAdvance(words) + scaled(16), scaled(_TAG_HEIGHT)
    pill = QRectF(corner.x() - wide, corner.y() - high, wide, high)
    if area.contains(pill):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(_ROLE.Highlight))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(palette.color(_ROLE.HighlightedText))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), words)
    painter.restore()


def frame_pen(palette: QPalette) -> QPen:
    """Around what names stages or sections."""
    return QPen(palette.color(_ROLE.Accent), 1.5)


def becoming_icon(becoming: Becoming) -> QIcon:
    """The swatch of its notes, else its sign."""
    if becoming.colour is not None:
        return swatch_icon(becoming.colour, _SIGN)
    if becoming.glyph in _WINDOW_ICONS:
        return icon(becoming.glyph, size=_SIGN - 2)
    return glyph_icon(becoming.glyph)


def _is_mirrored(painter: QPainter) -> bool:
    return painter.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _words(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")[:_MOST_LETTERS]


def _mixed(palette: QPalette, share: float) -> QColor:
    """The ground with a little of the accent."""
    ground, accent = palette.color(_ROLE.Base), palette.color(_ROLE.Accent)
    parts = (
        (ground.red(), accent.red()),
        (ground.green(), accent.green()),
        (ground.blue(), accent.blue()),
    )
    return QColor(*(round(one + (other - one) * share) for one, other in parts))
