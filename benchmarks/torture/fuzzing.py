"""Feeds the loaders spoilt JSON and spoilt project files, for as long as asked for.

`python -m benchmarks.torture.fuzzing json|project SECONDS [atheris]`: each try is made of a string of bytes,
which hypothesis or atheris finds; both read it as a list of patches to a sound file.
"""

import lzma
import resource
import sqlite3
import struct
import sys
import time
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from app.formats.json.json_project import read_document as read
from app.formats.templates import template
from app.model.content import StaleChangeError
from app.model.history.steps import UnfitStepError
from app.model.invariants import faults
from app.pages.errors import FormatError
from app.resources import resource as resource_file
from app.storage.errors import ProjectFileError
from app.storage.history.tidying import KEPT
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from app.storage.rescue.recover import rescue
from benchmarks.work import work_on, write_history

Try = Callable[[bytes], bool]
"""Makes one try of a string of bytes. Returns whether what came of it was read as a project."""

PATCH = struct.Struct(">IBB")
"""A patch: where, what to do, and with what."""

PIECES = (
    b"null", b"true", b"-0", b"1e999", b"NaN", b"0.5", b"99999999999999999999", b'""', b'"\\ud800"', b'"a"',
    b"[]", b"{}", b"[" * 2000, b'{"a":' * 2000, b",", b":", b'"', b"\\", b"\x00", b"\xff", b'"id": "a",',
    b'"position": 1,', b'"version": 99,', b'"section": "x",', b'"text": "' + b"x" * 30_000 + b'",',
    b"]", b"}",
)  # fmt: skip

VALUES: tuple[object, ...] = (
    None, -1, 0, 1, 2**62, 0.5, float("inf"), "", "a", "note-1", "x" * 30_000, "[" * 5000, '["a", 1]',
    b"\x00", b"x" * 300, "\ud83c", "2026-02-30", "#12345G", "do", "undo", "[{}]", '[{"value": 7}]', "\x00",
)  # fmt: skip


class JsonTries:
    """Spoilt copies of the sample as JSON."""

    def __init__(self) -> None:
        with resource_file("templates", "pizzeria.json").open("rb") as file:
            self._sound = file.read()

    def __call__(self, data: bytes) -> bool:
        text = bytearray(self._sound)
        for where, how, what in _patches(data):
            place = where % (len(text) + 1)
            length = what if how % 3 else 0
            text[place : place + length] = PIECES[what % len(PIECES)] if how % 2 else text[: what * 3]
        try:
            document = read(BytesIO(bytes(text)))
        except FormatError:
            return False
        assert list(faults(document)) == []
        return True


class ProjectTries:
    """Spoilt copies of the sample as a project file: other values in its rows, other bytes in its pages."""

    def __init__(self, folder: Path) -> None:
        path = folder / "sound.journey"
        with ProjectFile.create(path, template("pizzeria"), overwrite=True) as project:
            from app.model.records import Note
            from app.model.verbs.editing import delete

            for note in project.document.all(Note)[:5]:
                project.history.do(delete(project.document, [note.id]))
            project.history.undo()
        write_history(path, lambda history: work_on(history, KEPT + 60))
        with ProjectFile.open(path) as project:
            project.tidy()
        self._sound = path.read_bytes()
        self._path = folder / "spoilt.journey"
        with closing(sqlite3.connect(path)) as connection:
            self._columns = [
                (table, column)
                for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                for (_, column, *_) in connection.execute(f"PRAGMA table_info({table})")
            ]

    def __call__(self, data: bytes) -> bool:
        patches = _patches(data)
        self._path.write_bytes(self._sound)
        self._change_values([patch for patch in patches if patch[1] % 4 == 1])
        self._change_blocks([patch for patch in patches if patch[1] % 4 == 3])
        content = bytearray(self._path.read_bytes())
        for where, how, what in patches:
            if how % 2 == 0:
                content[where % len(content)] = what
        self._path.write_bytes(content)
        return self._load()

    def _change_values(self, patches: list[tuple[int, int, int]]) -> None:
        with closing(sqlite3.connect(self._path)) as connection:
            for where, how, what in patches:
                table, column = self._columns[where % len(self._columns)]
                row = f"SELECT rowid FROM {table} ORDER BY rowid LIMIT 1 OFFSET {how // 2}"
                try:
                    connection.execute(
                        f'UPDATE OR IGNORE {table} SET "{column}" = ? WHERE rowid = ({row})',
                        (VALUES[what % len(VALUES)],),
                    )
                except (sqlite3.Error, UnicodeEncodeError, OverflowError):
                    continue
            connection.commit()

    def _change_blocks(self, patches: list[tuple[int, int, int]]) -> None:
        """Other words in what is packed, packed again: its sum would tell of anything else."""
        with closing(sqlite3.connect(self._path)) as connection:
            for where, how, what in patches:
                column = ("steps", "changes")[how // 4 % 2]
                found = connection.execute(f"SELECT {column} FROM history_block").fetchone()
                if found is None or not isinstance(found[0], bytes) or found[0][:4] != b"\xfd7zX":
                    continue
                text = bytearray(lzma.decompress(found[0]))
                place = where % len(text)
                text[place : place + what % 7] = PIECES[what % len(PIECES)]
                connection.execute(f"UPDATE history_block SET {column} = ?", (lzma.compress(text, preset=0),))
            connection.commit()

    def _load(self) -> bool:
        is_sound = False
        try:
            rescue(self._path)
            is_sound = check(self._path).is_sound
        except ProjectFileError:
            is_sound = False
        try:
            with ProjectFile.open(self._path, read_only=True) as project:
                assert list(faults(project.document)) == []
                while project.history.undoable:
                    project.history.undo()
        except ProjectFileError:
            return False
        except (StaleChangeError, UnfitStepError):
            assert not is_sound, "check calls a history sound that cannot be undone"
        return True


def _patches(data: bytes) -> list[tuple[int, int, int]]:
    whole = len(data) // PATCH.size * PATCH.size
    return list(PATCH.iter_unpack(data[:whole]))


def with_hypothesis(
    attempt: Try, seconds: float, examples: int = 2000, rounds: int = 1_000_000
) -> tuple[int, int]:
    """Try until the time is over. Returns how many tries there were, and how many files could be read."""
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis import strategies as st

    end, tries, readable = time.monotonic() + seconds, 0, 0
    patch = st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 255), st.integers(0, 255))

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(patch, max_size=12))
    def run(patches: list[tuple[int, int, int]]) -> None:
        nonlocal tries, readable
        if time.monotonic() < end:
            tries += 1
            readable += attempt(b"".join(PATCH.pack(*each) for each in patches))

    for number in range(rounds):
        if time.monotonic() >= end:
            break
        seed(number)(run)()
    return tries, readable


def with_atheris(make: Callable[[], Try], seconds: int) -> None:
    """Let atheris look for new ways through the loaders; it ends the process itself."""
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

    attempt = make()
    names = (
        "app.formats.json.json_records",
        "app.formats.json.json_faults",
        "app.storage.rows",
        "app.storage.rescue.salvage",
        "app.storage.rescue.salvaged_history",
        "app.storage.history.blocks",
    )
    for name in names:
        module = sys.modules[name]
        for function in vars(module).copy().values():
            if (
                callable(function)
                and getattr(function, "__module__", "") == name
                and hasattr(function, "__code__")
            ):
                vars(module)[function.__name__] = atheris.instrument_func(function)
    arguments = [sys.argv[0], f"-max_total_time={seconds}", "-rss_limit_mb=1000", "-max_len=72"]
    atheris.Setup(arguments, lambda data: (attempt(data), None)[1])
    atheris.Fuzz()


def main(arguments: list[str]) -> int:
    kind, seconds, *by = arguments
    with TemporaryDirectory(prefix="journeywall-") as folder:

        def make() -> Try:
            return JsonTries() if kind == "json" else ProjectTries(Path(folder))

        if by == ["atheris"]:
            with_atheris(make, int(seconds))
        tries, readable = with_hypothesis(make(), float(seconds))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{kind}: {tries:,} spoilt files in {seconds} s, {readable:,} of them still readable; {most:.0f} MB"
    )
    assert most < 1000, f"it took {most:.0f} MB"
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
