"""The inspector's forms as data: which fields of a record, in which order, with which label and control.

The window builds its fields from it; nothing here knows how they look.
"""

from dataclasses import dataclass

from app.language.phrases import NOTHING, Phrase
from app.model.labels import NO_LABEL, Label


@dataclass(frozen=True, slots=True)
class ShortText:
    """Text of one line."""

    placeholder: Phrase = NOTHING


@dataclass(frozen=True, slots=True)
class LongText:
    """Text of several lines; so many are seen at least."""

    placeholder: Phrase = NOTHING
    lines: int = 2


@dataclass(frozen=True, slots=True)
class UsualWord:
    """A word that may be any, with the usual ones to choose from."""

    words: tuple[Phrase, ...]
    placeholder: Phrase = NOTHING


@dataclass(frozen=True, slots=True)
class UsualWords:
    """Several of them, one per line."""

    words: tuple[Phrase, ...]
    placeholder: Phrase = NOTHING


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several values, each with the words for it."""

    choices: tuple[tuple[object, Phrase], ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number, whole unless there are decimals. With `or_none`, words for it, there may be none."""

    lowest: float
    highest: float
    decimals: int = 0
    step: float = 1
    or_none: Phrase = NOTHING


@dataclass(frozen=True, slots=True)
class YesOrNo:
    words: Phrase


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar, or none."""


@dataclass(frozen=True, slots=True)
class Tags:
    """Words to find and filter by."""


@dataclass(frozen=True, slots=True)
class ColourOfNotes:
    """One of the eight note colours."""


@dataclass(frozen=True, slots=True)
class OnePersona:
    """A persona of the project, or none."""


@dataclass(frozen=True, slots=True)
class OnePicture:
    """A picture of the project, or none."""


@dataclass(frozen=True, slots=True)
class EmotionWord:
    """One of the project's words for emotions, or another."""

    placeholder: Phrase = NOTHING


Control = (
    ShortText
    | LongText
    | UsualWord
    | UsualWords
    | Choice
    | Number
    | YesOrNo
    | Day
    | Tags
    | ColourOfNotes
    | OnePersona
    | OnePicture
    | EmotionWord
)


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a record: its name there, its label, its control, and what setting it is called."""

    name: str
    label: Phrase
    control: Control
    step: Label = NO_LABEL
    """None for "Set" and the label."""
    tip: Phrase = NOTHING
    share: int = 1
    """How much of the width it takes beside others."""
    for_one: bool = False
    """Whether it is shown for a single record only."""


FormLine = FormField | tuple[FormField, ...]
"""A field, or several side by side."""


def fields_of(form: tuple[FormLine, ...]) -> tuple[FormField, ...]:
    """All fields of a form, one by one."""
    return tuple(field for line in form for field in (line if isinstance(line, tuple) else (line,)))
