"""What upgrades did, told in sentences: what became of how many records, and of which."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.language.phrases import Phrase, phrase
from app.language.words import joined
from app.model.nouns import counted
from app.model.upgrades.upgrade import Fields, Rule, Severity
from app.model.words import quoted

_WORDS = ("text", "name", "title", "meaning")
"""The fields by which people know a record."""
MOST_NAMED = 5
"""Records that are named one by one; of more only the number is told."""


@dataclass(frozen=True, slots=True)
class Message:
    """What a rule did, and what people would call the records that it changed."""

    severity: Severity
    kind: str
    sentence: Phrase
    items: tuple[Phrase, ...]

    @property
    def phrase(self) -> Phrase:
        values = {
            "sentence": self.sentence,
            "records": counted(self.kind, len(self.items)),
            "some": joined(self.items[:MOST_NAMED], ", "),
        }
        if len(self.items) > MOST_NAMED:
            return phrase("{sentence} ({records}: {some} …).", **values)
        return phrase("{sentence} ({records}: {some}).", **values)

    def __str__(self) -> str:
        return str(self.phrase)


def _called(fields: Fields) -> Phrase:
    """The record's own words, or its id."""
    words = (fields.get(name) for name in _WORDS)
    return quoted(next((each for each in words if isinstance(each, str) and each), ""), str(fields.get("id")))


class Messages:
    """Collects what rules tell. An instance is the `tell` of `upgraded`."""

    def __init__(self) -> None:
        self._items: dict[Rule, list[Phrase]] = {}

    def __call__(self, rule: Rule, fields: Fields) -> None:
        if rule.sentence is not None:
            self._items.setdefault(rule, []).append(_called(fields))

    def __iter__(self) -> Iterator[Message]:
        """Warnings first."""
        found = (
            Message(rule.severity, rule.kind, rule.sentence, tuple(items))
            for rule, items in self._items.items()
            if rule.sentence is not None
        )
        return iter(sorted(found, key=lambda message: message.severity != "warning"))


def warnings_in(messages: Iterable[Message]) -> tuple[Message, ...]:
    """Those that say that something was lost."""
    return tuple(message for message in messages if message.severity == "warning")
