"""Texts in Qt's fields become other texts by what differs alone, so that the caret stands where that is.

Undo belongs to the project, not to a field: `is_undo` says which keys are left to the window.
"""

from array import array
from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QTextDocument

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_undo(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _UNDO)


def rewritten(document: QTextDocument, text: str, caret: int | None = None) -> QTextCursor:
    """Give a document a text by changing only what differs, so that only that is told; returns where it ends.

    What was typed ends at the caret, if there is one; that says which of two equal letters is the new one.
    """
    cursor = QTextCursor(document)
    before, after = units(document.toPlainText()), units(text)
    common = _alike(before, after) if caret is None else 0
    tail = _alike(before[common:][::-1], after[caret or common :][::-1])
    head = _alike(before[: len(before) - tail], after[: len(after) - tail])
    if before != after:
        cursor.setPosition(head)
        cursor.setPosition(len(before) - tail, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(after[head : len(after) - tail].tobytes().decode("utf-16-le", "surrogatepass"))
    return cursor


def units(text: str) -> "array[int]":
    """A text in the units in which Qt counts."""
    return array("H", text.encode("utf-16-le", "surrogatepass"))


def _alike(one: Sequence[int], other: Sequence[int]) -> int:
    """How many units two texts have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
