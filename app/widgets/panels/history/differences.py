"""The differences between two versions of a map, in words: each is a step to its place on the map."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.drawing.marks import BADGE_HEIGHT, draw_badges
from app.drawing.painter import paint
from app.language.phrases import tr
from app.model.history.version_words import SIGNS, counted, format_difference
from app.model.history.versions import Became, Comparison, Difference
from app.model.nouns import word
from app.widgets.base.keys import key_words
from app.widgets.base.text_size import scaled
from app.widgets.panels.history.step_list import LIST_WIDTH

MOST = 500
"""Differences that are listed; the map has the marks of all."""
_BADGE = QSize(46, 20)
_BESIDE_TEXT = _BADGE.width() + 44
"""What sign, edges and scroll bar take of a row."""


class Differences(QWidget):
    """Emits `chosen` with who stands, in the compared document, for the record of a difference."""

    chosen = Signal(str)
    export_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Difference, ...] = ()
        self.counts = QLabel()
        self.counts.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Differences"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(_BADGE)
        self.list.setProperty("role", "differences")
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemClicked.connect(lambda _: self._choose(self.list.currentRow()))
        self.previous = _button(
            tr("Previous"),
            tr("Show the previous difference ({key})", key=key_words("Shift+F3")),
            lambda: self.go(-1),
        )
        self.next = _button(
            tr("Next"), tr("Show the next difference ({key})", key=key_words("F3")), lambda: self.go(1)
        )
        self.export = _button(
            tr("Poster…"), tr("Export or print the map with these marks"), self.export_wanted.emit
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.counts)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        for button in (self.previous, self.next, self.export):
            row.addWidget(button)
        column.addLayout(row)

    def show_comparison(self, comparison: Comparison) -> None:
        """List the differences of a comparison, and go to none of them yet."""
        self._shown = comparison.differences[:MOST]
        self.list.blockSignals(True)
        self.list.clear()
        metrics = self.list.fontMetrics()
        for difference in self._shown:
            self.list.addItem(_row(comparison, difference, metrics))
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        more = len(comparison.differences) - len(self._shown)
        counts = counted(comparison)
        self.counts.setText(
            tr("{counts}. The first {count} are listed.", counts=counts, count=len(self._shown))
            if more
            else str(counts)
        )
        for button in (self.previous, self.next):
            button.setEnabled(bool(self._shown))

    def go(self, by: int) -> None:
        """To the next difference (1) or the one before (−1), round the end."""
        if self._shown:
            row = self.list.currentRow()
            first = 0 if by > 0 else len(self._shown) - 1
            self.list.setCurrentRow(first if row < 0 else (row + by) % len(self._shown))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.chosen.emit(self._shown[row].seen_at)


def _row(comparison: Comparison, difference: Difference, metrics: QFontMetrics) -> QListWidgetItem:
    """A row as high as its text, which Qt would measure without the sign and the scroll bar."""
    name, became = format_difference(comparison, difference)
    item = QListWidgetItem(_badge(difference.became, difference.number), f"{name}\n{became}")
    label = tr(
        "{number}, {what}: {name}. {became}",
        number=difference.number,
        what=word("became", difference.became),
        name=name,
        became=became,
    )
    item.setData(Qt.ItemDataRole.AccessibleTextRole, label)
    item.setToolTip(tr("Show it on the map"))
    height = metrics.boundingRect(
        QRect(0, 0, scaled(LIST_WIDTH) - _BESIDE_TEXT, 1000), Qt.TextFlag.TextWordWrap, item.text()
    ).height()
    item.setSizeHint(QSize(scaled(LIST_WIDTH) - _BESIDE_TEXT, height + 12))
    return item


@lru_cache(maxsize=2 * MOST)
def _badge(became: Became, number: int) -> QIcon:
    """The same badge as on the map."""
    ratio = 2
    pixmap = QPixmap(_BADGE * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    scale = _BADGE.height() * ratio / (BADGE_HEIGHT + 4)
    text = f"{SIGNS[became]} {number}"
    with QPainter(pixmap) as painter:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        paint(painter, draw_badges(became, [(QPointF(2, BADGE_HEIGHT / 2 + 2), text)]), scale)
    pixmap.setDevicePixelRatio(ratio)
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon


def _button(text: str, tip: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.clicked.connect(lambda: do())
    return button
