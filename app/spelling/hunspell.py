"""Reads Hunspell's files for the library that knows what they mean.

The library would open whatever lies there, and leave it open. So the bytes are read here, and no more of them
than may be.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from app.limits import LARGEST_DICTIONARY, LARGEST_RULES
from app.paths import open_file
from app.spelling.dictionaries import RULES, WORDS

_UNTIL_IT_IS_SAID = "Windows-1252"
"""The encoding of the rules up to the line that names it."""
_MARKS = ("\ufeff", "ï»¿")
"""A byte-order mark in UTF-8, and in the encoding that is supposed at first."""


class Stem(Protocol):
    """A line of a dictionary."""

    stem: str


class Stems(Protocol):
    """All of its lines."""

    words: list[Stem]


class Rules(Protocol):
    """What its words may be made of: the flags of those that stand in compounds."""

    COMPOUNDFLAG: object
    COMPOUNDBEGIN: object


class Dictionary(Protocol):
    """What is used of the library's."""

    aff: Rules
    dic: Stems

    def lookup(self, word: str) -> bool: ...

    def suggest(self, word: str) -> Iterable[str]: ...


class _Lines:
    """The lines of a file with their numbers, as the library asks for them."""

    def __init__(self, path: Path, largest: int, encoding: str) -> None:
        with open_file(path) as file:
            self._data = file.read(largest)
        self.line_no = 0
        self._lines = self._decoded(encoding)

    def reset_encoding(self, encoding: str) -> None:
        """Go on in another encoding."""
        self._lines = self._decoded(encoding)

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return self

    def __next__(self) -> tuple[int, str]:
        while True:
            if self.line_no >= len(self._lines):
                raise StopIteration
            line = self._lines[self.line_no].strip()
            self.line_no += 1
            if line:
                return self.line_no, line

    def _decoded(self, encoding: str) -> list[str]:
        # Some dictionaries have flags that are no characters of their encoding.
        text = self._data.decode(encoding, errors="surrogateescape")
        for mark in _MARKS:
            text = text.removeprefix(mark)
        return text.replace("\r\n", "\n").split("\n")


def read_dictionary(path: Path) -> Dictionary:
    """Read a dictionary from its two files. Raises whatever the library comes to where it expects others."""
    from spylls.hunspell import Dictionary as Made
    from spylls.hunspell.readers import read_aff, read_dic

    aff, context = read_aff(_Lines(path.with_name(path.name + RULES), LARGEST_RULES, _UNTIL_IT_IS_SAID))
    words = _Lines(path.with_name(path.name + WORDS), LARGEST_DICTIONARY, context.encoding)
    made: Dictionary = Made(aff, read_dic(words, aff=aff, context=context))
    return made
