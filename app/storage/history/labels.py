"""Labels of steps as the file has them: JSON, which is text or a code with values.

What comes from outside is a label in any case: JSON that tells none is taken as the text that it is.
"""

from app.model.exchange.plain_json import parsed
from app.model.labels import Label
from app.model.upgrades import STEP, upgraded
from app.storage.history.payload import as_json

CODED = 3
"""The first schema whose rows have labels as JSON; before, they were sentences in English."""


def stored_label(label: Label) -> str:
    """A label as its row has it."""
    return as_json(label.form).decode()


def form_in(stored: object) -> object:
    """The form of a label in a row; what is no text is no label, and stays."""
    if not isinstance(stored, str):
        return stored
    try:
        found = parsed(stored)
    except ValueError:
        return stored
    return found if isinstance(found, str | dict) else stored


def new_form(act: object, stored: object, schema: int) -> object:
    """The form of a label in a row of an older schema, as the newest has it."""
    form = form_in(stored) if schema >= CODED else stored
    return upgraded(STEP, {"act": act, "label": form}, schema)["label"]


def length_of(form: object) -> int:
    """How long a label is, in letters."""
    return len(form) if isinstance(form, str) else len(as_json(form).decode())
