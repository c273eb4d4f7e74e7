"""A field that chooses some of several things, of which there may be very many: each has a box to tick."""

from collections.abc import Collection, Hashable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.widgets.base.check_box import GAP, SIDE, paint_box
from app.widgets.base.plain_text import tip
from app.widgets.base.text_size import scaled
from app.widgets.forms.field import Field

_ROW, _MOST_ROWS, _RING = 26, 5, 2
"""Logical pixels of a row; rows before it is scrolled; logical pixels of the focus around them."""
_KEY = Qt.ItemDataRole.UserRole


class Tick(NamedTuple):
    """Something that can be ticked: by what it is known, and what it is called."""

    key: Hashable
    words: str


class TickListField(Field):
    """None ticked means all, and `all_words` says so. Those derived from it know what there is to tick."""

    def __init__(self, all_words: str) -> None:
        self.list = _Ticks()
        self._all = QLabel(all_words)
        self._all.setProperty("role", "quiet")
        self._all.setWordWrap(True)
        self._value: object = ()
        self._is_mixed = False
        self._is_showing = False
        super().__init__(self.list)
        column = self.layout()
        assert column is not None
        column.addWidget(self._all)
        self.list.itemChanged.connect(self._emit_edited)

    def ticks(self) -> Sequence[Tick]:
        """What there is to tick."""
        raise NotImplementedError

    def ticked_by(self, value: object) -> Collection[Hashable]:
        """The keys of what a value has chosen."""
        raise NotImplementedError

    def meant_by(self, keys: Sequence[Hashable]) -> object:
        """The value that chooses what has these keys."""
        return tuple(keys)

    def show_value(self, value: object) -> None:
        self._value, self._is_mixed = value, False
        self.look_again()
        rows = map(self.list.item, range(self.list.count()))
        first = next((row for row in rows if row.checkState() != Qt.CheckState.Unchecked), None)
        if first is not None and not self.list.hasFocus():
            self.list.scrollToItem(first)

    def show_mixed(self) -> None:
        self._value, self._is_mixed = (), True
        self.look_again()

    def look_again(self) -> None:
        """Show what there is to tick now."""
        self._is_showing = True
        ticks, ticked = self.ticks(), self.ticked_by(self._value)
        while self.list.count() > len(ticks):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(ticks):
            self.list.addItem(_row())
        for place, one in enumerate(ticks):
            _show(self.list.item(place), one, self._state(one.key in ticked))
        self._is_showing = False
        self.list.setVisible(bool(ticks))
        self._all.setVisible(not ticked and not self._is_mixed)
        self.list.updateGeometry()

    def _state(self, is_ticked: bool) -> Qt.CheckState:
        if self._is_mixed:
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked

    def _emit_edited(self) -> None:
        if self._is_showing:
            return
        rows = (self.list.item(place) for place in range(self.list.count()))
        keys = [row.data(_KEY) for row in rows if row.checkState() == Qt.CheckState.Checked]
        self.edited.emit(self.meant_by(keys))


class _Ticks(QListWidget):
    """As high as its rows, up to some of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Boxes(self))

    def sizeHint(self) -> QSize:
        return QSize(120, min(self.count(), _MOST_ROWS) * scaled(_ROW) + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())


class _Boxes(QStyledItemDelegate):
    """Rows with a box as forms have them. A press anywhere in a row, or Space, ticks it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        words, state, shown = option.text, option.checkState, option.widget
        option.text, option.icon = "", QIcon()
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        shown.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, shown)
        side, beside = scaled(SIDE), scaled(6)
        area = option.rect.adjusted(beside, 0, -beside, 0)
        square = QRectF(area.left(), area.center().y() - side / 2 + 0.5, side, side)
        rest = area.adjusted(side + GAP, 0, 0, 0)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            square.moveRight(area.right() + 1)
            rest = area.adjusted(0, 0, -side - GAP, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The list itself is transparent.
        paint_box(painter, square, state, QGuiApplication.palette(), shown.devicePixelRatioF())
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        elided = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        is_press = event.type() == QEvent.Type.MouseButtonRelease
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not (is_press or (is_key and event.type() == QEvent.Type.KeyPress)):
            return False
        role = Qt.ItemDataRole.CheckStateRole
        is_ticked = Qt.CheckState(index.data(role)) == Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked, role)


def _row() -> QListWidgetItem:
    row = QListWidgetItem()
    row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    row.setSizeHint(QSize(60, scaled(_ROW)))
    return row


def _show(row: QListWidgetItem, tick: Tick, state: Qt.CheckState) -> None:
    row.setText(tick.words)
    row.setToolTip(tip(tick.words))
    row.setData(_KEY, tick.key)
    row.setCheckState(state)
