"""The line into which hands are typed: "4" for what is called, "7 4" for number 7."""

import re
from typing import NamedTuple

from app.language.phrases import Phrase, phrase, phrase_plural

LONGEST = 12
"""Characters of the line."""
_LINE = re.compile(r"\s*(\d{1,6})(?:\s+(\d{1,6}))?\s*")
_MAY_BE_TYPED = re.compile(r"[0-9 ]")


class Entry(NamedTuple):
    """So many hands for the candidate of a number."""

    number: int
    hands: int


def typed(line: str, letter: str) -> str:
    """The line with one more digit, or a space behind a digit; what does not belong there is left out."""
    if not _MAY_BE_TYPED.fullmatch(letter) or len(line) >= LONGEST:
        return line
    return line if letter == " " and (not line or " " in line) else line + letter


def entry_of(line: str, called: int | None) -> Entry | None:
    """What a line says while a number is called; nothing where it is empty, or where none is called.

    One number alone always means hands.
    """
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    first, second = found.groups()
    if second is not None:
        return Entry(int(first), int(second))
    return Entry(called, int(first)) if called is not None else None


def entry_in_words(entry: Entry) -> Phrase:
    """What stands beside the line while it is typed: "number 7, 4 hands"."""
    return phrase(
        "number {number}, {hands}",
        number=entry.number,
        hands=phrase_plural("{count} hand", "{count} hands", entry.hands),
    )
