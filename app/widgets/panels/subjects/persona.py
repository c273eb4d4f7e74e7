"""The inspector's form for personas."""

from app.language.phrases import tr, tr_context
from app.language.words import capitalised
from app.model.labels import step_label
from app.model.nouns import word
from app.model.records import Persona
from app.model.verbs.picture_verbs import set_picture
from app.session.editor import Editor
from app.widgets.forms.choice_fields import CheckField, ChoiceField, NumberField
from app.widgets.forms.facts_field import FactsField
from app.widgets.forms.form import FormRow, Row
from app.widgets.forms.personas_field import PersonaColourField
from app.widgets.forms.picture_field import PictureField
from app.widgets.forms.text_fields import LineField, ListField, TextField
from app.widgets.forms.traits_field import TraitsField
from app.widgets.panels.subjects.subject import Subject

DASHES = ("solid", "dashed", "dotted", "dash-dot", "long dashes")


def lines(editor: Editor) -> tuple[FormRow, ...]:
    dashes = ((None, tr("Automatic")), *((dash, capitalised(word("dash", dash))) for dash in DASHES))
    return (
        Row(
            "name",
            tr("Name"),
            lambda: LineField(tr("Without a name")),
            step=step_label("rename", kind=Persona.kind),
            for_one=True,
        ),
        Row(
            "is_segment",
            tr("Segment"),
            lambda: CheckField(tr("Segment (no portrait)")),
            step=step_label("set_segment"),
        ),
        Row(
            "picture",
            tr("Picture"),
            lambda: PictureField(editor),
            verb=set_picture,
            step=step_label("choose_picture"),
        ),
        Row("colour", tr("Colour"), PersonaColourField, step=step_label("colour_persona")),
        Row("dash", tr("Curve"), lambda: ChoiceField(dashes), step=step_label("set_persona_curve")),
        (
            Row(
                "age",
                tr("Age"),
                lambda: NumberField(0, 150, or_none=tr("Not set")),
                step=step_label("set_persona_age"),
            ),
            Row("job_title", tr("Job title"), LineField, step=step_label("set_persona_job")),
        ),
        (
            Row("gender", tr("Gender"), LineField, step=step_label("set_persona_gender")),
            Row("sector", tr("Sector"), LineField, step=step_label("set_persona_sector")),
        ),
        Row("location", tr("Location"), LineField, step=step_label("set_persona_location")),
        (
            Row("education", tr("Education"), LineField, step=step_label("set_persona_education")),
            Row("income", tr("Income"), LineField, step=step_label("set_persona_income")),
        ),
        Row("email", tr("E-mail"), LineField, step=step_label("set_persona_email")),
        Row("website", tr("Website"), LineField, step=step_label("set_persona_website")),
        Row(
            "quote",
            tr("Quote"),
            lambda: TextField(tr("What they would say")),
            step=step_label("edit_persona_quote"),
        ),
        Row("background", tr("Background"), TextField, step=step_label("edit_persona_background")),
        Row(
            "goals", tr("Goals"), lambda: ListField(tr("One per line")), step=step_label("edit_persona_goals")
        ),
        Row(
            "motivations",
            tr("Motivations"),
            lambda: ListField(tr("One per line")),
            step=step_label("edit_persona_motivations"),
        ),
        Row(
            "needs", tr("Needs"), lambda: ListField(tr("One per line")), step=step_label("edit_persona_needs")
        ),
        Row(
            "frustrations",
            tr("Frustrations"),
            lambda: ListField(tr("One per line")),
            step=step_label("edit_persona_frustrations"),
        ),
        Row(
            "channels",
            tr("Channels"),
            lambda: ListField(tr("One per line")),
            step=step_label("edit_persona_channels"),
        ),
        Row("traits", tr("Traits"), TraitsField, step=step_label("edit_persona_traits")),
        Row(
            "facts",
            tr_context("facts of a persona", "More"),
            lambda: FactsField(tr("Name: text, one per line")),
            step=step_label("edit_persona_facts"),
        ),
    )


SUBJECT = Subject(Persona, lines, ("personas.show", "personas.export", "personas.delete"))
