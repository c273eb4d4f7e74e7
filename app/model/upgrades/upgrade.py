"""What an upgrade is made of: rules, each a pure function from a record's fields to those one schema later.

Fields are as JSON has them: lists, not tuples, and those at their default may be left out, as may the
position and what holds the record. They come from outside and are validated only afterwards; so a rule takes
whatever values there are, and leaves alone what it does not know. It changes no fields in place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from app.language.phrases import Phrase

Fields = dict[str, Any]
Make = Callable[[Fields], Fields]
Severity = Literal["info", "warning"]
"""A warning, where something is lost."""

STEP = "step"
"""What stands for a kind where a rule is for steps of the history: their `act` and `label`."""


@dataclass(frozen=True, slots=True)
class Rule:
    """For records of one kind. `sentence` says what it did, of those records that it changes."""

    kind: str
    make: Make
    sentence: Phrase | None = None
    severity: Severity = "warning"


@dataclass(frozen=True, slots=True)
class Upgrade:
    """From one schema to the next: its rules, in the order in which they are followed."""

    rules: tuple[Rule, ...] = ()


def renamed(old: str, new: str) -> Make:
    """A field has another name."""

    def make(fields: Fields) -> Fields:
        return {new if name == old else name: value for name, value in fields.items()}

    return make


def replaced(field: str, old: object, new: object) -> Make:
    """A value of a field is another one."""

    def make(fields: Fields) -> Fields:
        if field not in fields or fields[field] != old:
            return fields
        return {**fields, field: new}

    return make


def given(field: str, value: object) -> Make:
    """A new field has a value that is not what new records begin with."""

    def make(fields: Fields) -> Fields:
        return {field: value, **fields}

    return make


def with_value(field: str, value: object, other: str, given: object) -> Make:
    """Where a field has a value, another one has one as well."""

    def make(fields: Fields) -> Fields:
        return {**fields, other: given} if fields.get(field) == value else fields

    return make
