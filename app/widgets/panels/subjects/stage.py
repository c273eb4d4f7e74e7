"""The inspector's form for stages."""

from app.model.records import Stage
from app.session.editor import Editor
from app.widgets.forms.form import FormRow, Row
from app.widgets.forms.text_fields import LineField, ListField, TextField
from app.widgets.panels.subjects.subject import Subject


def lines(editor: Editor) -> tuple[FormRow, ...]:
    return (
        Row("name", "Name", lambda: LineField("Without a name"), step="Rename stage", for_one=True),
        Row("description", "Description", lambda: TextField("What happens in this stage", lines=1)),
        Row("duration", "Duration", lambda: LineField("10 min"), step="Set stage duration"),
        Row("goal", "Goal", lambda: LineField("What the customer wants here"), step="Set stage goal"),
        Row("question", "Question", lambda: LineField("What the customer asks here")),
        Row("steps", "Steps", lambda: ListField("One a line"), step="Edit steps"),
        Row("group", "Group", lambda: LineField("The same for neighbours that belong together")),
    )


SUBJECT = Subject(Stage, lines, ("stages.move_left", "stages.move_right", "stages.delete"))
