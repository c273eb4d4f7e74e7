"""What every field of a form can do: show a value, show that several differ, tell what was entered."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language.phrases import phrase
from app.session.editor import Editor
from app.widgets.base.belonging import set_focus_proxy

MIXED = phrase("Mixed")
"""Said in a field where the selected records differ."""


def come_before(widget: QWidget, added: Sequence[QWidget]) -> None:
    """Let Tab meet widgets that were added before another, which stays where it is in the order."""
    for each in added:
        QWidget.setTabOrder(widget, each)
        QWidget.setTabOrder(each, widget)


class Field(QWidget):
    """A field around one control. Showing a value never emits `edited`."""

    edited = Signal(object)
    """A person entered this value."""
    ended = Signal()
    """The entering ended: what is entered next is another step."""

    refused = Signal(str)
    """What was entered cannot be used, or was taken for what one may not mean; the sentence says so."""

    merges = False
    """Whether entering takes many small changes, which are one step together."""

    has_own_label = False
    """Whether the control itself shows what it is for."""

    def __init__(self, control: QWidget) -> None:
        super().__init__()
        self.control = control
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(control)
        set_focus_proxy(self, control)

    def show_value(self, value: object) -> None:
        raise NotImplementedError

    def show_mixed(self) -> None:
        raise NotImplementedError

    def begin_anew(self) -> None:
        """Other records are to be shown: what was refused for the last ones is none of theirs."""

    def check_spelling(self, editor: Editor) -> None:
        """Underline words that may be misspelt, where this is a field for sentences."""

    def name_parts(self, label: str) -> None:
        """Let what stands beside the control say what it is for."""

    def select_all(self) -> None:
        """Be ready to be typed over, where this is a field for typing."""
