"""Fields for typing: one line, several lines, a list with one entry a line.

What is typed goes to the document letter by letter, and undo belongs to the document too: a field has none.
"""

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy

from app.model.history.strokes import difference
from app.model.text import LONGEST_TEXT, clean, one_line
from app.session.editor import Editor
from app.widgets.base.rewriting import (
    cut_what_came,
    is_own_undo,
    is_undo,
    place_in_qt,
    place_in_text,
    plain,
    put_text,
    rewritten,
)
from app.widgets.base.spelling.line_marks import LineMarks
from app.widgets.base.spelling.menu import offer_spelling
from app.widgets.base.spelling.text_marks import TextMarks, red_on
from app.widgets.base.whole_words import whole_tip
from app.widgets.forms.composed import Composed
from app.widgets.forms.field import MIXED, Field

_AROUND_WORDS = 24
"""Logical pixels of a line beside what stands in it."""


class LineEdit(QLineEdit):
    """A line that leaves undo to the window, and Enter and Escape to whoever holds it."""

    pasted = Signal()
    """Something is about to be pasted, or was: by itself it is no more of what is typed."""

    @property
    def is_half_typed(self) -> bool:
        """Whether the project does not know yet what stands here, and so cannot undo it."""
        return False

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self._own_tip = ""
        self.composed = Composed(self)
        self._marks: LineMarks | None = None
        self.setPlaceholderText(placeholder)
        self.setMaxLength(LONGEST_TEXT)

    def check_spelling(self, editor: Editor) -> None:
        """Underline words that may be misspelt, and offer others in the context menu."""
        self._marks = LineMarks(self, editor)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._marks is not None:
            self._marks.paint()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._marks is None:
            super().contextMenuEvent(event)
            return
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        place = self.cursorPositionAt(event.pos()) if is_by_mouse else self.cursorPosition()
        offer_spelling(menu, self._marks.editor, self.text(), place_in_text(self.text(), place), self._put)
        menu.popup(event.globalPos())

    def _put(self, start: int, end: int, text: str) -> None:
        first, last = place_in_qt(self.text(), start), place_in_qt(self.text(), end)
        self.pasted.emit()
        self.setSelection(first, last - first)
        self.insert(text)
        self.pasted.emit()

    def event(self, event: QEvent) -> bool:
        if is_undo(event) and not (self.is_half_typed and is_own_undo(self, event)):
            event.ignore()
            return False
        return super().event(event)

    def setToolTip(self, words: str) -> None:
        self._own_tip = words
        self._tell()

    def setPlaceholderText(self, words: str) -> None:
        super().setPlaceholderText(words)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        """Say on hovering what stands in an empty line and is cut off there."""
        words = self.placeholderText()
        is_cut = self.fontMetrics().horizontalAdvance(words) > self.width() - _AROUND_WORDS
        super().setToolTip(whole_tip(words, self._own_tip, is_cut))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.composed.follow(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pastes = event.matches(QKeySequence.StandardKey.Paste)
        if pastes:
            self.pasted.emit()
        super().keyPressEvent(event)
        if pastes:
            self.pasted.emit()


class HalfTypedLine(LineEdit):
    """A line for what is no part of the project, or not before it is left; until then, undo is the line's."""

    @property
    def is_half_typed(self) -> bool:
        return True

    def forget_undo(self) -> None:
        """Leave undo to the window again, until more is typed."""
        place = self.cursorPosition()
        self.setText(self.text())
        self.setCursorPosition(place)


class LineField(Field):
    """Text of one line."""

    merges = True

    def __init__(self, placeholder: str = "") -> None:
        self.line = LineEdit(placeholder)
        self._placeholder = placeholder
        super().__init__(self.line)
        self.line.textEdited.connect(self.edited.emit)
        self.line.editingFinished.connect(self.ended)
        self.line.pasted.connect(self.ended)

    def check_spelling(self, editor: Editor) -> None:
        self.line.check_spelling(editor)

    def show_value(self, value: object) -> None:
        """Show a text, but leave alone what is being typed where it only differs in white space."""
        self.line.setPlaceholderText(self._placeholder)
        text = str(value)
        if one_line(self.line.text()) != text or not self.line.hasFocus():
            show_text(self.line, text)

    def show_mixed(self) -> None:
        self.line.setPlaceholderText(str(MIXED))
        if not self.line.hasFocus():
            self.line.clear()

    def select_all(self) -> None:
        self.line.selectAll()


class TextField(Field):
    """Text of several lines, as high as it needs to be."""

    merges = True

    def __init__(self, placeholder: str = "", lines: int = 2) -> None:
        self.text = _TextEdit(lines)
        self.text.setPlaceholderText(placeholder)
        self._placeholder = placeholder
        self._is_showing = False
        self._known = ""
        """What stood there last."""
        super().__init__(self.text)
        self.text.textChanged.connect(self._emit_edited)
        self.text.pasted.connect(self.ended)
        self.text.installEventFilter(self)

    def check_spelling(self, editor: Editor) -> None:
        self.text.check_spelling(editor)

    def show_value(self, value: object) -> None:
        self.text.setPlaceholderText(self._placeholder)
        self._show(self.written(value))

    def show_mixed(self) -> None:
        self.text.setPlaceholderText(str(MIXED))
        if not self.text.hasFocus():
            self._show("")

    def select_all(self) -> None:
        self.text.selectAll()

    def written(self, value: object) -> str:
        """A value as it stands in the field."""
        return str(value)

    def meant(self, text: str) -> object:
        """The value that stands in the field."""
        return text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self.ended.emit()
        return False

    def _show(self, text: str) -> None:
        if clean(plain(self.text.document())) == text:
            return
        self._is_showing = True
        self.text.setTextCursor(rewritten(self.text.document(), text))
        self._known = text
        self._is_showing = False

    def _emit_edited(self) -> None:
        if self._is_showing:
            return
        self._is_showing = True
        self._known = cut_what_came(self.text.document(), self._known, LONGEST_TEXT)
        self._is_showing = False
        self.edited.emit(self.meant(self._known))


class ListField(TextField):
    """Several short texts, one a line."""

    def written(self, value: object) -> str:
        entries = value if isinstance(value, tuple) else ()
        # While one types, an empty last line is not yet an entry, and must not vanish under the caret.
        typed = plain(self.text.document())
        return typed if self.meant(typed) == entries else "\n".join(entries)

    def meant(self, text: str) -> object:
        return tuple(line for entry in text.splitlines() if (line := one_line(entry)))


class _TextEdit(QPlainTextEdit):
    """Grows with its text up to ten lines; Tab leaves it."""

    pasted = Signal()
    """As that of a line."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.composed = Composed(self)
        self._editor: Editor | None = None
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._height = 0
        self.document().documentLayout().documentSizeChanged.connect(self._take_room)

    def check_spelling(self, editor: Editor) -> None:
        """As a line does."""
        self._editor = editor
        self._marks = TextMarks(
            self.document(),
            lambda: self.textCursor().position(),
            self.cursorPositionChanged,
            editor.spelling,
            lambda: red_on(self.palette().base().color()),
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._editor is None:
            super().contextMenuEvent(event)
            return
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        cursor = self.cursorForPosition(event.pos()) if is_by_mouse else self.textCursor()
        text = plain(self.document())
        offer_spelling(menu, self._editor, text, place_in_text(text, cursor.position()), self._put)
        menu.popup(event.globalPos())

    def _put(self, start: int, end: int, text: str) -> None:
        self.pasted.emit()
        put_text(self.textCursor(), start, end, text)
        self.pasted.emit()

    def sizeHint(self) -> QSize:
        lines = min(max(round(self.document().documentLayout().documentSize().height()), self._lines), 10)
        padding = 2 * round(self.document().documentMargin()) + 8
        return QSize(120, lines * self.fontMetrics().lineSpacing() + padding)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.composed.follow(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.pasted.emit()
        super().insertFromMimeData(source)
        self.pasted.emit()

    def _take_room(self) -> None:
        """Have the form laid out again, but not at each letter."""
        if (height := self.sizeHint().height()) != self._height:
            self._height = height
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the text into other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)


def show_text(line: QLineEdit, text: str) -> None:
    """Put a text into a line, with the caret where that differs."""
    if line.text() != text:
        at, _, inserted = difference(line.text(), text)
        line.setText(text)
        line.setCursorPosition(place_in_qt(text, at + len(inserted)))
