"""A bug is told in a sentence and logged without what people wrote; a crash leaves its place in the code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.widgets.base.faults import KEPT, LARGEST, Faults, crashes_written, log, log_file, start_log

CRASHES = """
import ctypes
from app.widgets.base.faults import crashes_written, log_file
log_file().parent.mkdir(parents=True, exist_ok=True)
print(log_file().parent, flush=True)
with crashes_written():
    ctypes.string_at(0)
"""

ENDS_WELL = """
from app.widgets.base.faults import crashes_written
with crashes_written():
    pass
"""


def test_a_bug_is_told_and_logged_without_what_people_wrote(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    handler = start_log()
    faults, told = Faults(), list[str]()
    faults.happened.connect(told.append)
    try:
        try:
            raise ValueError("a secret of our customer")
        except ValueError as error:
            sys.excepthook(ValueError, error, error.__traceback__)
    finally:
        faults.close()
        log.removeHandler(handler)
        handler.close()
    (sentence,) = told
    assert "What you did before is saved" in sentence
    written = log_file().read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "test_faults.py:" in written
    assert "secret" not in written
    assert "secret" not in sentence
    log_file().unlink()


def test_the_log_never_grows_beyond_a_few_files(qtbot: QtBot) -> None:
    handler = start_log()
    for _ in range(60 * (KEPT + 3)):
        log.error("x" * (LARGEST // 50))
    log.removeHandler(handler)
    handler.close()
    files = sorted(log_file().parent.glob("journeywall.log*"))
    assert len(files) == KEPT + 1
    assert all(file.stat().st_size <= LARGEST for file in files)
    for file in files:
        file.unlink()


def test_a_quiet_end_leaves_no_crash_file(qtbot: QtBot) -> None:
    log_file().parent.mkdir(parents=True, exist_ok=True)
    with crashes_written():
        pass
    assert list(log_file().parent.glob("*.crash")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a crash there ends otherwise")
def test_a_crash_leaves_the_place_in_the_code() -> None:
    done = subprocess.run([sys.executable, "-c", CRASHES], capture_output=True, text=True, check=False)
    assert done.returncode < 0
    (written,) = Path(done.stdout.strip()).glob("journeywall-*.crash")
    assert "Segmentation fault" in written.read_text(encoding="utf-8")


def test_two_that_run_write_their_crashes_into_files_of_their_own(qtbot: QtBot) -> None:
    """The first to end must not take away what the second writes to."""
    folder = log_file().parent
    folder.mkdir(parents=True, exist_ok=True)
    with crashes_written():
        mine = list(folder.glob("*.crash"))
        other = subprocess.run([sys.executable, "-c", ENDS_WELL], capture_output=True, text=True, check=False)
        assert (other.returncode, other.stderr) == (0, "")
        assert list(folder.glob("*.crash")) == mine
    assert list(folder.glob("*.crash")) == []


def test_of_earlier_crashes_the_newest_are_kept(qtbot: QtBot) -> None:
    folder = log_file().parent
    folder.mkdir(parents=True, exist_ok=True)
    gone = 2**22 + 1  # No process can have it.
    for number in range(KEPT + 3):
        path = folder / f"journeywall-{gone + number}.crash"
        path.write_text("Segmentation fault" * (number != KEPT + 2))
        os.utime(path, (number, number))
    (folder / "journeywall.crash").touch()
    with crashes_written():
        pass
    left = sorted(folder.glob("*.crash"))
    assert [path.stem for path in left] == [f"journeywall-{gone + number}" for number in range(2, KEPT + 2)]
