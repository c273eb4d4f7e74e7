"""One language's dictionaries, as the process beside the window asks them.

The files may be anybody's, and reading them is another's code: whatever goes wrong with one means that this
one is not used.
"""

import gc
from collections.abc import Iterable, Sequence
from contextlib import suppress
from difflib import SequenceMatcher
from functools import partial
from itertools import islice
from pathlib import Path
from unicodedata import name

from app.spelling.compounds import Parts
from app.spelling.dictionaries import own_words
from app.spelling.hunspell import Dictionary, read_dictionary
from app.spelling.time_limit import at_most

SECONDS_TO_READ = 40.0
SECONDS_TO_SUGGEST = 2.5
"""Of each dictionary."""
SECONDS_TO_MEND = 1.0
"""For compounds of each dictionary that has some."""
_LOOKED_AT = 2_000
"""Words by which is seen in which scripts a dictionary is."""
MOST_SUGGESTIONS = 6


class Checker:
    """Knows the words of one language. Without a dictionary it takes every word for right."""

    def __init__(self, language: str, paths: Sequence[Path]) -> None:
        self._dictionaries: list[Dictionary] = []
        self._scripts: set[str] = set()
        self._parts: dict[int, Parts] = {}
        """Of what the words of a dictionary that has compounds are made, once that was asked."""
        self.names: list[str] = []
        """The dictionaries that could be read."""
        for path in paths:
            self._read(path)
        self._own = own_words(language) if self._dictionaries else frozenset()

    def is_right(self, word: str) -> bool:
        """Whether some dictionary knows a word, or it is in a script of which none knows anything."""
        if not self._dictionaries or word in self._own or word.casefold() in self._own:
            return True
        if not _scripts((word,)) <= self._scripts:
            return True
        try:
            return any(dictionary.lookup(word) for dictionary in self._dictionaries)
        except Exception:  # As when it is read.
            return True

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may be meant, the likeliest first; what is found in time."""
        found: list[str] = []
        for number, dictionary in enumerate(self._dictionaries):
            if dictionary.aff.COMPOUNDFLAG or dictionary.aff.COMPOUNDBEGIN:
                with suppress(Exception):
                    at_most(SECONDS_TO_MEND, partial(self._mend, number, word, found))
            # Whatever was found before the time is over, or it fails as when it is read, is of use.
            with suppress(Exception):
                at_most(SECONDS_TO_SUGGEST, partial(_collect, dictionary, word, found))
        ranked = sorted(dict.fromkeys(found), key=lambda one: _unlikeliness(word, one))
        return tuple(ranked[:MOST_SUGGESTIONS])

    def _mend(self, number: int, word: str, found: list[str]) -> None:
        dictionary = self._dictionaries[number]
        if number not in self._parts:
            self._parts[number] = Parts(each.stem for each in dictionary.dic.words)
        right = (each for each in self._parts[number].mended(word) if dictionary.lookup(each))
        for suggestion in islice(right, MOST_SUGGESTIONS):
            found.append(suggestion)  # noqa: PERF402

    def _read(self, path: Path) -> None:
        gc.disable()
        try:
            dictionary = at_most(SECONDS_TO_READ, partial(read_dictionary, path))
            scripts = _scripts(each.stem for each in islice(dictionary.dic.words, _LOOKED_AT))
        except Exception:  # It is a stranger's file, and whatever the library makes of that.
            return
        finally:
            gc.enable()
            gc.freeze()
        self._dictionaries.append(dictionary)
        self._scripts |= scripts
        self.names.append(path.name)


def _collect(dictionary: Dictionary, word: str, found: list[str]) -> None:
    # One by one: the time may be over at any of them.
    for suggestion in islice(dictionary.suggest(word), MOST_SUGGESTIONS):
        found.append(suggestion)  # noqa: PERF402


def _scripts(words: Iterable[str]) -> set[str]:
    """In which scripts words are: "LATIN", "GREEK" …"""
    letters = {letter for word in words for letter in word if letter.isalpha()}
    return {name(letter, "").partition(" ")[0] for letter in letters}


def _unlikeliness(word: str, suggestion: str) -> tuple[bool, bool, float]:
    """First what has the same letters in another order, then what has most of them in the same one."""
    asked, other = word.casefold(), suggestion.casefold()
    alike = SequenceMatcher(None, asked, other).ratio()
    return sorted(asked) != sorted(other), " " in other or "-" in other, -alike
