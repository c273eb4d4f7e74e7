"""The inspector's form for call-outs."""

from app.language.phrases import tr
from app.model.labels import step_label
from app.model.records import CallOut
from app.session.editor import Editor
from app.widgets.forms.form import FormRow, Row
from app.widgets.forms.text_fields import TextField
from app.widgets.panels.subjects.subject import Subject


def lines(editor: Editor) -> tuple[FormRow, ...]:
    return (
        Row(
            "text",
            tr("Text"),
            lambda: TextField(tr("A call-out without text"), lines=3),
            step=step_label("edit_call_out"),
            for_one=True,
        ),
    )


SUBJECT = Subject(CallOut, lines, ("call_outs.free", "call_outs.next", "edit.delete"))
