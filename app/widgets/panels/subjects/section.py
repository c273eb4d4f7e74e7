"""The inspector's form for sections."""

from app.drawing.sections import SECTION_KINDS
from app.language.phrases import tr
from app.model.labels import step_label
from app.model.records import Section
from app.session.editor import Editor
from app.widgets.forms.built import lines_of
from app.widgets.forms.choice_fields import ChoiceField, ColourField
from app.widgets.forms.form import FormRow, Row
from app.widgets.forms.personas_field import PersonaField
from app.widgets.forms.text_fields import LineField, TextField
from app.widgets.panels.subjects.subject import Subject

SETTINGS = tuple(kind.settings for kind in SECTION_KINDS if kind.settings)
"""What only some kinds need, a line for each."""


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
        Row("colour", tr("Colour of new notes"), ColourField, step=step_label("set_section_colour")),
        Row("persona", tr("Persona"), lambda: PersonaField(editor), step=step_label("set_section_persona")),
        *lines_of(SETTINGS, editor),
    )


def _kinds() -> list[tuple[object, str]]:
    return [(kind.name, str(kind.title)) for kind in SECTION_KINDS]


SUBJECT = Subject(Section, lines, ("sections.move_up", "sections.move_down", "sections.delete"))
