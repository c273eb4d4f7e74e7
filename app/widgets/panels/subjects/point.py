"""The inspector's form for emotion points."""

from app.model.records import HIGHEST, LOWEST, EmotionPoint
from app.session.editor import Editor
from app.widgets.forms.choice_fields import NumberField
from app.widgets.forms.field import Field
from app.widgets.forms.form import Line, Row
from app.widgets.forms.personas_field import PersonaField
from app.widgets.forms.text_fields import TextField
from app.widgets.forms.word_field import WordField
from app.widgets.panels.subjects.subject import Subject


def lines(editor: Editor) -> tuple[Line, ...]:
    return (
        (
            Row("value", "Emotion, −5 to +5", _value, step="Set emotion"),
            Row("at", "Place in the stage, 0 to 1", _place, step="Move emotion point"),
        ),
        Row("emotion", "Emotion in words", lambda: _emotion(editor), step="Set emotion in words"),
        Row("quote", "Quote", lambda: TextField("What they said or thought"), step="Edit quote"),
        Row("persona", "Persona", lambda: PersonaField(editor), step="Set whose emotion it is"),
    )


def _value() -> Field:
    return NumberField(LOWEST, HIGHEST, decimals=1, step=0.5)


def _place() -> Field:
    return NumberField(0, 1, decimals=2, step=0.05)


def _emotion(editor: Editor) -> Field:
    return WordField(lambda: editor.document.project.emotions, "A word for it")


SUBJECT = Subject(EmotionPoint, lines, ("edit.delete",))
