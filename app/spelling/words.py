"""What counts as a word whose spelling can be looked up, and how one is looked up.

No word are addresses, tags with #, abbreviations in capitals, what has figures in it, and what has a capital
after a small letter, as names of products do. What is in another script than a dictionary's is its business.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from app.limits import LONGEST_WORD

_ADDRESS = re.compile(r"://|@|^www\.|^[#/\\~]|\w\.\w+[./]|\.(?:com|net|org|io|de|uk|eu)\b", re.IGNORECASE)
_APOSTROPHES = str.maketrans("’ʼ", "''")
_HYPHENS = str.maketrans("‑", "-")
_LONGEST_UNIT = 3
"""Letters of what stands after a number and is taken for its unit."""


class _Patterns:
    """What needs the classes of letters, and so a module that takes long to import."""

    def __init__(self) -> None:
        import regex

        self.run = regex.compile(r"[\p{L}\p{M}\p{N}_]+(?:['’ʼ‑-]+[\p{L}\p{M}\p{N}_]+)*")
        self.abbreviation = regex.compile(r"\p{Lu}[\p{Lu}\p{M}'-]+s?")
        self.camel = regex.compile(r"\p{Ll}\p{Lu}")
        self.after_number = regex.compile(r"\p{N}\s?$")


_patterns = lru_cache(maxsize=1)(_Patterns)


class Word(NamedTuple):
    """A word of a text, from `start` to `end`, as it is asked for: with plain apostrophes and hyphens."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=512)
def words_in(text: str) -> tuple[Word, ...]:
    """The words of a text that can be looked up, in their order."""
    found: list[Word] = []
    for chunk in re.finditer(r"\S+", text):
        if not _ADDRESS.search(chunk[0]):
            for run in _patterns().run.finditer(text, chunk.start(), chunk.end()):
                found += _words_of_run(text, run.start(), run[0])
    return tuple(found)


def readings(word: str) -> tuple[tuple[str, ...], ...]:
    """The ways in which a word may be right: in each, all its parts are.

    As it is; as what it is said of ("Ana’s"); or, where it has hyphens, part by part.
    """
    ways: list[tuple[str, ...]] = [(word,)]
    if word.endswith(("'s", "'S")):
        ways.append((word[:-2],))
    if "-" in word:
        ways.append(tuple(part for part in word.split("-") if len(part) > 1))
    return tuple(ways)


def _words_of_run(text: str, start: int, run: str) -> list[Word]:
    if not any(character.isnumeric() or character == "_" for character in run):
        return [Word(start, start + len(run), plain)] if (plain := _looked_up(text, start, run)) else []
    words: list[Word] = []
    # Of "a 10-minute walk" the minute is a word.
    for part in re.finditer(r"[^-‑]+", run):
        if len(part[0]) < len(run):
            words += _words_of_run(text, start + part.start(), part[0])
    return words


def _looked_up(text: str, start: int, run: str) -> str:
    """How a run of letters is asked for; nothing where it is no word."""
    plain = normalize("NFC", run.translate(_APOSTROPHES).translate(_HYPHENS))
    is_unit = len(plain) <= _LONGEST_UNIT and _patterns().after_number.search(text, max(start - 2, 0), start)
    is_name = _patterns().abbreviation.fullmatch(plain) or _patterns().camel.search(plain)
    return "" if is_unit or is_name or not 1 < len(plain) <= LONGEST_WORD else plain
