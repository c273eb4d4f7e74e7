"""The field of an option in the form: it shows what the options say, and says what was entered."""

from pathlib import Path

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from app.language.phrases import phrase
from app.language.words import capitalised
from app.pages.options import MILLIMETRES, PERCENT, Choice, Options, Setting
from app.widgets.base.check_box import CheckBox
from app.widgets.base.text_size import scaled
from app.widgets.forms.choice_fields import ComboBox
from app.widgets.forms.length_box import LengthBox
from app.widgets.forms.number_box import NumberBox
from app.widgets.forms.text_fields import HalfTypedLine

_SHOWN = phrase("On the poster")
"""Beside a switch that is on where nothing is asked for."""
_BESIDE_BOX, _LEAST_FOR_COST = 27, 110
"""Logical pixels: where words beside a box begin, and how narrow those below it may be."""


class Control(QObject):
    """Emits `changed` when something else was entered. `box` is what one works with, `widget` all of it."""

    changed = Signal()
    refused = Signal(str)
    """What was entered was not taken, or not surely as it was meant; a sentence says so."""

    def __init__(self, names: tuple[str, ...], setting: Setting, box: QWidget, all: QWidget | None = None):
        super().__init__(all or box)
        self.names, self.setting, self.box, self.widget = names, setting, box, all or box
        box.setAccessibleName(str(setting.label))
        box.setToolTip(str(setting.tip or setting.label))

    def show_options(self, options: Options) -> None:
        """Show what the options say, without a signal."""
        with QSignalBlocker(self):
            self.show_value(getattr(options, self.names[0]), options)

    def values(self) -> dict[str, object]:
        """What was entered, by the names of options."""
        return {self.names[0]: self.value()}

    def adapt(self, options: Options) -> None:
        """Take into account what the other options say."""
        if self.setting.when is not None:
            self.widget.setEnabled(self.setting.when(options))

    def show_cost(self, words: str) -> None:
        """Say what it takes from the type of a poster, where it is a switch."""

    def tell_of(self, box: NumberBox) -> None:
        """Have `refused` tell what a number's box says of what was typed."""
        box.refused.connect(self.refused)
        box.taken.connect(self.refused)

    def show_value(self, value: object, options: Options) -> None:
        raise NotImplementedError

    def value(self) -> object:
        raise NotImplementedError


class _WholeLabel(QLabel):
    """As high as its words take over several lines: what scrolls a form asks nobody for that."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))


class Switch(Control):
    """Yes or no; beside it, what that means."""

    def __init__(self, name: str, setting: Setting) -> None:
        words = str(_SHOWN) if setting.is_on else capitalised(setting.help) or str(setting.label)
        self.check_box, self.cost = CheckBox(words), _WholeLabel()
        self.cost.setProperty("role", "quiet")
        self.cost.setContentsMargins(scaled(_BESIDE_BOX), 0, 0, 0)
        self.cost.setMinimumWidth(scaled(_LEAST_FOR_COST))
        self.cost.setVisible(False)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.check_box)
        column.addWidget(self.cost)
        super().__init__((name,), setting, self.check_box, both)
        self.check_box.toggled.connect(self.changed)

    def show_cost(self, words: str) -> None:
        self.cost.setText(capitalised(words))
        self.cost.setVisible(bool(words))
        self.check_box.setAccessibleDescription(words)

    def show_value(self, value: object, options: Options) -> None:
        self.check_box.setChecked(bool(value))

    def value(self) -> object:
        return self.check_box.isChecked()


class OneOf(Control):
    """One of several values; where the setting is open, something else may be typed."""

    def __init__(self, name: str, setting: Setting, choices: tuple[Choice, ...]) -> None:
        self.combo = choice_box([(str(choice.label), choice.value) for choice in choices])
        super().__init__((name,), setting, self.combo)
        if setting.is_open:
            self.combo.setEditable(True)
            self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            self.combo.currentTextChanged.connect(self.changed)
        else:
            self.combo.currentIndexChanged.connect(self.changed)

    def show_value(self, value: object, options: Options) -> None:
        index = self.combo.findData(value)
        if self.setting.is_open and index < 0:
            title = self.setting.title
            self.combo.setCurrentText(str(title(str(value)) if title is not None else value))
        else:
            choose(self.combo, value)

    def value(self) -> object:
        """What is chosen of a project is got at only now."""
        if self.setting.is_open:
            text = self.combo.currentText()
            index = self.combo.findText(text)
            return text if index < 0 else self.combo.itemData(index)
        chosen = self.combo.currentData()
        return chosen() if callable(chosen) else chosen


class Number(Control):
    """A number with its unit. Where none need be asked for, the usual one is none."""

    def __init__(self, name: str, setting: Setting, holds: type) -> None:
        self._is_whole = holds is int
        self.spin = whole_number_box(setting) if self._is_whole else number_box(setting)
        super().__init__((name,), setting, self.spin)
        self.tell_of(self.spin)
        self._usual: float | None = None
        self.spin.valueChanged.connect(self.changed)

    def show_value(self, value: object, options: Options) -> None:
        self._usual = self._usual_of(options)
        shown = self._usual if value is None else value
        self.spin.setValue(shown if isinstance(shown, int | float) else 0)

    def value(self) -> object:
        value = int(self.spin.value()) if self._is_whole else self.spin.value()
        return None if self._usual is not None and value == self._usual else value

    def adapt(self, options: Options) -> None:
        super().adapt(options)
        if self.value() is None and self._usual_of(options) != self._usual:
            self.show_options(options)

    def _usual_of(self, options: Options) -> float | None:
        usual = self.setting.usual
        found = getattr(options, usual) if isinstance(usual, str) and usual else usual
        return found if isinstance(found, int | float) else None


class Words(Control):
    """A line of text."""

    def __init__(self, name: str, setting: Setting) -> None:
        self.line = HalfTypedLine()
        super().__init__((name,), setting, self.line)
        self.line.setPlaceholderText(capitalised(setting.help))
        self.line.textChanged.connect(self.changed)

    def show_value(self, value: object, options: Options) -> None:
        self.line.setText(str(value))

    def value(self) -> object:
        return self.line.text()


def choice_box(entries: list[tuple[str, object]]) -> QComboBox:
    box = ComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    for text, data in entries:
        box.addItem(text, data)
    return box


def choose(box: QComboBox, data: object) -> None:
    indexes = [index for index in range(box.count()) if box.itemData(index) == data]
    box.setCurrentIndex(indexes[0] if indexes else 0)


def number_box(setting: Setting) -> NumberBox:
    if setting.unit == MILLIMETRES:
        return _with_range(LengthBox(), setting.least, setting.most)
    field = NumberBox()
    share = 100 if setting.unit == PERCENT else 1
    field.setDecimals(1)
    field.setSuffix(f" {setting.unit}" if setting.unit else "")
    return _with_range(field, setting.least * share, setting.most * share)


def _with_range(field: NumberBox, least: float, most: float) -> NumberBox:
    field.setRange(least, most)
    field.setKeyboardTracking(False)
    return field


def whole_number_box(setting: Setting) -> NumberBox:
    field = NumberBox()
    field.setDecimals(0)
    field.setRange(round(setting.least), round(setting.most))
    field.setKeyboardTracking(False)
    return field


def path_or_none(text: str) -> Path | None:
    return Path(text) if text.strip() else None
