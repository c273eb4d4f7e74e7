"""Fields for choosing: one of several values, a note colour, a number, yes or no."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox

from app.language.phrases import Phrase
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.check_box import CheckBox
from app.widgets.base.icons import pixmap
from app.widgets.base.swatches import SwatchRow
from app.widgets.base.text_size import scaled
from app.widgets.base.wheel import keep_still
from app.widgets.base.whole_words import whole_tip
from app.widgets.forms.field import MIXED, Field
from app.widgets.forms.number_box import NumberBox

_AROUND_WORDS = 36
"""Logical pixels of a box beside what is chosen in it."""


class ComboBox(QComboBox):
    """Draws its arrow in the palette's colour."""

    def __init__(self) -> None:
        super().__init__()
        keep_still(self)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._own_tip = ""
        self.currentTextChanged.connect(self._tell)

    def setToolTip(self, words: str) -> None:
        self._own_tip = words
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _tell(self, *_: object) -> None:
        """Say on hovering what is chosen, where that is cut off."""
        words = self.currentText()
        is_cut = self.fontMetrics().horizontalAdvance(words) > self.width() - _AROUND_WORDS
        super().setToolTip(whole_tip(words, self._own_tip, is_cut))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        arrow = pixmap("chevron-down", "quiet", 14, self.devicePixelRatioF())
        side = scaled(14)
        left = 8 if self.isRightToLeft() else self.width() - 8 - side
        QPainter(self).drawPixmap(QPoint(left, (self.height() - side) // 2), arrow)


class ChoiceField(Field):
    """One of several values, each with the words for it."""

    def __init__(self, choices: Sequence[tuple[object, str | Phrase]]) -> None:
        self.box = ComboBox()
        self._values = [value for value, _ in choices]
        for _, words in choices:
            self.box.addItem(str(words))
        super().__init__(self.box)
        self.box.activated.connect(lambda index: self.edited.emit(self._values[index]))

    def show_value(self, value: object) -> None:
        """Show a value; one that this version has no words for as it is."""
        self.box.setPlaceholderText(str(value))
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def show_mixed(self) -> None:
        self.box.setPlaceholderText(str(MIXED))
        self.box.setCurrentIndex(-1)


class ColourField(Field):
    """One of the eight note colours."""

    def __init__(self) -> None:
        self.row = SwatchRow()
        super().__init__(self.row)
        set_focus_proxy(self, next(iter(self.row.swatches.values())))
        self.row.chosen.connect(self.edited.emit)

    def show_value(self, value: object) -> None:
        for colour, swatch in self.row.swatches.items():
            swatch.setChecked(colour == value)

    def show_mixed(self) -> None:
        self.row.show_colour(None)


class NumberField(Field):
    """A number, whole unless there are `decimals`. With `or_none`, words for it, there may be none."""

    merges = True

    def __init__(
        self, lowest: float, highest: float, decimals: int = 0, step: float = 1, or_none: str = ""
    ) -> None:
        self.box = NumberBox()
        self.box.setDecimals(decimals)
        self.box.setSingleStep(step)
        self.box.setMaximum(highest)
        self.box.least = lowest
        self._lowest = lowest
        self._or_none = or_none
        self._is_whole = decimals == 0
        self._is_showing = False
        super().__init__(self.box)
        self.box.valueChanged.connect(self._emit_edited)
        self.box.editingFinished.connect(self.ended)
        self.box.taken.connect(self.refused)
        self.box.refused.connect(self.refused)

    def show_value(self, value: object) -> None:
        self._show(value if isinstance(value, int | float) else None, self._or_none)

    def show_mixed(self) -> None:
        self._show(None, str(MIXED))

    def select_all(self) -> None:
        self.box.selectAll()

    def _show(self, value: float | None, words: str) -> None:
        """Show a number; or words, which stand for one below the lowest.

        A number that is there already stays as it was typed: "2." is on its way to "2.5".
        """
        if value is not None and value == self.box.value():
            return
        self._is_showing = True
        self.box.setMinimum(self._lowest - 1 if words else self._lowest)
        self.box.setSpecialValueText(words)
        self.box.setValue(self._lowest - 1 if value is None else value)
        self._is_showing = False

    def _emit_edited(self) -> None:
        if self._is_showing:
            return
        number = self.box.value()
        if number >= self._lowest:
            self.edited.emit(int(number) if self._is_whole else number)
        elif self._or_none:
            self.edited.emit(None)


class CheckField(Field):
    """Yes or no; in between where the records differ."""

    has_own_label = True

    def __init__(self, words: str) -> None:
        self.box = CheckBox(words)
        super().__init__(self.box)
        self.box.clicked.connect(self._emit_edited)

    def show_value(self, value: object) -> None:
        self.box.setTristate(False)
        self.box.setChecked(bool(value))

    def show_mixed(self) -> None:
        self.box.setTristate(True)
        self.box.setCheckState(Qt.CheckState.PartiallyChecked)

    def _emit_edited(self) -> None:
        self.box.setTristate(False)
        self.edited.emit(self.box.isChecked())
