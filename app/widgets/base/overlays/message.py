"""A message over the map: tells what was done, offers Undo, and goes away by itself."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.language.phrases import tr
from app.session.editor import Editor
from app.widgets.base.overlays.corner_frame import MARGIN
from app.widgets.base.text_size import scaled

STAYS = 7000
"""Milliseconds."""
_NARROW = 200
"""Logical pixels of words under which Undo stands below them."""
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Offer(NamedTuple):
    """What a button beside a message says, more of that, and what it does."""

    text: str
    tip: str
    do: Callable[[], object]


class Message(QFrame):
    """Lies at the foot of `over` and moves with it."""

    def __init__(self, editor: Editor, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("message")
        self._over = over
        self.words = QLabel()
        self.undo = QToolButton()
        self.undo.setText(tr("Undo"))
        self.undo.setAccessibleName(tr("Undo"))
        self.undo.setToolTip(tr("Undo what was done"))
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo.clicked.connect(editor.undo)
        self._offer: Offer | None = None
        self.more = QToolButton()
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(self._do)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 6, 8, 6)
        self._row.setSpacing(8)
        self._row.addWidget(self.words)
        self._row.addWidget(self.undo)
        self._row.addWidget(self.more)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self.hide)
        # What Undo would take back is no longer what the message tells of.
        editor.changed.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def show_message(self, sentence: str, offer_undo: bool = False, offer: Offer | None = None) -> None:
        self.words.setText(sentence)
        self.undo.setVisible(offer_undo)
        self._offer = offer
        self.more.setVisible(offer is not None)
        if offer is not None:
            self.more.setText(offer.text)
            self.more.setAccessibleName(offer.text)
            self.more.setToolTip(offer.tip)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _do(self) -> None:
        self.hide()
        if self._offer is not None:
            self._offer.do()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        """In one line where there is room, else broken; where that would be narrow, with Undo below."""
        margins = self._row.contentsMargins()
        room = self._over.width() - 2 * MARGIN - margins.left() - margins.right()
        buttons = [button for button in (self.undo, self.more) if not button.isHidden()]
        beside = sum(button.sizeHint().width() + self._row.spacing() for button in buttons)
        is_narrow = room - beside < scaled(_NARROW)
        self._row.setDirection(_DOWN if is_narrow else _ACROSS)
        room = room if is_narrow else min(room - beside, max(self._over.width() - 200, scaled(_NARROW)))
        needed = self.words.fontMetrics().horizontalAdvance(self.words.text()) + 2
        self.words.setWordWrap(needed > room)
        self.words.setFixedWidth(min(needed, room))
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - 20)
