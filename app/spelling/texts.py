"""What of a project is looked up, and which of its words are right because they are names in it."""

from collections.abc import Iterator

from app.model.document import Document
from app.model.kinds import content_of
from app.model.records import (
    EmotionPoint,
    Entry,
    Id,
    JourneyMap,
    LegendEntry,
    Note,
    Persona,
    Project,
    Record,
    Section,
    Stage,
)
from app.spelling.words import words_in

CHECKED: dict[type[Record], tuple[str, ...]] = {
    Project: ("emotions",),
    LegendEntry: ("meaning",),
    Persona: (
        *("job_title", "sector", "education", "quote", "background"),
        *("goals", "motivations", "needs", "frustrations", "channels"),
    ),
    JourneyMap: ("title", "goal", "scenario", "expectations", "scope", "period", "objectives"),
    Stage: ("name", "description", "duration", "goal", "question", "group", "steps"),
    Section: ("name", "hint"),
    Note: ("text", "description", "method"),
    EmotionPoint: ("quote", "emotion"),
}
"""The fields in which words are looked up. Of entries their section's kind says which."""
NAMES: dict[type[Record], tuple[str, ...]] = {
    Project: ("name",),
    Persona: ("name", "location"),
    JourneyMap: ("owner",),
    Note: ("owner", "team", "source", "tags"),
}
"""The fields whose words are names: they are right wherever they stand in the project."""
_OF_ENTRIES = ("text", "channels")


def checked_texts(document: Document, record: Record) -> Iterator[str]:
    """The texts of a record in which words are looked up."""
    fields = CHECKED.get(type(record), ())
    if isinstance(record, Entry):
        shown = content_of(document.get(Section, record.section).section_kind).fields
        fields = tuple(field for field in _OF_ENTRIES if field in shown)
    yield from _texts(record, fields)


def names_of(document: Document) -> frozenset[str]:
    """The words of all names in a project, folded as `str.casefold` does."""
    texts = (text for kind in NAMES for record in document.all(kind) for text in name_texts(record))
    return frozenset(word.text.casefold() for text in dict.fromkeys(texts) for word in words_in(text))


def name_texts(record: Record) -> tuple[str, ...]:
    """The names that a record has."""
    return tuple(_texts(record, NAMES.get(type(record), ())))


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
        value = getattr(record, field)
        yield from value if isinstance(value, tuple) else (value,) if value else ()
