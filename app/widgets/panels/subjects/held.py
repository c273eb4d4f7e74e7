"""The inspector's forms for what stands in cells: for each kind of section what that says of it."""

from functools import partial

from app.drawing.sections import SECTION_KINDS
from app.drawing.sections.kind import SectionKind
from app.model.kinds import Held, content_of
from app.widgets.forms.built import lines_of
from app.widgets.panels.subjects.subject import Subject


def _subject(kind: SectionKind, record_type: type[Held]) -> Subject:
    return Subject(record_type, partial(lines_of, kind.form), kind.actions, kind.name)


SUBJECTS = tuple(
    _subject(kind, record_type)
    for kind in SECTION_KINDS
    if (record_type := content_of(kind.name).holds) is not None
)
