"""The label of a step: what was done, as a code with values, so that it can be said in any language.

It is said as a step that can be undone ("Delete 3 notes") and, where somebody is told of it, as done
("Deleted 3 notes."). A name that a person typed, and what nobody knows a code for, is text.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.language.phrases import Phrase
from app.language.words import verbatim
from app.model.labels.table import LABELS
from app.model.labels.values import LabelValue, are_valid, kind_and_count, said_values
from app.model.records import Record

Form = str | dict[str, object]
"""A label as JSON has it: text, or `{"code": …, "values": {…}}`."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a step is called. Made by `step_label`, `plain_label` or, from outside, by `label_of`."""

    code: str = ""
    values: tuple[tuple[str, LabelValue], ...] = ()
    text: str = ""

    def __str__(self) -> str:
        return str(self.phrase) if self.code else self.text

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    @property
    def phrase(self) -> Phrase:
        """What it says as a step that can be undone: "Delete 3 notes"."""
        if not self.code:
            return verbatim(self.text)
        return replace(LABELS[self.code].step, values=said_values(self.values))

    @property
    def done(self) -> Phrase:
        """The same where it has just been done: "Deleted 3 notes."."""
        if not self.code:
            return self.phrase
        words, values = LABELS[self.code], said_values(self.values)
        sentence = words.done_with if words.done_with and dict(values).get("held") else words.done
        return replace(sentence or words.step, values=values)

    @property
    def form(self) -> Form:
        return {"code": self.code, "values": dict(self.values)} if self.code else self.text


def plain_label(text: str) -> Label:
    """A label that is text, whatever language is spoken."""
    return Label(text=text)


NO_LABEL = plain_label("")
"""What a change is called that is part of another, or none."""


def step_label(code: str, **values: LabelValue) -> Label:
    """The label of a code. Raises ValueError for values that do not go with it."""
    if not _fits(code, values):
        raise ValueError(f"no label: {code} of {values}")
    return _made(code, values)


def records_label(code: str, records: Sequence[Record], **values: LabelValue) -> Label:
    """The label of a code for what is done to records: "Move note", "Move 3 notes"."""
    return step_label(code, **kind_and_count(records), **values)


def before_label(label: Label) -> Label:
    """What a version is called that is kept before going back: `label` is that of the going back."""
    if f"before_{label.code}" in LABELS:
        return replace(label, code=f"before_{label.code}")
    return step_label("before_step", text=str(label))


def label_of(form: object) -> Label:
    """The label of a form that comes from outside: what is not known, or does not fit, is text."""
    if isinstance(form, str):
        return plain_label(form)
    if isinstance(form, dict) and form.keys() == {"code", "values"}:
        code, values = form["code"], form["values"]
        if isinstance(code, str) and isinstance(values, dict) and _fits(code, values):
            return _made(code, values)
    return plain_label(json.dumps(form, ensure_ascii=False))


def _fits(code: str, values: dict[str, LabelValue]) -> bool:
    words = LABELS.get(code)
    return words is not None and len(values) == len(words.takes) and are_valid(words.takes, values)


def _made(code: str, values: dict[str, LabelValue]) -> Label:
    return Label(code, tuple((name, values[name]) for name in LABELS[code].takes))
