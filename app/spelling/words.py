"""What counts as a word whose spelling can be looked up, and how one is looked up.

No word are addresses, tags with #, abbreviations in capitals, what has figures in it, and what has a capital
after a small letter, as names of products do. What is in another script than a dictionary's is its business.
"""

from functools import lru_cache
from typing import NamedTuple

import regex

from app.limits import LONGEST_WORD

_CHUNK = regex.compile(r"\S+")
_ADDRESS = regex.compile(
    r"://|@|^www\.|^[#/\\~]|\w\.\w+[./]|\.(?:com|net|org|io|de|uk|eu)\b", regex.IGNORECASE
)
_RUN = regex.compile(r"[\p{L}\p{M}\p{N}_]+(?:['’ʼ‑-]+[\p{L}\p{M}\p{N}_]+)*")
_APOSTROPHES = str.maketrans("’ʼ", "''")
_HYPHENS = str.maketrans("‑", "-")
_ABBREVIATION = regex.compile(r"\p{Lu}[\p{Lu}\p{M}'-]+s?")
_CAMEL = regex.compile(r"\p{Ll}\p{Lu}")
_AFTER_NUMBER = regex.compile(r"[\p{N}][\s\u202f]?$")
_LONGEST_UNIT = 3
"""Letters of what stands after a number and is taken for its unit."""


class Word(NamedTuple):
    """A word of a text, from `start` to `end`, as it is asked for: with plain apostrophes and hyphens."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=512)
def words_in(text: str) -> tuple[Word, ...]:
    """The words of a text that can be looked up, in their order."""
    found: list[Word] = []
    for chunk in _CHUNK.finditer(text):
        if not _ADDRESS.search(chunk[0]):
            for run in _RUN.finditer(text, chunk.start(), chunk.end()):
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
    for part in regex.finditer(r"[^-‑]+", run):
        if len(part[0]) < len(run):
            words += _words_of_run(text, start + part.start(), part[0])
    return words


def _looked_up(text: str, start: int, run: str) -> str:
    """How a run of letters is asked for; nothing where it is no word."""
    plain = run.translate(_APOSTROPHES).translate(_HYPHENS)
    is_unit = len(plain) <= _LONGEST_UNIT and _AFTER_NUMBER.search(text, max(start - 2, 0), start)
    is_name = _ABBREVIATION.fullmatch(plain) or _CAMEL.search(plain)
    return "" if is_unit or is_name or not 1 < len(plain) <= LONGEST_WORD else plain
