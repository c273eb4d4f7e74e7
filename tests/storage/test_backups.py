"""Backups are whole, are made while one works, and are thinned by age."""

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage.backups import DAYS_KEPT, NEWEST_KEPT, back_up, backups_of, outlived
from app.storage.errors import NoBackupError, ProjectFileError
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from tests.storage.projects import add_notes, small_file, what_is_in

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_backup_is_a_whole_project_with_its_history(tmp_path: Path) -> None:
    path, folder = small_file(tmp_path / "a.journey"), tmp_path / "backups"
    with ProjectFile.open(path) as project:
        add_notes(project.history, 5)
        project.wait_until_saved()
        backup = back_up(path, folder)
        add_notes(project.history, 5)
    assert backup is not None
    report = check(backup.path)
    assert (report.counts["note"], report.steps, report.faults) == (8, 5, ())
    assert backups_of(path, folder) == [backup]
    assert list(what_is_in(backup.path.parent)) == [backup.path.name]
    assert check(path).counts["note"] == 13


def test_nothing_is_backed_up_twice(tmp_path: Path) -> None:
    path, folder = small_file(tmp_path / "a.journey"), tmp_path / "backups"
    assert back_up(path, folder) is not None
    assert back_up(path, folder) is None
    assert len(backups_of(path, folder)) == 1


def test_backups_go_on_after_the_clock_was_ahead(tmp_path: Path) -> None:
    path, folder = small_file(tmp_path / "a.journey"), tmp_path / "backups"
    first = back_up(path, folder)
    assert first is not None
    ahead = first.path.rename(first.path.with_name("2031-01-01 12.00.00.journey"))
    next_year = datetime(2031, 1, 1, 12, tzinfo=UTC).timestamp()
    os.utime(ahead, (next_year, next_year))
    assert back_up(path, folder) is None
    with ProjectFile.open(path) as project:
        add_notes(project.history, 1)
    made = back_up(path, folder)
    assert made is not None
    assert check(made.path).counts["note"] == 4
    assert [backup.path for backup in backups_of(path, folder)] == [ahead, made.path]


def test_an_older_file_put_in_place_is_backed_up_whatever_its_date(tmp_path: Path) -> None:
    path, folder = small_file(tmp_path / "a.journey"), tmp_path / "backups"
    other = small_file(tmp_path / "b.journey", notes=4)
    os.utime(other, (1_000_000_000, 1_000_000_000))
    assert back_up(path, folder) is not None
    other.replace(path)
    made = back_up(path, folder)
    assert made is not None
    assert check(made.path).counts["note"] == 4
    assert len(backups_of(path, folder)) == 2


def test_backups_that_say_they_are_of_later_than_now_go_before_those_of_today() -> None:
    ahead = [NOW + timedelta(days=200, hours=number) for number in range(NEWEST_KEPT)]
    today = [NOW - timedelta(hours=number) for number in range(NEWEST_KEPT)]
    gone = outlived([*ahead, *today], NOW)
    assert gone.isdisjoint(today)
    assert gone == {at for at in ahead if at != max(one for one in ahead if one.date() == at.date())}


def test_a_backup_that_cannot_be_made_says_why_and_what_to_do(tmp_path: Path) -> None:
    path, folder = small_file(tmp_path / "a.journey"), tmp_path / "backups"
    folder.write_text("a file where the folder should be")
    with pytest.raises(NoBackupError, match=r"no new backup of a\.journey.* written to.*save a copy"):
        back_up(path, folder)


def test_what_an_ended_program_left_of_a_backup_is_swept_away(tmp_path: Path) -> None:
    path, folder = small_file(tmp_path / "a.journey"), tmp_path / "backups"
    made = back_up(path, folder)
    assert made is not None
    left, begun = made.path.with_name("left.part"), made.path.with_name("begun.part")
    left.touch()
    os.utime(left, (1_000_000_000, 1_000_000_000))
    begun.touch()
    assert back_up(path, folder) is None
    assert not left.exists()
    assert begun.exists()


def test_edits_go_on_while_a_large_file_is_backed_up(tmp_path: Path) -> None:
    path, folder = small_file(tmp_path / "a.journey", notes=600), tmp_path / "backups"
    with ProjectFile.open(path) as project:
        states: list[bool] = []
        project.subscribe(lambda state: states.append(state.has_failed))
        for _ in range(3):
            add_notes(project.history, 20)
            assert project.wait_until_saved(20)
            back_up(path, folder)
    assert states
    assert not any(states)
    assert backups_of(path, folder)
    assert all(check(backup.path).is_sound for backup in backups_of(path, folder))


def test_a_damaged_project_is_no_backup(tmp_path: Path) -> None:
    path, folder = small_file(tmp_path / "a.journey", notes=300), tmp_path / "backups"
    path.write_bytes(path.read_bytes()[:-8000])
    with pytest.raises(ProjectFileError):
        back_up(path, folder)
    assert backups_of(path, folder) == []
    assert [file for file in folder.rglob("*") if file.is_file()] == []


def test_projects_of_the_same_name_do_not_mix(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
        back_up(small_file(tmp_path / place / "a.journey"), folder)
    assert len(backups_of(tmp_path / "one" / "a.journey", folder)) == 1
    assert len(list(folder.iterdir())) == 2


ages = st.timedeltas(timedelta(), timedelta(days=60))


@given(st.lists(ages, unique=True, max_size=80))
def test_ten_newest_are_kept_and_one_of_each_day_for_30_days(found: list[timedelta]) -> None:
    times = sorted((NOW - age for age in found), reverse=True)
    gone = outlived(times, NOW)
    kept = [at for at in times if at not in gone]
    assert kept[:NEWEST_KEPT] == times[:NEWEST_KEPT]
    for day in {at.date() for at in times if NOW - at <= DAYS_KEPT}:
        assert any(at.date() == day for at in kept)
    later = kept[NEWEST_KEPT:]
    assert len({at.date() for at in later}) == len(later)
    assert all(NOW - at <= DAYS_KEPT for at in later)
    assert outlived(kept, NOW) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="makes a file with a hole")
def test_a_backup_never_fills_the_disk(tmp_path: Path) -> None:
    """A file may say that it is terabytes long."""
    path = small_file(tmp_path / "a.journey")
    os.truncate(path, 1 << 43)
    with pytest.raises(NoBackupError, match="would fill the disk"):
        back_up(path, tmp_path / "backups")
