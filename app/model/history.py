"""The history of a project: every change in order, what can be undone, and what can be done again.

Nothing is taken off the history. To undo is one more step, which points at the step it takes back; so the
list of steps tells what the document was at any time, and what can be undone follows from it. A version is a
step as well: it changes nothing and gives the document of that moment a name. Only to thin out a history
(`app.model.thinning`) puts few steps in the place of many.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from app.model.change import Change
from app.model.document import Document

Act = Literal["do", "undo", "redo", "version", "thinned"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: something done, the step `of` undone or redone, or a version, whose `label` is its name.

    A "thinned" one stands for the many that there were, and cannot be undone. Numbers grow, with gaps.
    """

    number: int
    at: datetime
    act: Act
    of: int
    label: str


@dataclass(frozen=True, slots=True)
class Performed:
    """A step just taken, for whoever keeps it.

    `applied` is what changed in the document. `whole` is the change that the step stands for: more than
    `applied` where a step grew (a word typed letter by letter), empty where nothing of it is left.
    """

    step: Step
    applied: Change
    whole: Change

    @property
    def is_kept(self) -> bool:
        """Whether the step is still one: what grew back to nothing is not."""
        return bool(self.whole) or self.step.act == "version"


@dataclass(frozen=True, slots=True)
class Thinned:
    """A thinned-out history: all that it is from now on, with the changes of those steps that have one."""

    steps: tuple[Step, ...]
    changes: Mapping[int, Change]


Listener = Callable[[Performed], None]
ThinningListener = Callable[[Thinned], None]
Recall = Callable[[int], Change]


def _no_past(number: int) -> Change:
    raise KeyError(number)


class History:
    """Makes changes to a document and can take them back.

    `past` are the steps of earlier sessions, whose changes `recall` fetches by number when they are needed.
    """

    def __init__(self, document: Document, past: Iterable[Step] = (), recall: Recall = _no_past) -> None:
        self.document = document
        self._steps: list[Step] = list(past)
        self._recall = recall
        self._changes: dict[int, Change] = {}
        self._undoable: list[Step] = []
        self._redoable: list[Step] = []
        self._growing: Hashable = None
        self._listeners: list[Listener] = []
        self._thinning_listeners: list[ThinningListener] = []
        self._first_version: str | None = None
        self._next_number = max((step.number for step in self._steps), default=0) + 1
        for step in self._steps:
            self._stack(step)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have `listener` told of every step after it was taken. Returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def subscribe_to_thinning(self, listener: ThinningListener) -> Callable[[], None]:
        """Have `listener` told when the history was thinned out. Returns what ends that."""
        self._thinning_listeners.append(listener)
        return lambda: self._thinning_listeners.remove(listener)

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(self._steps)

    @property
    def changes(self) -> Mapping[int, Change]:
        """Those that are in memory, by the number of their step: what this session did."""
        return dict(self._changes)

    @property
    def undoable(self) -> Step | None:
        """What `undo` would take back."""
        return self._undoable[-1] if self._undoable else None

    @property
    def redoable(self) -> Step | None:
        """What `redo` would do again."""
        return self._redoable[-1] if self._redoable else None

    def do(self, change: Change, grows: Hashable = None) -> None:
        """Make a change, as a step of its own; or as more of the last step, where both `grows` alike."""
        if not change:
            return
        if grows is not None and grows == self._growing and self._undoable:
            self._grow(change)
        else:
            self._begin(change)
            self._growing = grows

    def seal(self) -> None:
        """End the growing of the last step: what comes next is a step of its own."""
        self._growing = None

    def undo(self) -> Change | None:
        """Take the last step back. Returns what that changed, or None where there is nothing to undo."""
        return self._turn("undo", self.undoable)

    def redo(self) -> Change | None:
        """Do the step again that was undone last. Returns what that changed, or None."""
        return self._turn("redo", self.redoable)

    def mark(self, name: str) -> Step:
        """Give the document as it is now a name: a version, to be gone back to."""
        self.seal()
        self._first_version = None
        return self._mark(name, datetime.now(UTC))

    def mark_before_next(self, name: str) -> None:
        """Mark a version before the next step, unless what there is now is one already."""
        if self._steps and self._steps[-1].act != "version":
            self.seal()
            self._first_version = name

    def versions(self) -> tuple[Step, ...]:
        """Every version, the oldest first."""
        return tuple(step for step in self._steps if step.act == "version")

    def thin(self, thinned: Thinned) -> None:
        """Put a thinned-out history in the place of this one. Nothing before can be undone any more."""
        self.seal()
        self._steps = list(thinned.steps)
        self._changes = dict(thinned.changes)
        self._undoable.clear()
        self._redoable.clear()
        for step in self._steps:
            self._stack(step)
        for listener in tuple(self._thinning_listeners):
            listener(thinned)

    def change_of(self, step: Step) -> Change:
        """The change of a step as it was applied: for an undo, the inverse of the step it took back."""
        if step.act == "version":
            return Change(step.label, ())
        change = self._done(step.of)
        return change.inverse() if step.act == "undo" else change

    def _mark(self, name: str, at: datetime) -> Step:
        number = self._take_number()
        step = Step(number, at, "version", number, name)
        self._steps.append(step)
        nothing = Change(name, ())
        self._tell(Performed(step, nothing, nothing))
        return step

    def _mark_first(self) -> None:
        if self._first_version is not None:
            name, self._first_version = self._first_version, None
            self._mark(name, datetime.now(UTC))

    def _begin(self, change: Change) -> None:
        self._mark_first()
        self.document.apply(change)
        number = self._take_number()
        step = Step(number, datetime.now(UTC), "do", number, change.label)
        self._changes[number] = change
        self._steps.append(step)
        self._stack(step)
        self._tell(Performed(step, change, change))

    def _grow(self, change: Change) -> None:
        self.document.apply(change)
        step = self._undoable[-1]
        whole = self._done(step.number).then(change)
        self._changes[step.number] = whole
        if not whole:
            self.seal()
            self._undoable.pop()
            self._steps.remove(step)
            # No step is left of it, so neither is its number: a hole tells that steps are missing.
            self._next_number = step.number
        self._tell(Performed(step, change, whole))

    def _turn(self, act: Act, done: Step | None) -> Change | None:
        self.seal()
        if done is None:
            return None
        change = self._done(done.number)
        change = change.inverse() if act == "undo" else change
        self._mark_first()
        self.document.apply(change)
        step = Step(self._take_number(), datetime.now(UTC), act, done.number, done.label)
        self._steps.append(step)
        self._stack(step)
        self._tell(Performed(step, change, change))
        return change

    def _stack(self, step: Step) -> None:
        if step.act == "do":
            self._undoable.append(step)
            self._redoable.clear()
        elif step.act == "undo":
            self._redoable.append(self._undoable.pop())
        elif step.act == "redo":
            self._undoable.append(self._redoable.pop())
        elif step.act == "thinned":
            self._undoable.clear()
            self._redoable.clear()

    def _done(self, number: int) -> Change:
        """What a step of this session changed, or one of an earlier: those are not kept in memory."""
        change = self._changes.get(number)
        return self._recall(number) if change is None else change

    def _take_number(self) -> int:
        self._next_number += 1
        return self._next_number - 1

    def _tell(self, performed: Performed) -> None:
        for listener in tuple(self._listeners):
            listener(performed)
