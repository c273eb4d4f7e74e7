"""A subject of the inspector: a kind of record, the rows of its form and the actions beside its heading."""

from collections.abc import Callable
from dataclasses import dataclass

from app.model.document import Document
from app.model.records import Entry, Record, Section
from app.session.editor import Editor
from app.widgets.forms.form import Line


@dataclass(frozen=True, slots=True)
class Subject:
    record_type: type[Record]
    lines: Callable[[Editor], tuple[Line, ...]]
    actions: tuple[str, ...] = ()
    section_kind: str = ""
    """Of entries: the kind of section that they stand in."""

    def fits(self, document: Document, record: Record) -> bool:
        """Whether its form is for a record."""
        if type(record) is not self.record_type:
            return False
        if not self.section_kind or not isinstance(record, Entry):
            return True
        return document.get(Section, record.section).section_kind == self.section_kind
