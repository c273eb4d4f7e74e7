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
_JOINTS = re.compile(r"[^/?&=\\-]*[/?&=\\-]+|[^/?&=\\-]+")
_MOST_TOKENS = 100_000


class Word(NamedTuple):
    """What stays together in one line, with the spaces after it; its width without those, in map units."""

    text: str
    width: float


class LeastWidths(dict[str, float]):
    """How wide the widest unbreakable part is of what stands between spaces, in one font."""

    def __init__(self, font: QFont, widths: WordWidths) -> None:
        super().__init__()
        self._font = font
        self._widths = widths

    def __missing__(self, token: str) -> float:
        if len(self) >= _MOST_TOKENS:
            self.clear()
        if token.isascii() and token.isalnum():
            width = self._widths[token]
        else:
            width = max((self._least(word) for word in kept_together(token, self._font)), default=0.0)
        self[token] = width
        return width

    def of(self, text: str) -> float:
        """The least width, in map units, in which no word of a text is broken."""
        widest = max(map(self.__getitem__, tokens(text)), default=0.0)
        return widest + 2 * DOUBT

    def _least(self, word: Word) -> float:
        parts = joints(word.text.rstrip())
        return max(map(self._widths.__getitem__, parts)) if len(parts) > 1 else word.width


def tokens(text: str) -> list[str]:
    """What of a text stands between spaces."""
    return _TOKEN.findall(text)


def kept_together(text: str, font: QFont) -> Iterator[Word]:
    """The parts of a text between which Qt would begin a line, with the spaces after them."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
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


def joints(word: str) -> list[str]:
    """The parts of a word after which it can go on in the next line without a hyphen, as addresses do."""
    return _JOINTS.findall(word)


def units(text: str, start: int, length: int) -> str:
    """A part of a text, counted as Qt counts: an emoji is two units of UTF-16."""
    if text.isascii():
        return text[start : start + length]
    return text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le")
