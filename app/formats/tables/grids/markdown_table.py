"""A table in Markdown, as assistants and wikis write it: also in a fence, with words around it."""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.formats.tables.grid import Cell, Grid, grid_of, refuse_more
from app.formats.tables.grids.outside import FENCE, numbered_outside
from app.language.phrases import phrase
from app.limits import LONGEST_TEXT, MOST_MARKS, MOST_TABLES
from app.model.exchange.guarding import unguarded
from app.pages.errors import FormatError

_RULE = re.compile(r"\|?\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+\|?")
"""Of a line without spaces at its ends. It never looks at a sign twice, so that no text takes long."""
_LONGEST_RULE = 20_000
"""Letters of the line under a header: those of five thousand columns."""
_LONGEST_HEADING = 300
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"!?\[([^\]\n]{0,400})\]\(<?([^)\s>]{1,2000}+)>?(?:\s+\"[^\"]*\")?\)")
_MARKS = re.compile(
    r"\*\*(?=\S)(.{1,400}?)(?<=\S)\*\*|(?<!\w)__(?=\S)(.{1,400}?)(?<=\S)__(?!\w)|~~(?=\S)(.{1,400}?)(?<=\S)~~"
    r"|(?<![\w*])\*(?=[^\s*])(.{1,400}?)(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=\S)(.{1,400}?)(?<=\S)_(?!\w)|`([^`]{1,400})`",
    re.DOTALL,
)
_MARK_SIGNS = "*_~`["
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ASIDE = 0xF0000
"""Where, among letters for private use, escaped ones wait."""
_SET_ASIDE = re.compile("[\U000f0021-\U000f007e]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def has_table(text: str) -> bool:
    """Whether there is a table in a text of Markdown."""
    return _first_table(text.split("\n")) is not None


def markdown_grids(text: str) -> list[Grid]:
    """The tables of a text, each with the heading over it as its title."""
    lines = text.split("\n")
    grids: list[Grid] = []
    begins = cells = 0
    read = plain if sum(map(text.count, _MARK_SIGNS)) <= MOST_MARKS else _without_entities
    while (found := _first_table(lines, begins)) is not None:
        start, end = found
        if len(grids) == MOST_TABLES:
            raise FormatError(phrase("There are more than {most} tables in it.", most=MOST_TABLES))
        rows = []
        for at in (start, *range(start + 2, end)):
            rows.append(_cells(lines[at], read))
            cells += len(rows[-1])
            # Empty cells at the edges go; what is far beyond the limit is not read to its end.
            refuse_more(cells // 4)
        title = next((name for line in reversed(lines[begins:start]) if (name := _heading(line))), "")
        above = (at for at in range(begins, start) if not title or _heading(lines[at]) != title)
        grids.append(grid_of(rows, title, list(numbered_outside(lines, above))))
        begins = end
    if grids:
        rest = tuple(numbered_outside(lines, range(begins, len(lines))))
        grids[-1] = replace(grids[-1], notes=(*grids[-1].notes, *rest))
    return grids


def plain(text: str) -> str:
    """Words of Markdown as they are read: without marks for bold, code and the like."""
    if len(text) > LONGEST_TEXT:
        return _without_entities(text)  # No note is that long; marks in it would take long to find.
    # What is escaped is set aside meanwhile, where nothing takes it for a mark.
    text = _ESCAPED.sub(lambda found: chr(_ASIDE + ord(found[1])), _BREAK.sub("\n", text))
    text = _LINK.sub(lambda link: link[1] or link[2], text)
    for _ in range(3):
        text = _MARKS.sub(lambda mark: next(part for part in mark.groups() if part is not None), text)
    return _SET_ASIDE.sub(lambda found: chr(ord(found[0]) - _ASIDE), html.unescape(text)).strip()


def _without_entities(text: str) -> str:
    return html.unescape(text).strip()


def _first_table(lines: Sequence[str], begins: int = 0) -> tuple[int, int] | None:
    """The line of its header, and that behind its last row."""
    for at in range(begins + 1, len(lines)):
        rule = lines[at]
        is_short = len(rule) <= _LONGEST_RULE
        if (
            "|" in lines[at - 1]
            and "-" in rule
            and "|" in rule
            and is_short
            and _RULE.fullmatch(rule.strip())
        ):
            end = at + 1
            while end < len(lines) and "|" in lines[end] and not FENCE.match(lines[end]):
                end += 1
            return at - 1, end
    return None


def _cells(line: str, read: Callable[[str], str]) -> list[Cell]:
    line = line.strip().removeprefix("|")
    line = line[:-1] if line.endswith("|") and not line.endswith("\\|") else line
    return [_cell(cell.strip(), read) for cell in _PIPE.split(line)]


def _cell(text: str, read: Callable[[str], str]) -> Cell:
    link = _LINK.search(text) if read is plain and len(text) <= LONGEST_TEXT else None
    return Cell(unguarded(read(text)), link=link[2] if link else "")


def _heading(line: str) -> str:
    is_short = len(line) <= _LONGEST_HEADING
    found = _HEADING.fullmatch(line) if is_short and line.lstrip().startswith("#") else None
    return plain(found[1]) if found else ""
