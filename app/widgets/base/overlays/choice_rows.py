"""The rows of a list that is found by typing: a name, what it does or why it cannot be done now, its key."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.widgets.base.icons import pixmap
from app.widgets.base.overlays.ranking import ROW_HEIGHT
from app.widgets.base.text_size import scaled

_GAP, _ICON = 10, 14
"""Logical pixels between the parts of a row, and of the sign before a reason."""
_SMALLER = 12.5 / 13
_KEY_SMALLER = 11.5 / 13


class Choice(NamedTuple):
    """One row: what it shows, the words that find it, what it does, the key that does the same, the deed."""

    text: str
    words: str
    icon: QIcon
    tip: str
    key: str
    run: Callable[[], object]
    why_not: str = ""
    """Why it cannot be done now, where it cannot."""


class ChoiceRows(QStyledItemDelegate):
    """Paints what a choice says beside its name; the name's ground and icon are the style's."""

    def __init__(self, of: Callable[[int], Choice]) -> None:
        """`of` is the choice in a row."""
        super().__init__()
        self._of = of

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, scaled(ROW_HEIGHT))

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The style paints ground and icon, and no words."""
        super().initStyleOption(option, index)
        option.text = ""
        if self._of(index.row()).why_not:
            option.state &= ~QStyle.StateFlag.State_Enabled

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        choice, palette = self._of(index.row()), option.palette
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        row = _Row(painter, option.rect.adjusted(scaled(8), 0, -scaled(8), 0), option.direction)
        row.skip(option.decorationSize.width() + scaled(_GAP))
        font = QFont(option.font)
        if choice.key:
            row.key(choice.key, _smaller(font, _KEY_SMALLER), palette)
        name = QFont(font)
        name.setWeight(QFont.Weight.DemiBold if is_current else QFont.Weight.Medium)
        ink = palette.color(QPalette.ColorRole.Link if is_current else QPalette.ColorRole.WindowText)
        if choice.why_not:
            ink = palette.color(QPalette.ColorRole.PlaceholderText)
        row.words(choice.text, name, ink)
        if choice.why_not:
            warning = palette.color(QPalette.ColorRole.LinkVisited)
            row.sign("info", painter.device().devicePixelRatioF())
            row.words(choice.why_not, _smaller(font, _SMALLER), warning)
        elif choice.tip != choice.text:
            row.words(choice.tip, _smaller(font, _SMALLER), palette.color(QPalette.ColorRole.PlaceholderText))
        painter.restore()


class _Row:
    """What is left of a row, in the direction in which one reads."""

    def __init__(self, painter: QPainter, room: QRect, direction: Qt.LayoutDirection) -> None:
        self._painter, self._room = painter, room
        self._is_mirrored = direction == Qt.LayoutDirection.RightToLeft

    def skip(self, width: int) -> QRect:
        """Take so much at the beginning."""
        room = self._room
        taken = QRect(room)
        if self._is_mirrored:
            taken.setLeft(room.right() + 1 - width)
            room.setRight(room.right() - width)
        else:
            taken.setWidth(width)
            room.setLeft(room.left() + width)
        return taken

    def words(self, words: str, font: QFont, ink: QColor) -> None:
        """Words, shortened to what room is left."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(self._room.width(), 0))
        place = self.skip(metrics.horizontalAdvance(shown) + scaled(_GAP))
        self._painter.setFont(font)
        self._painter.setPen(ink)
        side = Qt.AlignmentFlag.AlignRight if self._is_mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._painter.drawText(place, int(flags) | int(Qt.TextFlag.TextDontClip), shown)

    def sign(self, name: str, ratio: float) -> None:
        place = self.skip(scaled(_ICON) + scaled(5))
        left = place.right() + 1 - scaled(_ICON) if self._is_mirrored else place.left()
        top = place.center().y() - scaled(_ICON) // 2 + 1
        self._painter.drawPixmap(left, top, pixmap(name, "warning", _ICON, ratio))

    def key(self, key: str, font: QFont, palette: QPalette) -> None:
        """A key cap at the end of the row."""
        metrics, room = QFontMetrics(font), self._room
        width, height = metrics.horizontalAdvance(key) + scaled(12), metrics.height() + scaled(4)
        left = room.left() if self._is_mirrored else room.right() + 1 - width
        cap = QRect(left, room.center().y() - height // 2 + 1, width, height)
        self._painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        self._painter.setBrush(QGuiApplication.palette().color(QPalette.ColorRole.Base))
        self._painter.drawRoundedRect(cap, scaled(5), scaled(5))
        self._painter.setFont(font)
        self._painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        self._painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        gap = width + scaled(_GAP)
        if self._is_mirrored:
            room.setLeft(room.left() + gap)
        else:
            room.setRight(room.right() - gap)


def _smaller(font: QFont, share: float) -> QFont:
    smaller = QFont(font)
    smaller.setPixelSize(max(round(font.pixelSize() * share), 1))
    return smaller


def spoken(choice: Choice) -> str:
    """What a screen reader says of a row."""
    return ". ".join(_said(choice))


def _said(choice: Choice) -> Iterator[str]:
    yield choice.text
    if choice.why_not:
        yield choice.why_not
    if choice.key:
        yield choice.key
