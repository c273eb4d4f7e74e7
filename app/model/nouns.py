"""What the kinds of records and the values of their fields are called, in the language that is spoken.

In files both are ids (`record.kind`, "work-around") and stay as they are; a person reads the words of here.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.language.phrases import Phrase, as_it_is, phrase, phrase_context, phrase_plural

if TYPE_CHECKING:
    # The start page, which counts nothing, must not wait for what records need.
    from app.model.records import Record


def noun(kind: str) -> Phrase:
    """What one record of a kind is called in a sentence: "note". Of a kind that nobody has named: its id."""
    return _NOUNS.get(kind) or as_it_is(kind)


def title(kind: str) -> Phrase:
    """The same where it begins a line: "Note"."""
    return _TITLES.get(kind) or as_it_is(kind)


def counted(kind: str, number: int) -> Phrase:
    """So many records of a kind: "1 note", "4,800 notes"."""
    match kind:
        case "legend entry":
            return phrase_plural("{count} legend entry", "{count} legend entries", number)
        case "picture":
            return phrase_plural("{count} picture", "{count} pictures", number)
        case "persona":
            return phrase_plural("{count} persona", "{count} personas", number)
        case "map":
            return phrase_plural("{count} map", "{count} maps", number)
        case "stage":
            return phrase_plural("{count} stage", "{count} stages", number)
        case "section":
            return phrase_plural("{count} section", "{count} sections", number)
        case "note":
            return phrase_plural("{count} note", "{count} notes", number)
        case "emotion point":
            return phrase_plural("{count} emotion point", "{count} emotion points", number)
        case "entry":
            return phrase_plural("{count} entry", "{count} entries", number)
        case "relation":
            return phrase_plural("{count} relation", "{count} relations", number)
        case "felt later":
            return phrase_plural("{count} delayed effect", "{count} delayed effects", number)
        case "key point":
            return phrase_plural("{count} key point", "{count} key points", number)
        case "call-out":
            return phrase_plural("{count} call-out", "{count} call-outs", number)
        case "parked note":
            return phrase_plural("{count} parked note", "{count} parked notes", number)
        case "agenda item":
            return phrase_plural("{count} agenda item", "{count} agenda items", number)
        case "round":
            return phrase_plural("{count} round of votes", "{count} rounds of votes", number)
        case "hand count":
            return phrase_plural("{count} hand count", "{count} hand counts", number)
        case "reveal":
            return phrase_plural("{count} reveal", "{count} reveals", number)
        case "run":
            return phrase_plural("{count} run of a workshop", "{count} runs of a workshop", number)
        case "style":
            return phrase_plural("{count} style", "{count} styles", number)
        case _:
            return phrase_plural("{count} thing", "{count} things", number)


def counted_records(records: "Sequence[Record]") -> Phrase:
    """So many records, by their kind where it is one: "1 note", "3 notes", "4 things"."""
    kinds = {record.kind for record in records}
    return counted(kinds.pop() if len(kinds) == 1 else "", len(records))


_NOUNS = {
    "project": phrase("project"),
    "legend entry": phrase("legend entry"),
    "picture": phrase("picture"),
    "persona": phrase("persona"),
    "map": phrase_context("noun", "map"),
    "stage": phrase_context("noun", "stage"),
    "section": phrase("section"),
    "note": phrase_context("noun", "note"),
    "emotion point": phrase("emotion point"),
    "entry": phrase("entry"),
    "relation": phrase("relation"),
    "felt later": phrase("delayed effect"),
    "key point": phrase("key point"),
    "call-out": phrase("call-out"),
    "parked note": phrase("parked note"),
    "agenda item": phrase("agenda item"),
    "round": phrase("round of votes"),
    "hand count": phrase("hand count"),
    "reveal": phrase_context("noun", "reveal"),
    "run": phrase("run of a workshop"),
    "style": phrase_context("noun", "style"),
}


_TITLES = {
    "project": phrase_context("kind", "Project"),
    "legend entry": phrase_context("kind", "Legend entry"),
    "picture": phrase_context("kind", "Picture"),
    "persona": phrase_context("kind", "Persona"),
    "map": phrase_context("kind", "Map"),
    "stage": phrase_context("kind", "Stage"),
    "section": phrase_context("kind", "Section"),
    "note": phrase_context("kind", "Note"),
    "emotion point": phrase_context("kind", "Emotion point"),
    "entry": phrase_context("kind", "Entry"),
    "relation": phrase_context("kind", "Relation"),
    "felt later": phrase_context("kind", "Delayed effect"),
    "key point": phrase_context("kind", "Key point"),
    "call-out": phrase_context("kind", "Call-out"),
    "parked note": phrase_context("kind", "Parked note"),
    "agenda item": phrase_context("kind", "Agenda item"),
    "round": phrase_context("kind", "Round of votes"),
    "hand count": phrase_context("kind", "Hand count"),
    "reveal": phrase_context("kind", "Reveal"),
    "run": phrase_context("kind", "Run of a workshop"),
    "style": phrase_context("kind", "Style"),
}


def named(record: "Record") -> Phrase:
    """A record by its kind and id, for faults: "Note k3x"."""
    return Phrase("{kind} {id}", values=(("kind", title(record.kind)), ("id", record.id)))


def word(field: str, value: str) -> Phrase:
    """What a value of a field is called: `word("effort", "small")`. Of one that nobody has named: its id."""
    return _WORDS.get(field, {}).get(value) or as_it_is(value)


_WORDS: dict[str, dict[str, Phrase]] = {
    "colour": {
        "yellow": phrase_context("colour", "yellow"),
        "blue": phrase_context("colour", "blue"),
        "violet": phrase_context("colour", "violet"),
        "pink": phrase_context("colour", "pink"),
        "green": phrase_context("colour", "green"),
        "orange": phrase_context("colour", "orange"),
        "teal": phrase_context("colour", "teal"),
        "grey": phrase_context("colour", "grey"),
    },
    "role": {
        "action": phrase_context("role", "action"),
        "touchpoint": phrase_context("role", "touchpoint"),
        "question": phrase_context("role", "question"),
        "pain point": phrase_context("role", "pain point"),
        "opportunity": phrase_context("role", "opportunity"),
        "moment of truth": phrase_context("role", "moment of truth"),
        "thought": phrase_context("role", "thought"),
        "goal": phrase_context("role", "goal"),
        "nothing": phrase_context("role", "nothing"),
    },
    "type": {
        "current state": phrase_context("type of map", "current state"),
        "future state": phrase_context("type of map", "future state"),
        "day in the life": phrase_context("type of map", "day in the life"),
        "service blueprint": phrase_context("type of map", "service blueprint"),
    },
    "map status": {
        "hypothesis": phrase_context("status of a map", "hypothesis"),
        "being researched": phrase_context("status of a map", "being researched"),
        "validated": phrase_context("status of a map", "validated"),
    },
    "evidence": {
        "assumption": phrase_context("evidence", "assumption"),
        "some evidence": phrase_context("evidence", "some evidence"),
        "validated": phrase_context("evidence", "validated"),
    },
    "impact": {
        "trivial": phrase_context("impact", "trivial"),
        "work-around": phrase_context("impact", "workaround"),
        "abandon": phrase_context("impact", "gives up"),
    },
    "effort": {
        "small": phrase_context("effort", "small"),
        "medium": phrase_context("effort", "medium"),
        "large": phrase_context("effort", "large"),
    },
    "size": {
        "small": phrase_context("how large an impact is", "small"),
        "medium": phrase_context("how large an impact is", "medium"),
        "large": phrase_context("how large an impact is", "large"),
    },
    "status": {
        "open": phrase_context("status of an action", "open"),
        "in progress": phrase_context("status of an action", "in progress"),
        "done": phrase_context("status of an action", "done"),
        "dropped": phrase_context("status of an action", "dropped"),
    },
    "process": {
        "linear": phrase_context("process", "one after the other"),
        "non-linear": phrase_context("process", "back and forth"),
        "time-based": phrase_context("process", "by the clock"),
        "cyclic": phrase_context("process", "again and again"),
        "bi-directional": phrase_context("process", "in both directions"),
    },
    "became": {
        "added": phrase_context("what became of it", "added"),
        "changed": phrase_context("what became of it", "changed"),
        "moved": phrase_context("what became of it", "moved"),
        "removed": phrase_context("what became of it", "removed"),
    },
    "dash": {
        "solid": phrase_context("dash", "solid"),
        "dashed": phrase_context("dash", "dashed"),
        "dotted": phrase_context("dash", "dotted"),
        "dash-dot": phrase_context("dash", "dash-dot"),
        "long dashes": phrase_context("dash", "long dashes"),
    },
    "curve style": {
        "smooth": phrase_context("curve", "smooth"),
        "straight": phrase_context("curve", "straight"),
    },
    "trend": {
        "rising": phrase_context("trend", "rising"),
        "steady": phrase_context("trend", "steady"),
        "falling": phrase_context("trend", "falling"),
    },
    "metric look": {
        "number": phrase_context("look of a metric", "number"),
        "bar": phrase_context("look of a metric", "bar"),
        "chart": phrase_context("look of a metric", "chart"),
    },
    "key point": {
        "own": phrase_context("what a key point was taken from", "own words"),
        "lowest point": phrase_context("what a key point was taken from", "lowest point"),
        "moment of truth": phrase_context("what a key point was taken from", "moment of truth"),
        "peak and drop": phrase_context("what a key point was taken from", "peak and drop"),
        "most votes": phrase_context("what a key point was taken from", "idea with most votes"),
        "assumptions": phrase_context("what a key point was taken from", "share of assumptions"),
    },
    "lot": {
        "parking lot": phrase_context("where a note waits", "parking lot"),
        "inbox": phrase_context("where a note waits", "inbox"),
    },
    "item kind": {
        "show": phrase_context("what is done in an agenda item", "show"),
        "write": phrase_context("what is done in an agenda item", "write"),
        "vote": phrase_context("what is done in an agenda item", "vote"),
        "place": phrase_context("what is done in an agenda item", "place"),
        "break": phrase_context("what is done in an agenda item", "break"),
    },
    "lock": {
        "nothing": phrase_context("what is locked", "nothing"),
        "layout": phrase_context("what is locked", "layout"),
        "all but the curve": phrase_context("what is locked", "all but the curve"),
        "everything": phrase_context("what is locked", "everything"),
    },
    "note shape": {
        "sticky": phrase_context("shape of notes", "sticky notes"),
        "card": phrase_context("shape of notes", "cards"),
    },
    "header shape": {
        "chevron": phrase_context("shape of headers", "arrows"),
        "bar": phrase_context("shape of headers", "numbered bars"),
    },
    "import note": {
        "taken": phrase_context("how a file was read", "taken"),
        "guessed": phrase_context("how a file was read", "guessed"),
        "left out": phrase_context("how a file was read", "left out"),
    },
    "emotion": {
        "frustrated": phrase_context("emotion", "frustrated"),
        "anxious": phrase_context("emotion", "anxious"),
        "confused": phrase_context("emotion", "confused"),
        "neutral": phrase_context("emotion", "neutral"),
        "hopeful": phrase_context("emotion", "hopeful"),
        "pleased": phrase_context("emotion", "pleased"),
        "delighted": phrase_context("emotion", "delighted"),
    },
    "section kind": {
        "notes": phrase_context("kind of section", "notes"),
        "emotional-graph": phrase_context("kind of section", "emotional graph"),
        "text": phrase_context("kind of section", "text"),
        "channels": phrase_context("kind of section", "channels"),
        "pictures": phrase_context("kind of section", "pictures"),
        "metrics": phrase_context("kind of section", "metrics"),
        "documents": phrase_context("kind of section", "documents"),
        "interplay": phrase_context("kind of section", "interplay"),
        "dividing-line": phrase_context("kind of section", "dividing line"),
    },
    "dividing line": {
        "interaction": phrase_context("dividing line", "interaction"),
        "visibility": phrase_context("dividing line", "visibility"),
        "internal interaction": phrase_context("dividing line", "internal interaction"),
    },
}
