"""The form of a note."""

from app.drawing.sections.form import (
    Choice,
    ColourOfNotes,
    Day,
    FormField,
    FormLine,
    LongText,
    Number,
    OnePersona,
    OnePicture,
    ShortText,
    Tags,
    YesOrNo,
)
from app.model.labels import step_label
from app.model.records import MOST_VOTES

EVIDENCE = ((None, "Not said"), ("assumption", "Assumption"), ("some evidence", "Some evidence"),
            ("validated", "Validated"))  # fmt: skip
IMPACT = ((None, "None"), ("trivial", "Trivial"), ("work-around", "Work-around"), ("abandon", "Abandon"))
STATUS = ((None, "Not said"), ("open", "Open"), ("in progress", "In progress"), ("done", "Done"),
          ("dropped", "Dropped"))  # fmt: skip
EFFORT = ((None, "Not said"), ("small", "Small"), ("medium", "Medium"), ("large", "Large"))

FORM: tuple[FormLine, ...] = (
    FormField("text", "Text", LongText("An empty note", 3), step=step_label("edit_note"), for_one=True),
    FormField("colour", "Colour", ColourOfNotes(), step=step_label("colour_note")),
    FormField(
        "moment_of_truth",
        "Moment of truth",
        YesOrNo("Moment of truth"),
        step=step_label("set_moment_of_truth"),
        tip="Here the customer decides whether to stay",
    ),
    FormField("picture", "Picture", OnePicture(), step=step_label("choose_picture")),
    FormField(
        "description",
        "Description",
        LongText("More than fits on the note", 1),
        step=step_label("set_description"),
    ),
    FormField(
        "persona",
        "Persona",
        OnePersona(),
        step=step_label("set_note_persona"),
        tip="Whose note it is",
    ),
    FormField(
        "evidence",
        "Evidence",
        Choice(EVIDENCE),
        step=step_label("set_evidence"),
        tip="Whether it is known or assumed; assumptions are hatched",
    ),
    FormField("source", "Source", ShortText("Where it is known from"), step=step_label("set_source")),
    (
        FormField(
            "method",
            "Method",
            ShortText("Interviews …"),
            step=step_label("set_method"),
            share=2,
            tip="How it was found out",
        ),
        FormField(
            "evidence_date",
            "Found on",
            Day(),
            step=step_label("set_evidence_date"),
            share=3,
            tip="The day of the evidence",
        ),
    ),
    (
        FormField(
            "impact",
            "Impact",
            Choice(IMPACT),
            step=step_label("set_impact"),
            share=3,
            tip="How much it hurts: one to three dots on the note",
        ),
        FormField(
            "votes",
            "Votes",
            Number(0, MOST_VOTES),
            step=step_label("set_votes"),
            share=2,
            tip="How many chose it",
        ),
    ),
    (
        FormField("owner", "Owner", ShortText("Who takes care"), step=step_label("set_owner")),
        FormField(
            "effort", "Effort", Choice(EFFORT), step=step_label("set_effort"), tip="How much work it would be"
        ),
    ),
    (
        FormField("team", "Team", ShortText(), step=step_label("set_team"), tip="The team that takes care"),
        FormField(
            "status", "Status", Choice(STATUS), step=step_label("set_status"), tip="How far it has come"
        ),
    ),
    FormField("due", "Due", Day(), step=step_label("set_due"), tip="The day by which it is to be done"),
    FormField(
        "tags",
        "Tags",
        Tags(),
        step=step_label("set_tags"),
        tip="Words to find and filter by; Enter or a comma ends one",
    ),
    FormField(
        "link",
        "Link",
        ShortText("https://…"),
        step=step_label("set_link"),
        tip="A page or file to open from the note",
    ),
)
