"""Verbs for the sizes of stages and sections."""

from app.model.change import Change
from app.model.document import Document
from app.model.labels import step_label
from app.model.records import Id, Section, Stage
from app.model.verbs.editing import set_fields

NARROWEST, WIDEST = 120.0, 6_000.0
"""Map units that a stage can be made wide."""
LOWEST, HIGHEST = 60.0, 10_000.0
"""Map units that a section can be made high."""


def resize(document: Document, line: Id, size: float | None) -> Change:
    """Make a stage so wide or a section so high, in map units and within what is sensible.

    None makes it as large as its content needs.
    """
    is_section = isinstance(document.find(line), Section)
    field = "height" if is_section else "width"
    if size is None:
        return set_fields(document, [line], step_label("fit"), **{field: None})
    label = step_label("resize", kind=Section.kind if is_section else Stage.kind)
    return set_fields(document, [line], label, **{field: round(bounded(size, is_section), 1)})


def bounded(size: float, is_section: bool) -> float:
    """The nearest size that a stage or section can be given."""
    least, most = (LOWEST, HIGHEST) if is_section else (NARROWEST, WIDEST)
    return min(max(size, least), most)
