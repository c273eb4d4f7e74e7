"""Texts in Qt's fields become other texts by what differs alone, so that the caret stands where that is.

Qt counts a text in units of 16 bits, of which an emoji has two; what is kept is counted in characters. Undo
belongs to the project, not to a field: `is_undo` says which keys are left to the window.
"""

from array import array
from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLineEdit

from app.model.history.strokes import difference

_BREAKS = {0x2028: "\n", 0x2029: "\n"}
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_undo(event: QEvent) -> bool:
    """Whether a field is offered a key for undo or redo, before the window gets it."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(key) for key in _UNDO)


def rewritten(document: QTextDocument, text: str, caret: int | None = None) -> QTextCursor:
    """Give a document a text by changing only what differs, so that only that is told; returns where it ends.

    What was typed ends at the caret, if there is one; that says which of two equal letters is the new one.
    """
    cursor = QTextCursor(document)
    before, after = units(plain(document)), units(text)
    common = _alike(before, after) if caret is None else 0
    tail = _alike(before[common:][::-1], after[caret or common :][::-1])
    head = _alike(before[: len(before) - tail], after[: len(after) - tail])
    if before != after:
        cursor.setPosition(head)
        cursor.setPosition(len(before) - tail, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(_text(after[head : len(after) - tail]))
    return cursor


def is_own_undo(line: QLineEdit, event: QEvent) -> bool:
    """Whether a key for undo or redo has something to do in a line that the project knows nothing of."""
    if not isinstance(event, QKeyEvent):
        return False
    undo, redo = (event.matches(key) for key in _UNDO)
    return (undo and line.isUndoAvailable()) or (redo and line.isRedoAvailable())


def plain(document: QTextDocument) -> str:
    """The text of a document as it is: Qt's own way would make spaces of those that must not break."""
    return with_breaks(document.toRawText())


def with_breaks(raw: str) -> str:
    """What Qt gives of a document, or of what is selected in one, with lines as every text has them."""
    return raw.translate(_BREAKS)


def cut_what_came(document: QTextDocument, before: str, most: int) -> str:
    """Take out what a text has more than `most` characters, from the end of what came; what was there stays.

    Returns the text then.
    """
    text = plain(document)
    too_many = len(text) - most
    if too_many <= 0:
        return text
    came = difference(before, text)
    end = came.at + len(came.inserted)
    start = max(end - too_many, came.at)
    cursor = QTextCursor(document)
    cursor.setPosition(place_in_qt(text, start))
    cursor.setPosition(place_in_qt(text, end), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    return text[:start] + text[end:]


def put_text(cursor: QTextCursor, start: int, end: int, text: str) -> None:
    """Put a text in the place of what stands from one place of a document's text to another."""
    before = plain(cursor.document())
    cursor.setPosition(place_in_qt(before, start))
    cursor.setPosition(place_in_qt(before, end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text)


def place_in_qt(text: str, place: int) -> int:
    """Where Qt counts a place of a text."""
    return len(units(text[:place]))


def place_in_text(text: str, place: int) -> int:
    """Where a text has a place that Qt counts."""
    return len(_text(units(text)[:place]))


def units(text: str) -> "array[int]":
    """A text in the units in which Qt counts."""
    return array("H", text.encode("utf-16-le", "surrogatepass"))


def _text(units: "array[int]") -> str:
    return units.tobytes().decode("utf-16-le", "surrogatepass")


def _alike(one: Sequence[int], other: Sequence[int]) -> int:
    """How many units two texts have in common from their beginning: few comparisons of long pieces."""
    lengths = range(1, min(len(one), len(other)) + 1)
    return bisect_left(lengths, True, key=lambda length: one[:length] != other[:length])
