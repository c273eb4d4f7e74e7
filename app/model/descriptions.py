"""Records in words, as a screen reader speaks them: where they stand first, then what they say."""

from collections.abc import Sequence

from app.model.document import Document
from app.model.emotions import points_in_order
from app.model.kinds import content_of
from app.model.legend import meanings
from app.model.metrics import written
from app.model.reading_words import signed
from app.model.records import EmotionPoint, Entry, Id, JourneyMap, Note, Record, Section, Stage
from app.model.words import PROCESSES, count

_NO_TEXT = "no text"


def describe(document: Document, id: Id) -> str:
    """A record in one sentence, such as "Pain points, Research, note 2 of 3: …, assumption"."""
    record = document.find(id)
    if isinstance(record, Note):
        return _note(document, record)
    if isinstance(record, EmotionPoint):
        return _point(document, record)
    if isinstance(record, Entry):
        return _entry(document, record)
    if isinstance(record, Stage):
        where = describe_place(document, id)
        return ", ".join(filter(None, (f"{where}: {_named(record)}", record.duration)))
    if isinstance(record, Section):
        return f"{describe_place(document, id)}: {_named(record)}"
    if isinstance(record, JourneyMap):
        return f"Map: {record.title}, {record.type}"
    return ""


def describe_place(document: Document, id: Id) -> str:
    """Where a record stands among its siblings, such as "Pain points, Research, note 2 of 3"."""
    record = document.get(Record, id)
    number = f"{record.kind} {record.position + 1} of {len(document.siblings(record.place))}"
    if isinstance(record, Note | Entry):
        return ", ".join([*_place(document, record.section, record.stage), number])
    return number[:1].upper() + number[1:]


def describe_cell(document: Document, section: Id, stage: Id) -> str:
    """A cell with how much it holds: "Pain points, Research, 2 notes"."""
    held = held_in(document, section, stage)
    holds = count(len(held), held[0].kind) if held else "empty"
    return ", ".join([*_place(document, section, stage), holds])


def held_in(document: Document, section: Id, stage: Id) -> Sequence[Note | EmotionPoint | Entry]:
    """What a cell shows, in reading order: what its section's kind holds."""
    holds = content_of(document.get(Section, section).section_kind).holds
    if holds is Note:
        return document.notes(section, stage)
    if holds is EmotionPoint:
        return sorted(document.points(section, stage), key=lambda point: point.at)
    return document.entries(section, stage)


def _note(document: Document, note: Note) -> str:
    meaning = meanings(document).get(note.colour, note.colour)
    marks = (
        meaning,
        "picture" if note.picture else "",
        "moment of truth" if note.moment_of_truth and note.colour != "orange" else "",
        note.evidence or "",
        f"impact {note.impact}" if note.impact else "",
        f"owner {note.owner}" if note.owner else "",
        count(note.votes, "vote") if note.votes else "",
    )
    return ", ".join(
        [f"{describe_place(document, note.id)}: {note.text.strip() or _NO_TEXT}", *filter(None, marks)]
    )


def _point(document: Document, point: EmotionPoint) -> str:
    section = document.get(Section, point.section)
    in_order = points_in_order(document, section)
    where = ", ".join(_place(document, point.section, point.stage))
    says = f", {point.quote.strip()}" if point.quote.strip() else ""
    number = [one.id for one in in_order].index(point.id) + 1
    return f"{where}, emotion point {number} of {len(in_order)}: {signed(point.value)}{says}"


def _entry(document: Document, entry: Entry) -> str:
    persona = document.find(entry.persona or "")
    says = (
        _named(persona) if persona is not None else "",
        entry.text.strip(),
        PROCESSES[entry.process] if entry.process else "",
        *entry.channels,
        _figure(entry.value, entry.unit),
        f"target {_figure(entry.target, entry.unit)}" if entry.target is not None else "",
        f"trend {entry.trend}" if entry.trend else "",
        "picture" if entry.picture else "",
        entry.document_kind,
        entry.address,
    )
    words = ", ".join(filter(None, says)) or _NO_TEXT
    return f"{describe_place(document, entry.id)}: {words}"


def _figure(value: float | None, unit: str) -> str:
    return "" if value is None else written(value, unit)


def _place(document: Document, section: Id, stage: Id) -> list[str]:
    return [_named(document.get(Section, section)), _named(document.get(Stage, stage))]


def _named(record: Record) -> str:
    return getattr(record, "name", "") or f"{record.kind} without a name"
