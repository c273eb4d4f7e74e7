"""Sizes, colours and type of a map. Lengths are map units: points at poster scale 100 %.

At that scale a note is 76 mm wide, like one of paper, and set in 25 points, to be read from two metres.
On the screen nobody wants notes of that size: zoom 100 % shows the same drawing so that a note's text is
about 11 points high (see docs/adr/0016-arranged-for-paper.md).
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.model.records import NoteColour


class Mix(NamedTuple):
    """How a colour was mixed: of one, with a share (0–1) of another."""

    one: "Colour"
    other: "Colour"
    share: float


class Colour(NamedTuple):
    """Red, green, blue 0–255 and opacity 0–1, as the program's own style has it.

    `role` says what it is for ("ink", "notes.pink"), or of which such colours it is mixed: by that a style of
    a customer finds what to put in its place (`styled`). A colour that is a person's own has none.
    """

    red: int
    green: int
    blue: int
    alpha: float = 1.0
    role: str | Mix = ""

    @classmethod
    def of(cls, text: str, alpha: float = 1.0, role: str = "") -> "Colour":
        """The colour written as #RRGGBB."""
        return cls(int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16), alpha, role)

    def mixed(self, other: "Colour", share: float) -> "Colour":
        """This colour with a share (0–1) of another."""
        red, green, blue = (round(a + (b - a) * share) for a, b in zip(self[:3], other[:3], strict=True))
        return Colour(
            red, green, blue, self.alpha, Mix(self, other, share) if self.role or other.role else ""
        )

    def on(self, ground: "Colour") -> "Colour":
        """The opaque colour that is seen where this one lies on another."""
        return ground.mixed(self, self.alpha)


class TextStyle(NamedTuple):
    """A style of type: size in map units, weight 400 (regular) to 700 (bold), alignment, line spacing."""

    size: float
    weight: int = 400
    align: str = "left"
    leading: float = 1.25
    is_heading: bool = False
    """Whether it is set in the font of headings, within the place that it has in that of texts."""
    has_room: bool = False
    """Whether all of the width that it is broken to is its own: a heading in a wider font may take it."""
    family: str = ""
    """The font; none is that in which the texts of a map are set."""


DISTANCE_FACTOR = 300
"""From how many times its height a capital letter can be read, by DIN 4844-1 and ASR A1.3."""
PIXELS_PER_UNIT = 0.6
"""Logical pixels of the screen for a map unit at zoom 100 %: note text is then 15 pixels, 11 points."""

TITLE = TextStyle(54, 700, leading=1.15, is_heading=True)
SUBTITLE = TextStyle(25, 400, leading=1.3)
KEY_POINT = TextStyle(30, 700, leading=1.24, is_heading=True)
STAGE_NAME = TextStyle(34, 600, leading=1.15, is_heading=True, has_room=True)
STAGE_SMALL = TextStyle(22, 400)
SECTION_NAME = TextStyle(28, 600, leading=1.2, is_heading=True, has_room=True)
NOTE = TextStyle(25, 400)
SMALL = TextStyle(20, 400)
MARK = TextStyle(20, 600)
QUOTE = TextStyle(22, 400)
PARAGRAPH = TextStyle(23, 400, leading=1.35)
CAPTION = TextStyle(21, 400, leading=1.3)
LABEL = TextStyle(18, 500, "centre", 1.2)
FIGURE = TextStyle(44, 700, leading=1.15)
HEADING = TextStyle(23, 600, leading=1.3, is_heading=True)
PILL = TextStyle(21, 600)
INITIALS = TextStyle(34, 700)

INK = Colour.of("#1D2433", role="ink")
SECONDARY = Colour.of("#5B6474", role="secondary")
HAIRLINE = Colour.of("#DDE2EA", role="hairline")
ROW_LINE = Colour.of("#DDE2EA", role="hairline")
PANEL = Colour.of("#F7F9FC", role="panel")
CARD, MIRRORED_CARD = (PANEL._replace(role=role) for role in ("card", "mirrored_card"))
"""A panel of its own, behind what is said of a persona: read from its left edge, or from its right one."""
SHEET = Colour.of("#FFFFFF", role="sheet")
ON_STAGE, ON_DISC, ON_TOP_IDEA = (
    SHEET._replace(role=role) for role in ("on_stage", "on_disc", "on_top_idea")
)
"""What is white on the headers of stages, on the discs of key points and on the idea with the most votes."""
CODE = INK._replace(role="code")
"""Of a code that phones read."""
DESK = Colour.of("#EEF0F4")
ACCENT = Colour.of("#3457D5", role="accent")
RIM = ACCENT.mixed(SHEET, 0.2)
"""Of channels, and of the way from one to the next."""
STRIP = Colour.of("#EEF3FB", role="strip")
DISC = Colour.of("#1D2433", role="disc")
"""Behind key points, and behind their numbers."""
SHADOW_NEAR = Colour(29, 36, 51, 0.10, "shadow")
SHADOW_FAR = Colour(29, 36, 51, 0.06, "shadow")

NOTE_FILLS: dict["NoteColour", Colour] = {
    "yellow": Colour.of("#FFE58A", role="notes.yellow"),
    "blue": Colour.of("#B3D8FF", role="notes.blue"),
    "violet": Colour.of("#DCC9FF", role="notes.violet"),
    "pink": Colour.of("#FFBFD0", role="notes.pink"),
    "green": Colour.of("#C8EBA9", role="notes.green"),
    "orange": Colour.of("#FFC999", role="notes.orange"),
    "teal": Colour.of("#A8E6DC", role="notes.teal"),
    "grey": Colour.of("#E3E7ED", role="notes.grey"),
}
NOTE_GLYPHS: dict["NoteColour", str] = {
    "yellow": "action",
    "blue": "touchpoint",
    "violet": "question",
    "pink": "pain-point",
    "green": "opportunity",
    "orange": "moment-of-truth",
    "teal": "thought",
    "grey": "goal",
}
ASSUMED_FILLS = {colour: fill.mixed(SHEET, 0.42) for colour, fill in NOTE_FILLS.items()}
"""Of notes that are assumptions."""
NOTE_MARK_INK = Colour.of("#3A4252", role="mark_ink")
NOTE_SIGN_INKS: dict["NoteColour", Colour] = dict.fromkeys(NOTE_FILLS, NOTE_MARK_INK) | {
    "pink": Colour.of("#B23A5E", role="pain_edge"),
    "green": Colour.of("#28601A", role="edges.green"),
    "orange": Colour.of("#8A4B08", role="edges.orange"),
}
"""Of what is drawn on notes of a colour, beside words: their glyphs, dots and the edges of assumptions."""
TOP_IDEA = Colour.of("#28601A", role="top_idea")
"""The note of the idea with the most votes, whose text is white."""
FRAME = Colour.of("#BA6D0E", role="moment_frame")
TINT = Colour.of("#FFF4E4", role="moment_tint")
STAR = Colour.of("#FFC24D", role="moment_star")
STAR_INK = Colour.of("#4A2B05", role="star_ink")
"""Of moments of truth: the frame around their column, its tint, and the disc with their star."""

STAGE_HUES = tuple(
    Colour.of(text) for text in ("#3A57A7", "#3A6CB0", "#2C749B", "#1C7985", "#1C7C69", "#317A45")
)
"""From the first stage to the last; each gives white text a contrast of at least 4.5 : 1."""

ZONES = (SHEET, Colour.of("#F5F7FB", role="zone"), Colour.of("#ECF0F7", role="deep_zone"))
"""Behind the sections of a blueprint: on the front stage, back stage, and of the support processes."""

BAND_ABOVE = Colour.of("#F3F7FC", role="band_above")
BAND_BELOW = Colour.of("#FEF6F0", role="band_below")
AREA_ABOVE = Colour.of("#CFE2F6", role="area_above")
AREA_BELOW = Colour.of("#FADBC8", role="area_below")
CURVE_HIGH = Colour.of("#2F7CCB", role="curve_high")
CURVE_LOW = Colour.of("#CF5B26", role="curve_low")
MARK_HIGH = Colour.of("#1F5FA8", role="words_high")
MARK_LOW = Colour.of("#AE4515", role="words_low")

MARGIN = 40.0
SECTION_COLUMN = 344.0
STAGE_WIDTH = 490.0
STAGE_HEIGHT = 160.0
CHEVRON = 28.0
CELL_PADDING = 20.0
NOTE_WIDTH = 216.0
NOTE_HEIGHT = 162.0
NOTE_GAP = 18.0
NOTE_PADDING = 18.0
NOTE_RADIUS = 9.0
NOTE_FOOT = 36.0
"""Room below a note's text for its glyph and marks."""
GRAPH_HEIGHT = 500.0
EMPTY_WIDTH, EMPTY_HEIGHT = 2200.0, 900.0
"""How wide a map without stages is, and how high one without sections."""


@lru_cache(maxsize=1024)
def stage_hue(position: int, stages: int, *, ends: bool = False) -> Colour:
    """The colour of a stage's header: evenly along `STAGE_HUES` over the map's width.

    `ends`: whether nothing stands after the header, whose tip is within its column then.
    """
    share = position / max(stages - 1, 1)
    role = f"stage:{position + 1}/{stages}" + (":ends" if ends else "")
    return along(STAGE_HUES, share)._replace(role=role)


def along(hues: Sequence[Colour], share: float) -> Colour:
    """The colour at a share (0–1) of the way from the first to the last of some."""
    at = share * (len(hues) - 1)
    index = min(int(at), max(len(hues) - 2, 0))
    return hues[index].mixed(hues[min(index + 1, len(hues) - 1)], at - index)


def hexadecimal(colour: Colour) -> str:
    """A colour as #RRGGBB."""
    return "#{:02X}{:02X}{:02X}".format(*colour[:3])


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two opaque colours, 1–21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
