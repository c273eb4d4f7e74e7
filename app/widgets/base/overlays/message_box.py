"""Boxes that tell a sentence, block nothing, and need no window to stay alive."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QWidget

from app.language.phrases import tr
from app.widgets.base.keys import key_words
from app.widgets.base.window_memory import APPLICATION

_WIDEST = 720
"""Logical pixels of a row of buttons: Qt gives a box hardly more, however wide the screen is."""
_shown: list[QMessageBox] = []


def message_box(sentence: str, parent: QWidget | None = None) -> QMessageBox:
    """A box with a button to close it, not open yet; where it has no parent, nothing else would keep it."""
    box = QMessageBox(QMessageBox.Icon.Warning, APPLICATION, sentence, parent=parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    close = box.addButton(QMessageBox.StandardButton.Close)
    close.setToolTip(tr("Close this message ({key})", key=key_words("Esc")))
    # The style's own is dark on dark.
    close.setIcon(QIcon())
    _shown.append(box)
    box.finished.connect(lambda: _shown.remove(box))
    return box


def stack_if_wide(box: QMessageBox) -> None:
    """Put the buttons below each other where their words are too long to stand in a row."""
    buttons = box.findChild(QDialogButtonBox)
    if isinstance(buttons, QDialogButtonBox) and buttons.sizeHint().width() > _WIDEST:
        buttons.setOrientation(Qt.Orientation.Vertical)
