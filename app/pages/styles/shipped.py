"""The styles that come with the program, by their names."""

from functools import lru_cache
from pathlib import Path

from app.language.phrases import phrase
from app.model.document import Document
from app.model.records import Style
from app.model.verbs.styles import choose_style
from app.pages.errors import FormatError
from app.pages.styles.style_file import ENDING, load_style
from app.paths import is_file
from app.resources import resource

STYLES = ("journeywall", "boardroom", "high-contrast")
"""Their files in `resources/styles`, in the order in which they are offered."""


@lru_cache(maxsize=len(STYLES))
def shipped_style(name: str) -> Style:
    """Raises KeyError where there is none of that name."""
    if name not in STYLES:
        raise KeyError(name)
    return load_style(resource("styles", name + ENDING))


def style_named(name: str) -> Style:
    """A style that comes with the program, or one in a file. Raises FormatError."""
    if name in STYLES:
        return shipped_style(name)
    path = Path(name).expanduser()
    if path.suffix != ENDING and not is_file(path):
        raise FormatError(
            phrase(
                "There is no style “{name}”; there are {names}, and files.",
                name=name,
                names=", ".join(STYLES),
            )
        )
    return load_style(path)


def in_style(document: Document, name: str) -> Document:
    """A project in another style, itself where none is named. Raises FormatError."""
    if not name:
        return document
    style = style_named(name)
    found = document.copy()
    found.apply(choose_style(found, style, style.name))
    return found
