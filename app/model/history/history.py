"""The history of a project: every change in order, what can be undone, and what can be done again.

Nothing is taken off the history. To undo is one more step, which points at the step it takes back; so the
list of steps tells what the document was at any time, and what can be undone follows from it. A version is a
step as well: it changes nothing and gives the document of that moment a name. Only to thin out a history
(`app.model.history.thinning`) puts few steps in the place of many.

Document, history and whoever keeps the steps change together or not at all, whatever strikes in between: what
may fail is made ready first, then each goes from one state to the next by a single assignment.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic

from app.model.change import Change
from app.model.content import StaleChangeError
from app.model.document import Document
from app.model.history.log import Log, OpenMerge, Stack, popped
from app.model.history.steps import Act, Keeper, Performed, Step, Thinned, UnfitStepError
from app.model.history.strokes import Strokes
from app.model.labels import Label, plain_label
from app.model.listeners import notify, subscribe

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
        self._log = Log.of(steps, max((step.number for step in steps), default=0) + 1, {})
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
        return subscribe(self._listeners, listener)

    def subscribe_to_thinning(self, listener: ThinningListener) -> Callable[[], None]:
        """Have `listener` told when the history was thinned out. Returns what ends that."""
        return subscribe(self._thinning_listeners, listener)

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

    def happened(self, change: Change) -> None:
        """Keep what happened, as a step that nobody takes back: it is passed over by undo and redo.

        For records alone that no other step changes: whatever is undone must fit what there is. Raises
        ValueError for others.
        """
        if any(edit.record.undoable for edit in change):
            raise ValueError(f"{change.label}: this can be undone, so it is done")
        if change:
            self._begin(change, None, "happened")

    def end_merge(self) -> None:
        """End the growing of the last step: what comes next is a step of its own."""
        open_merge = self._log.open_merge
        if open_merge is not None:
            self._log.changes[open_merge.number] = open_merge.whole
            self._log = replace(self._log, open_merge=None)

    def undo(self) -> Change | None:
        """Take the last step back. Returns what that changed, or None where there is nothing to undo.

        Raises UnfitStepError where it is of an earlier session and was kept as what it cannot have been.
        """
        return self._turn("undo", self.undoable)

    def redo(self) -> Change | None:
        """Do the step again that was undone last. Returns what that changed, or None; raises as `undo`."""
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

    def _if_known(self, stack: Stack) -> Step | None:
        return stack[0] if stack is not None and stack[0].number >= self._first_known else None

    def versions(self) -> tuple[Step, ...]:
        """Every version, the oldest first."""
        return tuple(step for step in self.steps if step.act == "version")

    def thin(self, thinned: Thinned) -> None:
        """Put a thinned-out history in the place of this one. Nothing before can be undone any more."""
        self.end_merge()
        log = Log.of(thinned.steps, self._log.next_number, dict(thinned.changes))
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

    def _begin(self, change: Change, merge_key: Hashable, act: Act = "do") -> None:
        self.end_merge()
        self._mark_first()
        number = self._log.next_number
        step = Step(number, datetime.now(UTC), act, number, change.label)
        open_merge = None if merge_key is None else OpenMerge(merge_key, number, change)
        self._log.changes[number] = change
        self._perform(Performed(step, change, change), self._log.after(step, open_merge))

    def _extend(self, change: Change, open_merge: OpenMerge) -> None:
        step = popped(self._log.undoable)[0]
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
        if done.number not in self._log.changes:
            # What this session did fits, or there is a bug; what a file keeps may be anybody's.
            self._require_fit(change, act, done)
        self._mark_first()
        step = Step(self._log.next_number, datetime.now(UTC), act, done.number, done.label)
        self._perform(Performed(step, change, change), self._log.after(step))
        return change

    def _require_fit(self, change: Change, act: Act, step: Step) -> None:
        try:
            self.document.content.require_fit(change)
        except StaleChangeError as error:
            raise UnfitStepError(act, step.label) from error

    def _done(self, number: int) -> Change:
        """What a step of this session changed, or one of an earlier: those are not kept in memory."""
        open_merge = self._log.open_merge
        if open_merge is not None and open_merge.number == number:
            return open_merge.whole
        change = self._log.changes.get(number)
        return self._recall(number) if change is None else change

    def _perform(self, performed: Performed, log: Log) -> None:
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

    def _take(self, taken: Performed | Thinned, log: Log, applied: Change | None = None) -> None:
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
