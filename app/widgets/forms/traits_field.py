"""A field for a persona's traits: a slider each, and a line to add the next."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QVBoxLayout, QWidget

from app.language.phrases import phrase, tr
from app.model.records import Trait
from app.model.text import one_line
from app.session.editor import Editor
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.plain_text import tip
from app.widgets.base.wheel import keep_still
from app.widgets.forms.field import Field, come_before
from app.widgets.forms.text_fields import HalfTypedLine, LineEdit, show_text

PLACEHOLDER = phrase("Comfort with technology")
STEPS = 20


class TraitsField(Field):
    """The value is a tuple of traits. Sliding is one step of the history until one lets go, typing until one
    leaves the line."""

    merges = True

    def __init__(self) -> None:
        box = QWidget()
        super().__init__(box)
        self._traits: tuple[Trait, ...] = ()
        self._editor: Editor | None = None
        """Whose spelling is checked."""
        self.rows: list[_Row] = []
        self._column = QVBoxLayout(box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.line = HalfTypedLine(str(PLACEHOLDER))
        self.line.setAccessibleName(tr("Add a trait"))
        self.line.editingFinished.connect(self._add)
        self._column.addWidget(self.line)
        set_focus_proxy(self, self.line)

    def show_value(self, value: object) -> None:
        self._traits = value if isinstance(value, tuple) else ()
        while len(self.rows) > len(self._traits):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(self._traits):
            self.rows.append(self._row(len(self.rows)))
            come_before(self.line, self.rows[-1].stops)
        for trait, row in zip(self._traits, self.rows, strict=True):
            row.show_trait(trait)

    def show_mixed(self) -> None:
        self.show_value(())

    def check_spelling(self, editor: Editor) -> None:
        self._editor = editor
        self.line.check_spelling(editor)

    def begin_anew(self) -> None:
        self.line.setText("")

    def _row(self, index: int) -> "_Row":
        row = _Row()
        if self._editor is not None:
            row.check_spelling(self._editor)
        row.edited.connect(lambda fields: self._change(index, fields))
        row.ended.connect(self.ended)
        row.removed.connect(lambda: self._remove(index))
        self._column.insertWidget(index, row)
        return row

    def _change(self, index: int, fields: dict[str, object]) -> None:
        changed = Trait.model_validate({**self._traits[index].model_dump(), **fields})
        self.edited.emit((*self._traits[:index], changed, *self._traits[index + 1 :]))

    def _remove(self, index: int) -> None:
        self.edited.emit((*self._traits[:index], *self._traits[index + 1 :]))
        self.ended.emit()

    def _add(self) -> None:
        name = one_line(self.line.text())
        if name:
            self.line.setText("")
            self.edited.emit((*self._traits, Trait(name=name)))
            self.ended.emit()


class _Row(QWidget):
    """One trait: its name, its slider, the words for the slider's ends."""

    edited = Signal(object)
    """Fields of the trait, by name."""
    ended = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = self._line("name", tr("Without a name"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        keep_still(self.slider)
        self.slider.setRange(0, STEPS)
        self.slider.valueChanged.connect(lambda value: self.edited.emit({"value": value / STEPS}))
        self.slider.sliderReleased.connect(self.ended)
        self.low, self.high = self._line("low", tr("From …")), self._line("high", tr("… to"))
        self.high.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.remove = QToolButton()
        self.remove.setIcon(icon("x", size=12))
        self.remove.setIconSize(icon_size(12))
        self.remove.setProperty("role", "small")
        self.remove.clicked.connect(self.removed)
        self.stops: list[QWidget] = [self.name, self.remove, self.slider, self.low, self.high]
        """What Tab meets, in this order."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for beside in ((self.name, self.remove), (self.slider,), (self.low, self.high)):
            line = QHBoxLayout()
            line.setSpacing(4)
            for widget in beside:
                line.addWidget(widget)
            column.addLayout(line)

    def check_spelling(self, editor: Editor) -> None:
        for line in (self.name, self.low, self.high):
            line.check_spelling(editor)

    def show_trait(self, trait: Trait) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(trait.value * STEPS))
        for line, text, name in (
            (self.name, trait.name, tr("Name of the trait {trait}", trait=trait.name)),
            (self.low, trait.low, tr("Low end of {trait}", trait=trait.name)),
            (self.high, trait.high, tr("High end of {trait}", trait=trait.name)),
        ):
            # What is being typed may end in a space, which no record does.
            if one_line(line.text()) != text:
                show_text(line, text)
            line.setAccessibleName(name.rstrip())
            line.setToolTip(tip(line.accessibleName()))
        self.slider.setAccessibleName(trait.name)
        self.slider.setToolTip(tip(f"{trait.low} – {trait.high}" if trait.low or trait.high else trait.name))
        self.remove.setAccessibleName(tr("Remove the trait {trait}", trait=trait.name))
        self.remove.setToolTip(tip(self.remove.accessibleName()))

    def _line(self, field: str, placeholder: str) -> LineEdit:
        line = LineEdit(placeholder)
        line.setProperty("role", "flat")
        line.textEdited.connect(lambda text: self.edited.emit({field: text}))
        line.editingFinished.connect(self.ended)
        return line
