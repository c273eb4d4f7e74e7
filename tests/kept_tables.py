"""The tables of `tests/tables`, and what a reader should make of each: written before it saw them.

A file has three parts: how the table is written, the table, and the answer. In the table ⇥ is a tab and ↵ a
break within a cell. The answer says which way the stages go, their names, then each section with its kind (of
notes the colour of its name) and its cells: ` | ` parts cells, ` // ` what stands in one of them.
"""

import re
from pathlib import Path
from typing import NamedTuple

from app.formats.tables.bringing_in.new_map import ready_section
from app.formats.tables.grids.text_table import grid_of_text
from app.formats.tables.reading import Fields, SectionRead, TableReading
from app.formats.tables.recognising.recognise import recognised
from app.language.numbers import typed

FOLDER = Path(__file__).parent / "tables"
KNOWN, LAID_ASIDE = sorted((FOLDER / "known").glob("*.txt")), sorted((FOLDER / "laid-aside").glob("*.txt"))
_SECTION = re.compile(r"(?:(.*?) )?\[([a-z]+)(?: ([a-z]+))?\]: ?(.*)")
_KINDS = {"graph": "emotional-graph", "line": "dividing-line"}


class Table(NamedTuple):
    text: str
    answer: list[str]


def table_in(path: Path) -> Table:
    _, text, answer = path.read_text(encoding="utf-8").split("\n=====\n")
    text = re.sub(r"[^⇥\n]*↵[^⇥\n]*", lambda cell: '"' + cell[0].replace("↵", "\n") + '"', text)
    return Table(text.replace("⇥", "\t"), answer.strip("\n").split("\n"))


def read(table: Table) -> TableReading:
    return recognised(grid_of_text(table.text))


def wrong_cells(table: Table) -> tuple[list[str], int]:
    """What is not as the answer has it, a line for each cell, and how many cells the answer has."""
    found = answer_of(read(table))
    wrong, count = [], 0
    for at, line in enumerate(table.answer):
        head, cells = _parted(line)
        other, here = _parted(found[at]) if at < len(found) else ("", [])
        count += len(cells)
        for column, cell in enumerate(cells):
            is_right = head == other and column < len(here) and here[column] == cell
            if not is_right:
                wrong.append(f"{head!r} {cell!r}: {other!r} {here[column] if column < len(here) else None!r}")
    return wrong, count


def answer_of(reading: TableReading) -> list[str]:
    """What was read in the words in which the answers are written."""
    lines = ["down" if reading.stages_go_down else "across"]
    if reading.title:
        lines.append(f"title: {reading.title}")
    if any(stage.group for stage in reading.stages):
        lines.append("groups: " + " | ".join(stage.group for stage in reading.stages))
    lines.append("stages: " + " | ".join(stage.name for stage in reading.stages))
    lines += [_section(section) for section in reading.sections]
    if any(stage.duration for stage in reading.stages):
        lines.append("durations: " + " | ".join(stage.duration for stage in reading.stages))
    return [line.strip() for line in lines]


def _parted(line: str) -> tuple[str, list[str]]:
    if found := _SECTION.fullmatch(line):
        return line[: found.start(4)].strip(), [cell.strip() for cell in found[4].split("|")]
    head, _, rest = line.partition(":")
    return (head, [cell.strip() for cell in rest.split("|")]) if rest else ("", [head])


def _section(section: SectionRead) -> str:
    kind = next(
        (short for short, long in _KINDS.items() if long == section.section_kind), section.section_kind
    )
    ready = ready_section(section.meaning, section.section_kind)
    colour = f" {ready.colour}" if kind == "notes" else ""
    cells = " | ".join(" // ".join(map(_words, cell)) for cell in section.cells)
    return f"{section.name} [{kind}{colour}]: {cells}"


def _words(fields: Fields) -> str:
    if "channels" in fields:
        return " // ".join(map(str, fields["channels"]))  # type: ignore[call-overload]
    if "value" in fields and "unit" not in fields:
        emotion = f" ({fields['emotion']})" if "emotion" in fields else ""
        quote = f" “{fields['quote']}”" if "quote" in fields else ""
        return f"{typed(float(str(fields['value'])), 2)}{emotion}{quote}"
    if "value" in fields:
        return f"{typed(float(str(fields['value'])), 2)} {fields['unit']}".strip()
    return str(fields.get("persona") or fields.get("address") or fields.get("text"))
