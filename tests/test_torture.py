"""Short versions of what `make torture` does for long: kills, changed files, failing writes, full disks, …"""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.formats.templates import template
from app.storage.project_file import ProjectFile
from app.widgets.clipboard.pasting import NOTHING
from benchmarks.torture import changing, clipboards, disks, failing_writes, folders, kills
from benchmarks.torture.fuzzing import JsonTries, ProjectTries, Try, with_hypothesis
from benchmarks.torture.strangers import STRANGERS, Stranger, names_a_victim
from tests.profiles import share_of_examples

FULL = "disk full, in the middle of a write"

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")


@pytest.mark.slow("types for two seconds before each kill")
def test_what_the_status_bar_called_saved_is_there_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "sample.journey"
    ProjectFile.create(path, template("pizzeria")).close()
    figures, times = kills.Figures(), share_of_examples(0.05)
    for seed in range(times):
        kills.work_and_be_killed(path, seed, 2.0, figures)
    assert figures.kills == times
    assert figures.reports > 0


@pytest.mark.slow("changes the file under a real window, again and again")
def test_a_file_that_changes_under_the_window_is_put_back_whenever_that_is(tmp_path: Path) -> None:
    figures = changing.Figures()
    changing.change_under_a_window(tmp_path, 7, template("pizzeria"), 4, figures)
    assert sum(figures.changes.values()) == 4
    assert figures.refused >= 3


@pytest.mark.slow("fails and is killed at every third write of a save in turn")
@pytest.mark.skipif(not failing_writes.can_be_run(), reason="needs gcc and Linux")
def test_no_failing_write_of_a_save_loses_anything(tmp_path: Path) -> None:
    figures = failing_writes.run(tmp_path, only=FULL, of_all_kinds=False, every=3)
    assert len(figures) == 2
    assert min(figures.values()) > 3


@pytest.mark.long("fails at each write of every kind of save in turn")
@pytest.mark.skipif(not failing_writes.can_be_run(), reason="needs gcc and Linux")
def test_no_failing_write_of_any_kind_of_save_loses_anything(tmp_path: Path) -> None:
    figures = failing_writes.run(tmp_path, only=FULL)
    assert len(figures) == 4
    assert min(figures.values()) > 10


@pytest.mark.parametrize("trouble", [disks.fill_a_disk, disks.make_read_only])
def test_edits_wait_until_the_disk_takes_them(trouble: Callable[[Path], str | None], tmp_path: Path) -> None:
    if trouble(tmp_path) is None:
        pytest.skip("needs the right to mount a disk, or to forbid oneself to write")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sample") / "sample.journey"
    ProjectFile.create(path, template("pizzeria")).close()
    return path.read_bytes()


@needs_links
@pytest.mark.parametrize("put", STRANGERS)
def test_a_hostile_folder_does_no_harm(put: Stranger, sample: bytes) -> None:
    for name in ("window", "check"):
        folders.try_folder(sample, put, folders.WAYS[name])


@needs_links
@pytest.mark.parametrize("name", folders.WAYS)
def test_a_file_that_a_journal_names_outlives_every_way_of_opening(name: str, sample: bytes) -> None:
    folders.try_folder(sample, names_a_victim, folders.WAYS[name])


def test_a_file_and_a_journal_of_other_moments_come_out_as_one_of_them(tmp_path: Path) -> None:
    moments = folders.Moments(tmp_path)
    for seed in range(8):
        moments.try_mixture(seed)


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the memory of a process")
def test_what_nobody_means_well_with_is_pasted_without_harm() -> None:
    found = {each.name: each.result for each in clipboards.run("spans", "comments", "tabs", "empty lists")}
    too_many = "The table on the clipboard has more cells than a map takes at once."
    assert found["spans"].startswith(too_many)
    assert found["tabs"].startswith(too_many)
    assert found["comments"] == found["empty lists"] == str(NOTHING)


def test_no_spoilt_json_does_harm() -> None:
    assert tried(JsonTries(), 60) == 60


def test_no_spoilt_project_file_does_harm(tmp_path: Path) -> None:
    assert tried(ProjectTries(tmp_path), 20) == 20


def tried(attempt: Try, times: int) -> int:
    return with_hypothesis(attempt, 60.0, examples=times, rounds=1)[0]
