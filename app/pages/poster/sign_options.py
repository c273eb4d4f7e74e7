"""The options of a poster that say which signs are on its map: each a switch; some take from the type."""

from typing import Annotated

from app.drawing.shown import Shown
from app.language.phrases import phrase, phrase_context
from app.pages.errors import FormatError
from app.pages.options import SIGNS, Choice, Setting
from app.pages.page_options import PageOptions

MOST_LETTERS = 500
"""Of an address for a code: more would make its modules too small for phones."""


def address(text: str) -> str:
    """An address for a code. Raises FormatError where it is too long to be read by a phone."""
    if len(text) > MOST_LETTERS:
        raise FormatError(
            phrase(
                "The address for the code is too long: up to {count} letters can be read.", count=MOST_LETTERS
            )
        )
    return text


class SignOptions(PageOptions):
    """Which signs are on a map on paper."""

    key_points: Annotated[
        bool,
        Setting(
            SIGNS,
            phrase("Key points"),
            phrase("The sentences under the title, and their numbers at what they speak of"),
            "--no-key-points",
            phrase("without key points"),
            is_on=True,
        ),
    ] = True
    moments: Annotated[
        bool,
        Setting(
            SIGNS,
            phrase("Moments of truth"),
            phrase("A star, a frame and a tint down their stage, and what leads to them"),
            "--no-moments",
            phrase("without the columns of moments of truth"),
            is_on=True,
        ),
    ] = True
    connectors: Annotated[
        bool,
        Setting(
            SIGNS,
            phrase("Pain points to ideas"),
            phrase("Lines from pain points to the ideas below that they lead to"),
            "--no-connectors",
            phrase("without lines from pain points to ideas"),
            is_on=True,
        ),
    ] = True
    top_idea: Annotated[
        bool,
        Setting(
            SIGNS,
            phrase("Idea with the most votes"),
            phrase("In solid colour"),
            "--no-top-idea",
            phrase("with the idea that has the most votes as any other"),
            is_on=True,
        ),
    ] = True
    quotes: Annotated[
        bool,
        Setting(
            SIGNS,
            phrase("Quotes on the curve"),
            phrase("What people said at points of the curve, with its value"),
            "--no-quotes",
            phrase("without what people said at points of the curve"),
            is_on=True,
        ),
    ] = True
    reading: Annotated[
        bool | None,
        Setting(
            SIGNS,
            phrase("Read from the curve"),
            phrase("Peak and lowest point, or rapid drops and all else that the curve shows as well"),
            choices=(
                Choice(None, phrase("As suits the map")),
                Choice(
                    True,
                    phrase("All that it shows"),
                    "--reading",
                    phrase("mark all that is read from the curve: rapid drops, sawtooth …"),
                ),
                Choice(
                    False,
                    phrase("Nothing"),
                    "--no-reading",
                    phrase("mark nothing that is read from the curve"),
                ),
            ),
        ),
    ] = None
    """Whether all that can be read from a curve is marked, or nothing; none means what suits the map."""
    call_outs: Annotated[
        bool,
        Setting(
            SIGNS,
            phrase("Call-outs"),
            phrase("Texts in boxes, with a line to what they speak of"),
            "--no-call-outs",
            phrase("without call-outs"),
            is_on=True,
        ),
    ] = True
    legend: Annotated[
        bool,
        Setting(
            SIGNS,
            phrase("Legend"),
            phrase("What colours and signs mean, and what the map rests on"),
            "--no-legend",
            phrase("without the legend"),
            is_on=True,
        ),
    ] = True
    footnotes: Annotated[
        bool,
        Setting(
            SIGNS,
            phrase("Footnotes"),
            phrase("Descriptions and sources of notes, by numbers below the legend"),
            "--footnotes",
            phrase("descriptions and sources of notes, by numbers below the legend"),
        ),
    ] = False
    qr: Annotated[
        str,
        Setting(
            SIGNS,
            phrase("Code to an address"),
            phrase("A QR code in the legend by which a phone finds the map, such as https://example.org/map"),
            "--qr",
            phrase("a QR code in the legend that leads to this address"),
            metavar=phrase_context("on the command line", "ADDRESS"),
            parse=address,
        ),
    ] = ""

    @property
    def shown(self) -> Shown:
        """Which signs are on the map."""
        return Shown(
            key_points=self.key_points,
            moments=self.moments,
            connectors=self.connectors,
            felt_later=self.connectors,
            top_idea=self.top_idea,
            quotes=self.quotes,
            reading=self.reading,
            call_outs=self.call_outs,
            legend=self.legend,
            footnotes=self.footnotes,
            address=self.qr.strip(),
        )
