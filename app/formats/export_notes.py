"""What a written file does not hold of a project, or gives back otherwise; a reader has import notes."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal, NamedTuple

from app.language.phrases import NOTHING, Phrase, phrase
from app.language.words import joined
from app.model.field_words import field_name
from app.model.nouns import counted
from app.model.records import Id, JourneyMap, Project, Record

Fate = Literal["left out", "otherwise"]
"""What is not in the file; what stands in it and is read again as something else, or not at all."""


class Holding(NamedTuple):
    """What a format has of a project: some of its maps, and of each record these fields."""

    maps: tuple[JourneyMap, ...]
    fields: Callable[[Record], Collection[str]]


@dataclass(frozen=True, slots=True)
class ExportNote:
    """Records of a kind that a file does not hold, or fields of them, each with how many have it.

    Without fields whole records are meant. `record` is the first of them, and `place` says where it stands.
    `reason` says why nothing of the file can be read again.
    """

    fate: Fate
    kind: str
    count: int
    fields: tuple[tuple[str, int], ...] = ()
    record: Id | None = None
    place: Phrase = NOTHING
    reason: Phrase = NOTHING

    @property
    def sentence(self) -> Phrase:
        if self.reason:
            return phrase("It cannot be read again. {reason}", reason=self.reason)
        if self.fate == "left out":
            if self.fields:
                return phrase("Not in it ({records}): {fields}", records=self._records, fields=self._fields)
            return phrase("Not in it: {records}", records=self._records)
        if self.fields:
            return phrase(
                "Not read again as it is ({records}): {fields}", records=self._records, fields=self._fields
            )
        return phrase("Not read again as it is: {records}", records=self._records)

    @property
    def words(self) -> Phrase:
        """The sentence, and where to look first."""
        if not self.place:
            return self.sentence
        return phrase("{sentence} – first: {place}", sentence=self.sentence, place=self.place)

    @property
    def _records(self) -> Phrase:
        return phrase("the project") if self.kind == Project.kind else counted(self.kind, self.count)

    @property
    def _fields(self) -> Phrase:
        """Each field, and how many have it where not all of these records do."""
        names = [
            phrase("{field} ({number})", field=field_name(field), number=number)
            if number < self.count
            else field_name(field)
            for field, number in self.fields
        ]
        return joined(names, ", ")
