"""Counts the lines that a text breaks into from the widths of its words, without breaking it.

A map of thousands of notes must know how high each is before any of them is read; words recur, so their
widths need be measured but once. Texts for which the count is not certain are left to Qt.
"""

import re
from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

_WORD = r"['(]?[A-Za-z0-9À-ÖØ-öø-ÿ]+(?:[.,:;'][A-Za-zÀ-ÖØ-öø-ÿ0-9]+)*[.,:;!?')]*"
_PLAIN = re.compile(rf"{_WORD}(?: {_WORD})*")
"""Words between which lines can break at single spaces, and nowhere else (Unicode Standard Annex 14)."""
DOUBT = 1 / 16
"""Map units by which a line may miss its width before Qt's rounding (1/64) could decide otherwise."""
_OTHER_SCRIPTS = "\u0250"
_MOST_WORDS = 100_000


def is_plain(text: str) -> bool:
    """Whether a text without line ends is of words whose widths tell its lines."""
    return _PLAIN.fullmatch(text) is not None


class WordWidths(dict[str, float]):
    """The widths of the words met so far, in one font."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._font = font
        self._metrics = QFontMetricsF(font)
        self.space = self._metrics.horizontalAdvance(" ")

    def __missing__(self, word: str) -> float:
        if len(self) >= _MOST_WORDS:
            self.clear()
        width = self[word] = self._width(word)
        return width

    def _width(self, word: str) -> float:
        if max(word, default="") < _OTHER_SCRIPTS:
            return self._metrics.horizontalAdvance(word)
        # In a line Qt leaves room for letters that lean out, as Arabic ones may.
        layout = QTextLayout(word, self._font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        return line.naturalTextWidth() if line.isValid() else 0.0


class PlainText:
    """A text of which the widths of its words tell where its lines end, at any width."""

    def __init__(self, paragraphs: Sequence[Sequence[float]], space: float) -> None:
        """`paragraphs` are the widths of their words."""
        self._paragraphs, self._space = paragraphs, space

    @classmethod
    def of(cls, text: str, widths: WordWidths) -> "PlainText | None":
        """None where only breaking it can tell."""
        paragraphs = text.split("\n")
        if not all(map(_PLAIN.fullmatch, paragraphs)):
            return None
        return cls([[widths[word] for word in each.split(" ")] for each in paragraphs], widths.space)

    def lines(self, available: float) -> int | None:
        """How many lines `available` wide it takes; None where only breaking it can tell."""
        count = 0
        for words in self._paragraphs:
            used = -self._space
            count += 1
            for width in words:
                free = available - used - self._space - width
                if free > DOUBT:
                    used += self._space + width
                elif free < -DOUBT and width < available - DOUBT:
                    used = width
                    count += 1
                else:
                    return None
        return count


def line_count(text: str, widths: WordWidths, available: float) -> int | None:
    """How many lines `available` wide a text takes; None where only breaking it can tell."""
    plain = PlainText.of(text, widths)
    return plain.lines(available) if plain is not None else None
