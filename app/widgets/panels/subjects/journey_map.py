"""The inspector's form for the map itself."""

from app.language.phrases import phrase, tr
from app.language.words import capitalised
from app.model.labels import step_label
from app.model.nouns import word
from app.model.records import JourneyMap
from app.session.editor import Editor
from app.widgets.forms.choice_fields import CheckField, ChoiceField
from app.widgets.forms.day_field import DayField
from app.widgets.forms.form import FormRow, Row
from app.widgets.forms.personas_field import PersonasField
from app.widgets.forms.text_fields import LineField, ListField, TextField
from app.widgets.panels.subjects.subject import Subject

TYPES = (
    ("current state", phrase("Current state (as-is)")),
    ("future state", phrase("Future state (to-be)")),
    ("day in the life", phrase("Day in the life")),
    ("service blueprint", phrase("Service blueprint")),
)

STATUS = ("hypothesis", "being researched", "validated")


def lines(editor: Editor) -> tuple[FormRow, ...]:
    status = ((None, tr("Not set")), *((each, capitalised(word("map status", each))) for each in STATUS))
    return (
        Row(
            "title",
            tr("Title"),
            lambda: LineField(tr("Without a title")),
            step=step_label("rename", kind=JourneyMap.kind),
            for_one=True,
        ),
        Row("type", tr("Type"), lambda: ChoiceField(TYPES), step=step_label("set_map_type")),
        Row("status", tr("Status"), lambda: ChoiceField(status), step=step_label("set_map_status")),
        Row("personas", tr("Personas"), lambda: PersonasField(editor), step=step_label("set_map_personas")),
        Row(
            "shows_personas",
            tr("Show their cards"),
            lambda: CheckField(tr("Show their cards on the map")),
            step=step_label("set_shows_personas"),
        ),
        Row(
            "goal",
            tr("Goal"),
            lambda: TextField(tr("What the customer wants to achieve")),
            step=step_label("set_map_goal"),
        ),
        Row(
            "scenario",
            tr("Scenario"),
            lambda: TextField(tr("When, where and why")),
            step=step_label("set_map_scenario"),
        ),
        Row(
            "expectations",
            tr("Expectations"),
            lambda: TextField(tr("What the customer expects")),
            step=step_label("set_expectations"),
        ),
        Row(
            "scope",
            tr("Scope"),
            lambda: TextField(tr("What it covers, and what not"), lines=1),
            step=step_label("set_scope"),
        ),
        Row(
            "period",
            tr("Period"),
            lambda: LineField(tr("The time that the map describes")),
            step=step_label("set_period"),
        ),
        Row(
            "objectives",
            tr("Objectives"),
            lambda: ListField(tr("Of the business, one per line")),
            step=step_label("set_objectives"),
        ),
        (
            Row("owner", tr("Owner"), LineField, step=step_label("set_map_owner")),
            Row("version", tr("Version"), LineField, step=step_label("set_map_version")),
        ),
        Row("review", tr("Next review"), DayField, step=step_label("set_review")),
        Row(
            "widths_follow_duration",
            tr("Widths follow duration"),
            lambda: CheckField(tr("Longer stages are wider")),
            step=step_label("set_widths"),
        ),
    )


SUBJECT = Subject(JourneyMap, lines, ("personas.show", "maps.move_up", "maps.move_down", "maps.delete"))
