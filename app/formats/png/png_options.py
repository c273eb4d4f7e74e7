"""How fine a picture is to be: so many pixels, or so many dots for each inch of its size on paper."""

from typing import Annotated

from pydantic import Field

from app.language.phrases import phrase
from app.pages.options import PICTURES, Options, Setting, whole_number

LONGER_SIDE = 4_000
"""Pixels of a picture's longer side, where nothing else is asked for."""
MOST_PIXELS = 16_384
"""Pixels of a side beyond which most programs refuse a picture."""
USUAL_DOTS = 150
_FINENESS = phrase("Resolution")
_TIP = phrase("The resolution of a .png; how much memory it takes is shown below")


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
            usual=LONGER_SIDE,
            parse=whole_number,
            instead_of=_FINENESS,
        ),
        Field(ge=1, le=MOST_PIXELS),
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
            usual=USUAL_DOTS,
            parse=whole_number,
            instead_of=_FINENESS,
        ),
        Field(ge=10, le=2_400),
    ] = None
