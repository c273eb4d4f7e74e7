"""The language of a project: what is drawn of it speaks that, whatever the window speaks."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from app.language.catalogues import nearest_language
from app.language.spoken import speaking
from app.model.document import Document

P = ParamSpec("P")
T = TypeVar("T")


def language_of(document: Document) -> str:
    """The language in which a project's maps and posters speak; English for one that is not known here."""
    return nearest_language(document.project.language)


def in_its_language(
    draw: Callable[Concatenate[Document, P], T],
) -> Callable[Concatenate[Document, P], T]:
    """Has a function that draws something of a document speak the document's language meanwhile."""

    @wraps(draw)
    def speak(document: Document, /, *arguments: P.args, **named: P.kwargs) -> T:
        with speaking(document.project.language):
            return draw(document, *arguments, **named)

    return speak
