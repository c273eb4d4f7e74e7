"""The options of a poster that say which signs are on its map: each a switch; some take from the type."""

from typing import Annotated

from app.drawing.shown import Shown
from app.language.phrases import Phrase, phrase, phrase_context
from app.model.addresses import poster_address, whole_address
from app.model.words import shortened
from app.pages.errors import FormatError
from app.pages.options import SIGNS, Choice, Setting
from app.pages.page_options import PageOptions

_LONGEST_TOLD = 60
MOST_LETTERS = 500
"""Of an address for a code: more would make its modules too small for phones."""


def address(text: str) -> str:
    """An address for a code. Raises FormatError for one that no code leads to."""
    if text.strip() and not code_address(text):
        raise FormatError(no_code(text))
    return text


def code_address(text: str) -> str:
    """Where a code leads: nowhere where a poster must not lead, or phones could not read it."""
    is_one = len(text) <= MOST_LETTERS and poster_address(text)
    return whole_address(text) if is_one else ""


def no_code(text: str) -> Phrase:
    """Why there is no code to an address, in a sentence."""
    return phrase(
        "There is no code to “{address}”: one can lead to a web page or an e-mail address of up to {count} "
        "letters.",
        address=shortened(text.strip(), _LONGEST_TOLD),
        count=MOST_LETTERS,
    )


def _shown(label: Phrase, tip: Phrase, flag: str, help: Phrase) -> Setting:
    """How a sign is asked for that is on the map where nothing is said of it."""
    return Setting(SIGNS, label, tip, flag, help, is_on=True)


class SignOptions(PageOptions):
    """Which signs are on a map on paper."""

    key_points: Annotated[
        bool,
        _shown(
            phrase("Key points"),
            phrase("The sentences under the title, and their numbers at what they speak of"),
            "--no-key-points",
            phrase("without key points"),
        ),
    ] = True
    moments: Annotated[
        bool,
        _shown(
            phrase("Moments of truth"),
            phrase("A star, a frame and a tint down their stage, and what leads to them"),
            "--no-moments",
            phrase("without the columns of moments of truth"),
        ),
    ] = True
    connectors: Annotated[
        bool,
        _shown(
            phrase("Pain points to ideas"),
            phrase("Lines from pain points to the ideas below that they lead to"),
            "--no-connectors",
            phrase("without lines from pain points to ideas"),
        ),
    ] = True
    top_idea: Annotated[
        bool,
        _shown(
            phrase("Idea with the most votes"),
            phrase("In solid colour"),
            "--no-top-idea",
            phrase("with the idea that has the most votes as any other"),
        ),
    ] = True
    quotes: Annotated[
        bool,
        _shown(
            phrase("Quotes on the curve"),
            phrase("What people said at points of the curve, with its value"),
            "--no-quotes",
            phrase("without what people said at points of the curve"),
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
        _shown(
            phrase("Call-outs"),
            phrase("Texts in boxes, with a line to what they speak of"),
            "--no-call-outs",
            phrase("without call-outs"),
        ),
    ] = True
    legend: Annotated[
        bool,
        _shown(
            phrase("Legend"),
            phrase("What colours and signs mean, and what the map rests on"),
            "--no-legend",
            phrase("without the legend"),
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
    parking_lot: Annotated[
        bool,
        Setting(
            SIGNS,
            phrase("Parking lot"),
            phrase("What was parked in the workshop, listed below the legend"),
            "--parking-lot",
            phrase("what was parked, listed below the legend"),
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
            parking_lot=self.parking_lot,
            address=code_address(self.qr),
        )
