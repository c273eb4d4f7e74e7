"""Two languages that nobody speaks, made of the English as it is asked for, to see what is not translated.

`en_XA` has accents on its letters and is 40 % longer; `ar_XB` is written from right to left. Whatever is
shown without ⟦brackets⟧ is not marked as translatable; whatever lacks its end is cut off.
"""

import gettext
import re
from typing import NamedTuple


class Kind(NamedTuple):
    """What is done to each sentence."""

    is_mirrored: bool


PSEUDO = {"en_XA": Kind(is_mirrored=False), "ar_XB": Kind(is_mirrored=True)}
LONGER = 0.4
_ACCENTED = str.maketrans("aceghijklnorsuyzACEGHIJKLNORSUYZ", "åçéĝĥîĵķľñöŕšûýžÅÇÉĜĤÎĴĶĽÑÖŔŠÛÝŽ")
_HEBREW = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "אבצדעפגהיחקלמנוספרשתוויקזא" * 2
)
_KEPT = re.compile(r"\{[^{}]*\}|<[^<>]*>|&\w+;|%\w|%\(\w+\)\w")
"""Placeholders and what is no word."""
_FILLER = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


class Pseudo(gettext.NullTranslations):
    """Speaks a language that nobody speaks."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind

    def gettext(self, message: str) -> str:
        return self._said(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._said(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self._said(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self._said(msgid1 if n == 1 else msgid2)

    def _said(self, sentence: str) -> str:
        if not sentence:
            return sentence
        letters = _HEBREW if self._kind.is_mirrored else _ACCENTED
        kept = _KEPT.findall(sentence)
        parts = (part.translate(letters) for part in _KEPT.split(sentence))
        said = "".join(part + rest for part, rest in zip(parts, [*kept, ""], strict=True))
        return f"⟦{said}{'' if self._kind.is_mirrored else _padding(len(sentence))}⟧"


def _padding(length: int) -> str:
    """Words that make a sentence longer by its share."""
    missing, words = round(length * LONGER), ""
    for word in _FILLER * (missing // 10 + 1):
        if len(words) >= missing:
            break
        words += f" {word}"
    return words
