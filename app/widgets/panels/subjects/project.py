"""The inspector's form for what holds for the whole project: shown below that of the map."""

from app.language.catalogues import languages
from app.language.own_names import own_name
from app.language.phrases import tr
from app.model.labels import step_label
from app.widgets.forms.choice_fields import ChoiceField
from app.widgets.forms.form import FormRow, Row
from app.widgets.forms.text_fields import ListField


def lines() -> tuple[FormRow, ...]:
    choices = [(language, own_name(language)) for language in languages()]
    return (
        Row(
            "language",
            tr("Language"),
            lambda: ChoiceField(choices),
            step=step_label("set_language"),
            tip=tr("In which the fixed words, numbers and dates on maps and posters are"),
        ),
        Row(
            "words",
            tr("Words of this project"),
            lambda: ListField(tr("Right though in no dictionary, one per line"), lines=1),
            step=step_label("set_words"),
        ),
    )
