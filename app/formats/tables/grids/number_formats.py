"""How numbers look in the cells of spreadsheets: with a name before and a unit behind, and numbers still.

A format is written as in ECMA-376, part 1, 18.8.31: what is shown as it stands is quoted.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].'
    r"|(?P<number>General|[#0?][#0?.,]*(?:E[+-]0+)?)|(?P<section>;)|(?P<letter>[A-Za-z@])|(?P<plain>.)",
    re.DOTALL,
)
_LONGEST = 240
"""Letters of a format; Excel takes no more than 255."""
SHARE = '" "%'
_MANY = 10_000
"""From here on thousands are parted."""


class Around(NamedTuple):
    """What is shown before and behind a number, and whether it is a share, shown in percent."""

    before: str = ""
    behind: str = ""
    is_share: bool = False


@lru_cache(maxsize=512)
def around(number_format: str) -> Around:
    """What a format shows around a number; nothing for one of dates, or that nobody can tell."""
    parts = ["", ""]
    is_behind = is_share = False
    for token in _TOKEN.finditer(number_format):
        kind = token.lastgroup
        if kind == "section":
            break
        if kind == "letter":
            return Around()
        if kind == "number":
            is_behind = True
        elif kind is not None:
            parts[is_behind] += token[kind]
            is_share = is_share or (kind == "plain" and token[kind] == "%")
    return Around(parts[0].lstrip().lstrip("-+("), parts[1].rstrip().rstrip(")"), is_share)


def format_with(number: float, before: str, unit: str) -> str:
    """A format for a number with so many decimals as it has; empty where that takes too many letters.

    The number of a share is that of its percent.
    """
    digits = f"{abs(number):.12g}"
    decimals = len(digits.partition(".")[2]) if "e" not in digits else 0
    shown = ("#,##0" if abs(number) >= _MANY else "0") + (f".{'0' * decimals}" if decimals else "")
    shown += SHARE if unit == "%" else _quoted(f" {unit}" if unit else "")
    first = _quoted(before)
    made = f"{first}{shown};{first}-{shown}" if before else shown
    return made if len(made) <= _LONGEST else ""


def _quoted(text: str) -> str:
    return "".join(f'"{run}"' if run != '"' else '\\"' for run in re.findall(r'"|[^"]+', text))
