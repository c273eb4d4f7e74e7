"""The Change: the one idea that carries editing, undo, saving, refreshing the screen and history."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from app.model.labels import Label
from app.model.records import Id, Note, Record


class Edit(NamedTuple):
    """One record before and after: created where `before` is None, deleted where `after` is."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is after, or, where it is deleted, as it was."""
        record = self.after or self.before
        assert record is not None
        return record


@dataclass(frozen=True, slots=True)
class Change:
    """What a verb does to a document, each record at most once, with what it is called ("Move 3 notes")."""

    label: Label
    edits: tuple[Edit, ...]

    def __bool__(self) -> bool:
        return bool(self.edits)

    def __iter__(self) -> Iterator[Edit]:
        return iter(self.edits)

    @property
    def record_count(self) -> int:
        """How many records it works on. A text that changes counts twice, for it is set anew."""
        return len(self.edits) + sum(_text(edit.before) != _text(edit.after) for edit in self.edits)

    def inverse(self) -> "Change":
        return Change(self.label, tuple(Edit(edit.after, edit.before) for edit in reversed(self.edits)))

    def then(self, later: "Change", label: Label | None = None) -> "Change":
        """This change and a later one as a single change, under this one's label unless another is given."""
        return Change(label or self.label, tuple(_net((*self.edits, *later.edits))))


def joined(edits: Iterable[Edit], label: Label) -> Change:
    """Edits made one after another as one change."""
    return Change(label, tuple(_net(tuple(edits))))


def _net(edits: tuple[Edit, ...]) -> Iterator[Edit]:
    first: dict[Id, Record | None] = {}
    last: dict[Id, Record | None] = {}
    for edit in edits:
        first.setdefault(edit.record.id, edit.before)
        last[edit.record.id] = edit.after
    return (Edit(first[id], last[id]) for id in last if first[id] != last[id])


def _text(record: Record | None) -> str:
    return record.text if isinstance(record, Note) else ""
