"""A text that looks like a label and can be typed over: a name that is renamed where it stands."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from app.model.text import one_line
from app.widgets.forms.text_fields import LineEdit, show_text


class FlatLine(LineEdit):
    """Emits `typed` as one types. As wide as its text, where `hugs` says so."""

    typed = Signal(str)

    def __init__(self, name: str, hugs: bool = False, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self._hugs = hugs
        self.setProperty("role", "flat")
        self.setAccessibleName(name)
        self.setToolTip(f"{name}: click to change it")
        self.textEdited.connect(self.typed)
        self.textChanged.connect(lambda _: self.updateGeometry())

    def show_text(self, text: str) -> None:
        """Show a text, but leave alone what is being typed where it only differs in white space."""
        if one_line(self.text()) != text or not self.hasFocus():
            show_text(self, text)
            if not self.hasFocus():
                self.setCursorPosition(0)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self._hugs:
            return hint
        width = QFontMetrics(self.font()).horizontalAdvance(self.text() or self.placeholderText()) + 22
        return QSize(max(width, 60), hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())
