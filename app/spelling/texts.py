"""What of a project is looked up, and which of its words are right because they are names in it."""

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from app.model.document import Document
from app.model.kinds import content_of
from app.model.records import (
    AgendaItem,
    CallOut,
    EmotionPoint,
    Entry,
    Fact,
    Id,
    JourneyMap,
    KeyPoint,
    LegendEntry,
    Note,
    ParkedNote,
    Persona,
    Project,
    Record,
    Round,
    Section,
    Stage,
    Trait,
)
from app.spelling.words import words_in

CHECKED: dict[type[Record], tuple[str, ...]] = {
    Project: ("emotions",),
    LegendEntry: ("meaning",),
    Persona: (
        *("job_title", "sector", "education", "quote", "background"),
        *("goals", "motivations", "needs", "frustrations", "channels", "traits", "facts"),
    ),
    JourneyMap: ("title", "goal", "scenario", "expectations", "scope", "period", "objectives"),
    Stage: ("name", "description", "duration", "goal", "question", "group", "steps"),
    Section: ("name", "hint"),
    Note: ("text", "description", "method"),
    EmotionPoint: ("quote", "emotion"),
    KeyPoint: ("text", "evidence"),
    CallOut: ("text",),
    ParkedNote: ("text",),
    AgendaItem: ("title", "instruction", "reminder", "question"),
    Round: ("question",),
}
"""The fields in which words are looked up. Of entries their section's kind says which."""
Value = str | tuple[str | Trait | Fact, ...]
_NAMES: dict[type[Record], Callable[[Any], tuple[Value, ...]]] = {
    Project: attrgetter("name", "words"),
    Persona: attrgetter("name", "location"),
    JourneyMap: lambda journey_map: (journey_map.owner,),
    Note: attrgetter("owner", "team", "source", "tags"),
}
"""The fields whose words are names, or right by themselves, wherever they stand in the project."""
_OF_ENTRIES = ("text", "channels")


def checked_texts(document: Document, record: Record) -> Iterator[str]:
    """The texts of a record in which words are looked up."""
    fields = CHECKED.get(type(record), ())
    if isinstance(record, Entry):
        section = document.find(record.section)
        shown = content_of(section.section_kind).fields if isinstance(section, Section) else ()
        fields = tuple(field for field in _OF_ENTRIES if field in shown)
    yield from _texts(record, fields)


def names_of(document: Document) -> frozenset[str]:
    """The words of all names in a project, folded as `str.casefold` does."""
    found: set[tuple[Value, ...]] = set()
    for kind, values in _NAMES.items():
        found.update(map(values, document.all(kind)))
    texts = {text for values in found for value in values for text in _as_texts(value)}
    return frozenset(word.text.casefold() for text in texts for word in words_in(text))


def has_other_names(before: Record | None, after: Record | None) -> bool:
    """Whether a record has other names afterwards, or comes or goes with some."""
    record = before or after
    values = _NAMES.get(type(record)) if record is not None else None
    if values is None:
        return False
    return (values(before) if before else ()) != (values(after) if after else ())


def records_of_map(document: Document, map: Id) -> Iterator[Record]:
    """A map and what stands on it, as one reads."""
    from app.model.finding.search import in_reading_order

    journey_map = document.get(JourneyMap, map)
    yield journey_map
    yield from (document.get(Persona, id) for id in journey_map.personas)
    yield from in_reading_order(document, map)
    yield from document.all(LegendEntry)


def _texts(record: Record, fields: tuple[str, ...]) -> Iterator[str]:
    for field in fields:
        yield from _as_texts(getattr(record, field))


def _as_texts(value: Value) -> Iterator[str]:
    for each in value if isinstance(value, tuple) else (value,):
        match each:
            case Trait():
                yield from (each.name, each.low, each.high)
            case Fact():
                yield from (each.name, each.text)
            case str() if each:
                yield each
