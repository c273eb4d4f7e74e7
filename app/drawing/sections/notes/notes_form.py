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
from app.language.phrases import Phrase, as_it_is, phrase, phrase_context
from app.model.labels import step_label
from app.model.records import MOST_VOTES, Evidence, Impact

_NOT_SET = phrase("Not set")
EVIDENCE: tuple[tuple[Evidence | None, Phrase], ...] = (
    (None, _NOT_SET),
    ("assumption", phrase_context("evidence", "Assumption")),
    ("some evidence", phrase_context("evidence", "Some evidence")),
    ("validated", phrase_context("evidence", "Validated")),
)
IMPACT: tuple[tuple[Impact | None, Phrase], ...] = (
    (None, phrase_context("impact", "None")),
    ("trivial", phrase_context("impact", "Trivial")),
    ("work-around", phrase_context("impact", "Workaround")),
    ("abandon", phrase_context("impact", "Gives up")),
)
STATUS = (
    (None, _NOT_SET),
    ("open", phrase_context("status of an action", "Open")),
    ("in progress", phrase_context("status of an action", "In progress")),
    ("done", phrase_context("status of an action", "Done")),
    ("dropped", phrase_context("status of an action", "Dropped")),
)
EFFORT = (
    (None, _NOT_SET),
    ("small", phrase_context("effort", "Small")),
    ("medium", phrase_context("effort", "Medium")),
    ("large", phrase_context("effort", "Large")),
)

FORM: tuple[FormLine, ...] = (
    FormField(
        "text",
        phrase("Text"),
        LongText(phrase("An empty note"), 3),
        step=step_label("edit_note"),
        for_one=True,
    ),
    FormField("colour", phrase("Colour"), ColourOfNotes(), step=step_label("colour_note")),
    FormField(
        "moment_of_truth",
        phrase("Moment of truth"),
        YesOrNo(phrase("Moment of truth")),
        tip=phrase("Here the customer decides whether to stay"),
        step=step_label("set_moment_of_truth"),
    ),
    FormField(
        "emphasis",
        phrase_context("of a note", "Emphasis"),
        YesOrNo(phrase_context("of a note", "Emphasis")),
        tip=phrase("To be seen first among its neighbours"),
        step=step_label("set_emphasis"),
    ),
    FormField(
        "picture",
        phrase("Picture"),
        OnePicture(),
        step=step_label("choose_picture"),
    ),
    FormField(
        "description",
        phrase("Description"),
        LongText(phrase("More than fits on the note"), 1),
        step=step_label("set_description"),
    ),
    FormField(
        "persona",
        phrase("Persona"),
        OnePersona(),
        step=step_label("set_note_persona"),
        tip=phrase("Whose note it is"),
    ),
    FormField(
        "evidence",
        phrase("Evidence"),
        Choice(EVIDENCE),
        tip=phrase("Whether it is known or assumed; assumptions have a dashed edge"),
        step=step_label("set_evidence"),
    ),
    FormField(
        "source",
        phrase("Source"),
        ShortText(phrase("Where it is known from")),
        step=step_label("set_source"),
    ),
    (
        FormField(
            "method",
            phrase("Method"),
            ShortText(phrase("Interviews …")),
            share=2,
            tip=phrase("How it was found out"),
            step=step_label("set_method"),
        ),
        FormField(
            "evidence_date",
            phrase("Found on"),
            Day(),
            step=step_label("set_evidence_date"),
            share=3,
            tip=phrase("The day of the evidence"),
        ),
    ),
    (
        FormField(
            "impact",
            phrase("Impact"),
            Choice(IMPACT),
            step=step_label("set_impact"),
            share=3,
            tip=phrase("How much it hurts: one to three dots on the note"),
        ),
        FormField(
            "votes",
            phrase("Votes"),
            Number(0, MOST_VOTES),
            share=2,
            tip=phrase("Its own votes; a round that was revealed shows its count on the map instead"),
            step=step_label("set_votes"),
        ),
    ),
    (
        FormField(
            "owner",
            phrase_context("of a note", "Owner"),
            ShortText(phrase("Who takes care of it")),
            step=step_label("set_owner"),
        ),
        FormField(
            "effort",
            phrase("Effort"),
            Choice(EFFORT),
            tip=phrase("How much work it would be"),
            step=step_label("set_effort"),
        ),
    ),
    (
        FormField(
            "team",
            phrase("Team"),
            ShortText(),
            tip=phrase("The team that takes care of it"),
            step=step_label("set_team"),
        ),
        FormField(
            "status",
            phrase_context("of an action", "Status"),
            Choice(STATUS),
            tip=phrase("How far along it is"),
            step=step_label("set_status"),
        ),
    ),
    FormField(
        "due",
        phrase_context("of an action", "Due"),
        Day(),
        step=step_label("set_due"),
        tip=phrase("The day by which it is to be done"),
    ),
    FormField(
        "tags",
        phrase("Tags"),
        Tags(),
        tip=phrase("Words to find and filter by; Enter or a comma ends one"),
        step=step_label("set_tags"),
    ),
    FormField(
        "link",
        phrase_context("noun", "Link"),
        ShortText(as_it_is("https://…")),
        tip=phrase("A page or file to open from the note"),
        step=step_label("set_link"),
    ),
)
