"""The inspector's form for sections: what every kind has, and what only some kinds ask for."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from app.drawing.sections import SECTION_KINDS
from app.language.phrases import tr
from app.model.kinds import content_of, taken_by
from app.model.labels import step_label
from app.model.records import Note, Record, Section
from app.session.editor import Editor
from app.widgets.forms.built import rows_of
from app.widgets.forms.choice_fields import ChoiceField, ColourField
from app.widgets.forms.form import FormRow, Row
from app.widgets.forms.personas_field import PersonaField
from app.widgets.forms.text_fields import LineField, TextField
from app.widgets.panels.subjects.subject import Subject


def lines(editor: Editor) -> tuple[FormRow, ...]:
    return (
        Row(
            "name",
            tr("Name"),
            lambda: LineField(tr("Without a name")),
            step=step_label("rename", kind=Section.kind),
            for_one=True,
        ),
        Row(
            "hint",
            tr("Hint"),
            lambda: TextField(tr("What belongs here"), lines=1),
            step=step_label("set_hint"),
        ),
        Row("section_kind", tr("Kind"), lambda: ChoiceField(_kinds()), step=step_label("set_section_kind")),
        Row(
            "colour",
            tr("Colour of new notes"),
            ColourField,
            step=step_label("set_section_colour"),
            is_for=_takes_notes,
        ),
        Row(
            "persona",
            tr("Persona"),
            lambda: PersonaField(editor),
            step=step_label("set_section_persona"),
            is_for=_holds_something,
        ),
        *_settings(editor),
    )


def _settings(editor: Editor) -> Iterator[Row]:
    """What sections are asked for only because they are of a kind."""
    for kind in SECTION_KINDS:
        for row in rows_of(kind.settings, editor):
            yield replace(row, is_for=partial(_is_of, kind.name))


def _is_of(kind: str, record: Record) -> bool:
    return isinstance(record, Section) and record.section_kind == kind


def _takes_notes(record: Record) -> bool:
    return isinstance(record, Section) and taken_by(record) is Note


def _holds_something(record: Record) -> bool:
    return isinstance(record, Section) and content_of(record.section_kind).holds is not None


def _kinds() -> list[tuple[object, str]]:
    return [(kind.name, str(kind.title)) for kind in SECTION_KINDS]


SUBJECT = Subject(Section, lines, ("sections.move_up", "sections.move_down", "sections.delete"))
