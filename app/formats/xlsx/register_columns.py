"""The columns of the action register in a workbook, of which some are filled in by others and come back."""

from collections.abc import Iterator
from functools import lru_cache
from typing import get_args

from app.language.catalogues import languages
from app.language.phrases import Phrase
from app.language.spoken import speaking
from app.language.words import capitalised
from app.model.field_words import field_name
from app.model.nouns import word
from app.model.records import Effort, Note, Status

EDITABLE = ("effort", "owner", "team", "status", "due")
"""The fields of a note that a register brings back."""
CHOICES: dict[str, tuple[str, ...]] = {"effort": get_args(Effort), "status": get_args(Status)}
"""Those of them that are one of a few words."""


def said_choice(field: str, value: str | None) -> str:
    """A choice as the language that is spoken says it, where it stands alone: "In progress"."""
    return capitalised(str(word(field, value))) if value else ""


def kept_values(note: Note) -> tuple[str, ...]:
    """What can be filled in, as a note holds it, and its text: by this is told who changed what."""
    return (*(getattr(note, field) or "" for field in EDITABLE), note.text)


@lru_cache(maxsize=1)
def fields_by_heading() -> dict[str, str]:
    """What a column holds by its heading, in each language that the program speaks."""
    return {said: field for field in EDITABLE for said in _in_all_languages(field_name(field))}


@lru_cache(maxsize=4)
def choices_by_word(field: str) -> dict[str, str]:
    """What is chosen by a word, in each language that the program speaks."""
    return {
        said: value for value in CHOICES[field] for said in (value, *_in_all_languages(word(field, value)))
    }


def _in_all_languages(said: Phrase) -> Iterator[str]:
    for language in languages():
        with speaking(language):
            yield str(said).casefold()
