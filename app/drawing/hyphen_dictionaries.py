"""The hyphenation dictionaries of pyphen that may be passed on with this program, each read when needed.

A map breaks alike on every machine only if each has the same ones, so others are not used even where they are
there. Hungarian's would pass, but takes seconds to read.
"""

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path

    from pyphen import HyphDict

DICTIONARIES = {
    "af": "af_ZA",  # LGPL 2.1
    "ca": "ca",  # LGPL 3 or GPL 3
    "da": "da_DK",  # LGPL
    "de": "de_DE",  # LGPL 2, patterns LPPL
    "el": "el_GR",  # LGPL
    "en": "en_US",  # BSD style
    "en_GB": "en_GB",  # BSD style
    "es": "es",  # MPL 1.1, LGPL 3 or GPL 3
    "et": "et_EE",  # LGPL, patterns LPPL
    "fr": "fr",  # LGPL 2.1, patterns MIT
    "hr": "hr_HR",  # LGPL
    "it": "it_IT",  # LGPL
    "lt": "lt",  # LPPL
    "pl": "pl_PL",  # LGPL, patterns LPPL
    "pt": "pt_BR",  # LGPL 3 or MPL
    "sl": "sl_SI",  # LGPL or GPL
    "sq": "sq_AL",  # MPL 2
    "sr": "sr",  # LGPL 2.1
    "sv": "sv",  # MPL or LGPL 3
}
"""By language, and by region where that makes a difference."""
_LEVELS = b"\nNEXTLEVEL"


def dictionary_places(word: str, language: str) -> tuple[int, ...]:
    """Where a word in small letters may be hyphenated; nowhere in a language that has no dictionary."""
    name = DICTIONARIES.get(language) or DICTIONARIES.get(language.split("_")[0])
    if name is None:
        return ()
    dictionary = _dictionary(name)
    # At other places the spelling would change, and the text could not be found again.
    places = tuple(int(at) for at in dictionary.positions(word) if at.data is None and 0 < at < len(word))
    # pyphen remembers each word for ever; those who ask remember what they need.
    dictionary.cache.clear()
    return places


@cache
def _dictionary(name: str) -> "HyphDict":
    from pyphen import LANGUAGES, HyphDict

    return HyphDict(_LastLevel(LANGUAGES[name]))


class _LastLevel:
    """The patterns of a dictionary's last level, as pyphen reads a file.

    Before them stand borders of compounds, in German 69,000, which pyphen would take for syllables as well.
    """

    def __init__(self, path: "Path") -> None:
        content = path.read_bytes()
        self._encoding, _, patterns = content.partition(b"\n")
        self._patterns = patterns.split(_LEVELS)[-1]

    def open(self, mode: str) -> BinaryIO:
        return BytesIO(self._encoding + b"\n")

    def read_text(self, encoding: str) -> str:
        return f"\n{self._patterns.decode(encoding)}"
