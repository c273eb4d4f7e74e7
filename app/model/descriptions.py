"""Records in words, as a screen reader speaks them: where they stand first, then what they say."""

from app.model.document import Document
from app.model.emotions import points_in_order
from app.model.legend import meanings
from app.model.records import EmotionPoint, Id, JourneyMap, Note, Record, Section, Stage
from app.model.words import count

_NO_TEXT = "no text"


def describe(document: Document, id: Id) -> str:
    """A record in one sentence, such as "Pain points, Research, note 2 of 3: …, assumption"."""
    record = document.find(id)
    if isinstance(record, Note):
        return _note(document, record)
    if isinstance(record, EmotionPoint):
        return _point(document, record)
    if isinstance(record, Stage):
        of = len(document.stages(record.map))
        return ", ".join(
            filter(None, (f"Stage {record.position + 1} of {of}: {_named(record)}", record.duration))
        )
    if isinstance(record, Section):
        of = len(document.sections(record.map))
        return f"Section {record.position + 1} of {of}: {_named(record)}"
    if isinstance(record, JourneyMap):
        return f"Map: {record.title}, {record.type}"
    return ""


def describe_cell(document: Document, section: Id, stage: Id) -> str:
    """A cell with how much it holds: "Pain points, Research, 2 notes"."""
    notes, points = document.notes(section, stage), document.points(section, stage)
    holds = [count(len(found), noun) for found, noun in ((notes, "note"), (points, "emotion point")) if found]
    return ", ".join([*_place(document, section, stage), *(holds or ["empty"])])


def _note(document: Document, note: Note) -> str:
    of = len(document.notes(note.section, note.stage))
    where = ", ".join([*_place(document, note.section, note.stage), f"note {note.position + 1} of {of}"])
    meaning = meanings(document).get(note.colour, note.colour)
    marks = (
        meaning,
        "moment of truth" if note.moment_of_truth and note.colour != "orange" else "",
        note.evidence or "",
        f"impact {note.impact}" if note.impact else "",
        f"owner {note.owner}" if note.owner else "",
        count(note.votes, "vote") if note.votes else "",
    )
    return ", ".join([f"{where}: {note.text.strip() or _NO_TEXT}", *filter(None, marks)])


def _point(document: Document, point: EmotionPoint) -> str:
    section = document.get(Section, point.section)
    in_order = points_in_order(document, section)
    where = ", ".join(_place(document, point.section, point.stage))
    says = f", {point.quote.strip()}" if point.quote.strip() else ""
    number = [one.id for one in in_order].index(point.id) + 1
    return f"{where}, emotion point {number} of {len(in_order)}: {point.value:+g}{says}"


def _place(document: Document, section: Id, stage: Id) -> list[str]:
    return [_named(document.get(Section, section)), _named(document.get(Stage, stage))]


def _named(record: Record) -> str:
    return getattr(record, "name", "") or f"{record.kind} without a name"
