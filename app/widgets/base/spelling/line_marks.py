"""Underlines the misspelt words of a field of one line, which Qt gives no formats of its own.

So a wave is painted over what the line has painted. From the caret, whose place is known, follows where the
text begins, however far it is scrolled.
"""

from unicodedata import bidirectional

from PySide6.QtCore import QObject, QPointF
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QLineEdit

from app.session.editor import Editor
from app.widgets.base.rewriting import place_in_qt
from app.widgets.base.spelling.text_marks import red_on

_WAVE = 2.0
"""Logical pixels from one crest to the next trough."""


class LineMarks(QObject):
    """For one line. The word at the caret is underlined only once it is left, if it was typed."""

    def __init__(self, line: QLineEdit, editor: Editor) -> None:
        super().__init__(line)
        self._line = line
        self.editor = editor
        self._caret_typed_at: int | None = None
        line.textEdited.connect(self._after_typing)
        line.cursorPositionChanged.connect(lambda _, at: self._after_moving(at))
        line.editingFinished.connect(self._after_leaving)
        editor.spelling.changed.connect(line.update)

    def marked(self) -> list[tuple[int, int]]:
        """From where to where words are underlined, as Qt counts."""
        text, at = self._line.text(), self._caret_typed_at
        if self._line.placeholderText() and not text:
            return []
        places = [
            (place_in_qt(text, word.start), place_in_qt(text, word.end))
            for word in self.editor.spelling.wrong_words(text)
        ]
        return [(start, end) for start, end in places if at is None or not start <= at <= end]

    def paint(self) -> None:
        """Paint the waves, once the line is painted."""
        line = self._line
        text = line.displayText()
        if not (marked := self.marked()) or not _runs_to_the_right(text):
            return
        metrics, caret = line.fontMetrics(), line.cursorRect()
        left = caret.center().x() - metrics.horizontalAdvance(text[: line.cursorPosition()])
        below = round((caret.top() + caret.bottom() + metrics.ascent() - metrics.descent()) / 2) + 2.5
        with QPainter(line) as painter:
            painter.setClipRect(line.rect().adjusted(3, 0, -3, 0))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(red_on(line.palette().base().color()), 1.3))
            for start, end in marked:
                first, last = (left + metrics.horizontalAdvance(text[:place]) for place in (start, end))
                painter.drawPath(_wave(first, last, below))

    def _after_typing(self) -> None:
        self._caret_typed_at = self._line.cursorPosition()

    def _after_moving(self, at: int) -> None:
        if self._caret_typed_at is not None and at != self._caret_typed_at:
            self._caret_typed_at = None
            self._line.update()

    def _after_leaving(self) -> None:
        self._caret_typed_at = None
        self._line.update()


def _runs_to_the_right(text: str) -> bool:
    """Whether a letter always stands to the right of those before it."""
    return not any(bidirectional(letter) in ("R", "AL") for letter in text)


def _wave(first: float, last: float, height: float) -> QPainterPath:
    path = QPainterPath(QPointF(first, height))
    place, is_up = first, True
    while place < last:
        place = min(place + _WAVE, last)
        path.lineTo(place, height - _WAVE if is_up else height)
        is_up = not is_up
    return path
