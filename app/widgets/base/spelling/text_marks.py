"""Underlines the misspelt words of a text that is being edited.

They are formats of the layout, as a highlighter's: they are no part of the text, of its undo, or of what is
told of it. Qt lays what an input method composes over the same formats, so a line in which that is done is
left alone.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from app.session.spelling import Spelling
from app.widgets.base.rewriting import place_in_qt

_RED, _RED_ON_DARK = QColor("#B3261E"), QColor("#FFB4AB")


def red_on(ground: QColor) -> QColor:
    """The colour of an underline on a ground."""
    return _RED if ground.lightnessF() > 0.5 else _RED_ON_DARK


class TextMarks(QObject):
    """For one text document. The word at the caret is underlined only once it is left, if it was typed."""

    def __init__(
        self,
        document: QTextDocument,
        caret: Callable[[], int],
        caret_moved: SignalInstance,
        spelling: Spelling,
        colour: Callable[[], QColor],
    ) -> None:
        super().__init__(document)
        self._text = document
        self._caret = caret
        self._spelling = spelling
        self._colour = colour
        self._caret_typed_at: int | None = None
        """Where the caret stood after the last letter, as long as it has not moved elsewhere."""
        document.contentsChanged.connect(self._after_typing)
        caret_moved.connect(self._after_moving)
        spelling.changed.connect(self.refresh)
        self.refresh()

    def begin(self) -> None:
        """Another text is shown: none of its words is being typed."""
        self._caret_typed_at = None
        self.refresh()

    def refresh(self) -> None:
        block = self._text.firstBlock()
        while block.isValid():
            self._mark(block)
            block = block.next()

    def _after_typing(self) -> None:
        self._caret_typed_at = self._caret()
        self.refresh()

    def _after_moving(self) -> None:
        if self._caret_typed_at is not None and self._caret() != self._caret_typed_at:
            self._caret_typed_at = None
            self.refresh()

    def _mark(self, block: QTextBlock) -> None:
        layout = block.layout()
        if layout.preeditAreaText():
            return
        text = block.text()
        formats = [
            self._underlined(place_in_qt(text, word.start), place_in_qt(text, word.end))
            for word in self._spelling.wrong_words(text)
        ]
        typed_at = -1 if self._caret_typed_at is None else self._caret_typed_at - block.position()
        formats = [each for each in formats if not each.start <= typed_at <= each.start + each.length]
        if formats != layout.formats():
            layout.setFormats(formats)
            self._text.markContentsDirty(block.position(), block.length())

    def _underlined(self, start: int, end: int) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, end - start
        shape = QTextCharFormat()
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        shape.setUnderlineColor(self._colour())
        found.format = shape
        return found
