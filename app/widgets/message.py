"""A message over the map: tells what was done, offers Undo, and goes away by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.widgets.editor import Editor

STAYS = 7000
"""Milliseconds."""


class Message(QFrame):
    """Lies at the foot of `over` and moves with it."""

    def __init__(self, editor: Editor, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("message")
        self._over = over
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.undo = QToolButton()
        self.undo.setText("Undo")
        self.undo.setAccessibleName("Undo")
        self.undo.setToolTip("Take it back")
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo.clicked.connect(editor.undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.words)
        row.addWidget(self.undo)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self.hide)
        # What Undo would take back is no longer what the message tells of.
        editor.changed.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def tell(self, sentence: str, offer_undo: bool = False) -> None:
        self.words.setText(sentence)
        self.words.setWordWrap(self.words.fontMetrics().horizontalAdvance(sentence) > self._room())
        self.undo.setVisible(offer_undo)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _room(self) -> int:
        return max(self._over.width() - 200, 200)

    def _place(self) -> None:
        if self.words.wordWrap():
            self.words.setFixedWidth(self._room())
        else:
            self.words.setMinimumWidth(0)
            self.words.setMaximumWidth(16_777_215)
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - 20)
