"""What the notes of a map rest on, in words for its legend."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.language.phrases import phrase, phrase_plural
from app.model.records import Note

_MOST_SOURCES = 2
"""How many sources are named: those that most notes have."""
_LONGEST = 60
"""Letters of a source that is named; longer ones are told with their note."""


class EvidenceFound(NamedTuple):
    """How many notes have each source, and how sure notes are."""

    sources: tuple[tuple[str, int], ...] = ()
    assumed: int = 0
    stated: int = 0
    """How many notes say how sure they are, those that are assumed among them."""

    @classmethod
    def of(cls, notes: Iterable[Note]) -> "EvidenceFound":
        sources: Counter[str] = Counter()
        assumed = stated = 0
        for note in notes:
            if note.evidence:
                stated += 1
                assumed += note.evidence == "assumption"
            if source := (note.source.strip() or note.method.strip()):
                sources[source] += 1
        return cls(tuple(sources.items()), assumed, stated)

    @classmethod
    def joined(cls, parts: Iterable["EvidenceFound"]) -> "EvidenceFound":
        sources: Counter[str] = Counter()
        assumed = stated = 0
        for part in parts:
            for source, count in part.sources:
                sources[source] += count
            assumed += part.assumed
            stated += part.stated
        return cls(tuple(sources.items()), assumed, stated)


NO_EVIDENCE = EvidenceFound()


def evidence_in_words(found: EvidenceFound) -> Iterator[str]:
    """The sources that most notes have, and how many notes are assumed."""
    known = [(source, count) for source, count in found.sources if len(source) <= _LONGEST]
    known.sort(key=lambda one: (-one[1], one[0]))
    yield from (source for source, _ in known[:_MOST_SOURCES])
    if not found.stated:
        return
    if found.assumed:
        yield str(
            phrase_plural(
                "{assumed} of {count} note is an assumption",
                "{assumed} of {count} notes are assumptions",
                found.stated,
                assumed=found.assumed,
            )
        )
    else:
        yield str(phrase("None of it is merely assumed"))
