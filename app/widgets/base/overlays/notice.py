"""A strip under the bar that stays as long as what it tells of: a sentence, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton


class Notice(QFrame):
    """`object_name` gives it its looks: "notice", or "trouble" for what must not be overlooked."""

    def __init__(self, sentence: str, object_name: str = "notice") -> None:
        super().__init__()
        self.setObjectName(object_name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 6, 14, 6)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self._row.addWidget(self.words, 1)
        self.set_text(sentence)

    def set_text(self, sentence: str) -> None:
        self.words.setText(sentence)
        self.setAccessibleName(sentence)

    def offer(self, text: str, tip: str, do: Callable[[], object]) -> QToolButton:
        """Add a button."""
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setProperty("role", "text")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(do)
        self._row.addWidget(button)
        return button
