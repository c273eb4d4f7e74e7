"""A form: rows as data, shown for one record or several of a kind, written through verbs as one types."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from operator import attrgetter, eq
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.language.phrases import tr
from app.model.change import Change, Edit
from app.model.document import Document
from app.model.labels import NO_LABEL, Label, step_label
from app.model.records import Id, Record
from app.model.verbs.editing import set_fields
from app.model.words import shortened
from app.session.editor import Editor
from app.session.large_changes import LARGE_CHANGE
from app.widgets.base.belonging import focus_proxy, set_buddy
from app.widgets.base.whole_words import wrapping
from app.widgets.forms.field import Field

_NO_SENTENCES = frozenset(
    (
        *("location", "gender", "income", "email", "website", "owner", "team", "source", "version"),
        *("link", "address", "unit", "document_kind", "words"),
    )
)
"""Fields for names, addresses and the like, which are in no dictionary."""
_FEW = 20
"""Edits up to which it costs less to see which fields they changed than to show them all again."""


@dataclass(frozen=True, slots=True)
class Row:
    """A field of a record: its name there, its label, what makes the control, and the step's label."""

    name: str
    label: str
    make: Callable[[], Field]
    step: Label = NO_LABEL
    tip: str = ""
    share: int = 1
    """How much of the width it takes beside others."""
    for_one: bool = False
    """Whether it is shown for a single record only."""
    is_for: Callable[[Record], bool] | None = None
    """For which records it is shown, where not for all; all that are selected must be such."""
    verb: Callable[[Document, tuple[Id, ...], Any], Change] | None = None
    """What makes the change, where that is more than setting the field."""

    @property
    def step_label(self) -> Label:
        return (
            self.step if self.step != NO_LABEL else step_label("set_field", text=shortened(str(self.label)))
        )


FormRow = Row | tuple[Row, ...]
"""A row, or several side by side."""

_CERTAIN_ROOM = 96
"""Logical pixels of a label in the narrowest panel, where two fields stand side by side."""


class Form(QWidget):
    """The rows for some records of a kind."""

    refused = Signal(str)
    """What was entered cannot be kept; the sentence says why."""

    def __init__(self, editor: Editor, lines: Sequence[FormRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.ids: tuple[Id, ...] = ()
        self._shown: frozenset[Id] = frozenset()
        self.fields: dict[str, Field] = {}
        self._rows: list[tuple[Row, QWidget]] = []
        self._is_merging = False
        self._waiting: Callable[[], None] | None = None
        """Writes what is being typed for very many records: not letter by letter, but once it is typed."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for line in lines:
            beside = QHBoxLayout()
            beside.setSpacing(8)
            for row in line if isinstance(line, tuple) else (line,):
                beside.addWidget(self._made(row), row.share)
            column.addLayout(beside)
        editor.changed.connect(self._follow)

    def show_records(self, ids: tuple[Id, ...]) -> None:
        """Show other records. The field with the caret ends its step first."""
        if ids != self.ids:
            self._write_what_waits()
            self._end_merge()
            for field in self.fields.values():
                field.begin_anew()
        self.ids, self._shown = ids, frozenset(ids)
        if not ids:
            return
        for row, _ in self._rows:
            self.fields[row.name].control.setEnabled(not self.editor.read_only)
        self._refresh()

    def focus_first(self) -> None:
        """Be ready to type over the first field."""
        field = self.fields[self._rows[0][0].name]
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.select_all()

    def focus_field(self, name: str) -> None:
        """Be ready to type over a field; over the first where there is none of that name."""
        if (field := self.fields.get(name)) is None or not field.isVisibleTo(self):
            self.focus_first()
            return
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.select_all()

    def _made(self, row: Row) -> QWidget:
        field = self.fields[row.name] = row.make()
        named = focus_proxy(field) or field.control
        named.setAccessibleName(row.label)
        field.control.setAccessibleName(row.label)
        field.name_parts(row.label)
        field.control.setToolTip(row.tip or _tip(row.label, field.control))
        field.edited.connect(lambda value: self._take(row, value))
        field.ended.connect(self._end)
        field.refused.connect(self.refused)
        if row.name not in _NO_SENTENCES:
            field.check_spelling(self.editor)
        _give_tip_to_parts(field)
        # In the form from the first: Qt dresses what gets another parent anew.
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if not field.has_own_label:
            label = QLabel(row.label, box)
            label.setProperty("role", "label")
            set_buddy(label, named)
            column.addWidget(wrapping(label, _CERTAIN_ROOM))
        column.addWidget(field)
        column.addStretch()
        self._rows.append((row, box))
        return box

    def _take(self, row: Row, value: object) -> None:
        """Write a value that was entered; for very many records under a bar, and no value half typed."""
        if len(self.ids) < LARGE_CHANGE:
            self._write(row, value, self.ids, self.fields[row.name].merges)
            return
        self._waiting = partial(self._write, row, value, self.ids, False)
        if not self.fields[row.name].merges:
            self._write_what_waits()

    def _write_what_waits(self) -> None:
        write, self._waiting = self._waiting, None
        if write is not None:
            write()

    def _write(self, row: Row, value: object, ids: tuple[Id, ...], merges: bool) -> None:
        if merges:
            self._is_merging = True
            self.editor.do(self._change(row, value, ids), (row.name, ids))
        else:
            self._is_merging = False
            self.editor.do_to(ids, partial(self._change, row, value, ids), str(row.step_label))
            self._refresh()

    def _change(self, row: Row, value: Any, ids: tuple[Id, ...]) -> Change:
        """What makes the value theirs; nothing where it cannot be kept."""
        try:
            if row.verb is not None:
                return row.verb(self.editor.document, ids, value)
            return set_fields(self.editor.document, ids, row.step_label, **{row.name: value})
        except ValidationError as error:
            self.refused.emit(_why(row.label, error))
            self._refresh()
            return Change(row.step_label, ())

    def _end(self) -> None:
        self._write_what_waits()
        self._end_merge()
        self._refresh()

    def _end_merge(self) -> None:
        """End the step that was typed here. Others may be growing one too, which is none of the form's."""
        if self._is_merging:
            self._is_merging = False
            self.editor.end_merge()

    def _follow(self, change: Change) -> None:
        edits = [edit for edit in change if edit.record.id in self._shown]
        if len(edits) > _FEW:
            self._refresh()
        elif edits:
            self._refresh(lambda name: any(_is_changed(edit, name) for edit in edits))

    def _refresh(self, wanted: Callable[[str], bool] = lambda _: True) -> None:
        records = [record for id in self.ids if (record := self.editor.document.find(id))]
        if records:
            self._show_rows_for(records)
            for row in (row for row, _ in self._rows if wanted(row.name)):
                self._show(self.fields[row.name], map(attrgetter(row.name), records))

    def _show_rows_for(self, records: Sequence[Record]) -> None:
        """Show the rows that are for all of these records."""
        for row, box in self._rows:
            is_hidden = row.for_one and len(records) > 1
            if row.is_for is not None and not is_hidden:
                is_hidden = not all(map(row.is_for, records))
            # Asked first: to show what is shown takes Qt a look at all that lies around it.
            if box.isHidden() != is_hidden:
                box.setHidden(is_hidden)

    def _show(self, field: Field, values: Iterator[Any]) -> None:
        """Show a value; looks no farther than the first that differs."""
        first = next(values)
        if all(map(eq, values, repeat(first))):
            field.show_value(first)
        else:
            field.show_mixed()


def _is_changed(edit: Edit, name: str) -> bool:
    before, after = edit
    return before is None or after is None or getattr(before, name) != getattr(after, name)


def _why(label: str, error: ValidationError) -> str:
    """Why something that was entered cannot be kept."""
    first = error.errors(include_url=False, include_input=False)[0]
    match first["type"]:
        case "too_long":
            return tr("{field}: up to {most} can be kept.", field=label, most=first["ctx"]["max_length"])
        case "string_too_long":
            most = first["ctx"]["max_length"]
            return tr("{field}: a text takes up to {most} characters.", field=label, most=most)
        case _:
            return tr("{field}: this cannot be kept, so it stays as it was.", field=label)


def _tip(label: str, control: QWidget) -> str:
    """What a field is for: its label with what stands in it while it is empty."""
    hint = str(control.property("placeholderText") or "")
    return tr("{field}: {hint}", field=label, hint=hint) if hint else label


def _give_tip_to_parts(field: Field) -> None:
    """Let what a field is made of say what the whole does, where it has nothing of its own to say."""
    for part in field.control.findChildren(QWidget):
        if not part.toolTip() and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
            part.setToolTip(field.control.toolTip())
