"""What lies over the whole window for a moment: a card on a dimmed ground. Esc or a click beside ends it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.widgets.base.belonging import focus_proxy
from app.widgets.base.panes import focus_round
from app.widgets.base.text_size import scaled

LEAST_ABOVE = 24
"""Logical pixels of the window that stay free above and below a card."""
BESIDE = 40
"""Logical pixels of the window that stay free beside it."""
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Overlay(QWidget):
    """Subclasses fill `column`. The keyboard stays inside, and goes back to where it was."""

    dismissed = Signal()

    def __init__(self, window: QWidget, width: int) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._focus_before = QApplication.focusWidget()
        self.card = QFrame(self)
        self.card.setObjectName("overlay-card")
        self.column = QVBoxLayout(self.card)
        self.column.setContentsMargins(14, 14, 14, 14)
        self.column.setSpacing(8)
        self._window = window
        self._width = scaled(width)
        self._answers: QBoxLayout | None = None
        window.installEventFilter(self)

    def put_answers(self, *buttons: QAbstractButton) -> None:
        """Put buttons at the foot: side by side, or one below the other where there is no room."""
        if self._answers is None:
            self._answers = QHBoxLayout()
            self._answers.addStretch()
            self.column.addLayout(self._answers)
        for button in buttons:
            self._answers.addWidget(button)

    def answer_button(self, text: str, tip: str, do: Callable[[], object]) -> QPushButton:
        """A button that closes this and then does what it says."""

        def answer() -> None:
            self.dismiss()
            do()

        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAutoDefault(True)
        button.clicked.connect(answer)
        return button

    def open(self) -> None:
        self._place()
        self.show()
        self.raise_()
        first = self._stops()
        (first[0] if first else self).setFocus(Qt.FocusReason.TabFocusReason)

    def dismiss(self) -> None:
        before = self._focus_before
        self.close()
        self.dismissed.emit()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(15, 19, 28, 80))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round among what is on the card."""
        focus_round(self.card, next)
        return True

    def _stops(self) -> list[QWidget]:
        tab = Qt.FocusPolicy.TabFocus.value
        return [
            widget
            for widget in self.card.findChildren(QWidget)
            if widget.focusPolicy().value & tab
            and widget.isVisibleTo(self)
            and widget.isEnabled()
            and focus_proxy(widget) is None
        ]

    def _height(self, width: int) -> int:
        """How high the card is at a width, which words that wrap depend on."""
        if self.column.hasHeightForWidth():
            return self.column.totalHeightForWidth(width)
        return self.card.sizeHint().height()

    def _place(self) -> None:
        window = self._window
        self.setGeometry(window.rect())
        room = window.width() - BESIDE
        if self._answers is not None:
            self._answers.setDirection(_ACROSS)
            if self.card.minimumSizeHint().width() > room:
                self._answers.setDirection(_DOWN)
        # Words on buttons are longer in other languages.
        width = min(max(self._width, self.card.minimumSizeHint().width()), room)
        height = min(self._height(width), window.height() - 2 * LEAST_ABOVE)
        top = min(max((window.height() - height) // 4, LEAST_ABOVE), 110)
        self.card.setGeometry((window.width() - width) // 2, top, width, height)
