"""What a register that comes back would change: owners, how far actions are, when they are due, effort.

What others filled in is told from what the register was when it was written, and what happened here meanwhile
from what the project holds now. Where both changed the same, the project's stays, and that is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from app.formats.import_notes import ImportNote
from app.formats.xlsx.register_columns import CHOICES, EDITABLE, choices_by_word, kept_values, said_choice
from app.formats.xlsx.register_file import Filled, Kept, Register, RegisterRow
from app.language.days import read_day, written_iso_day
from app.language.phrases import Phrase, phrase
from app.language.words import listed, quoted
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.field_words import field_name
from app.model.labels import step_label
from app.model.project_language import in_its_language
from app.model.records import Note
from app.model.text import one_line
from app.model.words import shortened

_LONGEST = 60


class Update(NamedTuple):
    """A field of a note that would change, and both values as the records have them."""

    note: Note
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RegisterUpdate:
    """What is new, one change for all of it, and what of the register is left and why."""

    change: Change
    updates: tuple[Update, ...]
    left: tuple[ImportNote, ...]
    is_of_this_project: bool
    """Whether any action of the register is one of the project."""


@in_its_language
def register_update(document: Document, register: Register) -> RegisterUpdate:
    """What a register changes in a project; nothing is changed yet."""
    comparison = _Comparison(document, register)
    comparison.compare()
    draft = Draft(document)
    for update in comparison.updates:
        note = draft.get(Note, update.note.id)
        draft.put(note.changed(**{update.field: update.after or _EMPTY[update.field]}))
    return RegisterUpdate(
        draft.change(step_label("bring_in_register")),
        tuple(comparison.updates),
        tuple(comparison.left),
        comparison.is_any_here,
    )


_EMPTY = {name: Note.model_fields[name].default for name in EDITABLE}


@dataclass(slots=True)
class _Comparison:
    document: Document
    register: Register
    updates: list[Update] = field(default_factory=list)
    left: list[ImportNote] = field(default_factory=list)
    is_any_here: bool = False

    def compare(self) -> None:
        seen: set[str] = set()
        for row in self.register.rows:
            note = self.document.find(row.id) if row.id else None
            if row.id in seen and row.id:
                self._leave(row.place, phrase("It is the same action as in a row above, so it is left out."))
            elif isinstance(note, Note):
                self.is_any_here = True
                self._compare(row, note)
            elif self._is_filled_in(row):
                self._leave_unknown(row)
            seen.add(row.id)

    def _leave(self, place: Phrase, sentence: Phrase) -> None:
        self.left.append(ImportNote("left out", sentence, place))

    def _is_filled_in(self, row: RegisterRow) -> bool:
        """Whether somebody wrote something into a row, so that it is missed where it is left out."""
        kept = self.register.kept.get(row.id)
        if kept is None:
            return any(filled.text for filled in row.fields.values())
        return any(_value(name, filled) != kept.fields[name] for name, filled in row.fields.items())

    def _leave_unknown(self, row: RegisterRow) -> None:
        kept = self.register.kept.get(row.id)
        if kept is None:
            self._leave(row.place, phrase("There is no such action in this project, so it is left out."))
        else:
            text = quoted(shortened(kept.text, _LONGEST))
            self._leave(row.place, phrase("{text} was deleted since, so it is left out.", text=text))

    def _compare(self, row: RegisterRow, note: Note) -> None:
        kept = self.register.kept.get(row.id)
        if kept is not None and kept.text != note.text and self._is_filled_in(row):
            self._leave(
                row.place,
                phrase(
                    "{before} says {after} by now, so what was filled in is left out.",
                    before=quoted(shortened(kept.text, _LONGEST)),
                    after=quoted(shortened(note.text, _LONGEST)),
                ),
            )
            return
        now = dict(zip(EDITABLE, kept_values(note), strict=False))
        for name, filled in row.fields.items():
            self._compare_field(note, name, filled, now[name], kept)

    def _compare_field(self, note: Note, name: str, filled: Filled, now: str, kept: Kept | None) -> None:
        value = _value(name, filled)
        before = kept.fields[name] if kept is not None else ""
        if value in (before, now):
            return
        if value is None:
            self._leave(filled.place, _unreadable(name, filled.text))
        elif kept is not None and now != before:
            self._leave(
                filled.place,
                phrase(
                    "{note}: {field} became {now} here since, so {value} is left out.",
                    note=quoted(shortened(note.text, _LONGEST)),
                    field=field_name(name),
                    now=said(name, now),
                    value=said(name, value),
                ),
            )
        else:
            self.updates.append(Update(note, name, now, value))


def _unreadable(name: str, text: str) -> Phrase:
    if name == "due":
        return phrase("“{text}” is no day with its year, so it is left out.", text=text)
    choices = listed([said_choice(name, value) for value in CHOICES[name]])
    return phrase("“{text}” is none of {choices}, so it is left out.", text=text, choices=choices)


def _value(name: str, filled: Filled) -> str | None:
    """What is filled in, as records hold it; None where it is none of what the field can be."""
    if not filled.text:
        return ""
    if name in CHOICES:
        return choices_by_word(name).get(filled.text.casefold())
    if name == "due":
        day = read_day(filled.text)
        return day.isoformat() if day is not None else None
    return filled.text


def said(name: str, value: str) -> Phrase:
    """A value in quotation marks as people say it; of one that is not set, that."""
    if not value:
        return phrase("not set")
    if name in CHOICES:
        return quoted(said_choice(name, value))
    return quoted(written_iso_day(value) if name == "due" else shortened(value, _LONGEST))


def described(updates: tuple[Update, ...]) -> Iterator[tuple[str, str]]:
    """Each update by its note's text, and what becomes what."""
    for update in updates:
        yield (
            one_line(update.note.text),
            str(
                phrase(
                    "{field}: {before} → {after}",
                    field=field_name(update.field),
                    before=said(update.field, update.before),
                    after=said(update.field, update.after),
                )
            ),
        )
