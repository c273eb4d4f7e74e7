"""Suggestions for long compound words, as German has them: one part is mended, the others are left.

The library tries all the letters of a word, and each look at a compound takes it long: for a word of twenty
letters it finds nothing in time. Here a word is cut into parts that a dictionary has, with one between them
that it has not but for a letter. Only what a dictionary takes for right in the end is suggested.
"""

from collections.abc import Collection, Iterable, Iterator

LONGEST = 60
"""Letters of a word that is looked at."""
SHORTEST = 8
_SHORTEST_PART, _LONGEST_PART = 3, 24
_LINKS = ("", "s", "n", "en", "es", "er", "e")
"""What may stand between two parts, or be the ending of the last one."""


class Parts:
    """What words are made of: the stems of a dictionary, folded to small letters."""

    def __init__(self, stems: Iterable[str]) -> None:
        self._stems = {
            stem.casefold()
            for stem in stems
            if _SHORTEST_PART <= len(stem) <= _LONGEST_PART and stem.isalpha()
        }
        self._letters = sorted({letter for stem in self._stems for letter in stem})

    def mended(self, word: str) -> Iterator[str]:
        """Words that have a letter more, less or another one in one part, or two in another order."""
        if not SHORTEST <= len(word) <= LONGEST:
            return
        small, seen = word.casefold(), set[str]()
        for start, end in self._gaps(small):
            for part in self._near(small[start:end]):
                made = small[:start] + part + small[end:]
                if made not in seen:
                    seen.add(made)
                    yield made[0].upper() + made[1:] if word[0].isupper() else made

    def _gaps(self, word: str) -> list[tuple[int, int]]:
        """From where to where there may be one part that is not known: the fewer parts, the likelier."""
        known_to = self._ends(word)
        known_from = self._beginnings(word)
        gaps = [
            (start, end)
            for start in known_to
            for end in known_from
            if _SHORTEST_PART <= end - start <= _LONGEST_PART and end - start < len(word)
        ]
        return sorted(gaps, key=lambda gap: gap[0] - gap[1])

    def _ends(self, word: str) -> list[int]:
        """How far a word may be made of known parts from its beginning: also not at all."""
        found = [0]
        for end in range(_SHORTEST_PART, len(word)):
            if any(self._is_part(word[start:end]) for start in found):
                found.append(end)
        return found

    def _beginnings(self, word: str) -> list[int]:
        """From where on it may be made of known parts to its end."""
        found = [len(word)]
        for start in range(len(word) - _SHORTEST_PART, 0, -1):
            if any(self._is_part(word[start:end]) for end in found):
                found.append(start)
        return found

    def _is_part(self, text: str) -> bool:
        return any(text.removesuffix(link) in self._stems for link in _LINKS if text.endswith(link))

    def _near(self, part: str) -> Iterator[str]:
        """Known parts that differ from one by a letter."""
        return (near for near in _neighbours(part, self._letters) if self._is_part(near))


def _neighbours(word: str, letters: Collection[str]) -> Iterator[str]:
    """After P. Norvig, "How to write a spelling corrector", 2007."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        if after:
            yield before + after[1:]
        for letter in letters:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
