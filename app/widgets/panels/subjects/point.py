"""The inspector's form for emotion points."""

from app.model.records import HIGHEST, LOWEST, EmotionPoint
from app.widgets.editor import Editor
from app.widgets.forms.choice_fields import NumberField
from app.widgets.forms.field import Field
from app.widgets.forms.form import Line, Row
from app.widgets.forms.personas_field import PersonaField
from app.widgets.forms.text_fields import TextField
from app.widgets.panels.subjects.subject import Subject


def lines(editor: Editor) -> tuple[Line, ...]:
    return (
        (
            Row(
                "value", "Emotion, −5 to +5", lambda: NumberField(LOWEST, HIGHEST, 1, 0.5), step="Set emotion"
            ),
            Row(
                "at",
                "Place in the stage, 0 to 1",
                lambda: NumberField(0, 1, 2, 0.05),
                step="Move emotion point",
            ),
        ),
        Row("quote", "Quote", lambda: TextField("What they said or thought"), step="Edit quote"),
        Row("persona", "Persona", lambda: PersonaField(editor), step="Set whose emotion it is"),
    )


def _emotion() -> Field:
    return NumberField(LOWEST, HIGHEST, decimals=1, step=0.5)


def _place() -> Field:
    return NumberField(0, 1, decimals=2, step=0.05)


SUBJECT = Subject(EmotionPoint, lines, ("edit.delete",))
