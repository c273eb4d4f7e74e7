"""Thinning out a history: what was done from one version to the next becomes one step."""

from collections.abc import Generator
from itertools import pairwise

from app.model.change import Change, Edit, joined
from app.model.history.history import History
from app.model.history.steps import Step, Thinned
from app.model.labels import NO_LABEL, step_label

_AT_ONCE = 50
"""Steps that are gone through between two looks up."""
_EDITS_AT_ONCE = 4000
"""Edits that are kept before they are joined: a long history must not fill the memory."""


def thinning(history: History) -> Generator[float, None, Thinned]:
    """The history with its versions and what the project is now alone. Yields how far it is, 0 … 1.

    Changes nothing itself: that is `History.thin`.
    """
    steps: list[Step] = []
    changes: dict[int, Change] = {}
    since = _Since()
    for number, step in enumerate(history.steps):
        if step.act == "version":
            since.close(steps, changes)
            steps.append(step)
        else:
            since.add(step, history.change_of(step))
        if number % _AT_ONCE == 0:
            yield number / len(history.steps)
    since.close(steps, changes)
    return Thinned(tuple(steps), changes)


def thinned(history: History) -> Thinned:
    """The same at once."""
    steps = thinning(history)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Thinned = end.value
            return made


def is_worth_thinning(history: History) -> bool:
    """Whether there are steps that could become one: two in a row that are no versions."""
    steps = history.steps
    return any("version" not in (before.act, step.act) for before, step in pairwise(steps))


class _Since:
    """What was done since the last version."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._edits: list[Edit] = []
        self._most = _EDITS_AT_ONCE

    def add(self, step: Step, change: Change) -> None:
        self._steps.append(step)
        self._edits += change
        if len(self._edits) > self._most:
            self._edits = [*joined(self._edits, NO_LABEL)]
            self._most = 2 * len(self._edits) + _EDITS_AT_ONCE

    def close(self, steps: list[Step], changes: dict[int, Change]) -> None:
        """Put one step in the place of these, and begin anew."""
        if len(self._steps) == 1 and self._steps[0].act in ("do", "thinned", "happened"):
            (step,) = self._steps
            steps.append(step)
            changes[step.number] = Change(step.label, tuple(self._edits))
        else:
            label = step_label("thinned", count=len(self._steps))
            if self._steps:
                # Also where all was taken back again: without it the numbers would have a hole.
                last = self._steps[-1]
                steps.append(Step(last.number, last.at, "thinned", last.number, label))
                changes[last.number] = joined(self._edits, label)
        self._steps.clear()
        self._edits.clear()
        self._most = _EDITS_AT_ONCE
