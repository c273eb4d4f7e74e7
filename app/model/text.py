"""Text as people paste it, made safe to keep: no control characters, no lone surrogates, one kind of newline.

Zero-width characters stay: scripts and emoji are joined by them.
"""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field

from app.limits import LONGEST_TEXT as LONGEST_TEXT

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
"""Every way to break a line but the one that is kept; slide programs break lines with \\v."""

_NOT_KEPT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without characters that no file, screen or printer can carry."""
    return text if text.isprintable() else _NOT_KEPT.sub("", _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """The text with every run of white space as one space: for names and titles."""
    return " ".join(clean(text).split())


def _cleaned(value: object) -> object:
    return clean(value) if isinstance(value, str) else value


def _on_one_line(value: object) -> object:
    return one_line(value) if isinstance(value, str) else value


# Cleaned before anything else is asked of it: pydantic refuses a lone surrogate, which people do paste.
Text = Annotated[str, Field(max_length=LONGEST_TEXT), BeforeValidator(_cleaned)]
"""Text of several lines: notes, quotes, descriptions."""

ShortText = Annotated[str, Field(max_length=LONGEST_TEXT), BeforeValidator(_on_one_line)]
"""Text of one line: names, titles, labels."""
