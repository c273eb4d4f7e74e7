"""The inspector's form for notes."""

from app.model.records import Note
from app.widgets.editor import Editor
from app.widgets.forms.choice_fields import CheckField, ChoiceField, ColourField, NumberField
from app.widgets.forms.day_field import DayField
from app.widgets.forms.form import Line, Row
from app.widgets.forms.personas_field import PersonaField
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
        Row("moment_of_truth", "Moment of truth", lambda: CheckField("Moment of truth")),
        Row("description", "Description", lambda: TextField("More than fits on the note", lines=1)),
        Row("persona", "Persona", lambda: PersonaField(editor), step="Set the note’s persona"),
        Row("evidence", "Evidence", lambda: ChoiceField(EVIDENCE)),
        Row("source", "Source", lambda: LineField("Where it is known from")),
        (
            Row("method", "Method", lambda: LineField("Interviews …")),
            Row("evidence_date", "Found on", DayField, step="Set date of evidence"),
        ),
        (
            Row("impact", "Impact", lambda: ChoiceField(IMPACT), share=3),
            Row("votes", "Votes", lambda: NumberField(0, 100_000), share=2),
        ),
        (
            Row("owner", "Owner", lambda: LineField("Who takes care")),
            Row("effort", "Effort", lambda: ChoiceField(EFFORT)),
        ),
        (
            Row("team", "Team", LineField),
            Row("status", "Status", lambda: ChoiceField(STATUS)),
        ),
        Row("due", "Due", DayField, step="Set due date"),
        Row("tags", "Tags", TagsField),
        Row("link", "Link", lambda: LineField("https://…")),
    )


SUBJECT = Subject(Note, lines, ("notes.edit", "notes.open_link", "edit.delete"))
