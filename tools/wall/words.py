"""Words that a poster breaks inside, without a hyphen."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tools.wall.page import Line

_WORD = re.compile(r"[A-Za-zÀ-ɏͰ-Ͽ\u0400-\u04ff]{4,}")
"""Of the alphabets that bundled fonts have; others stand in a PDF letter by letter, or break elsewhere."""
_HYPHENS = "-\u2010\u00ad"


def broken_words(texts: Iterable[str], lines: tuple[Line, ...]) -> list[str]:
    """The words of these texts that are on the lines less often than in the texts, whole or with a hyphen."""
    wanted = Counter(word for text in texts for word in _words(text))
    found = Counter(word for line in lines for word in _words(line.text)) + Counter(_hyphenated(lines))
    return sorted((wanted - found).elements())


def hyphenated_words(texts: Iterable[str], lines: tuple[Line, ...]) -> list[str]:
    """The words of these texts that stand on two lines, with a hyphen."""
    wanted = {word for text in texts for word in _words(text)}
    return sorted(wanted & set(_hyphenated(lines)))


def _words(text: str) -> Iterator[str]:
    yield from _WORD.findall(text.replace("\u00ad", ""))


def _hyphenated(lines: tuple[Line, ...]) -> Iterator[str]:
    """The words that begin on a line with a hyphen at its end and end in the one below it, or in the next."""
    for line in lines:
        for rest in _goes_on(line, lines):
            joined = line.text.rstrip(_HYPHENS).split()[-1] + rest.text.split()[0]
            yield from _words(joined)
            for last in _goes_on(rest, lines) if len(rest.text.split()) == 1 else ():
                yield from _words(joined.rstrip(_HYPHENS) + last.text.split()[0])


def _goes_on(line: Line, lines: tuple[Line, ...]) -> Iterator[Line]:
    if not line.text.rstrip(_HYPHENS) or not line.text.endswith(tuple(_HYPHENS)):
        return
    high = line.area.bottom - line.area.top
    for other in lines:
        below = other.area.top - line.area.top
        if 0.5 * high < below < 2 * high and other.area.shared_with(line.area._replace(bottom=1e9)).size > 0:
            yield other
