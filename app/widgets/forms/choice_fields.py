"""Fields for choosing: one of several values, a note colour, a number, yes or no."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox

from app.widgets.forms.field import MIXED, Field
from app.widgets.icons import pixmap
from app.widgets.swatches import SwatchRow


class ComboBox(QComboBox):
    """Draws its arrow in the palette's colour; the wheel scrolls the form rather than the choice."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        arrow = pixmap("chevron-down", "quiet", 14, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPoint(self.width() - 22, (self.height() - 14) // 2), arrow)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(Field):
    """One of several values, each with the words for it."""

    def __init__(self, choices: Sequence[tuple[object, str]]) -> None:
        self.box = ComboBox()
        self._values = [value for value, _ in choices]
        for _, words in choices:
            self.box.addItem(words)
        super().__init__(self.box)
        self.box.activated.connect(lambda index: self.edited.emit(self._values[index]))

    def show_value(self, value: object) -> None:
        """Show a value; one that this version has no words for as it is."""
        self.box.setPlaceholderText(str(value))
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def show_mixed(self) -> None:
        self.box.setPlaceholderText(MIXED)
        self.box.setCurrentIndex(-1)


class ColourField(Field):
    """One of the eight note colours."""

    def __init__(self) -> None:
        self.row = SwatchRow()
        super().__init__(self.row)
        self.setFocusProxy(next(iter(self.row.swatches.values())))
        self.row.chosen.connect(self.edited.emit)

    def show_value(self, value: object) -> None:
        for colour, swatch in self.row.swatches.items():
            swatch.setChecked(colour == value)

    def show_mixed(self) -> None:
        self.row.show_colour(None)


class NumberField(Field):
    """A whole number, or one with decimals; none where the field is at `lowest` and `or_none` says so."""

    grows = True

    def __init__(
        self, lowest: float, highest: float, decimals: int = 0, step: float = 1, or_none: str = ""
    ) -> None:
        self.box: QSpinBox | QDoubleSpinBox = QDoubleSpinBox() if decimals else QSpinBox()
        self._none = or_none
        self._lowest = lowest
        self._is_showing = False
        if isinstance(self.box, QDoubleSpinBox):
            self.box.setDecimals(decimals)
            self.box.setRange(lowest, highest)
            self.box.setSingleStep(step)
        else:
            self.box.setRange(int(lowest), int(highest))
            self.box.setSingleStep(int(step))
        self.box.setSpecialValueText(or_none)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        super().__init__(self.box)
        self.box.valueChanged.connect(self._tell)
        self.box.editingFinished.connect(self.ended)

    def show_value(self, value: object) -> None:
        number = self._lowest if value is None else value
        assert isinstance(number, int | float)
        self._is_showing = True
        if isinstance(self.box, QDoubleSpinBox):
            self.box.setValue(number)
        else:
            self.box.setValue(int(number))
        self._is_showing = False

    def show_mixed(self) -> None:
        self.show_value(None)

    def select_all(self) -> None:
        self.box.selectAll()

    def _tell(self) -> None:
        if not self._is_showing:
            value = self.box.value()
            self.edited.emit(None if self._none and value == self._lowest else value)


class CheckField(Field):
    """Yes or no; in between where the records differ."""

    says_its_label = True

    def __init__(self, words: str) -> None:
        self.box = QCheckBox(words)
        super().__init__(self.box)
        self.box.clicked.connect(self._tell)

    def show_value(self, value: object) -> None:
        self.box.setTristate(False)
        self.box.setChecked(bool(value))

    def show_mixed(self) -> None:
        self.box.setTristate(True)
        self.box.setCheckState(Qt.CheckState.PartiallyChecked)

    def _tell(self) -> None:
        self.box.setTristate(False)
        self.edited.emit(self.box.isChecked())
