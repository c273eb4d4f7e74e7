"""The history of a project: every change in order, what can be undone, and what can be done again.

Nothing is taken off the history. To undo is one more step, which points at the step it takes back; so the
list of steps tells what the document was at any time, and what can be undone follows from it. A version is a
step as well: it changes nothing and gives the document of that moment a name. Only to thin out a history
(`app.model.history.thinning`) puts few steps in the place of many.

Document, history and whoever keeps the steps change together or not at all, whatever strikes in between: what
may fail is made ready first, then each goes from one state to the next by a single assignment.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from time import monotonic
from typing import Literal, NamedTuple, Protocol, TypeAlias

from app.model.change import Change
from app.model.document import Document
from app.model.history.strokes import Strokes
from app.model.labels import Label, plain_label
from app.model.listeners import notify

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
    label: Label


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


class Keeper(Protocol):
    """Whoever keeps the steps, as the writer of a file does. What it took has happened, and nothing else."""

    def put(self, taken: Performed | Thinned) -> None:
        """Take a step, at once or not at all."""

    def has(self, taken: Performed | Thinned) -> bool:
        """Whether it was taken: asked where `put` or what came after was interrupted."""


Listener = Callable[[Performed], None]
ThinningListener = Callable[[Thinned], None]
Recall = Callable[[int], Change]


class _Unkept:
    """Keeps nothing: the steps of a document without a file."""

    _last: Performed | Thinned | None = None

    def put(self, taken: Performed | Thinned) -> None:
        self._last = taken

    def has(self, taken: Performed | Thinned) -> bool:
        return self._last is taken


class _OpenMerge(NamedTuple):
    """The last step while it may become more: what grows alike, and what the step is so far."""

    key: Hashable
    number: int
    whole: Change


_Stack: TypeAlias = "tuple[Step, _Stack] | None"
"""Steps one upon the other, linked, so that to push or pop makes a new one and leaves the old as it is."""


@dataclass(frozen=True, slots=True)
class _Log:
    """All that a history is at one moment."""

    steps: tuple[Step, ...] = ()
    undoable: _Stack = None
    redoable: _Stack = None
    open_merge: _OpenMerge | None = None
    next_number: int = 1
    changes: dict[int, Change] = field(default_factory=dict)
    """Those of this session, by number. One that belongs to no step does no harm."""

    @classmethod
    def of(cls, steps: tuple[Step, ...], next_number: int, changes: dict[int, Change]) -> "_Log":
        undoable: _Stack = None
        redoable: _Stack = None
        for step in steps:
            undoable, redoable = _stacked(step, undoable, redoable)
        return cls(steps, undoable, redoable, None, next_number, changes)

    def after(self, step: Step, open_merge: _OpenMerge | None = None) -> "_Log":
        """The same with one more step."""
        undoable, redoable = _stacked(step, self.undoable, self.redoable)
        return _Log((*self.steps, step), undoable, redoable, open_merge, step.number + 1, self.changes)

    def without(self, step: Step) -> "_Log":
        """The same without the last step that can be undone."""
        assert self.undoable is not None
        steps = tuple(each for each in self.steps if each is not step)
        # No step is left of it, so neither is its number: a hole tells that steps are missing.
        return replace(self, steps=steps, undoable=self.undoable[1], open_merge=None, next_number=step.number)


def _stacked(step: Step, undoable: _Stack, redoable: _Stack) -> tuple[_Stack, _Stack]:
    """What can be undone and done again after one more step."""
    if step.act == "do":
        return (step, undoable), None
    if step.act == "undo":
        undone, rest = _popped(undoable)
        return rest, (undone, redoable)
    if step.act == "redo":
        redone, rest = _popped(redoable)
        return (redone, undoable), rest
    return (None, None) if step.act == "thinned" else (undoable, redoable)


def _popped(stack: _Stack) -> "tuple[Step, _Stack]":
    if stack is None:
        raise IndexError("a step was undone or done again that is not there")
    return stack


def _no_recall(number: int) -> Change:
    raise KeyError(number)


class History:
    """Makes changes to a document and can take them back.

    `recorded` are the steps of earlier sessions, whose changes `recall` fetches by number when needed.
    `clock` counts the seconds by which a pause in typing is known.
    """

    def __init__(
        self,
        document: Document,
        recorded: Iterable[Step] = (),
        recall: Recall = _no_recall,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.document = document
        steps = tuple(recorded)
        self._log = _Log.of(steps, max((step.number for step in steps), default=0) + 1, {})
        self._recall = recall
        self._keeper: Keeper = _Unkept()
        self._strokes = Strokes(clock)
        self._listeners: list[Listener] = []
        self._thinning_listeners: list[ThinningListener] = []
        self._first_version: Label | None = None
        self._first_known = 0

    def keep_with(self, keeper: Keeper) -> Callable[[], None]:
        """Have every step kept from now on: none is taken that `keeper` has not. Returns what ends that."""
        self._keeper = keeper
        return self._keep_no_more

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
        return self._log.steps

    @property
    def changes(self) -> Mapping[int, Change]:
        """Those that are in memory, by the number of their step: what this session did."""
        open_merge = self._log.open_merge
        return self._log.changes | ({} if open_merge is None else {open_merge.number: open_merge.whole})

    @property
    def undoable(self) -> Step | None:
        """What `undo` would take back."""
        return self._if_known(self._log.undoable)

    @property
    def redoable(self) -> Step | None:
        """What `redo` would do again."""
        return self._if_known(self._log.redoable)

    def do(self, change: Change, merge_key: Hashable = None) -> None:
        """Make a change, as a step of its own; or as more of the last step, where `merge_key` is the same.

        Of a text, a step grows by the letters of one word only (see `app.model.history.strokes`).
        """
        if not change:
            return
        open_merge = self._log.open_merge
        goes_on = merge_key is not None and self._strokes.goes_on(change)
        if goes_on and open_merge is not None and merge_key == open_merge.key:
            self._extend(change, open_merge)
        else:
            self._begin(change, merge_key)

    def end_merge(self) -> None:
        """End the growing of the last step: what comes next is a step of its own."""
        open_merge = self._log.open_merge
        if open_merge is not None:
            self._log.changes[open_merge.number] = open_merge.whole
            self._log = replace(self._log, open_merge=None)

    def undo(self) -> Change | None:
        """Take the last step back. Returns what that changed, or None where there is nothing to undo."""
        return self._turn("undo", self.undoable)

    def redo(self) -> Change | None:
        """Do the step again that was undone last. Returns what that changed, or None."""
        return self._turn("redo", self.redoable)

    def mark(self, name: str | Label) -> Step:
        """Give the document as it is now a name: a version, to be gone back to."""
        self.end_merge()
        self._first_version = None
        return self._mark(plain_label(name) if isinstance(name, str) else name, datetime.now(UTC))

    def mark_before_next(self, name: Label) -> None:
        """Mark a version before the next step, unless what there is now is one already."""
        if self.steps and self.steps[-1].act != "version":
            self.end_merge()
            self._first_version = name

    def know_from(self, number: int) -> None:
        """Neither undo nor do again what was done before a step: whoever keeps the history has lost it."""
        self._first_known = number

    def _if_known(self, stack: _Stack) -> Step | None:
        return stack[0] if stack is not None and stack[0].number >= self._first_known else None

    def versions(self) -> tuple[Step, ...]:
        """Every version, the oldest first."""
        return tuple(step for step in self.steps if step.act == "version")

    def thin(self, thinned: Thinned) -> None:
        """Put a thinned-out history in the place of this one. Nothing before can be undone any more."""
        self.end_merge()
        log = _Log.of(thinned.steps, self._log.next_number, dict(thinned.changes))
        try:
            self._take(thinned, log)
        finally:
            if self._log is log:
                notify(self._thinning_listeners, thinned)

    def change_of(self, step: Step) -> Change:
        """The change of a step as it was applied: for an undo, the inverse of the step it took back."""
        if step.act == "version":
            return Change(step.label, ())
        change = self._done(step.of)
        return change.inverse() if step.act == "undo" else change

    def _mark(self, name: Label, at: datetime) -> Step:
        number = self._log.next_number
        step = Step(number, at, "version", number, name)
        nothing = Change(name, ())
        self._perform(Performed(step, nothing, nothing), self._log.after(step))
        return step

    def _mark_first(self) -> None:
        if self._first_version is not None:
            self._mark(self._first_version, datetime.now(UTC))
            self._first_version = None

    def _begin(self, change: Change, merge_key: Hashable) -> None:
        self.end_merge()
        self._mark_first()
        number = self._log.next_number
        step = Step(number, datetime.now(UTC), "do", number, change.label)
        open_merge = None if merge_key is None else _OpenMerge(merge_key, number, change)
        self._log.changes[number] = change
        self._perform(Performed(step, change, change), self._log.after(step, open_merge))

    def _extend(self, change: Change, open_merge: _OpenMerge) -> None:
        step = _popped(self._log.undoable)[0]
        whole = open_merge.whole.then(change)
        grown = (
            replace(self._log, open_merge=open_merge._replace(whole=whole))
            if whole
            else self._log.without(step)
        )
        self._perform(Performed(step, change, whole), grown)

    def _turn(self, act: Act, done: Step | None) -> Change | None:
        self.end_merge()
        if done is None:
            return None
        change = self._done(done.number)
        change = change.inverse() if act == "undo" else change
        self._mark_first()
        step = Step(self._log.next_number, datetime.now(UTC), act, done.number, done.label)
        self._perform(Performed(step, change, change), self._log.after(step))
        return change

    def _done(self, number: int) -> Change:
        """What a step of this session changed, or one of an earlier: those are not kept in memory."""
        open_merge = self._log.open_merge
        if open_merge is not None and open_merge.number == number:
            return open_merge.whole
        change = self._log.changes.get(number)
        return self._recall(number) if change is None else change

    def _perform(self, performed: Performed, log: _Log) -> None:
        try:
            self._take(performed, log, performed.applied)
        finally:
            # Whatever struck: what has happened is told of.
            if self._log is log:
                try:
                    if performed.applied:
                        self.document.notify(performed.applied)
                finally:
                    notify(self._listeners, performed)

    def _take(self, taken: Performed | Thinned, log: _Log, applied: Change | None = None) -> None:
        """Change the document, go on in the history and have the step kept: all of that, or nothing.

        Only the keeper knows which, as an error may strike when it has just taken the step.
        """
        document = self.document
        before = self._log, document.content
        after = log, document.content.changed(applied) if applied else document.content
        try:
            self._log, document.content = after
            self._keeper.put(taken)
        except BaseException:
            self._log, document.content = after if self._keeper.has(taken) else before
            raise

    def _keep_no_more(self) -> None:
        self._keeper = _Unkept()
