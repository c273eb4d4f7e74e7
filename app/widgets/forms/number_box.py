"""A box for a number that takes either decimal sign, and says what it took an ambiguous one for."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox

from app.language.doubts import doubt
from app.language.numbers import read, typed
from app.widgets.base.rewriting import is_undo
from app.widgets.base.wheel import keep_still

_SIGNS = frozenset("0123456789.,'’-−+٫٬ \u00a0\u202f")
State = QValidator.State


class NumberBox(QDoubleSpinBox):
    """Reads and writes by `app.language.numbers`, as maps and posters do."""

    taken = Signal(str)
    """What was entered could have meant another number; the sentence says which it was taken for."""

    def __init__(self) -> None:
        super().__init__()
        self._ambiguous = ""
        keep_still(self)
        self.lineEdit().textEdited.connect(self._note)
        self.editingFinished.connect(self._emit_doubt)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def textFromValue(self, value: float) -> str:
        return typed(value, self.decimals())

    def valueFromText(self, text: str) -> float:
        found = read(self._bare(text))
        return found.value if found is not None else self.value()

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        bare = self._bare(text)
        if text == self.specialValueText():
            return State.Acceptable, text, place
        found = read(bare)
        if found is None:
            is_on_its_way = _SIGNS.issuperset(bare)
            return State.Intermediate if is_on_its_way else State.Invalid, text, place
        if self.decimals() == 0 and not found.value.is_integer():
            return State.Invalid, text, place
        if found.value > max(self.maximum(), 0) or found.value < min(self.minimum(), 0):
            return State.Invalid, text, place
        is_within = self.minimum() <= found.value <= self.maximum()
        return State.Acceptable if is_within else State.Intermediate, text, place

    def _bare(self, text: str) -> str:
        return text.removeprefix(self.prefix()).removesuffix(self.suffix()).strip()

    def _note(self, text: str) -> None:
        found = read(self._bare(text))
        self._ambiguous = self._bare(text) if found is not None and found.other is not None else ""

    def _emit_doubt(self) -> None:
        text, self._ambiguous = self._ambiguous, ""
        found = read(text)
        if found is None or found.other is None or not self._may_be(found.other):
            return
        self.taken.emit(doubt(text, found))

    def _may_be(self, other: float) -> bool:
        return self.minimum() <= other <= self.maximum() and (self.decimals() > 0 or other.is_integer())
