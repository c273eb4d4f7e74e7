"""The two fields of the presenter's screen: the note to oneself, and a line for the inbox."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from app.language.phrases import tr
from app.model.records import AgendaItem, NoteColour
from app.model.text import LONGEST_TEXT
from app.model.verbs.agenda import edit_item
from app.model.verbs.parking import park
from app.session.editor import Editor

_MOST_LINES = 200
"""Lines that are pasted at once."""


class ReminderField(QPlainTextEdit):
    """What the presenter alone sees of an agenda item, as it is typed."""

    left = Signal()
    """Keys are to go to the map again."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._item: AgendaItem | None = None
        self.setObjectName("presenter-field")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Only I see this"))
        self.setPlaceholderText(tr("A note to yourself"))
        self.textChanged.connect(self._keep)
        self.hide()

    def tell(self, item: AgendaItem | None) -> None:
        """Say whose note it is. What is being typed stays as it is."""
        self._item = item
        wanted = item.reminder if item is not None else ""
        if self.toPlainText() != wanted:
            self.blockSignals(True)
            self.setPlainText(wanted)
            self.blockSignals(False)
        self.setReadOnly(self._editor.is_for_reading)

    def set_type(self, font: QFont) -> None:
        if self.font() != font:
            self.setFont(font)

    def _keep(self) -> None:
        item, text = self._item, self.toPlainText()[:LONGEST_TEXT]
        if item is not None and text != item.reminder:
            change = edit_item(self._editor.document, item.id, reminder=text)
            self._editor.do_aside(change, ("reminder", item.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._editor.end_merge()


class InboxField(QLineEdit):
    """Each line that is typed or pasted is a note that waits to be placed."""

    left = Signal()

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setObjectName("presenter-field")
        self.setMaxLength(LONGEST_TEXT)
        self.setAccessibleName(tr("Note for the inbox"))
        self.setPlaceholderText(tr("For later"))
        self.returnPressed.connect(self._put)
        self.hide()

    def set_type(self, font: QFont) -> None:
        if self.font() != font:
            self.setFont(font)

    def _put(self) -> None:
        if text := self.text().strip():
            self._park(text)
            self.clear()
        else:
            self.left.emit()

    def _park(self, text: str) -> None:
        colour: NoteColour = self._editor.next_note_colour or "yellow"
        self._editor.do_aside(park(self._editor.document, text, colour, "inbox"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            lines = [line.strip() for line in QGuiApplication.clipboard().text().splitlines()]
            if len(lines) > 1:
                for line in filter(None, lines[:_MOST_LINES]):
                    self._park(line[:LONGEST_TEXT])
                return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
