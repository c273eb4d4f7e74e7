"""The inspector's form for the map itself."""

from app.model.labels import step_label
from app.model.records import JourneyMap
from app.session.editor import Editor
from app.widgets.forms.choice_fields import CheckField, ChoiceField
from app.widgets.forms.day_field import DayField
from app.widgets.forms.form import FormRow, Row
from app.widgets.forms.personas_field import PersonasField
from app.widgets.forms.text_fields import LineField, ListField, TextField
from app.widgets.panels.subjects.subject import Subject

TYPES = (
    ("current state", "Current state (as-is)"),
    ("future state", "Future state (to-be)"),
    ("day in the life", "Day in the life"),
    ("service blueprint", "Service blueprint"),
)

STATUS = (
    (None, "Not said"),
    ("hypothesis", "Hypothesis"),
    ("being researched", "Being researched"),
    ("validated", "Validated"),
)


def lines(editor: Editor) -> tuple[FormRow, ...]:
    return (
        Row(
            "title",
            "Title",
            lambda: LineField("Without a title"),
            step=step_label("rename", kind=JourneyMap.kind),
            for_one=True,
        ),
        Row("type", "Type", lambda: ChoiceField(TYPES), step=step_label("set_map_type")),
        Row("status", "Status", lambda: ChoiceField(STATUS), step=step_label("set_map_status")),
        Row("personas", "Personas", lambda: PersonasField(editor), step=step_label("set_map_personas")),
        Row(
            "shows_personas",
            "Show their cards",
            lambda: CheckField("Show their cards on the map"),
            step=step_label("set_shows_personas"),
        ),
        Row(
            "goal",
            "Goal",
            lambda: TextField("What the customer wants to reach"),
            step=step_label("set_map_goal"),
        ),
        Row(
            "scenario",
            "Scenario",
            lambda: TextField("When, where and why"),
            step=step_label("set_map_scenario"),
        ),
        Row(
            "expectations",
            "Expectations",
            lambda: TextField("What the customer counts on"),
            step=step_label("set_expectations"),
        ),
        Row(
            "scope",
            "Scope",
            lambda: TextField("What the map covers, and what not", lines=1),
            step=step_label("set_scope"),
        ),
        Row("period", "Period", lambda: LineField("When it was so"), step=step_label("set_period")),
        Row(
            "objectives",
            "Objectives",
            lambda: ListField("Of the business, one a line"),
            step=step_label("set_objectives"),
        ),
        (
            Row("owner", "Owner", LineField, step=step_label("set_map_owner")),
            Row("version", "Version", LineField, step=step_label("set_map_version")),
        ),
        Row("review", "Next review", DayField, step=step_label("set_review")),
        Row(
            "widths_follow_duration",
            "Widths follow duration",
            lambda: CheckField("Longer stages are wider"),
            step=step_label("set_widths"),
        ),
    )


SUBJECT = Subject(JourneyMap, lines, ("personas.show", "maps.move_up", "maps.move_down", "maps.delete"))
