"""A box for a number that takes either decimal sign, and says what it took an ambiguous one for.

What is no number, or one out of range, can be typed as well as pasted, and is refused as a whole when one
leaves it: to let go of a letter alone would make 15 of "1e5", and 50 of 500.
"""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox

from app.language.doubts import doubt
from app.language.numbers import Read, read, typed
from app.language.phrases import tr
from app.model.words import shortened
from app.widgets.base.rewriting import is_undo
from app.widgets.base.wheel import keep_still
from app.widgets.forms.field import MIXED

State = QValidator.State


class NumberBox(QDoubleSpinBox):
    """Reads and writes by `app.language.numbers`, as maps and posters do."""

    taken = Signal(str)
    """What was entered could have meant another number; the sentence says which it was taken for."""
    refused = Signal(str)
    """What was entered is no number, or none that it may be; the sentence says so, and what it is now."""

    def __init__(self) -> None:
        super().__init__()
        self._ambiguous = ""
        self._before: float | None = None
        """What it was before it was typed in; None while nobody types."""
        self.least: float | None = None
        """The least number, where what is below it stands for words."""
        keep_still(self)
        self.lineEdit().setTextMargins(6, 0, 6, 0)
        self.lineEdit().textEdited.connect(self._note)
        self.editingFinished.connect(self._emit_doubt)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window."""
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def textFromValue(self, value: float) -> str:
        return typed(value, self.decimals())

    def valueFromText(self, text: str) -> float:
        if text and text == self.specialValueText():
            return self.minimum()
        found = self._read(self._bare(text))
        return found.value if found is not None else self.value()

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        bare = self._bare(text)
        if text == self.specialValueText():
            return State.Acceptable, text, place
        found = self._read(bare)
        if found is None:
            return State.Intermediate, text, place
        return State.Acceptable if self._is_within(found.value) else State.Intermediate, text, place

    def fixup(self, text: str) -> str:
        """Asked by Qt when one leaves it: what it was before, in place of what it cannot be."""
        bare = self._bare(text)
        found = self._read(bare)
        if not bare or (found is not None and self._is_within(found.value)):
            return text
        # Where several numbers differed, none is theirs: what was taken while one typed is told, and undone.
        is_one = self.specialValueText() != str(MIXED)
        value = self._before if self._before is not None and is_one else self.value()
        shown = self._shown(value)
        self._before = value
        refusal = self._refusal if found is None else self._out_of_range
        self.refused.emit(refusal(shortened(bare), shown))
        return shown

    def _out_of_range(self, text: str, shown: str) -> str:
        least = self.minimum() if self.least is None else self.least
        return tr(
            "“{text}” is out of range: it may be {least} to {most}. It stays {number}.",
            text=text,
            least=self.textFromValue(least),
            most=f"{self.textFromValue(self.maximum())}{self.suffix()}",
            number=shown,
        )

    def _refusal(self, text: str, shown: str) -> str:
        if self.decimals() == 0:
            return tr(
                "“{text}” is not a whole number such as {example}. It stays {number}.",
                text=text,
                example=typed(12, 0),
                number=shown,
            )
        return tr(
            "“{text}” is not a number such as {example}. It stays {number}.",
            text=text,
            example=typed(12.5, 1),
            number=shown,
        )

    def _read(self, bare: str) -> Read | None:
        """What a text is here: where only whole numbers are, "1.250" is one in any country."""
        found = read(bare)
        if found is None or self.decimals() > 0 or found.value.is_integer():
            return found
        return Read(found.other) if found.other is not None else None

    def _shown(self, value: float) -> str:
        if value == self.minimum() and self.specialValueText():
            return self.specialValueText()
        return f"{self.prefix()}{self.textFromValue(value)}{self.suffix()}"

    def _bare(self, text: str) -> str:
        return text.removeprefix(self.prefix()).removesuffix(self.suffix()).strip()

    def _note(self, text: str) -> None:
        # Qt tells of what is typed before it takes it for a value.
        if self._before is None:
            self._before = self.value()
        found = self._read(self._bare(text))
        self._ambiguous = self._bare(text) if found is not None and found.other is not None else ""

    def _emit_doubt(self) -> None:
        self._before = None
        text, self._ambiguous = self._ambiguous, ""
        found = self._read(text)
        if found is None or found.other is None or not self._may_be(found.other):
            return
        self.taken.emit(doubt(text, found))

    def _is_within(self, number: float) -> bool:
        """Whether it may be a number that was typed."""
        least = self.minimum() if self.least is None else self.least
        return least <= number <= self.maximum()

    def _may_be(self, other: float) -> bool:
        return self.minimum() <= other <= self.maximum() and (self.decimals() > 0 or other.is_integer())
