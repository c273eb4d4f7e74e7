"""Text as people paste it, made safe to keep: no control characters, no lone surrogates, one kind of newline.

Zero-width characters stay: scripts and emoji are joined by them.
"""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

LONGEST_TEXT = 20_000
"""Characters that one text may hold; about ten printed pages, far beyond any note."""

_NOT_KEPT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without characters that no file, screen or printer can carry."""
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return _NOT_KEPT.sub("", text)


def one_line(text: str) -> str:
    """The text with every run of white space as one space: for names and titles."""
    return " ".join(clean(text).split())


Text = Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(clean)]
"""Text of several lines: notes, quotes, descriptions."""

Line = Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(one_line)]
"""Text of one line: names, titles, labels."""
