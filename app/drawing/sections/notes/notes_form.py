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
from app.model.records import MOST_VOTES

EVIDENCE = ((None, "Not said"), ("assumption", "Assumption"), ("some evidence", "Some evidence"),
            ("validated", "Validated"))  # fmt: skip
IMPACT = ((None, "None"), ("trivial", "Trivial"), ("work-around", "Work-around"), ("abandon", "Abandon"))
STATUS = ((None, "Not said"), ("open", "Open"), ("in progress", "In progress"), ("done", "Done"),
          ("dropped", "Dropped"))  # fmt: skip
EFFORT = ((None, "Not said"), ("small", "Small"), ("medium", "Medium"), ("large", "Large"))

FORM: tuple[FormLine, ...] = (
    FormField("text", "Text", LongText("An empty note", 3), step="Edit note", for_one=True),
    FormField("colour", "Colour", ColourOfNotes(), step="Colour note"),
    FormField(
        "moment_of_truth",
        "Moment of truth",
        YesOrNo("Moment of truth"),
        tip="Here the customer decides whether to stay",
    ),
    FormField("picture", "Picture", OnePicture()),
    FormField("description", "Description", LongText("More than fits on the note", 1)),
    FormField(
        "persona",
        "Persona",
        OnePersona(),
        step="Set the note’s persona",
        tip="Whose note it is",
    ),
    FormField(
        "evidence",
        "Evidence",
        Choice(EVIDENCE),
        tip="Whether it is known or assumed; assumptions are hatched",
    ),
    FormField("source", "Source", ShortText("Where it is known from")),
    (
        FormField("method", "Method", ShortText("Interviews …"), share=2, tip="How it was found out"),
        FormField(
            "evidence_date",
            "Found on",
            Day(),
            step="Set date of evidence",
            share=3,
            tip="The day of the evidence",
        ),
    ),
    (
        FormField(
            "impact",
            "Impact",
            Choice(IMPACT),
            share=3,
            tip="How much it hurts: one to three dots on the note",
        ),
        FormField("votes", "Votes", Number(0, MOST_VOTES), share=2, tip="How many chose it"),
    ),
    (
        FormField("owner", "Owner", ShortText("Who takes care")),
        FormField("effort", "Effort", Choice(EFFORT), tip="How much work it would be"),
    ),
    (
        FormField("team", "Team", ShortText(), tip="The team that takes care"),
        FormField("status", "Status", Choice(STATUS), tip="How far it has come"),
    ),
    FormField("due", "Due", Day(), step="Set due date", tip="The day by which it is to be done"),
    FormField("tags", "Tags", Tags(), tip="Words to find and filter by; Enter or a comma ends one"),
    FormField("link", "Link", ShortText("https://…"), tip="A page or file to open from the note"),
)
