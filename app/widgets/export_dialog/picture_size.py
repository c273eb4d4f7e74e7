"""How fine a picture is to be: so many pixels, or so many dots for each inch of its size on paper."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from app.formats.format import DOTS_PER_INCH, LONGER_SIDE, MOST_PIXELS, ExportOptions
from app.widgets.forms.choice_fields import ComboBox
from app.widgets.wheel import keep_still

_PIXELS, _DOTS = range(2)
_USUAL_DOTS = 150


class PictureSize(QWidget):
    """A number with its unit. What nobody has changed is no option."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.number = QSpinBox()
        self.number.setKeyboardTracking(False)
        keep_still(self.number)
        self.number.setGroupSeparatorShown(True)
        self.number.setAccessibleName("Fineness of a picture")
        self.unit = ComboBox()
        self.unit.setAccessibleName("Unit of fineness")
        self.unit.addItems(["pixels, longer side", "dots per inch"])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.number)
        row.addWidget(self.unit, 1)
        self.setFocusProxy(self.number)
        for control in (self.number, self.unit):
            control.setToolTip("How fine a .png is; what it takes is told below")
        self.say(ExportOptions())
        self.unit.currentIndexChanged.connect(self._change_unit)
        self.number.valueChanged.connect(self.changed)

    @property
    def pixels(self) -> int | None:
        """Of the longer side; none where that is the usual, or dots are asked for."""
        value = self.number.value()
        return value if self.unit.currentIndex() == _PIXELS and value != LONGER_SIDE else None

    @property
    def dots_per_inch(self) -> float | None:
        return self.number.value() if self.unit.currentIndex() == _DOTS else None

    def say(self, options: ExportOptions) -> None:
        with QSignalBlocker(self.unit), QSignalBlocker(self.number):
            self.unit.setCurrentIndex(_PIXELS if options.dots_per_inch is None else _DOTS)
            self._set_range()
            self.number.setValue(round(options.dots_per_inch or options.pixels or LONGER_SIDE))

    def _change_unit(self) -> None:
        with QSignalBlocker(self.number):
            self._set_range()
            self.number.setValue(LONGER_SIDE if self.unit.currentIndex() == _PIXELS else _USUAL_DOTS)
        self.changed.emit()

    def _set_range(self) -> None:
        in_pixels = self.unit.currentIndex() == _PIXELS
        self.number.setRange(*((1, MOST_PIXELS) if in_pixels else DOTS_PER_INCH))
