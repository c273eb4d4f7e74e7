"""Backups are whole, are made while one works, and are thinned by age."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage.backups import DAYS_KEPT, NEWEST_KEPT, back_up, backups_of, outlived
from app.storage.check import check
from app.storage.errors import ProjectFileError
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
