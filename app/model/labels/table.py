"""Every code that a label may have, with what it says. Files hold them, so none is ever renamed."""

from app.model.labels.fields import FIELDS
from app.model.labels.records import RECORD_LABELS
from app.model.labels.steps import STEPS
from app.model.labels.words import Words

LABELS: dict[str, Words] = {**RECORD_LABELS, **FIELDS, **STEPS}
