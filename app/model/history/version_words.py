"""What became of a record between two versions, in words."""

from collections.abc import Iterator
from datetime import date

from app.language.catalogues import nearest_language
from app.language.own_names import own_name
from app.language.phrases import Phrase, phrase, phrase_context, phrase_plural
from app.language.words import joined, percent, verbatim
from app.language.words import quoted as in_quotation_marks
from app.model.analysis.reading_words import signed
from app.model.analysis.register import impact_word
from app.model.analysis.roles import ROLES, roles_of
from app.model.document import Document
from app.model.field_words import field_name
from app.model.history.versions import BECAME, Became, Comparison, Difference
from app.model.nouns import title, word
from app.model.records import (
    AgendaItem,
    CallOut,
    Candidate,
    EmotionPoint,
    Entry,
    FeltLater,
    HandCount,
    Id,
    JourneyMap,
    KeyPoint,
    LitSection,
    Note,
    ParkedNote,
    Project,
    Record,
    Relation,
    Reveal,
    Round,
    Run,
    Section,
    Stage,
    Style,
)
from app.model.verbs.legend import meanings
from app.model.words import quoted, shortened

SIGNS: dict[Became, str] = {"added": "+", "changed": "Δ", "moved": "→", "removed": "−"}
"""What stands beside a difference wherever it is shown, so that nobody needs to tell colours apart."""
_WORDS = {
    "effort": "effort",
    "evidence": "evidence",
    "header_shape": "header shape",
    "lot": "lot",
    "impact": "impact",
    "item_kind": "item kind",
    "lock": "lock",
    "role": "role",
    "line": "dividing line",
    "note_shape": "note shape",
    "origin": "key point",
    "process": "process",
    "section_kind": "section kind",
    "trend": "trend",
    "type": "type",
}
"""The fields whose values are words of the program's, with what those are kept under."""
_NAMING = ("candidates", "map", "note", "notes", "point", "points", "section", "stage", "stages")
"""Fields of key points, call-outs and agenda items that name what they speak of."""
_DAYS = ("due", "evidence_date", "review")
_LONGEST = 60


def format_difference(comparison: Comparison, difference: Difference) -> tuple[Phrase, Phrase]:
    """Which record it is, and what became of it: ("“Pays”", "Moved from Order, Actions to Pay, Actions")."""
    return name_of(comparison.document, difference.record), joined(
        [*_sentences(comparison, difference)], ". "
    )


def counted(comparison: Comparison) -> Phrase:
    """How much of each there is: "3 differences: 2 added, 1 removed"; or that there is none."""
    if not comparison.differences:
        return phrase("No differences")
    numbers = [number_of(became, comparison.count(became)) for became in BECAME if comparison.count(became)]
    return phrase_plural(
        "{count} difference: {numbers}",
        "{count} differences: {numbers}",
        len(comparison.differences),
        numbers=joined(numbers, ", "),
    )


def number_of(became: Became, number: int) -> Phrase:
    """How many differences are of one sort: "2 added"."""
    match became:
        case "added":
            return phrase_plural("{count} added", "{count} added", number)
        case "changed":
            return phrase_plural("{count} changed", "{count} changed", number)
        case "moved":
            return phrase_plural("{count} moved", "{count} moved", number)
        case "removed":
            return phrase_plural("{count} removed", "{count} removed", number)


def _sentences(comparison: Comparison, difference: Difference) -> Iterator[Phrase]:
    document, was, now = comparison.document, difference.before, difference.after
    if was is None:
        where = _where(document, difference.record)
        yield phrase("Added to {where}", where=where) if where else phrase_context("a record", "Added")
        return
    if now is None:
        where = _where(document, difference.record)
        yield phrase("Removed from {where}", where=where) if where else phrase_context("a record", "Removed")
        return
    if difference.became == "moved":
        here = _where(document, now)
        if here:
            yield phrase("Moved from {before} to {now}", before=_where(document, was), now=here)
        else:
            yield _moved_along(document, now)
    for field in difference.fields:
        yield _changed(document, field, was, now)


def _moved_along(document: Document, record: Record) -> Phrase:
    before = document.siblings(record.place)[: record.position]
    if before:
        return phrase("Moved behind {other}", other=name_of(document, before[-1]))
    return phrase("Moved to the beginning")


def _changed(document: Document, field: str, was: Record, now: Record) -> Phrase:
    if field == "value" and isinstance(was, EmotionPoint) and isinstance(now, EmotionPoint):
        then: Phrase = verbatim(signed(was.value))
        today: Phrase = verbatim(signed(now.value))
    else:
        then, today = (_value(document, field, record) for record in (was, now))
        if field == "colours":
            return phrase("Other colours")
        if was.__dict__[field]:
            match field:
                case "text":
                    return phrase("The text was {text}", text=then)
                case "quote":
                    return phrase("The quote was {text}", text=then)
                case "name":
                    return phrase("The name was {text}", text=then)
                case "title":
                    return phrase("The title was {text}", text=then)
    return phrase("{field}: {then} → {now}", field=field_name(field), then=then, now=today)


def _value(document: Document, field: str, record: Record) -> Phrase:
    value: object = record.__dict__[field]
    if isinstance(value, str) and field in _DAYS:
        return Phrase("{day}", values=(("day", date.fromisoformat(value)),))
    if isinstance(value, str) and field == "status":
        return word("map status" if isinstance(record, JourneyMap) else "status", value)
    if field == "impact" and isinstance(record, Note) and record.impact is not None:
        return impact_word(record.impact, roles_of(document)[record.colour])
    return _one_value(document, field, value)


def _one_value(document: Document, field: str, value: object) -> Phrase:
    if field == "colour" and isinstance(value, str):
        return verbatim(meanings(document).get(value, "")) or word("colour", value)
    if field == "language" and isinstance(value, str):
        return verbatim(own_name(nearest_language(value)))
    if field in _WORDS and isinstance(value, str):
        return word(_WORDS[field], value)
    if field == "at" and isinstance(value, float):
        return percent(round(value, 2))
    if isinstance(value, bool):
        return phrase_context("a choice", "yes") if value else phrase_context("a choice", "no")
    if isinstance(value, LitSection):
        return _lit(document, value)
    if isinstance(value, Candidate):
        return in_quotation_marks(shortened(value.text, _LONGEST))
    if isinstance(value, tuple):
        return joined([_one_value(document, field, one) for one in value], ", ") or _NONE
    if isinstance(value, int | float):
        return Phrase("{number}", values=(("number", value),))
    named = document.find(value) if isinstance(value, str) else None
    if named is not None and (field in ("persona", "personas", "picture") or field.startswith("logo_")):
        name = shortened(getattr(named, "name", ""), _LONGEST)
        if name:
            return verbatim(name)
        return phrase("another picture") if named.kind == "picture" else phrase("a persona without a name")
    if named is not None and field in _NAMING:
        return name_of(document, named)
    text = "" if value is None else str(value)
    return in_quotation_marks(shortened(text, _LONGEST)) if text.strip() else _NONE


def _lit(document: Document, lit: LitSection) -> Phrase:
    """A section that is lit: itself, what it was called, or what those hold that are meant."""
    section = document.find(lit.section) if lit.section else None
    if section is not None:
        return name_of(document, section)
    if lit.name or lit.section:
        return in_quotation_marks(lit.name)
    return word("role" if lit.holds in ROLES.values() else "section kind", lit.holds)


_NONE = phrase_context("a value", "none")


def name_of(document: Document, record: Record) -> Phrase:
    """A record by what it says, or by what it is where it says nothing."""
    match record:
        case Note():
            return quoted(record.text, phrase("A note without text"))
        case Entry():
            return quoted(record.text, phrase("An entry without text"))
        case EmotionPoint():
            value = signed(record.value)
            if record.quote.strip():
                return phrase("Emotion point {value} {quote}", value=value, quote=quoted(record.quote, ""))
            return phrase("Emotion point {value}", value=value)
        case Stage() if record.name.strip():
            return phrase("Stage {name}", name=quoted(record.name, ""))
        case Stage():
            return phrase("Stage without a name")
        case Section() if record.name.strip():
            return phrase("Section {name}", name=quoted(record.name, ""))
        case Section():
            return phrase("Section without a name")
        case KeyPoint():
            return phrase("Key point {text}", text=quoted(record.text, phrase("without text")))
        case CallOut():
            return phrase("Call-out {text}", text=quoted(record.text, phrase("without text")))
        case Relation():
            first, second = (_note(document, id) for id in (record.from_note, record.to_note))
            return phrase("Relation from {first} to {second}", first=first, second=second)
        case FeltLater():
            return phrase("Delayed effect of {note}", note=_note(document, record.note))
        case ParkedNote():
            return quoted(record.text, phrase("A parked note without text"))
        case AgendaItem():
            return phrase("Agenda item {title}", title=quoted(record.title, phrase("without a title")))
        case Round():
            return phrase("Round {question}", question=quoted(record.question, phrase("without a question")))
        case HandCount():
            return _hands(document, record)
        case Reveal():
            round = document.find(record.round)
            return phrase("Reveal: {round}", round=name_of(document, round)) if round else title(record.kind)
        case Run():
            return phrase("Workshop on {day}", day=date.fromisoformat(record.day))
        case Style():
            return phrase("The style {name}", name=quoted(record.name, phrase("without a name")))
        case Project():
            return phrase("The project")
        case JourneyMap() if record.title.strip():
            return phrase("The map {title}", title=quoted(record.title, ""))
        case JourneyMap():
            return phrase("The map without a title")
    return title(record.kind)


def _hands(document: Document, count: HandCount) -> Phrase:
    """Hands for what can be voted for: "4 hands for “Light the sign”"; its round may be gone."""
    round = document.find(count.round)
    there = round.candidates[count.number - 1 : count.number] if isinstance(round, Round) else ()
    about = quoted(there[0].text if there else "", phrase("number {number}", number=count.number))
    return phrase_plural(
        "{count} hand for {candidate}", "{count} hands for {candidate}", count.hands, candidate=about
    )


def _note(document: Document, id: Id) -> Phrase:
    """What a note says that something leads from or to; it may be gone."""
    note = document.find(id)
    return quoted(note.text if isinstance(note, Note) else "", phrase("a note without text"))


def _where(document: Document, record: Record) -> Phrase:
    """The cell of what stands in one."""
    if isinstance(record, Note | Entry | EmotionPoint):
        return joined([_line_name(document, record.stage), _line_name(document, record.section)], ", ")
    return Phrase("")


def _line_name(document: Document, id: Id) -> Phrase:
    line = document.find(id)
    return verbatim(shortened(getattr(line, "name", ""))) or phrase("one without a name")
