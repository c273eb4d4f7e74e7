"""The inspector's form for personas."""

from app.language.phrases import tr, tr_context
from app.language.words import capitalised
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
        Row("name", tr("Name"), lambda: LineField(tr("Without a name")), step="Rename persona", for_one=True),
        Row("is_segment", tr("Segment"), lambda: CheckField(tr("Segment (no portrait)")), step="Set segment"),
        Row("picture", tr("Picture"), lambda: PictureField(editor), verb=set_picture),
        Row("colour", tr("Colour"), PersonaColourField, step="Colour persona"),
        Row("dash", tr("Curve"), lambda: ChoiceField(dashes), step="Set persona curve"),
        (
            Row("age", tr("Age"), lambda: NumberField(0, 150, or_none=tr("Not set")), step="Set persona age"),
            Row("job_title", tr("Job title"), LineField, step="Set persona job title"),
        ),
        (
            Row("gender", tr("Gender"), LineField, step="Set persona gender"),
            Row("sector", tr("Sector"), LineField, step="Set persona sector"),
        ),
        Row("location", tr("Location"), LineField, step="Set persona location"),
        (
            Row("education", tr("Education"), LineField, step="Set persona education"),
            Row("income", tr("Income"), LineField, step="Set persona income"),
        ),
        Row("email", tr("E-mail"), LineField, step="Set persona e-mail"),
        Row("website", tr("Website"), LineField, step="Set persona website"),
        Row("quote", tr("Quote"), lambda: TextField(tr("What they would say")), step="Edit persona quote"),
        Row("background", tr("Background"), TextField, step="Edit persona background"),
        Row("goals", tr("Goals"), lambda: ListField(tr("One per line")), step="Edit persona goals"),
        Row(
            "motivations",
            tr("Motivations"),
            lambda: ListField(tr("One per line")),
            step="Edit persona motivations",
        ),
        Row("needs", tr("Needs"), lambda: ListField(tr("One per line")), step="Edit persona needs"),
        Row(
            "frustrations",
            tr("Frustrations"),
            lambda: ListField(tr("One per line")),
            step="Edit persona frustrations",
        ),
        Row("channels", tr("Channels"), lambda: ListField(tr("One per line")), step="Edit persona channels"),
        Row("traits", tr("Traits"), TraitsField, step="Edit persona traits"),
        Row(
            "facts",
            tr_context("facts of a persona", "More"),
            lambda: FactsField(tr("Name: text, one per line")),
            step="Edit persona facts",
        ),
    )


SUBJECT = Subject(Persona, lines, ("personas.show", "personas.export", "personas.delete"))
