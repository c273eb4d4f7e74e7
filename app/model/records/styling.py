"""How the maps of a project look: the customer's colours, fonts, shapes and logos."""

from typing import Annotated

from pydantic import Field

from app.model.records.record import Id, Record
from app.model.records.values import Colour, Detail, HeaderShape, NoteShape
from app.model.text import ShortText

MOST_STAGE_COLOURS = 20


class NoteColours(Detail):
    """A colour for each note colour; at first the fills of sticky notes."""

    yellow: Colour = "#FFE58A"
    blue: Colour = "#B3D8FF"
    violet: Colour = "#DCC9FF"
    pink: Colour = "#FFBFD0"
    green: Colour = "#C8EBA9"
    orange: Colour = "#FFC999"
    teal: Colour = "#A8E6DC"
    grey: Colour = "#E3E7ED"


class NoteEdges(Detail):
    """The bar at the side of a card, for each note colour: deep enough to be told apart on white."""

    yellow: Colour = "#8A6D00"
    blue: Colour = "#1F5FA8"
    violet: Colour = "#6B4BB5"
    pink: Colour = "#B23A5E"
    green: Colour = "#28601A"
    orange: Colour = "#8A4B08"
    teal: Colour = "#1C7C72"
    grey: Colour = "#5B6474"


class StyleColours(Detail):
    """The colours of a style. What has none here is mixed from these."""

    ink: Colour = "#1D2433"
    secondary: Colour = "#5B6474"
    hairline: Colour = "#DDE2EA"
    panel: Colour = "#F7F9FC"
    strip: Colour = "#EEF3FB"
    """Behind the key points."""
    accent: Colour = "#3457D5"
    disc: Colour = "#1D2433"
    """Behind the number of a key point."""
    stages: Annotated[tuple[Colour, ...], Field(max_length=MOST_STAGE_COLOURS)] = (
        *("#3A57A7", "#3A6CB0", "#2C749B"),
        *("#1C7985", "#1C7C69", "#317A45"),
    )
    """From the first stage to the last; none means the accent."""
    curve_high: Colour = "#2F7CCB"
    curve_low: Colour = "#CF5B26"
    area_above: Colour = "#CFE2F6"
    area_below: Colour = "#FADBC8"
    band_above: Colour = "#F3F7FC"
    band_below: Colour = "#FEF6F0"
    words_high: Colour = "#1F5FA8"
    """Words and rings above the middle of a curve."""
    words_low: Colour = "#AE4515"
    moment_frame: Colour = "#BA6D0E"
    moment_tint: Colour = "#FFF4E4"
    moment_star: Colour = "#FFC24D"
    top_idea: Colour = "#28601A"
    pain_edge: Colour = "#B23A5E"
    notes: NoteColours = NoteColours()
    edges: NoteEdges = NoteEdges()


class Style(Record):
    """How a project looks. The first counts, and a project without one looks as the program does.

    `radius` is that of a note's corners, in map units.
    """

    kind = "style"
    mentions = {  # noqa: RUF012 - a class variable, declared in Record
        "logo_left": "picture",
        "logo_right": "picture",
        "logo_footer": "picture",
    }

    name: ShortText = ""
    colours: StyleColours = StyleColours()
    heading_font: ShortText = "Inter"
    text_font: ShortText = "Inter"
    note_shape: NoteShape = "sticky"
    header_shape: HeaderShape = "chevron"
    radius: Annotated[float, Field(ge=0, le=60)] = 9.0
    logo_left: Id | None = None
    """In the title, before what is at its end."""
    logo_right: Id | None = None
    logo_footer: Id | None = None
    footer: ShortText = ""
    """In the foot of a poster's pages; none leaves what stands there of itself."""
