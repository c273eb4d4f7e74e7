"""Small project files that unpack to gigabytes: refused in a sentence, soon, and in little memory."""

import json
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from app.storage.project_file import ProjectFile
from tests.bombs import MOST_MEGABYTES, gone_into, sql
from tests.storage.large_files import add_journal, block_of_versions, largest, project_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the memory of a process")

TEXT = "x" * 20_000


def labels(path: Path) -> None:
    """Blocks of steps with long names: 2.6 MB of them were over 5 GB."""
    sql(path, *map(block_of_versions, range(80), [4_000] * 80))


def labels_within_bounds(path: Path) -> None:
    """Names as long as a block may have."""
    sql(path, *map(block_of_versions, range(250), [499] * 250))


def generated_column(path: Path) -> None:
    """A column that SQLite computes when it is asked for: 176 KB that were 4.3 GB."""
    sql(
        path,
        ("CREATE TABLE old AS SELECT * FROM note", ()),
        ("DROP TABLE note", ()),
        (
            "CREATE TABLE note (id TEXT PRIMARY KEY, position INTEGER, section TEXT, stage TEXT,"
            " text TEXT GENERATED ALWAYS AS (hex(zeroblob(30000000))) VIRTUAL, colour TEXT, description TEXT,"
            " persona TEXT, moment_of_truth INTEGER, evidence TEXT, source TEXT, method TEXT,"
            " evidence_date TEXT, impact TEXT, owner TEXT, team TEXT, effort TEXT, status TEXT, due TEXT,"
            " votes INTEGER, tags TEXT, link TEXT, picture TEXT)",
            (),
        ),
        (
            "INSERT INTO note (id, position, section, stage, colour, description, persona, moment_of_truth,"
            " evidence, source, method, evidence_date, impact, owner, team, effort, status, due, votes, tags,"
            " link, picture) SELECT id, position, section, stage, colour, description, persona,"
            " moment_of_truth, evidence, source, method, evidence_date, impact, owner, team, effort, status,"
            " due, votes, tags, link, picture FROM old",
            (),
        ),
        ("DROP TABLE old", ()),
    )


def neighbours(path: Path) -> None:
    """A hundred steps of which each unpacks to 256 MB: an undo looked at them all."""
    big = zlib.compress(b"[" + b" " * 255_000_000 + b"]", 9)
    before = {"id": "note-1", "section": "section", "stage": "stage", "position": 1, "text": "note 1"}
    small = zlib.compress(json.dumps([["note", before | {"votes": 1}, before]]).encode())
    steps = [(number, 0, "do", number, "Bomb", big) for number in range(1, 101)]
    statement = "INSERT INTO history VALUES (?, ?, ?, ?, ?, ?)"
    sql(path, *[(statement, step) for step in [*steps, (101, 0, "do", 101, "Small", small)]])


def states(path: Path) -> None:
    """Steps that made thousands of records which are gone, with long texts: 2 MB that were over 3 GB."""
    sql(path, *map(step_of_long_texts, range(1, 60)))


def step_of_long_texts(number: int) -> tuple[str, tuple[object, ...]]:
    note = {"section": "section", "stage": "stage", "text": f"🍕{TEXT[:-1]}"}
    edits = [["note", None, note | {"id": f"gone-{number}-{n}"}] for n in range(1_000)]
    packed = zlib.compress(json.dumps(edits, ensure_ascii=False).encode(), 9)
    return "INSERT INTO history VALUES (?, ?, ?, ?, ?, ?)", (number, 0, "do", number, "Bomb", packed)


def many_records(path: Path) -> None:
    """Rows without anything in them: each becomes a record of 2 KB."""
    sql(
        path,
        (
            "WITH RECURSIVE number(n) AS (SELECT 10 UNION ALL SELECT n + 1 FROM number WHERE n < 900000)"
            " INSERT INTO stage SELECT 's' || n, n, map, '', '', '', '', '', '', '[]', NULL"
            " FROM number, (SELECT map FROM stage LIMIT 1)",
            (),
        ),
    )


def many_facts(path: Path) -> None:
    """Short lists of many objects: three bytes become 700."""
    facts = "[" + ",".join(["{}"] * 1_500_000) + "]"
    values = {"id": "p", "position": 0, "is_segment": 0, "colour": "#F2C879", "facts": facts}
    lists = ("goals", "motivations", "needs", "frustrations", "channels", "traits")
    texts = "name gender job_title sector location email website education income quote background"
    values |= dict.fromkeys(lists, "[]") | dict.fromkeys(texts.split(), "")
    places = ", ".join("?" * len(values))
    sql(path, (f"INSERT INTO persona ({', '.join(values)}) VALUES ({places})", tuple(values.values())))


def long_texts(path: Path) -> None:
    """Texts as long as they may be, but too many, each with a letter that makes it four times as large."""
    sql(
        path,
        ("UPDATE note SET text = '🍕' || char(13) || ?", (TEXT[:-10],)),
        *[(f"UPDATE note SET {name} = text", ()) for name in ("description", "source", "method", "owner")],
    )


Bomb = Callable[[Path], None]
BOMBS: tuple[Bomb, ...] = (
    labels, labels_within_bounds, generated_column, neighbours, many_records, many_facts, long_texts,
)  # fmt: skip


QUICK = [(labels, "open"), (neighbours, "undo")]
WAYS = ("open", "undo", "check", "rescue", "reviews")


@pytest.mark.parametrize(("bomb", "way"), QUICK)
def test_no_small_file_takes_a_gigabyte(bomb: Bomb, way: str, tmp_path: Path) -> None:
    found = gone_into(way, made(bomb, tmp_path))
    assert found.megabytes < MOST_MEGABYTES
    assert any(way_on in found.said for way_on in ("pen a backup", "“journeywall recover” puts"))


@pytest.mark.long("tries every bomb with all that is done with files")
@pytest.mark.parametrize("bomb", BOMBS)
def test_no_small_file_takes_a_gigabyte_whatever_is_done_with_it(bomb: Bomb, tmp_path: Path) -> None:
    path = made(bomb, tmp_path)
    for way in WAYS:
        assert gone_into(way, path).megabytes < MOST_MEGABYTES


@pytest.mark.long("makes and proves the largest project twice")
def test_a_journal_beside_the_largest_project_takes_no_gigabyte(tmp_path: Path) -> None:
    """Both are proved: the project as it is and with the journal rolled back."""
    path = largest(tmp_path, blocks=180)
    add_journal(path)
    found = gone_into("open", path)
    assert found.said == "50004 records, 180000 steps"
    assert found.megabytes < MOST_MEGABYTES


@pytest.mark.long("makes a history of a gigabyte")
def test_of_what_only_the_history_knows_no_gigabyte_is_kept(tmp_path: Path) -> None:
    found = gone_into("rescue", made(states, tmp_path))
    assert found.said.endswith("The history cannot be read in full.")
    assert found.megabytes < MOST_MEGABYTES


@pytest.mark.long("makes and rescues the largest project")
def test_the_largest_project_is_rescued_whole_within_a_gigabyte(tmp_path: Path) -> None:
    found = gone_into("rescue", largest(tmp_path, blocks=180, is_sound=True))
    assert found.said == "whole"
    assert found.megabytes < MOST_MEGABYTES


@pytest.mark.long("makes and rescues the largest project")
def test_what_is_too_large_and_has_a_journal_is_rescued_within_a_gigabyte(tmp_path: Path) -> None:
    path = largest(tmp_path, blocks=250)
    add_journal(path)
    found = gone_into("rescue", path)
    assert found.said == "The history cannot be read in full."
    assert found.megabytes < MOST_MEGABYTES


def made(bomb: Bomb, folder: Path) -> Path:
    path = folder / "bomb.journey"
    ProjectFile.create(path, project_of(1_000 if bomb is long_texts else 20)).close()
    bomb(path)
    return path
