"""A file that cannot be opened is told in a sentence, and is left as it was."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.storage.errors import (
    AlreadyExistsError,
    BrokenContentError,
    DamagedFileError,
    ForeignDatabaseError,
    IsAFolderError,
    MissingFileError,
    NewerVersionError,
    NotAProjectFileError,
    NotWritableError,
    OtherTablesError,
    ProjectFileError,
)
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from app.storage.rescue.recover import rescue
from tests.storage.projects import add_notes, small_document, small_file, what_is_in


def _text(path: Path) -> None:
    path.write_text("Dear diary, this is no project.\n" * 50)


def _empty(path: Path) -> None:
    path.touch()


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmark (address TEXT)")


def _truncated(path: Path) -> None:
    small_file(path, notes=200)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _cut_to_its_beginning(path: Path) -> None:
    small_file(path)
    path.write_bytes(path.read_bytes()[:40])


def _with_a_broken_header(path: Path) -> None:
    small_file(path)
    content = bytearray(path.read_bytes())
    content[16:18] = b"\x07\x07"
    path.write_bytes(content)


def _after(*statements: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        small_file(path)
        with closing(sqlite3.connect(path)) as connection, connection:
            for statement in statements:
                connection.execute(statement)

    return make


def _with_tables(old: str, new: str, table: str = "note") -> Callable[[Path], None]:
    """The statement that made a table written otherwise, with its rows as they are."""
    return _after(
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = replace(sql, '{old}', '{new}') WHERE name = '{table}'",
    )


OTHER_TABLES = {
    "a conflict that deletes": ("PRIMARY KEY (id)", "PRIMARY KEY (id) ON CONFLICT REPLACE"),
    "one value for all": (
        "position INTEGER NOT NULL",
        "position INTEGER NOT NULL UNIQUE ON CONFLICT REPLACE",
    ),
    "a check": ("votes INTEGER NOT NULL", "votes INTEGER NOT NULL CHECK (votes < 3)"),
    "a default": ("votes INTEGER NOT NULL", "votes INTEGER DEFAULT 3 NOT NULL"),
    "other letters alike": ("id TEXT NOT NULL", "id TEXT COLLATE NOCASE NOT NULL"),
    "a column that is worked out": (
        "picture TEXT",
        "picture TEXT, bomb AS (zeroblob(900000000)) VIRTUAL",
    ),
    "a column instead": ("link TEXT NOT NULL", "link AS (zeroblob(900000000))"),
    "a column in quotation marks": ("link TEXT", '"link""TEXT"'),
    "a space that is none": ("link TEXT NOT NULL", "link TEXT NOT\u00a0NULL"),
    "another type": ("votes INTEGER", "votes TEXT"),
    "a value that may be missing": ("votes INTEGER NOT NULL", "votes INTEGER"),
    "no reference": ("REFERENCES section (id)", "REFERENCES stage (id)"),
    "a reference that deletes": ("REFERENCES stage (id)", "REFERENCES stage (id) ON DELETE CASCADE"),
    "a reference at once": ("DEFERRABLE INITIALLY DEFERRED", ""),
    "a remark": ("votes INTEGER", "votes /**/ INTEGER"),
}


BAD: dict[str, tuple[Callable[[Path], None], type[ProjectFileError], str]] = {
    "missing": (lambda path: None, MissingFileError, "no file a.journey"),
    "folder": (Path.mkdir, IsAFolderError, "a.journey is a folder"),
    "text": (_text, NotAProjectFileError, "not a Journeywall project"),
    "empty": (_empty, DamagedFileError, "empty"),
    "other database": (_other_database, ForeignDatabaseError, "another program"),
    "truncated": (_truncated, DamagedFileError, "cut short"),
    "cut to its beginning": (_cut_to_its_beginning, DamagedFileError, "cut short"),
    "broken header": (_with_a_broken_header, DamagedFileError, "damaged"),
    "newer": (_after("PRAGMA user_version = 99"), NewerVersionError, "newer Journeywall"),
    "without a table": (_after("DROP TABLE note"), DamagedFileError, "a part of it is missing"),
    "without a column": (
        _after("ALTER TABLE note DROP COLUMN link"),
        OtherTablesError,
        "note is not as Journeywall makes it",
    ),
    "trigger": (
        _after("CREATE TRIGGER trap AFTER INSERT ON note BEGIN DELETE FROM note; END"),
        OtherTablesError,
        "it has more than that: trap",
    ),
    "view for a table": (
        _after("ALTER TABLE note RENAME TO other", "CREATE VIEW note AS SELECT * FROM other"),
        OtherTablesError,
        "a part of it is missing",
    ),
    "table of another program": (
        _after("CREATE TABLE bookmark (address TEXT)"),
        OtherTablesError,
        "it has more than that: bookmark",
    ),
    "virtual table": (
        _after("CREATE /**/ VIRTUAL TABLE words USING fts5(word)"),
        OtherTablesError,
        "recover",
    ),
    "index less": (_after("DROP INDEX ix_note_stage"), OtherTablesError, "missing: ix_note_stage"),
    "index more": (_after("CREATE INDEX more ON note (text)"), OtherTablesError, "more than that: more"),
    "index of a part": (
        _after("DROP INDEX ix_note_stage", "CREATE INDEX ix_note_stage ON note (stage) WHERE votes > 1"),
        OtherTablesError,
        "ix_note_stage is not",
    ),
    "unique index": (
        _after("DROP INDEX ix_note_stage", "CREATE UNIQUE INDEX ix_note_stage ON note (stage, id)"),
        OtherTablesError,
        "ix_note_stage is not",
    ),
    "statistics that lead astray": (_after("ANALYZE"), OtherTablesError, "more than that: sqlite_stat1"),
    "table as another": (
        _after(
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET tbl_name = 'entry' WHERE name = 'note' AND type = 'table'",
        ),
        DamagedFileError,
        "",
    ),
    "unknown colour": (
        _after("UPDATE note SET colour = 'mauve' WHERE id = 'note-1'"),
        BrokenContentError,
        "Note 'note-1' has an invalid value (colour:",
    ),
    "bytes for text": (
        _after("UPDATE note SET text = x'41' WHERE id = 'note-1'"),
        BrokenContentError,
        "Note 'note-1' has an invalid value (text:",
    ),
    "not UTF-8": (
        _after("UPDATE note SET text = CAST(x'ff41' AS TEXT) WHERE id = 'note-1'"),
        DamagedFileError,
        "damaged",
    ),
    "null": (
        _after("UPDATE note SET moment_of_truth = 7 WHERE id = 'note-2'"),
        BrokenContentError,
        "Note 'note-2' has an invalid value (moment_of_truth:",
    ),
    "no list": (
        _after("UPDATE note SET tags = '{\"a\": 1}' WHERE id = 'note-1'"),
        BrokenContentError,
        "Note 'note-1' has an invalid value (tags:",
    ),
    "deep list": (
        _after(f"UPDATE note SET tags = '{'[' * 100_000}' WHERE id = 'note-1'"),
        BrokenContentError,
        "Note 'note-1' has an invalid value (tags:",
    ),
    "huge text": (
        _after("UPDATE note SET text = printf('%.*c', 3000000, 'x') WHERE id = 'note-1'"),
        BrokenContentError,
        "Note 'note-1' has an invalid value (text:",
    ),
    "lost note": (
        _after("UPDATE note SET stage = 'nowhere' WHERE id = 'note-1'"),
        BrokenContentError,
        "Note note-1 belongs to something that does not exist (stage)",
    ),
    "gap": (
        _after("UPDATE note SET position = 7 WHERE id = 'note-1'"),
        BrokenContentError,
        "have gaps",
    ),
    "an id twice": (
        _after("UPDATE legend_entry SET id = 'note-1' WHERE colour = 'yellow'"),
        BrokenContentError,
        "has the same id as something else (note)",
    ),
    "no project": (_after("DELETE FROM project"), BrokenContentError, "one project record"),
    "undone before done": (
        _after("INSERT INTO history VALUES (1, 0, 'undo', 1, 'Add note', NULL)"),
        BrokenContentError,
        "does not follow",
    ),
    "a step out of time": (
        _after("INSERT INTO history VALUES (1, 9223372036854775807, 'do', 1, 'Add note', NULL)"),
        BrokenContentError,
        "step 1 cannot be read",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_and_left_as_it_was(name: str, tmp_path: Path) -> None:
    make, error, words = BAD[name]
    path = tmp_path / "a.journey"
    make(path)
    before = what_is_in(tmp_path)
    for read_only in (False, True):
        with pytest.raises(error) as told:
            ProjectFile.open(path, read_only)
        assert words in str(told.value)
    assert what_is_in(tmp_path) == before


@pytest.mark.parametrize("name", OTHER_TABLES)
def test_tables_that_are_not_as_this_program_makes_them_are_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    _with_tables(*OTHER_TABLES[name])(path)
    before = what_is_in(tmp_path)
    for opening in (check, ProjectFile.open):
        with pytest.raises(OtherTablesError, match=r"note is not as Journeywall makes it.*recover"):
            opening(path)
    assert what_is_in(tmp_path) == before
    assert rescue(path).counts["note"] == 3


@pytest.mark.parametrize("name", BAD)
def test_check_never_calls_a_bad_file_sound(name: str, tmp_path: Path) -> None:
    make, _, _ = BAD[name]
    path = tmp_path / "a.journey"
    make(path)
    try:
        faults = [*map(str, check(path).faults)]
    except ProjectFileError as error:
        faults = [str(error)]
    assert any(faults)


def test_a_bad_step_is_told_when_it_is_undone_and_check_names_it(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    with ProjectFile.create(path, small_document()) as project:
        add_notes(project.history, 2)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE history SET payload = substr(payload, 1, 20) WHERE number = 2")
    with ProjectFile.open(path) as project:
        document = project.document.copy()
        with pytest.raises(BrokenContentError, match="step “Add note” cannot be read"):
            project.history.undo()
        assert project.document == document
    assert [*map(str, check(path).faults)] == ["The history’s step “Add note” cannot be read."]


def test_a_file_that_exists_is_replaced_only_when_asked_for(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    before = path.read_bytes()
    with pytest.raises(AlreadyExistsError, match=r"already a file a\.journey"):
        ProjectFile.create(path, small_document(7))
    assert path.read_bytes() == before
    ProjectFile.create(path, small_document(7), overwrite=True).close()
    assert check(path).counts["note"] == 7


def test_a_new_file_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotWritableError, match="Choose another folder"):
        ProjectFile.create(tmp_path / "missing" / "a.journey", small_document())
    with pytest.raises(IsAFolderError):
        ProjectFile.create(tmp_path, small_document(), overwrite=True)
    assert what_is_in(tmp_path) == {}
