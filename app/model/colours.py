"""Colours as people and other programs write them, made what records hold: #RRGGBB."""

import re

_WRITTEN = re.compile(r"#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")


def read_colour(text: str) -> str:
    """A colour as #RRGGBB, of one written as #rrggbb or #rgb; empty where a text is none."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return ""
    digits = found[1].upper()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))
