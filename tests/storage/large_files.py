"""Project files as large as one may be, and a journal beside one."""

import json
import lzma
from pathlib import Path

from app.model.document import Document
from app.model.records import JourneyMap, Note, Project, Section, Stage
from app.storage.project_file import ProjectFile
from benchmarks.torture.strangers import beside, journal_between
from tests.bombs import sql


def block_of_versions(number: int, letters: int, is_sound: bool = False) -> tuple[str, tuple[object, ...]]:
    """A thousand versions in a block, with a letter in each name that makes it four times as large."""
    first = number * 1000 + 1
    heads = [[first, *[1] * 999], [0] * 1000, ["version"] * 1000, [0] * 1000, ["🍕" + "y" * letters] * 1000]
    packed = lzma.compress(json.dumps(heads, ensure_ascii=False).encode(), preset=0)
    changes = lzma.compress(json.dumps([None] * 1000).encode(), preset=0) if is_sound else b""
    return "INSERT INTO history_block VALUES (?, ?, ?, ?)", (first, first + 999, packed, changes)


def largest(folder: Path, blocks: int, is_sound: bool = False, notes: int = 50_000) -> Path:
    path = folder / "large.journey"
    ProjectFile.create(path, project_of(notes)).close()
    sql(path, ("UPDATE note SET text = '🍕' || ?", ("x" * 130,)))
    sql(path, *[block_of_versions(number, 499, is_sound) for number in range(blocks)])
    return path


def add_journal(path: Path) -> None:
    earlier = path.read_bytes()
    sql(path, ("UPDATE note SET votes = 3 WHERE id = 'note-3'", ()))
    beside(path).write_bytes(journal_between(earlier, path.read_bytes()))


def project_of(notes: int) -> Document:
    return Document(
        [
            Project(id="project"),
            JourneyMap(id="map"),
            Stage(id="stage", map="map"),
            Section(id="section", map="map"),
            *[
                Note(id=f"note-{n}", position=n, section="section", stage="stage", text=f"note {n}")
                for n in range(notes)
            ],
        ]
    )
