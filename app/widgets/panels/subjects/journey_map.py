"""The inspector's form for the map itself."""

from app.model.records import JourneyMap
from app.widgets.editor import Editor
from app.widgets.forms.choice_fields import ChoiceField
from app.widgets.forms.form import Line, Row
from app.widgets.forms.personas_field import PersonasField
from app.widgets.forms.text_fields import LineField, TextField
from app.widgets.panels.subjects.subject import Subject

TYPES = (
    ("current state", "Current state (as-is)"),
    ("future state", "Future state (to-be)"),
    ("day in the life", "Day in the life"),
    ("service blueprint", "Service blueprint"),
)


def lines(editor: Editor) -> tuple[Line, ...]:
    return (
        Row("title", "Title", lambda: LineField("Without a title"), step="Rename map", for_one=True),
        Row("type", "Type", lambda: ChoiceField(TYPES), step="Set map type"),
        Row("personas", "Personas", lambda: PersonasField(editor), step="Choose the map’s personas"),
        Row("goal", "Goal", lambda: TextField("What the customer wants to reach"), step="Set map goal"),
        Row("scenario", "Scenario", lambda: TextField("When, where and why"), step="Set map scenario"),
        Row("expectations", "Expectations", lambda: TextField("What the customer counts on")),
    )


SUBJECT = Subject(JourneyMap, lines, ("maps.move_up", "maps.move_down", "maps.delete"))
