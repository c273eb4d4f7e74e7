"""What a finding is: something worth knowing of pages before paper is wasted, and perhaps what would help."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from app.language.phrases import Phrase
from app.model.records import Id

Kind = Literal[
    "characters", "cut", "picture", "distance", "pages", "left out", "arranged", "empty", "size", "spelling",
    "font", "key point",
]  # fmt: skip


class Remedy(NamedTuple):
    """What would help, and what the button says that does it: options of pages that it sets, or how the map
    itself is to be arranged for its paper."""

    label: Phrase
    options: tuple[tuple[str, object], ...] = ()
    arranges: bool = False
    """Whether it is to arrange the map itself for the paper, as the poster shows it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth knowing, and the record it is about. A warning asks for a decision."""

    kind: Kind
    sentence: Phrase
    record: Id | None = None
    is_warning: bool = True
    remedy: Remedy | None = None
