"""Notes on words that stand around tables and become no part of a map, so that none is lost unseen."""

import re
from collections.abc import Iterable, Iterator, Sequence

from app.formats.import_notes import ImportNote
from app.language.phrases import NOTHING, Phrase, phrase

FENCE = re.compile(r"\s*(?:```|~~~)")
_MOST_TOLD = 100
"""Lines that are told one by one."""


def lines_outside(lines: Iterable[str]) -> Iterator[ImportNote]:
    """A note for each line, of which nobody can say where it stands."""
    return _told((line, NOTHING) for line in lines)


def numbered_outside(lines: Sequence[str], where: Iterable[int]) -> Iterator[ImportNote]:
    """A note for each of some lines of a text that says something, with its number."""
    return _told(
        (lines[at].strip(), phrase("line {number}", number=at + 1))
        for at in where
        if lines[at].strip() and not FENCE.match(lines[at])
    )


def _told(lines: Iterable[tuple[str, Phrase]]) -> Iterator[ImportNote]:
    for count, (words, place) in enumerate(lines):
        if count == _MOST_TOLD:
            yield ImportNote("left out", phrase("More lines stand outside the tables."))
            return
        yield ImportNote("left out", phrase("“{text}” stands outside the table.", text=words), place)
