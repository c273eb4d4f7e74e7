"""How large the window's text is, and with it whatever must grow where text does.

The map is a poster and has its own zoom. Sizes in code are those at 100 %, in logical pixels.
"""

import re

LEAST, MOST = 0.8, 2.0
"""Of what is drawn at 100 %: the window was looked at in these sizes and those between."""
PLAIN = 13
"""Logical pixels of the window's own text at 100 %."""
USUAL_OF_SYSTEMS = 15
"""Logical pixels up to which a system's own text is nothing that anybody asked for."""

_GROWING = re.compile(
    r"(?<=[\s;{])((?:font-size|letter-spacing|(?:min-|max-)?(?:width|height)|icon-size):\s*)([\d.]+)px"
)
_LEAST_GROWING = 14
"""Pixels of a width or height in the style sheet from which on it holds text, and is no line or groove."""

_factor = 1.0


def set_text_size(factor: float) -> None:
    """Draw what is built from now on so many times as large."""
    global _factor
    _factor = min(max(factor, LEAST), MOST)


def text_size() -> float:
    return _factor


def scaled(pixels: float) -> int:
    """Logical pixels at 100 % as they are at the size of now."""
    return round(pixels * _factor)


def system_text_size(pixels: float) -> float:
    """How large text is to somebody who chose 100 %, by the size that a system's own text has."""
    return 1.0 if pixels <= USUAL_OF_SYSTEMS else min(pixels / PLAIN, MOST)


def scaled_rules(rules: str) -> str:
    """A style sheet in which text, and what holds it, has the size of now."""
    return _GROWING.sub(_scaled_rule, rules)


def _scaled_rule(found: re.Match[str]) -> str:
    name, pixels = found.group(1), float(found.group(2))
    is_of_text = name.startswith(("font-size", "letter-spacing"))
    if not is_of_text and pixels < _LEAST_GROWING:
        return found.group()
    return f"{name}{pixels * _factor:.4g}px" if name.startswith("letter") else f"{name}{scaled(pixels)}px"
