"""HTML as a row of tokens, in a time that grows with its length alone, whatever is wrong with it.

Python's own parser looks for the end of a comment or tag again and again where there is none, which takes
minutes for some megabytes. Here each character is passed once: what is not closed reaches to the end.
"""

import html as entities
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_NAME = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_STOP = re.compile(r"""=\s*(?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z))|>""")
"""What a tag's end is looked for by: a value in quotation marks, in which it cannot be, or the end."""
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?""")
_LONGEST_TAG = 10_000
"""Characters of a tag in which attributes are looked for."""
_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style")}
"""The ends of elements in which there are no tags."""
_TOO_LARGE_NUMBER = re.compile(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{8,});?")


class Token(NamedTuple):
    """A tag, or text between tags; `end` is where the next token begins."""

    kind: Literal["start", "end", "text"]
    content: str
    """A tag's name in small letters, or the text."""
    end: int
    inside: str = ""
    """What stands in a tag behind its name."""


def tokens(html: str) -> Iterator[Token]:
    """The tags and texts of HTML in order; for each comment and the like an empty text."""
    at = 0
    while at < len(html):
        start = html.find("<", at)
        start = len(html) if start < 0 else start
        if start > at:
            yield Token("text", _plain(html[at:start]), start)
        named = _NAME.match(html, start)
        if named is not None:
            at = _end_of_tag(html, named.end())
            name, inside = named[2].lower(), html[named.end() : at - 1]
            yield Token("end" if named[1] else "start", name, at, inside)
            if not named[1] and inside.endswith("/"):
                yield Token("end", name, at)
            elif not named[1] and name in _RAW:
                raw_end = _RAW[name].search(html, at)
                at = raw_end.start() if raw_end else len(html)
        elif html.startswith("<!--", start):
            at = _after(html, "-->", start + 2)
            yield Token("text", "", at)
        elif html.startswith(("<!", "<?", "</"), start):
            at = _after(html, ">", start)
            yield Token("text", "", at)
        else:
            at = start + 1
            if start < len(html):
                yield Token("text", "<", at)


def attributes(inside: str) -> dict[str, str]:
    """The attributes that stand in a tag, by their names in small letters; the first counts."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(inside[:_LONGEST_TAG]):
        found.setdefault(name.lower(), "".join(values))
    return found


def _end_of_tag(html: str, at: int) -> int:
    while (found := _STOP.search(html, at)) is not None:
        at = found.end()
        if found[0] == ">":
            return at
    return len(html)


def _after(html: str, end: str, at: int) -> int:
    found = html.find(end, at)
    return len(html) if found < 0 else found + len(end)


def _plain(text: str) -> str:
    if "&" not in text:
        return text
    return entities.unescape(_TOO_LARGE_NUMBER.sub("\N{REPLACEMENT CHARACTER}", text))
