"""The styles that come with the program, by their names."""

from functools import lru_cache

from app.formats.styles.style_file import ENDING, load_style
from app.model.records import Style
from app.resources import resource

STYLES = ("journeywall", "boardroom", "high-contrast")
"""Their files in `resources/styles`, in the order in which they are offered."""


@lru_cache(maxsize=len(STYLES))
def shipped_style(name: str) -> Style:
    """Raises KeyError where there is none of that name."""
    if name not in STYLES:
        raise KeyError(name)
    return load_style(resource("styles", name + ENDING))
