"""What is typed into a cell of the register: what it is for its note, and the change that it makes."""

from collections.abc import Mapping, Sequence
from typing import get_args

from app.language.days import read_day
from app.language.phrases import Phrase, phrase, tr
from app.language.words import capitalised
from app.model.analysis.register import EFFORTS, IMPACTS, impact_word
from app.model.change import Change
from app.model.document import Document
from app.model.field_words import field_name
from app.model.labels import Label, step_label
from app.model.nouns import word
from app.model.records import MOST_VOTES, Id, Role, Status
from app.model.verbs.editing import set_fields

NEW_LINE = "⏎"
"""Where a note's text begins a new line, in the one line in which it is typed."""
Choices = Sequence[tuple[str | None, str]]
"""Values with their words."""
_VALUES: Mapping[str, Sequence[str]] = {"impact": IMPACTS, "effort": EFFORTS, "status": get_args(Status)}


class Refused(Exception):  # noqa: N818 - what was typed is refused, nothing has failed
    """What was typed is not such a thing; says why, and what holds."""

    def __init__(self, sentence: Phrase) -> None:
        super().__init__(str(sentence))


def choices_of(field: str, role: Role) -> Choices:
    """What a cell can say, where that is one of a few words; else nothing."""
    values = _VALUES.get(field, ())
    if not values:
        return ()
    said = [(value, _said(field, value, role)) for value in values]
    return ((None, tr("Not set")), *said)


def _said(field: str, value: str, role: Role) -> str:
    if field == "impact":
        return capitalised(impact_word(IMPACTS[IMPACTS.index(value)], role))
    return capitalised(word(field, value))


def change_of(document: Document, note: Id, field: str, typed: str | None) -> Change:
    """What a cell's text makes of its note. Raises Refused."""
    value: object = typed
    if field == "due":
        value = _day(typed or "")
    elif field == "votes":
        value = _votes(typed or "")
    elif field == "text":
        value = (typed or "").replace(NEW_LINE, "\n")
    return set_fields(document, [note], _label(field), **{field: value})


def _label(field: str) -> Label:
    return step_label("set_field", text=str(field_name(field)))


def _day(typed: str) -> str | None:
    if not typed.strip():
        return None
    day = read_day(typed)
    if day is None:
        raise Refused(phrase("“{text}” is not a day. What stood there holds.", text=typed))
    return day.isoformat()


def _votes(typed: str) -> int:
    text = typed.strip()
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and int(text) <= MOST_VOTES):
        raise Refused(phrase("“{text}” is not a number of votes. What stood there holds.", text=typed))
    return int(text)
