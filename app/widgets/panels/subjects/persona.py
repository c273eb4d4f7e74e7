"""The inspector's form for personas."""

from app.model.records import Persona
from app.widgets.editor import Editor
from app.widgets.forms.choice_fields import NumberField
from app.widgets.forms.form import Line, Row
from app.widgets.forms.personas_field import PersonaColourField
from app.widgets.forms.text_fields import LineField, ListField, TextField
from app.widgets.panels.subjects.subject import Subject


def lines(editor: Editor) -> tuple[Line, ...]:
    return (
        Row("name", "Name", lambda: LineField("Without a name"), step="Rename persona", for_one=True),
        Row("colour", "Colour", PersonaColourField, step="Colour persona"),
        (
            Row("age", "Age", lambda: NumberField(0, 150, or_none="Not said"), step="Set persona age"),
            Row("job_title", "Job title", LineField, step="Set persona job title"),
        ),
        Row("location", "Location", LineField, step="Set persona location"),
        Row("quote", "Quote", lambda: TextField("What they would say"), step="Edit persona quote"),
        Row("background", "Background", TextField, step="Edit persona background"),
        Row("goals", "Goals", lambda: ListField("One a line"), step="Edit persona goals"),
        Row(
            "frustrations", "Frustrations", lambda: ListField("One a line"), step="Edit persona frustrations"
        ),
        Row("channels", "Channels", lambda: ListField("One a line"), step="Edit persona channels"),
    )


SUBJECT = Subject(Persona, lines, ("edit.delete",))
