"""A subject of the inspector: a kind of record, the rows of its form and the actions beside its heading."""

from collections.abc import Callable
from dataclasses import dataclass

from app.model.records import Record
from app.widgets.editor import Editor
from app.widgets.forms.form import Line


@dataclass(frozen=True, slots=True)
class Subject:
    record_type: type[Record]
    lines: Callable[[Editor], tuple[Line, ...]]
    actions: tuple[str, ...] = ()
