"""The inspector's form for personas."""

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
        Row("name", "Name", lambda: LineField("Without a name"), step="Rename persona", for_one=True),
        Row("is_segment", "Segment", lambda: CheckField("A segment without a face"), step="Set segment"),
        Row("picture", "Picture", lambda: PictureField(editor), verb=set_picture),
        Row("colour", "Colour", PersonaColourField, step="Colour persona"),
        Row("dash", "Curve", lambda: ChoiceField(DASHES), step="Set persona curve"),
        (
            Row("age", "Age", lambda: NumberField(0, 150, or_none="Not said"), step="Set persona age"),
            Row("job_title", "Job title", LineField, step="Set persona job title"),
        ),
        (
            Row("gender", "Gender", LineField, step="Set persona gender"),
            Row("sector", "Sector", LineField, step="Set persona sector"),
        ),
        Row("location", "Location", LineField, step="Set persona location"),
        (
            Row("education", "Education", LineField, step="Set persona education"),
            Row("income", "Income", LineField, step="Set persona income"),
        ),
        Row("email", "E-mail", LineField, step="Set persona e-mail"),
        Row("website", "Website", LineField, step="Set persona website"),
        Row("quote", "Quote", lambda: TextField("What they would say"), step="Edit persona quote"),
        Row("background", "Background", TextField, step="Edit persona background"),
        Row("goals", "Goals", lambda: ListField("One a line"), step="Edit persona goals"),
        Row("motivations", "Motivations", lambda: ListField("One a line"), step="Edit persona motivations"),
        Row("needs", "Needs", lambda: ListField("One a line"), step="Edit persona needs"),
        Row(
            "frustrations", "Frustrations", lambda: ListField("One a line"), step="Edit persona frustrations"
        ),
        Row("channels", "Channels", lambda: ListField("One a line"), step="Edit persona channels"),
        Row("traits", "Traits", TraitsField, step="Edit persona traits"),
        Row("facts", "More", lambda: FactsField("Name: text, one a line"), step="Edit persona facts"),
    )


SUBJECT = Subject(Persona, lines, ("personas.show", "personas.export", "personas.delete"))
