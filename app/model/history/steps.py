"""What a history is made of: steps, what is told of one that was just taken, and whoever keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from app.language.phrases import phrase
from app.language.words import quoted
from app.model.change import Change
from app.model.labels import Label

Act = Literal["do", "undo", "redo", "version", "thinned", "happened"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: something done, the step `of` undone or redone, or a version, whose `label` is its name.

    A "thinned" one stands for the many that there were, and cannot be undone. What "happened" cannot either,
    and stands in nobody's way: what was done before it can still be undone. Numbers grow, with gaps.
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


class UnfitStepError(Exception):
    """A step of an earlier session, as it was kept, does not fit what there is: nothing was changed."""

    def __init__(self, act: Act, label: Label) -> None:
        sentence = (
            phrase(
                "{step}: this cannot be undone, because what the file keeps of it does not fit what the "
                "project holds now. Nothing was changed. You can still go back to a version in the history.",
                step=quoted(str(label)),
            )
            if act == "undo"
            else phrase(
                "{step}: this cannot be done again, because what the file keeps of it does not fit what the "
                "project holds now. Nothing was changed.",
                step=quoted(str(label)),
            )
        )
        super().__init__(sentence)
        self.phrase = sentence

    def __str__(self) -> str:
        return str(self.phrase)
