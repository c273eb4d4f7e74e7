"""What a reader made of a file where that is not plain, so that a person looks at it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from app.language.phrases import NOTHING, Phrase, phrase

if TYPE_CHECKING:
    from app.model.document import Document

Kind = Literal["taken", "guessed", "left out"]
"""What was taken as what; what could have meant something else; what the project has no place for."""


@dataclass(frozen=True, slots=True)
class ImportNote:
    """A sentence, and the place in the file that it is about, as one finds it there: “line 12”, “cell B3”."""

    kind: Kind
    sentence: Phrase
    place: Phrase = NOTHING

    @property
    def words(self) -> Phrase:
        if not self.place:
            return self.sentence
        return phrase("{place}: {sentence}", place=self.place, sentence=self.sentence)


class Imported(NamedTuple):
    """What a file holds, and the notes on it in the order of the file."""

    document: "Document"
    notes: tuple[ImportNote, ...] = ()

    @property
    def is_ambiguous(self) -> bool:
        """Whether something was guessed, so that a person should look before anything is kept."""
        return any(note.kind == "guessed" for note in self.notes)
