"""Records in words, as a screen reader speaks them: where they stand first, then what they say."""

from collections.abc import Sequence

from app.drawing.sections import kind_reading
from app.language.phrases import Phrase, phrase, tr
from app.model.document import Document
from app.model.kinds import Held, content_of
from app.model.nouns import counted_records, noun, word
from app.model.records import CallOut, EmotionPoint, Entry, Id, JourneyMap, Note, Record, Section, Stage
from app.model.verbs.emotions import points_in_order


def describe(document: Document, id: Id) -> str:
    """A record in one sentence, such as "Pain points, Research, note 2 of 3: …, assumption"."""
    record = document.find(id)
    if isinstance(record, Note | EmotionPoint | Entry):
        words = kind_reading(document, record).words(document, record)
        return _place_and_words(_where(document, record), words or tr("no text"))
    if isinstance(record, Stage):
        where = describe_place(document, id)
        return ", ".join(filter(None, (_place_and_words(where, _named(record)), record.duration)))
    if isinstance(record, CallOut):
        where = tr(
            "{call_out}, at {place}", call_out=describe_place(document, id), place=_at(document, record)
        )
        return _place_and_words(where, record.text or tr("no text"))
    if isinstance(record, Section):
        return _place_and_words(describe_place(document, id), _named(record))
    if isinstance(record, JourneyMap):
        return tr("Map: {title}, {type}", title=record.title, type=word("type", record.type))
    return ""


def describe_place(document: Document, id: Id) -> str:
    """Where a record stands among its siblings, such as "Pain points, Research, note 2 of 3"."""
    record = document.get(Record, id)
    number = str(_numbered(record, record.position + 1, len(document.siblings(record.place))))
    if isinstance(record, Note | Entry):
        return ", ".join([*_place(document, record.section, record.stage), number])
    return number


def describe_cell(document: Document, section: Id, stage: Id) -> str:
    """A cell with how much it holds: "Pain points, Research, 2 notes"."""
    held = held_in(document, section, stage)
    holds = str(counted_records(held)) if held else tr("empty")
    return ", ".join([*_place(document, section, stage), holds])


def held_in(document: Document, section: Id, stage: Id) -> Sequence[Held]:
    """What a cell shows, in reading order: what its section's kind holds."""
    holds = content_of(document.get(Section, section).section_kind).holds
    if holds is Note:
        return document.notes(section, stage)
    if holds is EmotionPoint:
        return sorted(document.points(section, stage), key=lambda point: point.at)
    return document.entries(section, stage)


def _where(document: Document, record: Held) -> str:
    """Where it stands: a note or an entry in its cell, a point among all of its graph."""
    if not isinstance(record, EmotionPoint):
        return describe_place(document, record.id)
    in_order = points_in_order(document, document.get(Section, record.section))
    number = [one.id for one in in_order].index(record.id) + 1
    where = _place(document, record.section, record.stage)
    return ", ".join([*where, str(_numbered(record, number, len(in_order)))])


def _place(document: Document, section: Id, stage: Id) -> list[str]:
    return [_named(document.get(Section, section)), _named(document.get(Stage, stage))]


def stage_of(document: Document, call_out: CallOut) -> Id | None:
    """The stage at which a call-out is; None of one that leads to a whole section."""
    named = document.find(call_out.note or call_out.point or "")
    return named.stage if isinstance(named, Note | EmotionPoint) else call_out.stage


def _at(document: Document, call_out: CallOut) -> str:
    """What a call-out speaks of."""
    named = document.find(call_out.note or call_out.point or "")
    if isinstance(named, Note | EmotionPoint):
        return _where(document, named)
    lines = [document.find(id) for id in (call_out.section, call_out.stage) if id is not None]
    return ", ".join(_named(line) for line in lines if line is not None)


def _place_and_words(place: str, words: str) -> str:
    return tr("{place}: {words}", place=place, words=words)


def _named(record: Record) -> str:
    match record:
        case Section():
            return record.name or tr("unnamed section")
        case Stage():
            return record.name or tr("unnamed stage")
    return str(noun(record.kind))


def _numbered(record: Record, number: int, count: int) -> Phrase:
    """Which of its siblings it is: what stands in a cell is told behind the cell, all else by itself."""
    match record:
        case Note():
            return phrase("note {number} of {count}", number=number, count=count)
        case Entry():
            return phrase("entry {number} of {count}", number=number, count=count)
        case EmotionPoint():
            return phrase("emotion point {number} of {count}", number=number, count=count)
        case Stage():
            return phrase("Stage {number} of {count}", number=number, count=count)
        case Section():
            return phrase("Section {number} of {count}", number=number, count=count)
        case CallOut():
            return phrase("Call-out {number} of {count}", number=number, count=count)
        case JourneyMap():
            return phrase("Map {number} of {count}", number=number, count=count)
    return phrase("{number} of {count}", number=number, count=count)
