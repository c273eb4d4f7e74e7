"""What lies beside a project is not believed: it is proved in a copy, or set aside and told."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.model.document import Document
from app.model.records import Note
from app.model.verbs.notes import add_note, set_text
from app.storage.errors import DamagedFileError, OtherFormError, ProjectFileError
from app.storage.opening.check import check
from app.storage.opening.migrate import migrate
from app.storage.opening.neighbours import journal_of
from app.storage.project_file import ProjectFile
from app.storage.rescue.recover import rescue
from benchmarks.torture.strangers import beside, journal_between, names_a_victim, pages_of
from tests.storage.projects import add_notes, small_document, small_file, what_is_in

LONG = "A long text. " * 300
"""So long that a note has pages of its own."""


class Moments:
    """A project as it was before, and after, each of some steps."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.states: list[bytes] = []
        with ProjectFile.create(path, small_document(notes=40)) as project:
            for number in range(6):
                project.history.do(set_text(project.document, f"note-{7 * number}", f"{number} {LONG}"))
                assert project.wait_until_saved(10)
                self.states.append(path.read_bytes())

    def lay(self, content: bytes, before: int, after: int) -> None:
        """A file beside which lies what a crash left between two moments."""
        self.path.write_bytes(content)
        journal_of(self.path).write_bytes(journal_between(self.states[before], self.states[after]))

    def opened(self) -> tuple[int, str | None]:
        """The last step in the project, and what was told."""
        with ProjectFile.open(self.path, read_only=True) as project:
            read = project.history.steps[-1].number
        with ProjectFile.open(self.path) as project:
            assert not project.read_only, project.why_read_only
            assert project.history.steps[-1].number == read
            assert project.document.get(Note, f"note-{7 * (read - 1)}").text.startswith(f"{read - 1} ")
            told = project.notice
        assert check(self.path).is_sound
        return read, None if told is None else str(told)


@pytest.fixture
def moments(tmp_path: Path) -> Moments:
    return Moments(tmp_path / "a.journey")


def test_a_restored_older_copy_outlives_the_journal_of_the_newer_one(
    moments: Moments, tmp_path: Path
) -> None:
    moments.lay(moments.states[1], 4, 5)
    stale = journal_of(moments.path).read_bytes()
    step, told = moments.opened()
    assert step == 2
    assert told is not None
    assert "a.journey-journal is now called a.journey-journal (set aside)" in told
    assert what_is_in(tmp_path) == {
        "a.journey": moments.states[1],
        "a.journey-journal (set aside)": stale,
    }


def test_a_commit_cut_in_half_is_taken_back_without_a_word(moments: Moments) -> None:
    old, new = pages_of(moments.states[2]), pages_of(moments.states[3])
    moments.lay(b"".join([*new[:2], *old[2:]]), 2, 3)
    assert moments.opened() == (3, None)
    assert not journal_of(moments.path).exists()


def test_a_commit_that_only_lacked_its_end_stays(moments: Moments) -> None:
    moments.lay(moments.states[3], 2, 3)
    assert moments.opened() == (4, None)
    assert not journal_of(moments.path).exists()


def test_a_commit_that_had_not_begun_to_write_is_taken_back(moments: Moments) -> None:
    moments.lay(moments.states[2], 2, 3)
    assert moments.opened() == (3, None)


@pytest.mark.parametrize("written", [0, 5])
def test_a_journal_whose_beginning_was_not_written_yet_is_no_stranger(written: int, moments: Moments) -> None:
    """SQLite writes that last, so the project is as it was."""
    moments.lay(moments.states[2], 2, 3)
    journal = journal_of(moments.path)
    journal.write_bytes(journal.read_bytes()[:written].ljust(12, b"\0") + journal.read_bytes()[12:])
    assert moments.opened() == (3, None)
    assert not journal.exists()


def test_a_newer_copy_is_not_taken_back_by_an_old_journal(moments: Moments) -> None:
    moments.lay(moments.states[5], 1, 2)
    step, _ = moments.opened()
    assert step == 6
    assert not journal_of(moments.path).exists()


def test_a_file_that_is_whole_in_no_way_is_refused_and_both_are_left(
    moments: Moments, tmp_path: Path
) -> None:
    old, new = pages_of(moments.states[1]), pages_of(moments.states[5])
    moments.lay(b"".join(new[:4] + old[4:]), 2, 3)
    before = what_is_in(tmp_path)
    for read_only in (True, False):
        with pytest.raises(DamagedFileError):
            ProjectFile.open(moments.path, read_only)
    assert rescue(moments.path).counts["note"] == 40
    assert what_is_in(tmp_path) == before


def test_a_file_of_an_old_form_is_migrated_though_a_stranger_lies_beside_it(tmp_path: Path) -> None:
    path, victim = tmp_path / "a.journey", tmp_path / "thesis.txt"
    path.write_bytes((Path(__file__).parent / "samples" / "schema-1.journey").read_bytes())
    victim.write_text("years of work")
    names_a_victim(path, victim)
    with ProjectFile.open(path) as project:
        assert not project.read_only
        assert "set aside" in str(project.notice)
    assert check(path).is_sound
    assert victim.exists()


def test_a_copy_before_a_migration_never_follows_a_link(tmp_path: Path) -> None:
    path, elsewhere = small_file(tmp_path / "a.journey"), tmp_path / "autostart"
    (tmp_path / "a (before update).journey").symlink_to(elsewhere)
    assert migrate(path).name == "a (before update 2).journey"
    assert not elsewhere.exists()


def test_the_same_is_found_beside_a_file_that_a_link_leads_to(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    path, victim, link = tmp_path / "folder" / "a.journey", tmp_path / "thesis.txt", tmp_path / "b.journey"
    small_file(path)
    victim.write_text("years of work")
    names_a_victim(path, victim)
    link.symlink_to(path)
    assert check(link).notices
    ProjectFile.open(link).close()
    assert victim.exists()


def test_a_log_that_appears_under_an_open_project_is_never_read_and_told(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        add_notes(project.history, 1)
        assert project.wait_until_saved(10)
        log = beside(path, "-wal")
        log.write_bytes(b"x" * 5000)
        add_notes(project.history, 1)
        assert not project.wait_until_saved(0.3)
        assert "a.journey-wal (Journeywall never makes such files)" in str(project.state.sentence)
        assert log.read_bytes() == b"x" * 5000
        log.unlink()
        project.try_again()
        assert project.wait_until_saved(10)
    assert check(path).counts["note"] == 5


@pytest.mark.parametrize("opening", [check, ProjectFile.open])
def test_a_file_that_another_program_turned_into_its_own_form_is_refused(
    opening: Callable[[Path], object], tmp_path: Path
) -> None:
    path = small_file(tmp_path / "a.journey")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE note SET text = 'x'")
    before = what_is_in(tmp_path)
    with pytest.raises(OtherFormError, match="recover"):
        opening(path)
    assert what_is_in(tmp_path) == before
    assert rescue(path).counts["note"] == 3


def test_what_lies_where_a_new_file_is_made_is_not_taken_into_it(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    content = b"x" * 5000
    for name in ("a.journey-wal", "a.journey-journal", "a.journey.part", "a.journey.part-journal"):
        (tmp_path / name).write_bytes(content)
    ProjectFile.create(path, small_document()).close()
    assert check(path).is_sound
    assert what_is_in(tmp_path) == {
        "a.journey": path.read_bytes(),
        "a.journey-wal (set aside)": content,
        "a.journey-journal (set aside)": content,
        "a.journey.part": content,
        "a.journey.part-journal": content,
    }


def test_rescue_takes_the_pages_of_a_journal_and_never_what_it_names(
    moments: Moments, tmp_path: Path
) -> None:
    """Also where the end of an honest journal was made to name a file, and the project is cut in half."""
    old, new = pages_of(moments.states[2]), pages_of(moments.states[3])
    moments.lay(b"".join([*new[:2], bytes(4096), *old[3:]]), 2, 3)
    assert rescue(moments.path).counts["note"] == 40
    document: Document = small_document(40)
    document.apply(add_note(document, "section", "stage", "x"))
    with pytest.raises(ProjectFileError):
        ProjectFile.create(moments.path, document)
