"""Fields that are made of two: a choice with a number, a number with its unit, a file with its button."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.language.phrases import tr, tr_context
from app.pages.options import PERCENT, Options, Setting
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.file_dialogs import ask_for_existing_file
from app.widgets.forms.number_box import NumberBox
from app.widgets.forms.text_fields import HalfTypedLine
from app.widgets.pages.export.control import (
    Control,
    choice_box,
    choose,
    number_box,
    path_or_none,
    whole_number_box,
)

_OTHER = object()


class ChoiceOrNumber(Control):
    """One of several values, or else a number, which is seen only then."""

    def __init__(self, name: str, setting: Setting) -> None:
        entries: list[tuple[str, object]] = [(str(choice.label), choice.value) for choice in setting.choices]
        self.combo = choice_box([*entries, (str(setting.other), _OTHER)])
        self.number = number_box(setting)
        self._share = 100 if setting.unit == PERCENT else 1
        super().__init__((name,), setting, self.combo, _joined(QVBoxLayout(), self.combo, self.number))
        self.tell_of(self.number)
        self.number.setAccessibleName(str(setting.other))
        self.number.setToolTip(str(setting.other))
        self.combo.currentIndexChanged.connect(self._change)
        self.number.valueChanged.connect(self.changed)

    def show_value(self, value: object, options: Options) -> None:
        is_known = any(value == choice.value for choice in self.setting.choices)
        with QSignalBlocker(self.combo):
            choose(self.combo, value if is_known else _OTHER)
        self.number.setValue(self._share * (value if isinstance(value, int | float) else 1))
        self.number.setVisible(not is_known)

    def value(self) -> object:
        chosen = self.combo.currentData()
        return self.number.value() / self._share if chosen is _OTHER else chosen

    def _change(self) -> None:
        self.number.setVisible(self.combo.currentData() is _OTHER)
        self.changed.emit()


class NumberWithUnit(Control):
    """Of several options the one that is asked for: a number, and what it counts.

    The usual number of the first is nothing that anybody asks for.
    """

    def __init__(self, settings: Mapping[str, Setting]) -> None:
        self._settings = dict(settings)
        first = next(iter(self._settings.values()))
        self.number = whole_number_box(first)
        self.unit = choice_box([(str(one.unit), name) for name, one in settings.items()])
        row = _joined(QHBoxLayout(), self.number, self.unit)
        super().__init__(tuple(self._settings), first, self.number, row)
        self.tell_of(self.number)
        self.number.setAccessibleName(str(first.instead_of))
        self.unit.setAccessibleName(tr("{field}: unit", field=str(first.instead_of)))
        self.unit.setToolTip(str(first.tip))
        self._show(self.names[0], None)
        self.unit.currentIndexChanged.connect(self._change_unit)
        self.number.valueChanged.connect(self.changed)

    def show_options(self, options: Options) -> None:
        asked = [name for name in self.names if getattr(options, name) is not None]
        name = asked[0] if asked else self.names[0]
        with QSignalBlocker(self):
            self._show(name, getattr(options, name))

    def values(self) -> dict[str, object]:
        chosen, value = self.unit.currentData(), int(self.number.value())
        is_asked = chosen != self.names[0] or value != self.setting.usual
        return {name: value if is_asked and name == chosen else None for name in self.names}

    def _show(self, name: str, value: float | None) -> None:
        setting = self._settings[name]
        with QSignalBlocker(self.unit), QSignalBlocker(self.number):
            choose(self.unit, name)
            self.number.setRange(round(setting.least), round(setting.most))
            self.number.setValue(round(value or float(setting.usual)))

    def _change_unit(self) -> None:
        self._show(self.unit.currentData(), None)
        self.changed.emit()


class File(Control):
    """A file by its path, and a button to look for it."""

    def __init__(self, name: str, setting: Setting) -> None:
        self.line, self.button = HalfTypedLine(), QToolButton()
        super().__init__((name,), setting, self.line, _joined(QHBoxLayout(), self.line, self.button))
        self.line.setPlaceholderText(tr_context("no file", "None"))
        self.line.setClearButtonEnabled(True)
        self.button.setText(tr("Choose…"))
        self.button.setAccessibleName(tr("Choose: {what}", what=str(setting.label)))
        self.button.setToolTip(str(setting.tip))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._ask)
        self.line.textChanged.connect(self.changed)

    def show_value(self, value: object, options: Options) -> None:
        self.line.setText("" if value is None else str(value))

    def value(self) -> Path | None:
        return path_or_none(self.line.text())

    def _ask(self) -> None:
        def take(path: Path) -> None:
            self.line.setText(str(path))

        title = tr("Choose: {what}", what=str(self.setting.label))
        ask_for_existing_file(self.widget.window(), title, str(self.setting.files), take)


def _joined(layout: QBoxLayout, *widgets: QWidget) -> QWidget:
    joined = QWidget()
    joined.setLayout(layout)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for widget in widgets:
        layout.addWidget(widget, 0 if isinstance(widget, NumberBox) else 1)
    joined.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    set_focus_proxy(joined, widgets[0])
    return joined
