"""For which paper a map is arranged, and how large each role of its type is beside the text of notes."""

from typing import Annotated

from pydantic import Field

from app.model.records.values import Detail
from app.model.text import ShortText

Multiple = Annotated[float, Field(ge=0.2, le=40)]
"""A size of type beside that of note text, which is 25 map units on every map."""


class RoleSizes(Detail):
    """How large the type of each role is, as a multiple of note text; at first as on a sheet of A0.

    Note text is what they are measured by, so it has no size of its own.
    """

    title: Multiple = 5.7
    persona_quote: Multiple = 2.2
    stage_name: Multiple = 1.8
    scenario: Multiple = 1.5
    """Also the name of a persona."""
    quote: Multiple = 1.35
    """What a persona thinks, on a curve, and the value there."""
    section_name: Multiple = 1.2
    """Also the words at peaks and at the lowest point."""
    scale_word: Multiple = 1.2
    legend: Multiple = 0.95
    """Also the name of a channel."""
    mark: Multiple = 0.8
    label: Multiple = 0.7
    footer: Multiple = 0.55


class Arranged(Detail):
    """The paper that a map is arranged for. What was chosen for it else stands in its stages and sections."""

    paper: ShortText = "A0"
    """As options name it: "A0", "900x1200mm", "Roll 914"."""
    landscape: bool = True
    margin: Annotated[float, Field(ge=0, le=200)] = 20.0
    """Millimetres left free on every side."""
    bands: Annotated[int, Field(ge=1, le=20)] = 1
    """Into how many bands of stages, one below the other, the map is broken there."""
    sizes: RoleSizes = RoleSizes()
