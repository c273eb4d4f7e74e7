"""The inspector's form for personas."""

from app.model.labels import step_label
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

DASHES = ((None, "Whose turn it is"), ("solid", "Solid"), ("dashed", "Dashed"), ("dotted", "Dotted"),
          ("dash-dot", "Dash and dot"), ("long dashes", "Long dashes"))  # fmt: skip


def lines(editor: Editor) -> tuple[FormRow, ...]:
    return (
        Row(
            "name",
            "Name",
            lambda: LineField("Without a name"),
            step=step_label("rename", kind=Persona.kind),
            for_one=True,
        ),
        Row(
            "is_segment",
            "Segment",
            lambda: CheckField("A segment without a face"),
            step=step_label("set_segment"),
        ),
        Row(
            "picture",
            "Picture",
            lambda: PictureField(editor),
            step=step_label("choose_picture"),
            verb=set_picture,
        ),
        Row("colour", "Colour", PersonaColourField, step=step_label("colour_persona")),
        Row("dash", "Curve", lambda: ChoiceField(DASHES), step=step_label("set_persona_curve")),
        (
            Row(
                "age",
                "Age",
                lambda: NumberField(0, 150, or_none="Not said"),
                step=step_label("set_persona_age"),
            ),
            Row("job_title", "Job title", LineField, step=step_label("set_persona_job")),
        ),
        (
            Row("gender", "Gender", LineField, step=step_label("set_persona_gender")),
            Row("sector", "Sector", LineField, step=step_label("set_persona_sector")),
        ),
        Row("location", "Location", LineField, step=step_label("set_persona_location")),
        (
            Row("education", "Education", LineField, step=step_label("set_persona_education")),
            Row("income", "Income", LineField, step=step_label("set_persona_income")),
        ),
        Row("email", "E-mail", LineField, step=step_label("set_persona_email")),
        Row("website", "Website", LineField, step=step_label("set_persona_website")),
        Row(
            "quote", "Quote", lambda: TextField("What they would say"), step=step_label("edit_persona_quote")
        ),
        Row("background", "Background", TextField, step=step_label("edit_persona_background")),
        Row("goals", "Goals", lambda: ListField("One a line"), step=step_label("edit_persona_goals")),
        Row(
            "motivations",
            "Motivations",
            lambda: ListField("One a line"),
            step=step_label("edit_persona_motivations"),
        ),
        Row("needs", "Needs", lambda: ListField("One a line"), step=step_label("edit_persona_needs")),
        Row(
            "frustrations",
            "Frustrations",
            lambda: ListField("One a line"),
            step=step_label("edit_persona_frustrations"),
        ),
        Row(
            "channels", "Channels", lambda: ListField("One a line"), step=step_label("edit_persona_channels")
        ),
        Row("traits", "Traits", TraitsField, step=step_label("edit_persona_traits")),
        Row(
            "facts",
            "More",
            lambda: FactsField("Name: text, one a line"),
            step=step_label("edit_persona_facts"),
        ),
    )


SUBJECT = Subject(Persona, lines, ("personas.show", "personas.export", "personas.delete"))
