"""The text that is being edited on the map, for those who hear it: a text field of Qt's that nobody sees.

Qt gives its text fields the interface of an editable text, which PySide lets nobody implement: see ADR 10.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFont,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.rewriting import plain, rewritten
from app.widgets.canvas.map_view import MapView
from app.widgets.canvas.typing.text_editor import TextEditor


class SpokenText(QTextEdit):
    """Says what a TextEditor holds and where its caret is; what a screen reader changes goes back there.

    It paints nothing, takes no mouse, and lies where the text is seen. Whether the canvas has the focus
    decides whether it says to have it.
    """

    def __init__(self, canvas: MapView, editor: TextEditor, name: str) -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self._edited = editor
        self._is_following = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        set_focus_proxy(self, canvas)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.document().setUseDesignMetrics(True)
        self.document().setDefaultTextOption(editor.document().defaultTextOption())
        self.setPlainText(plain(editor.document()))
        self._follow()
        for signal in (editor.document().contentsChanged, editor.caret_moved):
            signal.connect(self._follow)
        for signal in (self.textChanged, self.cursorPositionChanged, self.selectionChanged):
            signal.connect(self._take)
        self.show()

    def notify_focus(self) -> None:
        """Say that the focus is here."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Focus))

    def end(self) -> None:
        """Be gone. As long as the canvas stood for it, that would lose the focus with it."""
        for signal in (self._edited.document().contentsChanged, self._edited.caret_moved):
            signal.disconnect(self._follow)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt allows it
        self.hide()
        self.deleteLater()

    def place(self, *_: object) -> None:
        """Lie where the text is seen, set as large. (What a signal carries does not matter.)"""
        font, full = QFont(self._edited.font()), self._edited.font().pixelSize()
        font.setPixelSize(max(round(full * self._canvas.transform().m11()), 1))
        self.setFont(font)
        # In proportion to the type, which has whole pixels, so that lines break as on the map.
        self.document().setTextWidth(self._edited.textWidth() * font.pixelSize() / full)
        corner = self._canvas.to_viewport(QPointF(self._edited.pos()))
        self.setGeometry(QRectF(corner, self.document().size()).toAlignedRect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its size does not decide where lines break."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing of it is seen."""

    def _follow(self) -> None:
        """Become what the editor is now."""
        if not self._is_following:
            self._is_following = True
            self.setTextCursor(_in_step(self.document(), self._edited.textCursor()))
            self.place()
            self._is_following = False

    def _take(self) -> None:
        """Have the editor become what a screen reader made of this."""
        if not self._is_following:
            self._is_following = True
            self._edited.setTextCursor(_in_step(self._edited.document(), self.textCursor()))
            self._is_following = False


def _in_step(document: QTextDocument, other: QTextCursor) -> QTextCursor:
    """Give a document the text of another one; returns the place in it where that one's cursor is."""
    rewritten(document, plain(other.document()), other.position())
    found = QTextCursor(document)
    found.setPosition(other.anchor())
    found.setPosition(other.position(), QTextCursor.MoveMode.KeepAnchor)
    return found
