"""Text edited where it stands: the same type, width and line breaks as the drawing beneath it.

The canvas has one editor for all its texts, hidden while none is edited: to add one to the scene would end
what an input method is composing, and the first letters of a text begin it.
"""

from typing import TypeGuard

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import (
    QGraphicsSceneContextMenuEvent,
    QGraphicsSceneMouseEvent,
    QGraphicsTextItem,
    QMenu,
    QStyle,
    QStyleOptionGraphicsItem,
    QWidget,
)

from app.drawing.painter import colour
from app.drawing.text import font, line_height
from app.drawing.theme import Colour, TextStyle
from app.drawing.word_cuts import HYPHEN
from app.language.phrases import tr, tr_context
from app.model.text import LONGEST_TEXT, clean
from app.widgets.base.rewriting import (
    cut_what_came,
    is_undo,
    place_in_qt,
    place_in_text,
    plain,
    put_text,
    rewritten,
    with_breaks,
)
from app.widgets.canvas.typing.drawn_lines import DrawnLines

_ENDS = {
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Tab: "next",
    Qt.Key.Key_Backtab: "previous",
}


class TextEditor(QGraphicsTextItem):
    """Emits `typed` at every change of the text, and `ended` with "enter", "escape", "next", "previous" or
    "left" (the focus went elsewhere), once."""

    typed = Signal(str)
    pasted = Signal()
    """Something is about to be pasted, or was: by itself it is no more of what is typed."""
    split_wanted = Signal(int)
    """Ctrl+Enter was pressed, at a place of the text."""
    join_wanted = Signal()
    """Backspace was pressed before the first letter."""
    caret_moved = Signal()
    """The caret or the selection may stand elsewhere than before."""
    menu_opens = Signal(object, int)
    """The context menu is about to be shown for a place of the text; more may be put into it."""
    was_cut = Signal()
    """More text came than a record can hold; the rest was left out."""
    ended = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._background = QColor()
        self._open = False
        self._is_showing = False
        self._step = 0.0
        self._known = ""
        """What stood there last."""
        self._lines = DrawnLines(self.document())
        self.document().setDocumentMargin(0)
        self.document().setUseDesignMetrics(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        # Undo is the project's: see Typing.
        self.document().setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self.document().contentsChanged.connect(self._emit_typed)
        self.hide()

    def open(self, text: str, style: TextStyle, caret: int | None = None, language: str = "") -> None:
        """Show a text and take the focus, with the caret at a place of the text or after it.

        Its words are cut as in a language, where they must be; in the one that is written, if none is said.
        """
        self._is_showing = True
        self._lines.style, self._lines.language = style, language
        self._step = line_height(style)
        self.setFont(font(style))
        self.setPlainText(text)
        self._known = text
        self._space_lines()
        self._is_showing = False
        self._open = True
        self.show()
        self.setFocus()
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if caret is not None:
            cursor.setPosition(min(place_in_qt(text, caret), cursor.position()))
        self.setTextCursor(cursor)

    def end_composing(self) -> None:
        """Take what is being composed as it is seen, also where the input method would let go of it."""
        composed, before = self.textCursor().block().layout().preeditAreaText(), plain(self.document())
        QGuiApplication.inputMethod().commit()
        if composed and plain(self.document()) == before:
            self.textCursor().insertText(composed)

    def close(self) -> None:
        """Be gone, with nothing more told."""
        self._open = False
        self.clearFocus()
        self.hide()

    def type_over(self, text: str) -> None:
        """Put a text in place of all there is."""
        self.select_all()
        cursor = self.textCursor()
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def show_text(self, text: str) -> None:
        """Become another text, with the caret where that differs; it is not told as typed."""
        self._is_showing = True
        self.setTextCursor(rewritten(self.document(), text))
        self._known = text
        self._space_lines()
        self._is_showing = False

    def put(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of what stands from `start` to `end`, as a step of its own."""
        cursor = self.textCursor()
        self.pasted.emit()
        put_text(cursor, start, end, text)
        self.pasted.emit()
        self.setTextCursor(cursor)

    @property
    def background(self) -> QColor:
        """The colour on which the text stands."""
        return self._background

    @property
    def hyphens(self) -> list[QPointF]:
        """Where hyphens are shown that are in no text."""
        return self._lines.hyphens

    def select_all(self) -> None:
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        self.setTextCursor(cursor)

    def apply_style(self, ink: Colour, background: Colour) -> None:
        """Have the colours of the drawing."""
        if colour(background) != self._background:
            self._background = colour(background)
            self.setDefaultTextColor(colour(ink))
            self.update()

    def lay_over(self, place: QPointF, width: float) -> None:
        """Stand with the text's top left corner at a place of the sheet."""
        self.setTextWidth(width)
        self.setPos(place)
        self._follow_lines()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.fillRect(self.boundingRect().adjusted(-2, 0, 2, 0), self._background)
        # Qt would draw a dashed frame; the ring around what is selected says the same.
        option.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected)
        # Qt breaks its lines anew for a mark of spelling, among others.
        self._lines.follow()
        super().paint(painter, option, widget)  # type: ignore[arg-type]  # Qt passes no widget for caches
        painter.setPen(self.defaultTextColor())
        painter.setFont(self.font())
        for place in self.hyphens:
            painter.drawText(place, HYPHEN)

    def boundingRect(self) -> QRectF:
        whole = super().boundingRect()
        return whole.adjusted(-3, 0, 3, max(self._lines.height - whole.height(), 0.0))

    def sceneEvent(self, event: QEvent) -> bool:
        """What Qt would do without asking anybody: write a Tab into the text, or keep undo to itself."""
        if event.type() == QEvent.Type.KeyPress and is_tab(event):
            self.keyPressEvent(event)
            return True
        if is_undo(event):
            event.ignore()
            return False
        if isinstance(event, QFocusEvent) and event.gotFocus():
            # Qt would reset the input method, which may have begun what is typed here.
            self.focusInEvent(event)
            return True
        is_taken = super().sceneEvent(event)
        if self._open:
            self.caret_moved.emit()
        return is_taken

    def setTextCursor(self, cursor: QTextCursor) -> None:
        super().setTextCursor(cursor)
        self.caret_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = _ENDS.get(Qt.Key(event.key()))
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if ends == "next" and shift:
            self._end("previous")
        elif ends == "enter" and shift:
            self.textCursor().insertText("\n")
        elif ends == "enter" and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.split_wanted.emit(place_in_text(plain(self.document()), self.textCursor().position()))
        elif event.key() == Qt.Key.Key_Backspace and self._is_at_start():
            self.join_wanted.emit()
        elif _is_paste(event):
            self._paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self._cut_out()
        elif ends is not None:
            self._end(ends)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Where the middle button pastes, it does so where it is pressed."""
        if event.button() != Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)
        elif QGuiApplication.clipboard().supportsSelection():
            cursor = self.textCursor()
            place = event.pos()
            cursor.setPosition(self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.FuzzyHit))
            self.setTextCursor(cursor)
            self._take_words(QClipboard.Mode.Selection)

    def contextMenuEvent(self, event: QGraphicsSceneContextMenuEvent) -> None:
        """The menu of the words, not of what they stand on: for Qt's own one, pasting has looks."""
        menu, keys = QMenu(event.widget()), QKeySequence.StandardKey
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        has_selection = self.textCursor().hasSelection()
        for text, key, act, is_enabled in (
            (tr_context("verb", "Cut"), keys.Cut, self._cut_out, has_selection),
            (tr_context("verb", "Copy"), keys.Copy, self._copy, has_selection),
            (tr_context("verb", "Paste"), keys.Paste, self._paste, bool(QGuiApplication.clipboard().text())),
            (tr("Select all"), keys.SelectAll, self.select_all, not self.document().isEmpty()),
        ):
            action = menu.addAction(text)
            action.setShortcut(key)
            action.setEnabled(is_enabled)
            action.triggered.connect(act)
        is_by_mouse = event.reason() == QGraphicsSceneContextMenuEvent.Reason.Mouse
        hit = self.document().documentLayout().hitTest(event.pos(), Qt.HitTestAccuracy.FuzzyHit)
        place = hit if is_by_mouse else self.textCursor().position()
        self.menu_opens.emit(menu, place_in_text(plain(self.document()), place))
        menu.popup(event.screenPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._end("left")

    def _copy(self) -> None:
        if self.textCursor().hasSelection():
            QGuiApplication.clipboard().setText(with_breaks(self.textCursor().selectedText()))

    def _cut_out(self) -> None:
        self._copy()
        cursor = self.textCursor()
        cursor.removeSelectedText()
        self.setTextCursor(cursor)

    def _paste(self) -> None:
        self._take_words(QClipboard.Mode.Clipboard)

    def _take_words(self, mode: QClipboard.Mode) -> None:
        """Take the words of what is on the clipboard, but neither its looks nor its pictures."""
        text, cursor = clean(QGuiApplication.clipboard().text(mode)), self.textCursor()
        room = max(LONGEST_TEXT - len(plain(self.document())) + len(cursor.selectedText()), 0)
        self.pasted.emit()
        cursor.insertText(text[:room])
        self.pasted.emit()
        self.setTextCursor(cursor)
        if len(text) > room:
            self.was_cut.emit()

    def _end(self, how: str) -> None:
        if self._open:
            self._open = False
            self.ended.emit(how)

    def _is_at_start(self) -> bool:
        return self.textCursor().position() == 0 and not self.textCursor().hasSelection()

    def _emit_typed(self) -> None:
        if self._is_showing:
            return
        came = self.document().characterCount()
        self.document().blockSignals(True)
        self._known = cut_what_came(self.document(), self._known, LONGEST_TEXT)
        self.document().blockSignals(False)
        was_cut = self.document().characterCount() < came
        self._space_lines()
        self.typed.emit(self._known)
        if was_cut:
            self.was_cut.emit()

    def _space_lines(self) -> None:
        """Give each line the drawing's distance to the next."""
        spacing = QTextBlockFormat()
        spacing.setLineHeight(self._step, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        if cursor.blockFormat().lineHeight() != self._step or self.document().blockCount() > 1:
            self.document().blockSignals(True)
            cursor.mergeBlockFormat(spacing)
            self.document().blockSignals(False)
        self._follow_lines()

    def _follow_lines(self) -> None:
        """Have the lines of the drawing, where that cuts words."""
        before = self._lines.height
        self._lines.follow()
        if self._lines.height != before:
            self.prepareGeometryChange()
            self.update()


def _is_paste(event: QKeyEvent) -> bool:
    plain = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    is_plain = event.key() == Qt.Key.Key_V and event.modifiers() == plain
    return is_plain or event.matches(QKeySequence.StandardKey.Paste)


def is_tab(event: QEvent) -> TypeGuard[QKeyEvent]:
    return isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
