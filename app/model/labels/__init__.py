"""What steps are called: a code with values, said as a sentence in the language that is spoken."""

from app.model.labels.label import (
    NO_LABEL,
    Label,
    before_label,
    label_of,
    plain_label,
    records_label,
    step_label,
)
from app.model.labels.table import LABELS

__all__ = [
    "LABELS",
    "NO_LABEL",
    "Label",
    "before_label",
    "label_of",
    "plain_label",
    "records_label",
    "step_label",
]
