"""What a code says."""

from typing import NamedTuple

from app.language.phrases import Phrase

NONE = Phrase("")


class Words(NamedTuple):
    """The sentence of a code as a step, and as done where that is told; `takes` names its values."""

    step: Phrase
    takes: tuple[str, ...] = ()
    done: Phrase = NONE
    done_with: Phrase = NONE
    """As done where something else went with it."""
