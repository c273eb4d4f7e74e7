"""Feelings as people write them in a table: numbers on any scale, arrows, signs, emoji, words, sentences."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from app.model.exchange.vocabulary import feeling_of, feeling_within, says_nothing
from app.model.records import HIGHEST, LOWEST

SCALE = " (−5…+5)"
"""What is written behind the name of an emotional graph, so that its numbers are read as they are meant."""
ARROWS = {
    "↑": 4.0,
    "⬆": 4.0,
    "↗": 2.0,
    "⬈": 2.0,
    "→": 0.0,
    "➡": 0.0,
    "↘": -2.0,
    "⬊": -2.0,
    "↓": -4.0,
    "⬇": -4.0,
}
"""Doubled ones are the same."""
_EMOJI = {
    5.0: "🤩🥰😍🥳",
    4.0: "😀😃😄😁😆😂🤗❤💚👍",
    3.0: "😊☺😌😇",
    2.0: "🙂🤔😏🤓",
    0.0: "😐😶😑🫤",
    -1.0: "🥱😴",
    -2.0: "😕🙁☹😬😰😨🤨",
    -3.0: "😟😢😞😔😓😩😣😒👎",
    -4.0: "😠😤😫😖😭💔",
    -5.0: "😡🤬👿",
}
EMOJI = {sign: value for value, signs in _EMOJI.items() for sign in signs}
_JOINERS = "\ufe0f\u200d" + "".join(chr(code) for code in range(0x1F3FB, 0x1F400))
"""What follows an emoji and changes how it looks."""
_FEELING_SIGNS = re.compile(rf"(?:[{''.join((*ARROWS, *EMOJI))}][{_JOINERS}]*)+")
_BETWEEN_WORDS = re.compile(rf"(?<=\w){_FEELING_SIGNS.pattern}(?=\w)")
_NUMBER = r"[-−–+]?[ ]?\d{1,3}(?:[.,]\d{1,2})?"
_TO = r"\s*(?:-|–|—|…|\.\.\.?|~|〜|～|:|/|to|bis|à|a|al|до|tot|até|から)\s*"
_SCALE = re.compile(rf"({_NUMBER}){_TO}({_NUMBER})")
_OF = re.compile(r"/\s*(\d{1,3})\s*$")
_CELL = re.compile(rf"({_NUMBER})(?:\s*/\s*(\d{{1,3}}))?(?:\s*(?:–|-|bis|to|…)\s*({_NUMBER}))?\s*(%)?")
_SIGNS = re.compile(r"(?:\+{1,3}|[-−–]{1,3})")
_SEVERAL_SIGNS = re.compile(r"\+{1,3}|[-−–]{2,3}")
_STARS = re.compile(r"([★⭐]+)([☆✩]*)")
_EDGES = " \t\n,;:.–—-()/·"
_LONGEST_NAME = 200
"""Letters of a name among which a scale is looked for."""
_MOST_WORDS = 2
"""Words that are an emotion; more are a quote."""


class Feeling(NamedTuple):
    """What a cell says of how somebody feels; without a value where it only says something."""

    value: float | None = None
    emotion: str = ""
    quote: str = ""


class Scale(NamedTuple):
    """From where to where the numbers of a row go, and what told that."""

    low: float
    high: float
    told_by: str = ""
    """ "name", "signs", "negative", "1–5", "0–10"; empty where the row has no numbers."""

    def spread(self, number: float) -> float:
        """A number as a value, −5 … +5."""
        share = (number - self.low) / (self.high - self.low)
        return round(min(max(LOWEST + share * (HIGHEST - LOWEST), LOWEST), HIGHEST), 2)


_WHOLE = Scale(LOWEST, HIGHEST)


def scale_of(name: str, cells: Iterable[str]) -> Scale:
    """The scale of a row: what its name says, else what its numbers can be."""
    cells = list(cells)
    told = _told(name[:_LONGEST_NAME])
    if told is not None:
        return told
    if any(_SEVERAL_SIGNS.fullmatch(cell.strip()) for cell in cells):
        return Scale(-2, 2, "signs")
    found = [
        match for cell in cells if (match := _CELL.match(cell.strip())) and not match[2] and not match[4]
    ]
    numbers = [_number(one) for match in found for one in (match[1], match[3]) if one]
    if not numbers:
        return _WHOLE
    if min(numbers) < 0:
        return _WHOLE._replace(told_by="negative")
    if all(number.is_integer() and 1 <= number <= 5 for number in numbers):
        return Scale(1, 5, "1–5")
    return Scale(0, 10, "0–10") if max(numbers) <= 10 else Scale(0, 100, "0–100")


def feeling_in(cell: str, scale: Scale) -> Feeling:
    """What a cell says, its numbers read by the scale of its row."""
    text = cell.strip()
    if not text or (says_nothing(text) and not (scale.told_by == "signs" and _SIGNS.fullmatch(text))):
        return Feeling()
    if scale.told_by == "signs" and _SIGNS.fullmatch(text):
        return Feeling(scale.spread(min(len(text), 2) * (1.0 if text[0] == "+" else -1.0)))
    for read in (_by_stars, _by_arrow, _by_number, _by_emoji):
        found = read(text, scale)
        if found is not None:
            return found
    return _by_words(text)


def typed_feeling(text: str) -> Feeling:
    """What somebody typed on an emotional graph: numbers are what they are, from −5 to +5."""
    return feeling_in(text, Scale(-2, 2, "signs") if _SEVERAL_SIGNS.fullmatch(text.strip()) else _WHOLE)


def is_feeling(cell: str) -> bool:
    """Whether a cell is an arrow, an emoji or a word for a feeling, with nothing but a word beside."""
    text = cell.strip()
    if _SEVERAL_SIGNS.fullmatch(text) or _STARS.fullmatch(text) or feeling_of(text) is not None:
        return True
    has_sign = text[:1] in ARROWS or any(sign in EMOJI for sign in text)
    return has_sign and len(_rest(text).split()) <= _MOST_WORDS


def _told(name: str) -> Scale | None:
    found = _SCALE.search(name)
    if found:
        low, high = sorted((_number(found[1]), _number(found[2])))
        if high > low:
            return Scale(low, high, "name")
    of = _OF.search(name.rstrip(") ]"))
    if of and float(of[1]) > 1:
        return Scale(1 if of[1] == "5" else 0, float(of[1]), "name")
    return Scale(0, 100, "name") if "%" in name else None


def _by_number(text: str, scale: Scale) -> Feeling | None:
    found = _CELL.match(text) or _CELL.fullmatch(text.rpartition(" ")[2])
    if found is None:
        return None
    at_end = not text.startswith(found[0])
    rest = text[: -len(found[0])] if at_end else text[found.end() :]
    is_parted = scale.told_by in ("", "name") and found[0][-1].isspace()
    if rest[:1].isalnum() and not at_end and not is_parted:
        return None  # "2nd", "3D", "2 hours": no number by itself.
    number = _number(found[1])
    if found[2]:
        most = float(found[2])
        scale = Scale(1 if most == 5 else 0, most) if most > 0 else scale
    elif found[4]:
        scale = Scale(0, 100)
    elif found[3]:
        number = (number + _number(found[3])) / 2
    return _with_words(scale.spread(number), rest)


def _by_arrow(text: str, scale: Scale) -> Feeling | None:
    signs = [sign for sign in text if sign in ARROWS]
    if not signs or (text[0] not in ARROWS and text.rstrip("\ufe0f")[-1] not in ARROWS):
        return None
    return _with_words(ARROWS[signs[0]], _rest(text))


def _by_emoji(text: str, scale: Scale) -> Feeling | None:
    signs = [sign for sign in text if sign in EMOJI]
    if not signs:
        return None
    return _with_words(EMOJI[signs[0]], _rest(text))


def _by_stars(text: str, scale: Scale) -> Feeling | None:
    found = _STARS.match(text)
    if found is None:
        return None
    most = max(5, len(found[1]) + len(found[2]))
    return _with_words(Scale(1, most).spread(len(found[1])), text[found.end() :])


def _by_words(text: str) -> Feeling:
    bare = text.strip(_EDGES)
    value = feeling_of(bare)
    return _with_words(value if value is not None else feeling_within(bare), text)


def _with_words(value: float | None, rest: str) -> Feeling:
    words = rest.strip(_EDGES)
    if not words:
        return Feeling(value)
    if len(words.split()) <= _MOST_WORDS and "\n" not in words:
        return Feeling(value, emotion=words)
    return Feeling(value, quote=rest.strip(" \t\n,;:–—-"))


def _rest(text: str) -> str:
    """A text without the signs that stand for a feeling."""
    return _FEELING_SIGNS.sub("", _BETWEEN_WORDS.sub(" ", text)).strip()


def _number(text: str) -> float:
    text = text.replace("−", "-").replace("–", "-").replace(",", ".").replace(" ", "")
    return float(text)
