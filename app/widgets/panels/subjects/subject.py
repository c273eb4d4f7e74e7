"""A subject of the inspector: a kind of record, the rows of its form and the actions beside its heading."""

from collections.abc import Callable
from dataclasses import dataclass

from app.drawing.sections import kind_reading
from app.model.document import Document
from app.model.records import EmotionPoint, Entry, Note, Record
from app.session.editor import Editor
from app.widgets.forms.form import FormRow


@dataclass(frozen=True, slots=True)
class Subject:
    record_type: type[Record]
    lines: Callable[[Editor], tuple[FormRow, ...]]
    actions: tuple[str, ...] = ()
    section_kind: str = ""
    """Of what stands in cells: the kind of section by which it is read."""

    def fits(self, document: Document, record: Record) -> bool:
        """Whether its form is for a record."""
        if type(record) is not self.record_type:
            return False
        if not isinstance(record, Note | EmotionPoint | Entry):
            return True
        return kind_reading(document, record).name == self.section_kind
