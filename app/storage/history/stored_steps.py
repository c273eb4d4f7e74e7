"""A step of the history as the plain values that are stored of it, and what makes steps a history."""

from collections.abc import Iterable
from typing import cast, get_args

from app.language.phrases import phrase
from app.model.history.steps import Act, Step
from app.model.labels import label_of
from app.model.timestamps import moment_of
from app.storage.errors import BrokenContentError

_ACTS = get_args(Act)
_LARGEST_NUMBER = 1 << 62
"""So that there are others after it, and before and after those, that SQLite can count."""


def step_of(number: object, at: object, act: object, of: object, label: object) -> Step:
    """A step of its values, the label in its form. Raises BrokenContentError where they are none."""
    try:
        is_label = isinstance(label, str | dict)
        if isinstance(number, int) and isinstance(at, int) and isinstance(of, int) and is_label:
            when = moment_of(at)
            if number > _LARGEST_NUMBER:
                raise OverflowError
            if act in _ACTS:
                return Step(number, when, cast("Act", act), of, label_of(label))
    except OverflowError:
        pass
    raise BrokenContentError(phrase("The history’s step {number} cannot be read.", number=str(number)))


def require_order(steps: Iterable[Step]) -> None:
    """Raises BrokenContentError for the first step that cannot be taken after those before."""
    done: list[int] = []
    undone: list[int] = []
    last = 0
    for step in steps:
        if step.number <= last or not _follows(step, done, undone):
            raise BrokenContentError(
                phrase(
                    "The history’s step {number} does not follow from those before.", number=str(step.number)
                )
            )
        last = step.number


def _follows(step: Step, done: list[int], undone: list[int]) -> bool:
    """Whether a step can be taken; `done` and `undone` are brought up to it."""
    if step.act in ("do", "version", "thinned", "happened"):
        if step.act in ("do", "thinned"):
            undone.clear()
        if step.act == "do":
            done.append(step.number)
        elif step.act == "thinned":
            done.clear()
        return step.of == step.number
    taken, given = (done, undone) if step.act == "undo" else (undone, done)
    if not taken or taken.pop() != step.of:
        return False
    given.append(step.of)
    return True
