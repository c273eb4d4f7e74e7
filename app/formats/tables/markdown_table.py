"""A table in Markdown, as assistants and wikis write it: also in a fence, with words around it."""

import html
import re
from collections.abc import Iterator, Sequence

from app.formats.import_notes import ImportNote
from app.formats.tables.grid import Cell, Grid, grid_of
from app.language.phrases import phrase
from app.model.exchange.guarding import unguarded

_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_PIPE = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
_MARKS = re.compile(
    r"\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)|~~(?=\S)(.+?)(?<=\S)~~"
    r"|(?<![\w*])\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)|`([^`]+)`",
    re.DOTALL,
)
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def has_table(text: str) -> bool:
    """Whether there is a table in a text of Markdown."""
    return _first_table(text.split("\n")) is not None


def markdown_grid(text: str) -> Grid:
    """The first table of a text, with the heading over it as its title; no rows where there is none."""
    lines = text.split("\n")
    found = _first_table(lines)
    if found is None:
        return Grid(())
    start, end = found
    rows = [_cells(lines[at]) for at in (start, *range(start + 2, end))]
    title = next((name for line in reversed(lines[:start]) if (name := _heading(line))), "")
    return grid_of(rows, title, list(_left_out(lines, start, end, title)))


def plain(text: str) -> str:
    """Words of Markdown as they are read: without marks for bold, code and the like."""
    text = _BREAK.sub("\n", text)
    text = _LINK.sub(lambda link: link[1] or link[2], text)
    for _ in range(3):
        text = _MARKS.sub(lambda mark: next(part for part in mark.groups() if part is not None), text)
    return html.unescape(_ESCAPED.sub(r"\1", text)).strip()


def _first_table(lines: Sequence[str]) -> tuple[int, int] | None:
    """The line of its header, and that behind its last row."""
    for at in range(1, len(lines)):
        rule = lines[at]
        if "|" in lines[at - 1] and "-" in rule and "|" in rule and _RULE.fullmatch(rule):
            end = at + 1
            while end < len(lines) and "|" in lines[end] and not _FENCE.match(lines[end]):
                end += 1
            return at - 1, end
    return None


def _cells(line: str) -> list[Cell]:
    line = line.strip().removeprefix("|")
    line = line[:-1] if line.endswith("|") and not line.endswith("\\|") else line
    return [_cell(cell.replace("\\|", "|").strip()) for cell in _PIPE.split(line)]


def _cell(text: str) -> Cell:
    link = _LINK.search(text)
    return Cell(unguarded(plain(text)), link=link[2] if link else "")


def _heading(line: str) -> str:
    found = _HEADING.fullmatch(line)
    return plain(found[1]) if found else ""


def _left_out(lines: Sequence[str], start: int, end: int, title: str) -> Iterator[ImportNote]:
    for at, line in enumerate(lines):
        words = line.strip()
        if not words or start <= at < end or _FENCE.match(line) or _heading(line) == title != "":
            continue
        yield ImportNote(
            "left out",
            phrase("“{text}” stands outside the table.", text=words),
            phrase("line {number}", number=at + 1),
        )
