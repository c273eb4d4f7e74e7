"""How fine a picture is to be: so many pixels, or so many dots for each inch of its size on paper."""

from collections.abc import Callable
from typing import Annotated

from app.language.phrases import phrase
from app.pages.errors import FormatError
from app.pages.options import PICTURES, Options, Setting

LONGER_SIDE = 4_000
"""Pixels of a picture's longer side, where nothing else is asked for."""
MOST_PIXELS = 16_384
"""Pixels of a side beyond which most programs refuse a picture."""
DOTS_PER_INCH = (10, 2_400)
"""How few and how many a picture may have."""
USUAL_DOTS = 150
_FINENESS = phrase("Resolution")
_TIP = phrase("The resolution of a .png; how much memory it takes is shown below")


def _number(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise FormatError(
                phrase(
                    "“{text}” is out of range: {least} to {most} is possible.",
                    text=text,
                    least=least,
                    most=most,
                )
            )
        return int(text)

    return number


class PngOptions(Options):
    """Of a picture."""

    pixels: Annotated[
        int | None,
        Setting(
            PICTURES,
            phrase("As a picture"),
            _TIP,
            "--pixels",
            phrase("pixels of its longer side (default: {pixels})", pixels=str(LONGER_SIDE)),
            unit=phrase("pixels, longer side"),
            least=1,
            most=MOST_PIXELS,
            usual=LONGER_SIDE,
            parse=_number(1, MOST_PIXELS),
            instead_of=_FINENESS,
        ),
    ] = None
    """Of the longer side."""
    dots_per_inch: Annotated[
        float | None,
        Setting(
            PICTURES,
            phrase("As a picture"),
            _TIP,
            "--dpi",
            phrase("dots per inch of a .png at its size on paper"),
            unit=phrase("dots per inch"),
            least=DOTS_PER_INCH[0],
            most=DOTS_PER_INCH[1],
            usual=USUAL_DOTS,
            parse=_number(*DOTS_PER_INCH),
            instead_of=_FINENESS,
        ),
    ] = None
