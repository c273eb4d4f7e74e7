"""All that a history is at one moment, as one value: it goes from one to the next by a single assignment."""

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeAlias

from app.model.change import Change
from app.model.history.steps import Step


class OpenMerge(NamedTuple):
    """The last step while it may become more: what grows alike, and what the step is so far."""

    key: Hashable
    number: int
    whole: Change


Stack: TypeAlias = "tuple[Step, Stack] | None"
"""Steps one upon the other, linked, so that to push or pop makes a new one and leaves the old as it is."""


@dataclass(frozen=True, slots=True)
class Log:
    """All that a history is at one moment."""

    steps: tuple[Step, ...] = ()
    undoable: Stack = None
    redoable: Stack = None
    open_merge: OpenMerge | None = None
    next_number: int = 1
    changes: dict[int, Change] = field(default_factory=dict)
    """Those of this session, by number. One that belongs to no step does no harm."""

    @classmethod
    def of(cls, steps: tuple[Step, ...], next_number: int, changes: dict[int, Change]) -> "Log":
        undoable: Stack = None
        redoable: Stack = None
        for step in steps:
            undoable, redoable = _stacked(step, undoable, redoable)
        return cls(steps, undoable, redoable, None, next_number, changes)

    def after(self, step: Step, open_merge: OpenMerge | None = None) -> "Log":
        """The same with one more step."""
        undoable, redoable = _stacked(step, self.undoable, self.redoable)
        return Log((*self.steps, step), undoable, redoable, open_merge, step.number + 1, self.changes)

    def without(self, step: Step) -> "Log":
        """The same without the last step that can be undone."""
        assert self.undoable is not None
        steps = tuple(each for each in self.steps if each is not step)
        # No step is left of it, so neither is its number: a hole tells that steps are missing.
        return replace(self, steps=steps, undoable=self.undoable[1], open_merge=None, next_number=step.number)


def _stacked(step: Step, undoable: Stack, redoable: Stack) -> tuple[Stack, Stack]:
    """What can be undone and done again after one more step."""
    if step.act == "do":
        return (step, undoable), None
    if step.act == "undo":
        undone, rest = popped(undoable)
        return rest, (undone, redoable)
    if step.act == "redo":
        redone, rest = popped(redoable)
        return (redone, undoable), rest
    return (None, None) if step.act == "thinned" else (undoable, redoable)


def popped(stack: Stack) -> "tuple[Step, Stack]":
    if stack is None:
        raise IndexError("a step was undone or done again that is not there")
    return stack
