"""A page as layers of display lists with their places: what every painter of paper paints.

PDF, preview and printer all take their pages in this form, so they cannot differ.
"""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.display import DisplayList
from app.pages.paper import Page


class Layer(NamedTuple):
    """A display list on a page: where its origin lies, in points from the page's top left corner, and how
    many points a unit takes. Only what lies within `clip`, in its own units, is to be seen."""

    display_list: DisplayList
    scale: float
    left: float
    top: float
    clip: QRectF | None = None


class Bookmark(NamedTuple):
    """A place on a page that a reader can go to, in points from the page's top left corner."""

    title: str
    level: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """One page; `bleed` millimetres around it are to be cut off."""

    page: Page
    bleed: float
    layers: tuple[Layer, ...]
    bookmarks: tuple[Bookmark, ...]
    name: str
