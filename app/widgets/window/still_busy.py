"""The bars over a window that cannot close yet, and the question before changes are lost.

Each says what is known at that moment and no more, and what closing without waiting would cost.
"""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QMessageBox, QProgressBar, QPushButton, QWidget

from app.language.phrases import phrase, tr, tr_plural
from app.widgets.base.keys import key_words
from app.widgets.base.overlays.message_box import stack_if_wide
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.base.saving_words import PUT_BACK, PUT_BACK_TIP, SAVE_COPY, SAVE_COPY_TIP
from app.widgets.base.window_memory import APPLICATION
from app.widgets.shell import Shell

PRICE = phrase("Close the window; what is not in the file is lost")


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

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        self.put_answers(button)
        return button


class NotSafeYet(StillBusy):
    """Closed now, something may be lost. Dismissed, the window stays open."""

    def __init__(self, window: Shell, sentence: str, stay: str, price: str) -> None:
        """`stay` and `price` are the tips of staying and of closing without waiting."""
        super().__init__(window, sentence)
        self._button(tr("Keep it open"), stay).clicked.connect(self.dismiss)
        self.copy = self._button(str(SAVE_COPY), str(SAVE_COPY_TIP))
        lose = self._button(tr("Close without waiting"), price)
        lose.clicked.connect(self.given_up)


class StillWriting(NotSafeYet):
    """While changes are on their way into the file."""

    def __init__(self, window: Shell, name: str, pending: int) -> None:
        super().__init__(
            window,
            tr_plural(
                "Still writing to {name}: your last change is not in the file yet. The disk is slow or does "
                "not answer. The window closes by itself once everything is written. If you close it now, "
                "what is not written is lost.",
                "Still writing to {name}: your last {count} changes are not in the file yet. The disk is "
                "slow or does not answer. The window closes by itself once everything is written. If you "
                "close it now, what is not written is lost.",
                pending,
                name=name,
            ),
            stay=tr("Go on with the project; writing goes on as well ({key})", key=key_words("Esc")),
            price=str(PRICE),
        )


class StillLooking(NotSafeYet):
    """While the file cannot be read: everything was written, but it may have been replaced since."""

    def __init__(self, window: Shell, name: str) -> None:
        super().__init__(
            window,
            tr(
                "Everything was written to {name}, but Journeywall cannot check just now whether it is "
                "still there: another program keeps the file busy, or its disk does not answer. The window "
                "closes by itself once that was checked. If you close it now, what another program replaced "
                "or overwrote meanwhile is lost.",
                name=name,
            ),
            stay=tr(
                "Go on with the project; the file is checked again by itself ({key})", key=key_words("Esc")
            ),
            price=tr(
                "Close the window without checking whether everything is still in the file; what is not is "
                "lost"
            ),
        )


class StillClosing(StillBusy):
    """While the file is put in order. Everything was seen to be saved: nothing is lost by not waiting."""

    def __init__(self, window: Shell, name: str) -> None:
        super().__init__(window, tr("Everything is saved. {name} is being tidied up…", name=name))
        now = self._button(
            tr("Close now"), tr("Close the window; nothing is lost ({key})", key=key_words("Esc"))
        )
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
    stay = box.addButton(tr("Keep it open"), QMessageBox.ButtonRole.RejectRole)
    stay.setToolTip(
        tr("Go on with the project; what is not saved stays in memory ({key})", key=key_words("Esc"))
    )
    lose = box.addButton(tr("Close and lose the last changes"), QMessageBox.ButtonRole.DestructiveRole)
    lose.setToolTip(str(PRICE))
    put_back = None
    if is_gone:
        put_back = box.addButton(str(PUT_BACK), QMessageBox.ButtonRole.ActionRole)
        put_back.setToolTip(str(PUT_BACK_TIP))
    copy = box.addButton(str(SAVE_COPY), QMessageBox.ButtonRole.ActionRole)
    copy.setToolTip(str(SAVE_COPY_TIP))
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    stack_if_wide(box)
    return QuestionOnLoss(box, stay, copy, put_back)
