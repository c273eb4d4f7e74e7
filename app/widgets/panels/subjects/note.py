"""The inspector's form for notes."""

from app.model.records import MOST_VOTES, Note
from app.model.showing import set_picture
from app.widgets.editor import Editor
from app.widgets.forms.choice_fields import CheckField, ChoiceField, ColourField, NumberField
from app.widgets.forms.day_field import DayField
from app.widgets.forms.form import Line, Row
from app.widgets.forms.personas_field import PersonaField
from app.widgets.forms.picture_field import PictureField
from app.widgets.forms.tags_field import TagsField
from app.widgets.forms.text_fields import LineField, TextField
from app.widgets.panels.subjects.subject import Subject

EVIDENCE = ((None, "Not said"), ("assumption", "Assumption"), ("some evidence", "Some evidence"),
            ("validated", "Validated"))  # fmt: skip
IMPACT = ((None, "None"), ("trivial", "Trivial"), ("work-around", "Work-around"), ("abandon", "Abandon"))
STATUS = ((None, "Not said"), ("open", "Open"), ("in progress", "In progress"), ("done", "Done"),
          ("dropped", "Dropped"))  # fmt: skip
EFFORT = ((None, "Not said"), ("small", "Small"), ("medium", "Medium"), ("large", "Large"))


def lines(editor: Editor) -> tuple[Line, ...]:
    return (
        Row("text", "Text", lambda: TextField("An empty note", lines=3), step="Edit note", for_one=True),
        Row("colour", "Colour", ColourField, step="Colour note"),
        Row(
            "moment_of_truth",
            "Moment of truth",
            lambda: CheckField("Moment of truth"),
            tip="Here the customer decides whether to stay",
        ),
        Row("picture", "Picture", lambda: PictureField(editor), verb=set_picture),
        Row("description", "Description", lambda: TextField("More than fits on the note", lines=1)),
        Row(
            "persona",
            "Persona",
            lambda: PersonaField(editor),
            step="Set the note’s persona",
            tip="Whose note it is",
        ),
        Row(
            "evidence",
            "Evidence",
            lambda: ChoiceField(EVIDENCE),
            tip="Whether it is known or assumed; assumptions are hatched",
        ),
        Row("source", "Source", lambda: LineField("Where it is known from")),
        (
            Row("method", "Method", lambda: LineField("Interviews …"), share=2, tip="How it was found out"),
            Row(
                "evidence_date",
                "Found on",
                DayField,
                step="Set date of evidence",
                share=3,
                tip="The day of the evidence",
            ),
        ),
        (
            Row(
                "impact",
                "Impact",
                lambda: ChoiceField(IMPACT),
                share=3,
                tip="How much it hurts: one to three dots on the note",
            ),
            Row("votes", "Votes", lambda: NumberField(0, MOST_VOTES), share=2, tip="How many chose it"),
        ),
        (
            Row("owner", "Owner", lambda: LineField("Who takes care")),
            Row("effort", "Effort", lambda: ChoiceField(EFFORT), tip="How much work it would be"),
        ),
        (
            Row("team", "Team", LineField, tip="The team that takes care"),
            Row("status", "Status", lambda: ChoiceField(STATUS), tip="How far it has come"),
        ),
        Row("due", "Due", DayField, step="Set due date", tip="The day by which it is to be done"),
        Row("tags", "Tags", TagsField, tip="Words to find and filter by; Enter or a comma ends one"),
        Row("link", "Link", lambda: LineField("https://…"), tip="A page or file to open from the note"),
    )


SUBJECT = Subject(Note, lines, ("notes.edit", "notes.open_link", "edit.delete"))
