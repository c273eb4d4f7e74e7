"""A field for a persona's traits: a slider each, and a line to add the next."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QVBoxLayout, QWidget

from app.model.records import Trait
from app.model.text import one_line
from app.widgets.forms.field import Field, come_before
from app.widgets.forms.text_fields import LineEdit
from app.widgets.icons import icon

PLACEHOLDER = "Comfort with technology"
STEPS = 20


class TraitsField(Field):
    """The value is a tuple of traits. Sliding is one step of the history until one lets go."""

    grows = True

    def __init__(self) -> None:
        box = QWidget()
        super().__init__(box)
        self._traits: tuple[Trait, ...] = ()
        self._rows: list[QWidget] = []
        self.sliders: list[QSlider] = []
        self._stops: list[QWidget] = []
        """What Tab meets, before the line."""
        self._column = QVBoxLayout(box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.line = LineEdit(PLACEHOLDER)
        self.line.setAccessibleName("Add a trait")
        self.line.returnPressed.connect(self._add)
        self._column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def show_value(self, value: object) -> None:
        traits = value if isinstance(value, tuple) else ()
        if [trait.name for trait in traits] != [trait.name for trait in self._traits]:
            self._traits = traits
            self._list()
        self._traits = traits
        for trait, slider in zip(traits, self.sliders, strict=True):
            slider.blockSignals(True)
            slider.setValue(round(trait.value * STEPS))
            slider.blockSignals(False)

    def show_mixed(self) -> None:
        self.show_value(())

    def _list(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.sliders = []
        self._stops = []
        self._rows = [self._row(index, trait) for index, trait in enumerate(self._traits)]
        for index, row in enumerate(self._rows):
            self._column.insertWidget(index, row)
        come_before(self.line, self._stops)

    def _row(self, index: int, trait: Trait) -> QWidget:
        slider = _Slider(Qt.Orientation.Horizontal)
        slider.setRange(0, STEPS)
        slider.setAccessibleName(trait.name)
        slider.setToolTip(f"{trait.low} – {trait.high}" if trait.low or trait.high else trait.name)
        slider.valueChanged.connect(lambda value: self._slide(index, value))
        slider.sliderReleased.connect(self.ended)
        self.sliders.append(slider)
        remove = QToolButton()
        remove.setIcon(icon("x", size=12))
        remove.setProperty("role", "small")
        remove.setAccessibleName(f"Take away the trait {trait.name}")
        remove.setToolTip(f"Take away the trait {trait.name}")
        remove.clicked.connect(lambda: self.edited.emit(_without(self._traits, index)))
        self._stops += [remove, slider]
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        beside = QHBoxLayout()
        beside.addWidget(QLabel(trait.name), 1)
        beside.addWidget(remove)
        column.addLayout(beside)
        column.addWidget(slider)
        return row

    def _slide(self, index: int, value: int) -> None:
        slid = self._traits[index].model_copy(update={"value": value / STEPS})
        self.edited.emit((*self._traits[:index], slid, *self._traits[index + 1 :]))

    def _add(self) -> None:
        name = one_line(self.line.text())
        if name:
            self.line.clear()
            self.edited.emit((*self._traits, Trait(name=name)))
            self.ended.emit()


class _Slider(QSlider):
    """The wheel scrolls the form rather than the value."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _without(traits: tuple[Trait, ...], index: int) -> tuple[Trait, ...]:
    return (*traits[:index], *traits[index + 1 :])
