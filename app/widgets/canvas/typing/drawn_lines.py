"""The lines of a text that is edited are those of its drawing, also where that cuts words.

Qt breaks words that are wider than their place anywhere, and shows no hyphen. Here its lines are broken again
where the drawing has them; the text stays as it is, so that nothing else need know of hyphens.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine, QTextOption

from app.drawing.text import line_height, remembered_block
from app.drawing.theme import NOTE, TextStyle
from app.language.spoken import written_language
from app.widgets.base.rewriting import place_in_qt, plain

_ON_BASELINE = 0.8
"""Where Qt puts the baseline in a line of a fixed height, as a share of that height."""


class _End(NamedTuple):
    """Where a line ends, as Qt counts, and whether with a hyphen."""

    at: int
    is_hyphenated: bool


class DrawnLines:
    """Breaks the lines of a document as those of the drawing; `hyphens` is where hyphens stand then."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._known: tuple[str, float, TextStyle, str] | None = None
        self._ends: tuple[_End, ...] = ()
        self.style = NOTE
        self.language = ""
        self.hyphens: list[QPointF] = []
        self.height = 0.0
        """Of all lines, in map units; 0 where they are as Qt breaks them."""

    def follow(self) -> None:
        """Have the lines of the drawing; nothing to do where no word is cut, or while one is composed."""
        self._ends = self._found()
        self.hyphens, self.height = [], 0.0
        if not self._ends or any(block.layout().preeditAreaText() for block in _blocks(self._document)):
            return
        step, done = line_height(self.style), 0
        for block in _blocks(self._document):
            ends = _ends_in(block, self._ends)
            if not _is_so_broken(block, ends):
                _break(block, ends, self._document.textWidth())
            _place(block.layout(), done * step - block.layout().position().y(), step)
            self.hyphens += _hyphens(block, ends)
            done += len(ends)
        self.height = done * step

    def _found(self) -> tuple[_End, ...]:
        """The ends of the drawing's lines, where words are cut."""
        known = (plain(self._document), self._document.textWidth(), self.style, self.language)
        if known == self._known:
            return self._ends
        self._known = known
        text, width = known[:2]
        if width <= 0:
            return ()
        block = remembered_block(text, self.style, width, self.language or written_language())
        if not block.cuts:
            return ()
        return tuple(_End(place_in_qt(text, cut.at), cut.is_hyphenated) for cut in block.line_ends)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _ends_in(block: QTextBlock, ends: Sequence[_End]) -> list[_End]:
    """The ends of the lines of a block; the last, which may be empty, ends with the block."""
    start, length = block.position(), block.length()
    within = {end.at: end for end in ends if start < end.at < start + length - 1}
    return [*within.values(), _End(start + length - 1, is_hyphenated=False)]


def _lines(layout: QTextLayout) -> list[QTextLine]:
    return [layout.lineAt(index) for index in range(layout.lineCount())]


def _is_so_broken(block: QTextBlock, ends: list[_End]) -> bool:
    found = [line.textStart() + line.textLength() for line in _lines(block.layout())]
    wanted = [end.at - block.position() for end in ends]
    return found[:-1] == wanted[:-1] and len(found) == len(wanted)


def _break(block: QTextBlock, ends: list[_End], width: float) -> None:
    """Break a block of a document anew; the last line has whatever is left."""
    layout = block.layout()
    option = layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    for end in ends:
        line = layout.createLine()
        if not line.isValid():
            break
        _fill(line, end.at - block.position() - line.textStart(), width)
    rest = layout.createLine()
    if rest.isValid():
        rest.setLineWidth(width)
    layout.endLayout()


def _fill(line: QTextLine, length: int, width: float) -> None:
    """Put so many units of a text into a line. Qt counts signs, which are fewer."""
    signs = max(length, 1)
    line.setNumColumns(signs, width)
    while line.textLength() > length and signs > 1:
        signs -= min(line.textLength() - length, signs - 1)
        line.setNumColumns(signs, width)


def _place(layout: QTextLayout, top: float, step: float) -> None:
    """Put the lines where Qt puts lines of a fixed height."""
    for index, line in enumerate(_lines(layout)):
        rise = line.ascent() + max(line.leading(), 0.0)
        line.setPosition(QPointF(0.0, top + (index + _ON_BASELINE) * step - rise))


def _hyphens(block: QTextBlock, ends: list[_End]) -> Iterator[QPointF]:
    corner = block.layout().position()
    for line, end in zip(_lines(block.layout()), ends, strict=False):
        if end.is_hyphenated:
            yield corner + QPointF(line.naturalTextRect().right(), line.y() + line.ascent())
