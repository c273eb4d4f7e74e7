"""The words of the bundled templates in the language that is spoken: names, hints, questions, notes.

A template is one file in English. Its words stand in the catalogues like all others, with "template" as their
context, so a language needs no templates of its own.
"""

from collections.abc import Iterator

from app.drawing.channel_icons import CHANNELS
from app.language.phrases import Phrase
from app.language.spoken import spoken_language
from app.model.document import Document
from app.model.nouns import word
from app.model.records import (
    AgendaItem,
    EmotionPoint,
    Entry,
    JourneyMap,
    KeyPoint,
    LegendEntry,
    Note,
    Persona,
    Project,
    Record,
    Section,
    Stage,
)
from app.model.verbs.key_points import Places, said_at

CONTEXT = "template"
_WORDS: dict[type[Record], tuple[str, ...]] = {
    Project: ("name",),
    LegendEntry: ("meaning",),
    JourneyMap: ("title", "goal", "scenario", "expectations"),
    Stage: ("name", "question", "goal", "duration", "group"),
    Section: ("name", "hint"),
    Note: ("text", "owner", "source"),
    EmotionPoint: ("quote",),
    Entry: ("text",),
    KeyPoint: ("text", "evidence"),
    AgendaItem: ("title", "instruction", "reminder", "question"),
    Persona: ("job_title", "location", "quote", "background", "goals", "frustrations", "channels"),
}
"""What is translated: not people's names, nor what other parts of the program know by an id."""
_CHANNELS = {channel.one: channel for channel in CHANNELS}
"""The channels of entries are called as where they are chosen, so that each keeps its icon."""


def words_of(document: Document) -> Iterator[str]:
    """Every text of a template that is to be translated."""
    for record in document:
        for field in _WORDS.get(type(record), ()):
            value = getattr(record, field)
            yield from (text for text in (value if isinstance(value, tuple) else (value,)) if text)


def translated(document: Document) -> Document:
    """A template in the language that is spoken, then its own. What its catalogue lacks stays as it is.

    Its key points rest on what their places say then.
    """
    found = Document((_translated(record) for record in document), document.picture_store)
    resting = {one.id: one.changed(said=said_at(found, Places.of(one))) for one in found.all(KeyPoint)}
    return Document((resting.get(record.id, record) for record in found), document.picture_store)


def _translated(record: Record) -> Record:
    fields = {field: _said(getattr(record, field)) for field in _WORDS.get(type(record), ())}
    if isinstance(record, Project):
        fields["language"] = spoken_language()
        fields["emotions"] = tuple(str(word("emotion", each)) for each in record.emotions)
    if isinstance(record, Entry):
        fields["channels"] = tuple(str(_CHANNELS.get(each, each)) for each in record.channels)
    return record.changed(**fields) if fields else record


def _said(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(str(Phrase(text, context=CONTEXT)) for text in value)
    return str(Phrase(value, context=CONTEXT))
