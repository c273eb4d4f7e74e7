"""Text for a PDF: lines that Qt has laid out, as text in the bundled fonts, each glyph where Qt put it.

A line becomes text only where Qt drew its characters with the very glyphs that the bundled font has for
them. Which glyph stands how far from its neighbour is learned from Qt, pair by pair, since asking Qt for
the places of every glyph of a large map takes longer than writing the map.
"""

import unicodedata
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from app.drawing.text import TextLine
from app.drawing.theme import TextStyle
from app.formats.pdf.pdf_faces import Face

_TOLERANCE = 0.02
"""Map units by which the sum of the learned distances may miss Qt's width of the line."""
_SMALLEST_SHIFT = 0.5
"""Thousandths of the type size; smaller distances are the rounding of Qt's numbers."""
_INVISIBLE_CATEGORY = "Cf"


class _Glyph(NamedTuple):
    """A character to write and where Qt put its glyph, in map units from the block's left edge."""

    character: str
    x: float


class FontInUse:
    """A font at one size in one PDF: turns lines into operators that show them as text."""

    def __init__(self, canvas: Canvas, style: TextStyle, face: Face) -> None:
        self._document = canvas._doc
        self._face = face
        self._size = round(style.size)
        self._names: dict[int, str] = {}
        self._codes: dict[str, tuple[int, str]] = {}
        self._space = self._face.glyph(" ")
        self._advances: dict[str, float] = {}
        """How far Qt goes from a character to the next, by pair, and past the last one, by character."""
        self._fragments: dict[str, str] = {}
        """The operand text for a pair's first character and the distance to the second."""

    def select(self, subset: int = 0) -> str:
        """The operator that selects the font."""
        name = self._names.get(subset)
        if name is None:
            name = self._names[subset] = self._face.font.getSubsetInternalName(subset, self._document)
        return f"{name} {self._size} Tf"

    def show(self, line: TextLine) -> str | None:
        """The operators that show a line where the text matrix stands; None if it cannot be text.

        The font's first subset is selected before and after.
        """
        text = line.text
        pairs = [text[index : index + 2] for index in range(len(text))]
        try:
            width = sum([self._advances[pair] for pair in pairs])
        except KeyError:
            return self._show_as_placed(line)
        if abs(width - line.width) > _TOLERANCE:
            return self._show_as_placed(line)
        shown = "".join([self._fragments[pair] for pair in pairs])
        return f"[({shown})]TJ" if ")" in shown else f"({shown})Tj"

    def _show_as_placed(self, line: TextLine) -> str | None:
        glyphs = self._glyphs(line)
        if not glyphs:
            return None if glyphs is None else ""
        self._learn(line, glyphs)
        return self._operators(line.x, glyphs)

    def _glyphs(self, line: TextLine) -> list[_Glyph] | None:
        """The line's characters with their places; none if Qt drew other glyphs than the font has."""
        indexes = list(chain.from_iterable(run.glyphIndexes() for run in line.runs))
        places = [place.x() for run in line.runs for place in run.positions()]
        places.append(line.x + line.width)
        found: list[_Glyph] = []
        at = 0
        for character in unicodedata.normalize("NFC", line.text):
            if _takes_no_room(character):
                at += places[at : at + 1] == places[at + 1 : at + 2]
            elif at < len(indexes) and self._is_drawn_by(character, indexes[at]):
                found.append(_Glyph(character, places[at]))
                at += 1
            elif character == "\t" and found:
                found.append(_Glyph(" ", found[-1].x + self._advance(found[-1].character)))
            elif character != "\t":
                return None
        return found if all(index == self._space for index in indexes[at:]) else None

    def _is_drawn_by(self, character: str, index: int) -> bool:
        # A hard space may have a glyph of its own; reportlab writes it as a space, and both are blank.
        return self._face.glyph(character) == index or character == "\u00a0"

    def _learn(self, line: TextLine, glyphs: list[_Glyph]) -> None:
        if "".join(glyph.character for glyph in glyphs) != line.text:
            return
        if any(self._code(glyph.character)[0] for glyph in glyphs):
            return
        for glyph, after in pairwise(glyphs):
            pair = glyph.character + after.character
            distance = after.x - glyph.x
            self._advances[pair] = distance
            shift = (self._advance(glyph.character) - distance) / self._size * 1000
            code = self._code(glyph.character)[1]
            self._fragments[pair] = f"{code}){shift:.0f}(" if abs(shift) >= _SMALLEST_SHIFT else code
        last = glyphs[-1]
        advance = line.x + line.width - last.x
        # Qt's width has room for letters that lean out, but also for spaces at the end of a text.
        if abs(advance - self._advance(last.character)) < self._advance(" ") / 2:
            self._advances[last.character] = advance
            self._fragments[last.character] = self._code(last.character)[1]

    def _operators(self, x: float, glyphs: list[_Glyph]) -> str:
        """Shows glyphs one by one at their places, changing subsets where a character asks for it."""
        operators: list[str] = []
        shown: list[str] = []
        subset = 0
        for glyph in glyphs:
            its_subset, code = self._code(glyph.character)
            if its_subset != subset:
                operators += _shown(shown)
                operators.append(self.select(its_subset))
                subset, shown = its_subset, []
            shift = (x - glyph.x) / self._size * 1000
            if abs(shift) >= _SMALLEST_SHIFT:
                shown.append(f"){shift:.0f}(")
                x -= round(shift) * self._size / 1000
            shown.append(code)
            x += self._advance(glyph.character)
        operators += _shown(shown)
        if subset:
            operators.append(self.select())
        return " ".join(operators)

    def _advance(self, character: str) -> float:
        """How far a PDF's reader goes past a character, in map units."""
        return self._face.advances[ord(character)] * self._size / 1000

    def _code(self, character: str) -> tuple[int, str]:
        """The subset that a character is in, and its code there as it is written between brackets."""
        found = self._codes.get(character)
        if found is None:
            ((subset, code),) = self._face.font.splitString(character, self._document)
            found = self._codes[character] = (subset, _escaped(code[0]))
        return found


def _shown(shown: list[str]) -> Iterator[str]:
    if shown:
        yield f"[({''.join(shown)})]TJ"


def _escaped(code: int) -> str:
    character = chr(code)
    if character in "()\\":
        return f"\\{character}"
    return character if 32 <= code < 127 else f"\\{code:03o}"


def _takes_no_room(character: str) -> bool:
    return unicodedata.category(character) == _INVISIBLE_CATEGORY or "\ufe00" <= character <= "\ufe0f"
