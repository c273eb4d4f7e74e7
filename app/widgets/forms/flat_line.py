"""A text that looks like a label and can be typed over: a name that is renamed where it stands."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionFrame, QWidget

from app.language.phrases import tr
from app.model.text import one_line
from app.widgets.forms.text_fields import LineEdit, show_text

_INSET = 2
"""Pixels that Qt leaves free beside the text of a line."""


class FlatLine(LineEdit):
    """Emits `typed` as one types. As wide as its text, where `hugs` says so."""

    typed = Signal(str)

    def __init__(self, name: str, hugs: bool = False, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self._hugs = hugs
        self.setProperty("role", "flat")
        self.setAccessibleName(name)
        self.setToolTip(tr("{name}: click to change it", name=name))
        self.textEdited.connect(self.typed)
        self.textChanged.connect(lambda _: self.updateGeometry())

    def show_text(self, text: str) -> None:
        """Show a text, but leave alone what is being typed where it only differs in white space."""
        if one_line(self.text()) != text or not self.hasFocus():
            show_text(self, text)
            if not self.hasFocus():
                self.setCursorPosition(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where it is too long for its room, it says so, until one types in it."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        area = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        area.adjust(_INSET, 0, -_INSET, 0)
        if self.hasFocus() or self.fontMetrics().horizontalAdvance(self.text()) <= area.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        elided = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self._hugs:
            return hint
        width = QFontMetrics(self.font()).horizontalAdvance(self.text() or self.placeholderText()) + 22
        return QSize(max(width, 60), hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())
