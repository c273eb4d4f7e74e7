"""How an agenda item looks in its list: when it begins, what is done, its title, what to do, its minutes."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.language.phrases import tr
from app.language.words import capitalised
from app.model.analysis.agenda import length_in_words
from app.model.nouns import word
from app.model.records import AgendaItem, ItemKind
from app.widgets.base.icons import icon
from app.widgets.base.swatches import paint_swatch
from app.widgets.base.text_size import scaled
from app.widgets.forms.text_fields import HalfTypedLine

HEIGHT = 54
_START, _SIGN, _MINUTES, _KIND, _GAP = 52, 28, 76, 88, 12
"""Logical pixels at 100 % of the parts of a row."""
_ROOM_FOR_KIND = 420
"""Logical pixels under which what is done is said by its sign alone."""
ICONS: dict[ItemKind, str] = {
    "show": "presentation",
    "write": "pencil",
    "vote": "hand",
    "place": "target",
    "break": "clock",
}
Index = QModelIndex | QPersistentModelIndex


class Rows(QStyledItemDelegate):
    """Paints the rows of a list, and has their titles typed. `item_at` gives what stands in a row."""

    entered = Signal()
    """Enter ended the typing: the next one is to come."""

    def __init__(self, parent: QObject, item_at: Callable[[int], tuple[AgendaItem, int] | None]) -> None:
        """`item_at` gives an agenda item with the minutes before it, or none for one that is being typed."""
        super().__init__(parent)
        self._item_at = item_at

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(scaled(200), scaled(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text, option.icon = "", QIcon()
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        found = self._item_at(index.row())
        if found is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _Row(painter, option, *found).paint()
            painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = HalfTypedLine(tr("What is done, and its minutes: Pain points 20 min"))
        line.setParent(parent)
        line.setAccessibleName(tr("Title of the agenda item"))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, HalfTypedLine):
            editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        parts = _Parts(option)
        height = editor.sizeHint().height()
        words = parts.words
        editor.setGeometry(
            QRect(words.left() - 6, words.center().y() - height // 2, words.width() + 6, height)
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, HalfTypedLine) and _is_enter(event):
            is_empty = not watched.text().strip()
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            if not is_empty:
                self.entered.emit()
            return True
        return super().eventFilter(watched, event)


def _is_enter(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Parts:
    """Where the parts of a row stand, as one reads."""

    def __init__(self, option: QStyleOptionViewItem) -> None:
        self._option = option
        area = option.rect.adjusted(scaled(10), 0, -scaled(12), 0)
        self._area = area
        x = area.left()
        start, side, gap = scaled(_START), scaled(_SIGN), scaled(_GAP)
        self.start = self._seen(QRect(x, area.top(), start, area.height()))
        x += start + gap
        self.sign = self._seen(QRect(x, area.center().y() - side // 2, side, side))
        x += side + gap
        right = area.right() - scaled(_MINUTES)
        self.minutes = self._seen(QRect(right, area.top(), scaled(_MINUTES), area.height()))
        self.has_kind = area.width() >= scaled(_ROOM_FOR_KIND)
        if self.has_kind:
            right -= scaled(_KIND)
        self.kind = self._seen(QRect(right, area.top(), scaled(_KIND), area.height()))
        self.words = self._seen(QRect(x, area.top() + 1, max(right - gap - x, 20), area.height() - 2))

    def _seen(self, place: QRect) -> QRect:
        return QStyle.visualRect(self._option.direction, self._option.rect, place)


class _Row:
    def __init__(
        self, painter: QPainter, option: QStyleOptionViewItem, item: AgendaItem, before: int
    ) -> None:
        self._painter, self._option, self._item, self._before = painter, option, item, before
        self._parts = _Parts(option)
        self._ink = option.palette.color(QPalette.ColorRole.Text)
        self._quiet = option.palette.color(QPalette.ColorRole.PlaceholderText)

    def paint(self) -> None:
        item, parts = self._item, self._parts
        hours, minutes = divmod(self._before, 60)
        self._write(parts.start, f"{hours}:{minutes:02}", self._quiet, at_end=True)
        self._paint_sign()
        self._write(parts.minutes, str(length_in_words(item.minutes)), self._ink, at_end=True)
        if parts.has_kind:
            self._write(parts.kind, capitalised(word("item kind", item.item_kind)), self._quiet)
        place = parts.words
        half = place.height() // 2
        title = item.title or tr("Without a title")
        if not item.instruction:
            self._write(place, title, self._ink, is_bold=True)
            return
        self._write(
            QRect(place.left(), place.top() + 3, place.width(), half - 2), title, self._ink, is_bold=True
        )
        lower = QRect(place.left(), place.top() + half - 1, place.width(), half - 3)
        self._write(lower, item.instruction, self._quiet)

    def _paint_sign(self) -> None:
        place = self._parts.sign
        if self._item.colour is not None and self._item.item_kind == "write":
            paint_swatch(self._painter, QRectF(place), self._item.colour)
            return
        self._painter.setPen(Qt.PenStyle.NoPen)
        ground = self._option.palette.color(QPalette.ColorRole.Mid)
        ground.setAlphaF(0.35)
        self._painter.setBrush(ground)
        self._painter.drawRoundedRect(place, 6, 6)
        icon(ICONS.get(self._item.item_kind, "presentation"), size=16).paint(self._painter, place)

    def _write(
        self, place: QRect, words: str, ink: object, at_end: bool = False, is_bold: bool = False
    ) -> None:
        font = QFont(self._option.font)
        font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
        self._painter.setFont(font)
        self._painter.setPen(ink)
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        flags = QStyle.visualAlignment(self._option.direction, side) | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(place, flags | Qt.TextFlag.TextSingleLine, shown)
