"""What of a text stays together in one line, and so how wide its place must be for its words to stay whole.

That is what Unicode's line breaking (Standard Annex 14), as Qt does it, keeps together; but an address may go
on in another line after / ? & = and - whatever follows.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QFont, QTextLayout, QTextOption

from app.drawing.line_count import DOUBT, WordWidths

_SPACES = r" \t\n\u2028"
_SIGNS = rf"[^\w{_SPACES}]+"
_TOKEN = re.compile(rf"(?:{_SIGNS}[{_SPACES}]+)*[^{_SPACES}]+(?:[{_SPACES}]+{_SIGNS}(?![^{_SPACES}]))*")
"""What stands between spaces, with signs that stand alone beside it: some brackets keep to the next word."""
_JOINT = re.compile(r"(?<=[/?&=\\-])(?=\w)")
BREAK = "\u2028"
"""Ends a line within a paragraph."""
_MOST_TOKENS = 100_000


class Word(NamedTuple):
    """What stays together in one line, with the spaces after it; its width without those, in map units."""

    text: str
    width: float


class _Widest(NamedTuple):
    """The widest parts of what stands between spaces, in map units."""

    word: float
    """Of what Qt keeps together."""
    part: float
    """Of what an address keeps together."""


class TokenWidths(dict[str, _Widest]):
    """How wide the unbreakable parts are of what stands between spaces, in one font."""

    def __init__(self, font: QFont, widths: WordWidths) -> None:
        super().__init__()
        self._font = font
        self._widths = widths

    def __missing__(self, token: str) -> _Widest:
        if len(self) >= _MOST_TOKENS:
            self.clear()
        if token.isascii() and token.isalnum():
            found = _Widest(self._widths[token], self._widths[token])
        else:
            words = list(kept_together(token, self._font))
            widest = max((word.width for word in words), default=0.0)
            found = _Widest(widest, max(map(self._widest_part, words), default=0.0))
        self[token] = found
        return found

    def least(self, text: str) -> float:
        """The least width, in map units, in which no word of a text is broken."""
        return max((self[token].part for token in tokens(text)), default=0.0) + 2 * DOUBT

    def is_any_wider(self, text: str, available: float) -> bool:
        """Whether a part of a text that Qt keeps together is wider than a place."""
        widths = self._widths
        return any(widths[one] > available and self[one].word > available for one in tokens(text))

    def _widest_part(self, word: Word) -> float:
        parts = _JOINT.split(word.text.rstrip())
        return max(map(self._widths.__getitem__, parts)) if len(parts) > 1 else word.width


def tokens(text: str) -> list[str]:
    """What of a text stands between spaces."""
    return _TOKEN.findall(text)


def kept_together(text: str, font: QFont) -> Iterator[Word]:
    """The parts of a text between which Qt would begin a line, with the spaces after them."""
    layout = QTextLayout(text.replace("\n", BREAK), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1)
    layout.endLayout()
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        yield Word(units(layout.text(), line.textStart(), line.textLength()), line.naturalTextWidth())


def joints(word: str) -> tuple[int, ...]:
    """Where a word can go on in the next line without a hyphen, as addresses do."""
    return tuple(found.start() for found in _JOINT.finditer(word) if found.start())


def is_within_sign(text: str, at: int) -> bool:
    """Whether a place, counted as Qt counts, lies between the two units of one sign."""
    unit = text.encode("utf-16-le")[2 * at : 2 * at + 2]
    return 0xDC00 <= int.from_bytes(unit, "little") <= 0xDFFF


def units(text: str, start: int, length: int) -> str:
    """A part of a text, counted as Qt counts: an emoji is two units of UTF-16."""
    if text.isascii():
        return text[start : start + length]
    return text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le")
