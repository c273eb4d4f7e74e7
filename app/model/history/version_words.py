"""What became of a record between two versions, in words."""

from collections.abc import Iterator

from app.language.numbers import written
from app.model.analysis.reading_words import signed
from app.model.document import Document
from app.model.history.versions import BECAME, Became, Comparison, Difference
from app.model.records import EmotionPoint, Entry, Id, JourneyMap, Note, Record, Section, Stage
from app.model.verbs.legend import meanings
from app.model.words import count, quoted, shortened

SIGNS: dict[Became, str] = {"added": "+", "changed": "Δ", "moved": "→", "removed": "−"}
"""What stands beside a difference wherever it is shown, so that nobody needs to tell colours apart."""
_NAMES = {
    "at": "place in its stage",
    "evidence_date": "found on",
    "is_left_off_posters": "left off posters",
    "section_kind": "kind of section",
    "line": "dividing line",
    "type": "type of map",
}
_LONGEST = 60


def format_difference(comparison: Comparison, difference: Difference) -> tuple[str, str]:
    """Which record it is, and what became of it: ("“Pays”", "Moved from Order, Actions to Pay, Actions")."""
    return _name(difference.record), ". ".join(_sentences(comparison, difference))


def counted(comparison: Comparison) -> str:
    """How much of each there is: "3 differences: 2 added, 1 removed"; or that there is none."""
    if not comparison.differences:
        return "No differences"
    numbers = [f"{comparison.count(became)} {became}" for became in BECAME if comparison.count(became)]
    return f"{count(len(comparison.differences), 'difference')}: {', '.join(numbers)}"


def _sentences(comparison: Comparison, difference: Difference) -> Iterator[str]:
    document, was, now = comparison.document, difference.before, difference.after
    if was is None or now is None:
        where = _where(document, difference.record)
        verb = "Added to" if was is None else "Removed from"
        yield f"{verb} {where}" if where else verb.split()[0]
        return
    if difference.became == "moved":
        here = _where(document, now)
        yield f"Moved from {_where(document, was)} to {here}" if here else _moved_along(document, now)
    for field in difference.fields:
        yield _changed(document, field, was, now)


def _moved_along(document: Document, record: Record) -> str:
    before = document.siblings(record.place)[: record.position]
    return f"Moved behind {_name(before[-1])}" if before else "Moved to the beginning"


def _changed(document: Document, field: str, was: Record, now: Record) -> str:
    if field == "value" and isinstance(was, EmotionPoint) and isinstance(now, EmotionPoint):
        return f"Value: {signed(was.value)} → {signed(now.value)}"
    then, today = (_value(document, field, record.__dict__[field]) for record in (was, now))
    name = _NAMES.get(field, field.replace("_", " "))
    if field in ("text", "quote", "name", "title") and was.__dict__[field]:
        return f"The {name} was {then}"
    return f"{name[0].upper()}{name[1:]}: {then} → {today}"


def _value(document: Document, field: str, value: object) -> str:
    if field == "colour" and isinstance(value, str):
        return meanings(document).get(value) or value
    if field == "at" and isinstance(value, float):
        return f"{value:.0%}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(_value(document, field, one) for one in value) or "none"
    if isinstance(value, float):
        return written(value)
    named = document.find(value) if isinstance(value, str) else None
    if named is not None and field in ("persona", "personas", "picture"):
        return shortened(getattr(named, "name", "") or f"another {named.kind}", _LONGEST)
    text = "" if value is None else str(value)
    return f"“{shortened(text, _LONGEST)}”" if text.strip() else "none"


def _name(record: Record) -> str:
    match record:
        case Note():
            return quoted(record.text, "A note without text")
        case Entry():
            return quoted(record.text, "An entry without text")
        case EmotionPoint():
            quote = f" {quoted(record.quote, '')}" if record.quote.strip() else ""
            return f"Emotion point {signed(record.value)}{quote}"
        case Stage() | Section():
            return f"{record.kind.capitalize()} {quoted(record.name, 'without a name')}"
        case JourneyMap():
            return f"The map {quoted(record.title, 'without a title')}"
    return record.kind


def _where(document: Document, record: Record) -> str:
    """The cell of what stands in one."""
    if isinstance(record, Note | Entry | EmotionPoint):
        return f"{_line_name(document, record.stage)}, {_line_name(document, record.section)}"
    return ""


def _line_name(document: Document, id: Id) -> str:
    line = document.find(id)
    return shortened(getattr(line, "name", "")) or "one without a name"
