"""What to write, and how large."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from app.pages.errors import FormatError

if TYPE_CHECKING:
    from app.model.document import Document
    from app.model.past import Earlier
    from app.model.records import Id, JourneyMap

Orientation = Literal["landscape", "portrait"]
Look = Literal["colour", "greyscale", "ink-saving"]
MOST_BANDS = 20
"""Into how many bands a map may be broken."""
LONGER_SIDE = 4_000
"""Pixels of a picture's longer side, where nothing else is asked for."""
MOST_PIXELS = 16_384
"""Pixels of a side beyond which most programs refuse a picture."""
DOTS_PER_INCH = (10, 2_400)
"""How few and how many a picture may have."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What to write, and how large. A format ignores what does not concern it."""

    map: "Id | None" = None
    """The map to write; none means the first, or, for a format that holds a whole project, all of them."""
    what: str = "map"
    """What goes onto pages, by its name among the deliverables."""
    personas: "tuple[Id, ...]" = ()
    """The personas whose sheets to write; none means all of them."""
    persona_sheets: str | None = None
    """The paper on which the sheets of a map's personas follow its poster; none means that they do not."""
    stages: "tuple[Id, ...]" = ()
    sections: "tuple[Id, ...]" = ()
    """The stages and sections to write; none means all of them."""
    only: "tuple[Id, ...]" = ()
    """The notes and other contents of cells to write, with their stages and sections; none means all."""
    paper: str = "A0"
    orientation: Orientation = "landscape"
    margin: float | None = None
    """Millimetres left free on every side; none means 15, 10 on sheets of a tiled poster, 12 on others."""
    bleed: float = 0.0
    """Millimetres by which a page is larger than its paper on every side, to be cut off."""
    scale: float | None = None
    """Points for each map unit, 1 being true size; none makes the map as large as it fits on the paper."""
    bands: int = 1
    """Into how many bands, one below the other, a long map is broken."""
    tile: str | None = None
    """The paper of the sheets that the poster is put together from."""
    overlap: float = 10.0
    """Millimetres that neighbouring sheets both show."""
    look: Look = "colour"
    numbers: bool = False
    """Whether the notes are numbered."""
    compared_with: "Earlier | None" = field(default=None, repr=False)
    """An earlier version, where a poster is to mark what became of the map since."""
    footer: str = ""
    logo: Path | None = None
    """A picture beside the footer."""
    day: str | None = None
    """The day in the footer, as 2026-11-22; none means today."""
    dots_per_inch: float | None = None
    pixels: int | None = None
    """How fine a picture is: by its size on paper, or by the pixels of its longer side."""
    progress: Callable[[float], None] | None = field(default=None, compare=False, repr=False)
    """Told now and then which share (0–1) is done. What it raises ends the work, and no file is left."""

    def tell(self, share: float) -> None:
        if self.progress is not None:
            self.progress(share)

    def chosen_map(self, document: "Document") -> "JourneyMap":
        """The map to write. Raises FormatError where the project has no such map, or none at all."""
        for journey_map in document.maps():
            if self.map in (None, journey_map.id):
                return journey_map
        raise FormatError("The project has no map yet, so there is nothing to export.")
