"""The inspector's form for stages."""

from app.language.phrases import tr
from app.model.labels import step_label
from app.model.records import Stage
from app.session.editor import Editor
from app.widgets.forms.form import FormRow, Row
from app.widgets.forms.text_fields import LineField, ListField, TextField
from app.widgets.panels.subjects.subject import Subject


def lines(editor: Editor) -> tuple[FormRow, ...]:
    return (
        Row(
            "name",
            tr("Name"),
            lambda: LineField(tr("Without a name")),
            step=step_label("rename", kind=Stage.kind),
            for_one=True,
        ),
        Row(
            "description",
            tr("Description"),
            lambda: TextField(tr("What happens in this stage"), lines=1),
            step=step_label("set_description"),
        ),
        Row(
            "duration", tr("Duration"), lambda: LineField(tr("10 min")), step=step_label("set_stage_duration")
        ),
        Row(
            "goal",
            tr("Goal"),
            lambda: LineField(tr("What the customer wants here")),
            step=step_label("set_stage_goal"),
        ),
        Row(
            "question",
            tr("Question"),
            lambda: LineField(tr("What the customer asks here")),
            step=step_label("set_question"),
        ),
        Row("steps", tr("Steps"), lambda: ListField(tr("One per line")), step=step_label("edit_steps")),
        Row(
            "group",
            tr("Group"),
            lambda: LineField(tr("The same for neighbours that belong together")),
            step=step_label("set_group"),
        ),
    )


SUBJECT = Subject(Stage, lines, ("stages.move_left", "stages.move_right", "stages.delete"))
