"""The values that labels have: what may stand in a file, and how each is said in a sentence."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, get_args

from app.language.moments import written_moment
from app.language.papers import paper_title
from app.language.phrases import Phrase, phrase
from app.language.words import listed, quoted
from app.model.nouns import counted, noun, word
from app.model.records import RECORDS, NoteColour, Record
from app.model.timestamps import moment_of

LabelValue: TypeAlias = "str | int"
Said: TypeAlias = str | int | Phrase
"""What stands in a sentence for a value."""
MOST = 1_000_000_000
LONGEST = 400
"""Characters of a text in a label. Whoever makes one shortens it."""
HELD = ("stage", "section", "note", "entry", "emotion point")
"""Kinds of what goes with a record that is deleted; how many of each stands under the name of `held_name`."""
_MIXED = "thing"
_KINDS = frozenset((*(record_type.kind for record_type in RECORDS), _MIXED))
_COLOURS = frozenset(get_args(NoteColour))
_LATEST = 253_000_000_000_000_000
"""Microseconds up to nearly the year 9987: on every clock of the world a moment of the calendar."""


def held_name(kind: str) -> str:
    """The value that says how many records of a kind go with one: "emotion_points"."""
    return "entries" if kind == "entry" else f"{kind.replace(' ', '_')}s"


def are_valid(names: Sequence[str], values: Mapping[str, object]) -> bool:
    """Whether the values are those that are wanted."""
    return all(name in values and _CHECKS[name](values[name]) for name in names)


def kind_and_count(records: Sequence[Record]) -> dict[str, LabelValue]:
    """Which records, as a label has it."""
    kinds = {record.kind for record in records}
    return {"kind": kinds.pop() if len(kinds) == 1 else _MIXED, "count": len(records)}


def said_values(values: tuple[tuple[str, LabelValue], ...]) -> tuple[tuple[str, Said], ...]:
    """What stands in the sentence for the values."""
    given = dict(values)
    found: dict[str, Said] = {}
    kind, count = given.get("kind"), given.get("count")
    if isinstance(kind, str):
        found["what"] = _what(kind, count if isinstance(count, int) else 1)
    if isinstance(count, int):
        found["count"] = count
    for name, value in values:
        match name, value:
            case "colour", str():
                found[name] = word("colour", value)
            case "at", int():
                found["moment"] = written_moment(moment_of(value))
            case "persona" | "stage" | "section" | "map" | "version", str():
                found[name] = quoted(value) if value.strip() else _NAMELESS[name]
            case "paper", str():
                found[name] = paper_title(value)
            case "text", str():
                found[name] = quoted(value)
    held = [
        counted(kind, number)
        for kind in HELD
        if isinstance(number := given.get(held_name(kind)), int) and number
    ]
    if held:
        found["held"] = listed(held)
    return tuple(found.items())


def _what(kind: str, count: int) -> Phrase:
    return noun(kind) if count == 1 and kind != _MIXED else counted(kind, count)


def _is_number(value: object) -> bool:
    return type(value) is int and 0 <= value <= MOST


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST


def _is_moment(value: object) -> bool:
    return type(value) is int and 0 <= value <= _LATEST


_CHECKS: dict[str, Callable[[object], bool]] = {
    "kind": lambda value: isinstance(value, str) and value in _KINDS,
    "count": _is_number,
    "colour": lambda value: isinstance(value, str) and value in _COLOURS,
    "at": _is_moment,
    **dict.fromkeys(("persona", "stage", "section", "map", "version", "text", "paper"), _is_text),
    **dict.fromkeys(map(held_name, HELD), _is_number),
}
_NAMELESS = {
    "persona": phrase("a persona without a name"),
    "stage": phrase("a stage without a name"),
    "section": phrase("a section without a name"),
    "map": phrase("a map without a title"),
    "version": phrase("a version without a name"),
}
