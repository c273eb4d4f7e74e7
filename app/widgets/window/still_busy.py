"""The bars over a window that cannot close yet, and the question before changes are lost.

Each says what is known at that moment and no more, and what closing without waiting would cost.
"""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QProgressBar, QPushButton, QWidget

from app.model.words import count
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.base.window_memory import APPLICATION
from app.widgets.shell import Shell


class StillBusy(Overlay):
    """A bar while something has not come to its end. `given_up` where it is not waited for."""

    given_up = Signal()

    def __init__(self, window: Shell, sentence: str) -> None:
        super().__init__(window.widget, width=520)
        self.main_window = window
        self.words = QLabel(sentence)
        self.words.setWordWrap(True)
        self.bar = QProgressBar()
        # How long it will take cannot be told.
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(sentence)
        self.column.addWidget(self.words)
        self.column.addWidget(self.bar)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch()
        self.column.addLayout(self._buttons)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        self._buttons.addWidget(button)
        return button


class NotSafeYet(StillBusy):
    """Closed now, something may be lost. Dismissed, the window stays open."""

    def __init__(self, window: Shell, sentence: str, stay: str, price: str) -> None:
        super().__init__(window, sentence)
        self._button("Keep it open", f"Go on with the project; {stay} (Esc)").clicked.connect(self.dismiss)
        self.copy = self._button("Save a copy elsewhere…", "Write everything that is shown into another file")
        lose = self._button("Close without waiting", f"Close the window; {price}")
        lose.clicked.connect(self.given_up)


class StillWriting(NotSafeYet):
    """While changes are on their way into the file."""

    def __init__(self, window: Shell, name: str, pending: int) -> None:
        steps = "last change is" if pending == 1 else f"last {count(pending, 'change')} are"
        super().__init__(
            window,
            f"Still writing to {name}: your {steps} not in the file yet. Its disk is slow or does not "
            "answer. The window closes by itself once everything is written. Closed now, what is not written "
            "is lost.",
            stay="writing goes on as well",
            price="what is not in the file is lost",
        )


class StillLooking(NotSafeYet):
    """While the file cannot be read: everything was written, but it may have been replaced since."""

    def __init__(self, window: Shell, name: str) -> None:
        super().__init__(
            window,
            f"Everything was written to {name}, but just now it cannot be seen whether it is still there: "
            "another program keeps the file busy, or its disk does not answer. The window closes by itself "
            "once that was seen. Closed now, what another program replaced or overwrote meanwhile is lost.",
            stay="the file is looked at again by itself",
            price="it stays unseen whether everything is still in the file, and what is not is lost",
        )


class StillClosing(StillBusy):
    """While the file is put in order. Everything was seen to be saved: nothing is lost by not waiting."""

    def __init__(self, window: Shell, name: str) -> None:
        super().__init__(window, f"Everything is saved. {name} is being put in order …")
        now = self._button("Close now", "Close the window; nothing is lost (Esc)")
        now.clicked.connect(self.given_up)


class QuestionOnLoss(NamedTuple):
    """The box, and its button for each answer but that of losing the changes."""

    box: QMessageBox
    stay: QPushButton
    copy: QPushButton
    put_back: QPushButton | None


def question_on_loss(window: QWidget, sentence: str, is_gone: bool = False) -> QuestionOnLoss:
    """Ask whether to close though changes would be lost."""
    box = QMessageBox(QMessageBox.Icon.Warning, APPLICATION, sentence, parent=window)
    stay = box.addButton("Keep it open", QMessageBox.ButtonRole.RejectRole)
    stay.setToolTip("Go on with the project; what is not saved stays in memory (Esc)")
    lose = box.addButton("Close and lose the last changes", QMessageBox.ButtonRole.DestructiveRole)
    lose.setToolTip("Close the window; what is not in the file is lost")
    put_back = None
    if is_gone:
        put_back = box.addButton("Put it back", QMessageBox.ButtonRole.ActionRole)
        put_back.setToolTip("Write the project anew to its place; what lies there now gets another name")
    copy = box.addButton("Save a copy elsewhere…", QMessageBox.ButtonRole.ActionRole)
    copy.setToolTip("Write everything that is shown into another file")
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    return QuestionOnLoss(box, stay, copy, put_back)
