"""Filters: which notes somebody wants to see. A filter is a way of looking, no part of a project."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import NamedTuple

from app.language.phrases import Phrase, phrase
from app.language.words import alternatives, joined
from app.model.document import Document
from app.model.nouns import word
from app.model.records import Evidence, Id, Note, NoteColour, Persona, Record
from app.model.verbs.legend import meanings
from app.model.words import shortened


@dataclass(frozen=True, slots=True)
class Filter:
    """Notes that have one of the values named, for every criterion that names any."""

    colours: frozenset[str] = field(default_factory=frozenset)
    tags: frozenset[str] = field(default_factory=frozenset)
    personas: frozenset[Id] = field(default_factory=frozenset)
    owners: frozenset[str] = field(default_factory=frozenset)
    evidence: frozenset[str] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return any(getattr(self, criterion.name) for criterion in fields(self))

    def dims(self, record: Record) -> bool:
        """Whether a record is not what somebody wants to see.

        Beside notes, only a persona tells records apart: what belongs to another one is dimmed, what belongs
        to nobody in particular is not.
        """
        if isinstance(record, Note):
            return not self.matches(record)
        persona = getattr(record, "persona", None)
        return bool(self.personas) and persona is not None and persona not in self.personas

    def matches(self, note: Note) -> bool:
        return (
            (not self.colours or note.colour in self.colours)
            and (not self.tags or not self.tags.isdisjoint(note.tags))
            and (not self.personas or note.persona in self.personas)
            and (not self.owners or note.owner in self.owners)
            and (not self.evidence or note.evidence in self.evidence)
        )


class Choices(NamedTuple):
    """The values that the notes of a map have: what can be filtered by."""

    colours: tuple[NoteColour, ...]
    tags: tuple[str, ...]
    personas: tuple[Id, ...]
    owners: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def notes_of(document: Document, map: Id) -> Iterable[Note]:
    """Every note of a map, in reading order."""
    stages = document.stages(map)
    for section in document.sections(map):
        for stage in stages:
            yield from document.notes(section.id, stage.id)


def choices(document: Document, map: Id) -> Choices:
    notes = list(notes_of(document, map))
    used = {note.colour for note in notes}
    legend = [entry.colour for entry in document.legend()]
    named = {note.persona for note in notes} | set(_personas_beside_notes(document, map))
    evidence = {note.evidence for note in notes}
    levels: tuple[Evidence, ...] = ("assumption", "some evidence", "validated")
    return Choices(
        colours=tuple(dict.fromkeys([*(one for one in legend if one in used), *sorted(used)])),
        tags=_sorted(tag for note in notes for tag in note.tags),
        personas=tuple(persona.id for persona in document.personas() if persona.id in named),
        owners=_sorted(note.owner for note in notes),
        evidence=tuple(level for level in levels if level in evidence),
    )


def _personas_beside_notes(document: Document, map: Id) -> Iterable[Id | None]:
    """Whose curves, entries and sections a map has."""
    stages = document.stages(map)
    for section in document.sections(map):
        yield section.persona
        for stage in stages:
            yield from (point.persona for point in document.points(section.id, stage.id))
            yield from (entry.persona for entry in document.entries(section.id, stage.id))


def sentence(document: Document, filter: Filter) -> Phrase:
    """What a filter lets through, in a few words: "Pain point or Question · tag “delivery” · assumption"."""
    known = meanings(document)
    names = {persona.id: persona.name for persona in document.all(Persona)}
    criteria: tuple[list[str | Phrase], ...] = (
        [
            known.get(one) or word("colour", one)
            for one in dict.fromkeys([*known, *sorted(filter.colours)])
            if one in filter.colours
        ],
        [phrase("tag “{tag}”", tag=shortened(tag)) for tag in _sorted(filter.tags)],
        [names.get(id) or phrase("a persona without a name") for id in sorted(filter.personas)],
        [phrase("owner {name}", name=shortened(owner)) for owner in _sorted(filter.owners)],
        [word("evidence", level) for level in sorted(filter.evidence)],
    )
    return joined([alternatives(words) for words in criteria if words], " · ")


def _sorted(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({text for text in texts if text}, key=str.casefold))
