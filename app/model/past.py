"""The document as it was: rebuilt from the history, moved from step to step, and compared with another."""

from dataclasses import dataclass

from app.model.change import Change, Edit, joined
from app.model.document import Document
from app.model.history import History, Step
from app.model.records import Id, Note


class Past:
    """A document of its own that can be what the project was after any of its steps.

    `at` is how many steps it has: all of them at first. Steps taken meanwhile are not followed.
    """

    def __init__(self, history: History) -> None:
        self.document = history.document.copy()
        self.steps = history.steps
        self.at = len(self.steps)
        self._history = history

    @property
    def step(self) -> Step | None:
        """The last step that the document has; none before the first."""
        return self.steps[self.at - 1] if self.at else None

    def go_to(self, at: int) -> None:
        """Have the document be what it was after so many steps, from 0 for before the first."""
        target = max(0, min(at, len(self.steps)))
        edits: list[Edit] = []
        while self.at > target:
            self.at -= 1
            edits += self._history.change_of(self.steps[self.at]).inverse()
        while self.at < target:
            edits += self._history.change_of(self.steps[self.at])
            self.at += 1
        change = joined(edits, "Show the past")
        if change:
            self.document.apply(change)


def document_at(history: History, step: Step) -> Document:
    """The document as it was right after a step."""
    past = Past(history)
    past.go_to(past.steps.index(step) + 1)
    return past.document


def difference(before: Document, after: Document, label: str) -> Change:
    """What makes one document of the other."""
    edits = [Edit(before.find(record.id), record) for record in after if before.find(record.id) != record]
    edits += [Edit(record, None) for record in before if record.id not in after]
    return Change(label, tuple(edits))


def go_back(history: History, document: Document, name: str) -> Change:
    """Make the project what it was, as one more step that undo takes back. Marks a version before."""
    change = difference(history.document, document, f"Go back to {name}")
    if change:
        history.mark(f"Before going back to {name}")
        history.do(change)
    return change


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the notes from one version to another, each note in one list at most."""

    added: tuple[Id, ...] = ()
    removed: tuple[Id, ...] = ()
    moved: tuple[Id, ...] = ()
    """To another cell, perhaps changed as well."""
    changed: tuple[Id, ...] = ()
    """In the same cell, with another text, colour or the like."""

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.removed or self.moved or self.changed)


def compared(before: Document, after: Document) -> Comparison:
    """What became of the notes. To stand at another position of the same cell counts as nothing."""
    old = {note.id: note for note in before.all(Note)}
    new = {note.id: note for note in after.all(Note)}
    both = [(old[id], note) for id, note in new.items() if id in old]
    return Comparison(
        added=tuple(id for id in new if id not in old),
        removed=tuple(id for id in old if id not in new),
        moved=tuple(note.id for was, note in both if was.place != note.place),
        changed=tuple(note.id for was, note in both if was.place == note.place and _differ(was, note)),
    )


def _differ(was: Note, note: Note) -> bool:
    return was.changed(position=note.position) != note
