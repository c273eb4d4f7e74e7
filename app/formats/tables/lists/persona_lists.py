"""Personas as people write them: a table of two columns, or of one for each; lines like YAML; Markdown."""

import re
from collections.abc import Iterator, Sequence

from app.formats.import_notes import ImportNote
from app.formats.tables.grid import Grid
from app.formats.tables.grids.markdown_table import plain
from app.formats.tables.reading import TableReading
from app.language.phrases import phrase
from app.model.exchange.cell_parts import listed_in, notes_in
from app.model.exchange.vocabulary import persona_field, says_nothing
from app.model.records import Fact

_LEAST, _SHARE = 3, 0.6
"""Fields that must be known, and the share of all, for something to be a persona."""
_LISTS = ("goals", "motivations", "needs", "frustrations", "channels")
_LONGEST_KEY, _LONGEST_TEXT = 40, 60_000
_KEYED = re.compile(r"\s{0,8}(?:[-*•]\s+)?([^:：\n]{1,40})[:：](?:\s+(.*)|\s*)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(\S.{0,200})")
_BULLET = re.compile(r"\s*(?:[-*•·]|\d{1,2}[.)])\s+(\S.*)")
_APART = re.compile(r"^[^\S\n]*(?:---+|\*\*\*+)[^\S\n]*$", re.MULTILINE)
_AGE = re.compile(r"\d{1,3}")
Said = list[tuple[str, list[str]]]
"""What a persona's fields are called, as they stand, and their lines."""


def personas_in_grid(grid: Grid) -> TableReading | None:
    """The personas of a table whose first column, or first row, names their fields; None for any other."""
    for turned in (grid, grid.turned) if grid.rows else ():
        names = [row[0].text for row in turned.rows]
        if turned.width < 2 or not _are_fields(names):
            continue
        said: list[Said] = [
            [(name, [cell.text]) for name, cell in zip(names, column, strict=True)]
            for column in list(zip(*turned.rows, strict=True))[1:]
        ]
        return _reading(said, grid.notes)
    return None


def personas_in_text(text: str) -> TableReading | None:
    """The personas that lines tell of, each "field: value" or under a heading; None for any other text."""
    if len(text) > _LONGEST_TEXT:
        return None
    said = [one for part in _APART.split(text) if (one := _said(part))]
    if not said or not all(_are_fields([name for name, _ in one]) for one in said):
        return None
    return _reading(said, ())


def _are_fields(names: Sequence[str]) -> bool:
    known = [found for name in names if (found := persona_field(name))]
    return "name" in known and len(set(known)) >= _LEAST and len(known) >= _SHARE * len(names)


def _said(text: str) -> Said:
    found: Said = []
    for line in text.split("\n"):
        heading, keyed, bullet = _HEADING.fullmatch(line), _KEYED.fullmatch(plain(line)), _BULLET.match(line)
        if heading is not None:
            words = plain(heading[1]).strip(" :#")
            if persona_field(words) or found:
                found.append((words, []))
            else:
                found.append(("name", [words.partition(":")[2].strip() or words]))
        elif keyed is not None and not (found and bullet and not persona_field(keyed[1])):
            found.append((keyed[1].strip(" *_"), [keyed[2] or ""]))
        elif found and line.strip():
            found[-1][1].append(plain(bullet[1] if bullet else line))
    return [(name, [line for line in lines if line.strip()]) for name, lines in found]


def _reading(said: Sequence[Said], notes: Sequence[ImportNote]) -> TableReading:
    told = list(notes)
    personas = [fields for one in said if (fields := dict(_fields(one, told))).get("name")]
    return TableReading(notes=tuple(told), personas=tuple(personas))


def _fields(said: Said, told: list[ImportNote]) -> Iterator[tuple[str, object]]:
    facts: list[Fact] = []
    for name, lines in said:
        text = "\n".join(lines).strip().strip("\"'“”„").strip()
        field = persona_field(name)
        if not text or says_nothing(text):
            continue
        if field in _LISTS:
            parts = listed_in(text) if field == "channels" else notes_in(text)
            yield field, tuple(parts)
        elif field == "age":
            found = _AGE.search(text)
            if found is not None and int(found[0]) <= 150:
                yield field, int(found[0])
            else:
                facts.append(Fact(name=name, text=text))
        elif field:
            yield field, text
        elif len(name) <= _LONGEST_KEY:
            facts.append(Fact(name=name, text=text))
            sentence = phrase("“{name}” was taken as a field of its own.", name=name)
            told.append(ImportNote("taken", sentence))
    if facts:
        yield "facts", tuple(facts)
