"""`check` reads a whole file and says what is in it."""

from pathlib import Path

import pytest

from app.model.emotions import add_point
from app.model.personas import add_persona
from app.storage.check import check
from app.storage.errors import ProjectFileError
from app.storage.project_file import ProjectFile
from tests.storage.projects import small_document


def test_a_sound_file_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    with ProjectFile.create(path, small_document(notes=4)) as project:
        project.history.do(add_persona(project.document, "Eva Molin"))
        project.history.do(add_point(project.document, "section", "stage", 2.5))
    report = check(path)
    assert {kind: number for kind, number in report.counts.items() if number} == {
        "project": 1,
        "legend entry": 8,
        "persona": 1,
        "map": 1,
        "stage": 1,
        "section": 1,
        "note": 4,
        "emotion point": 1,
    }
    assert (report.steps, report.faults) == (2, ())


def test_a_page_overwritten_with_zeros_is_named_and_never_opens_as_less(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    ProjectFile.create(path, small_document(notes=300)).close()
    sound = path.read_bytes()
    assert check(path).is_sound
    pages = range(1, len(sound) // 4096)
    for page in pages:
        path.write_bytes(sound[: page * 4096] + bytes(4096) + sound[(page + 1) * 4096 :])
        with pytest.raises(ProjectFileError):
            ProjectFile.open(path)
        try:
            faults = check(path).faults
        except ProjectFileError as error:
            faults = (str(error),)
        assert faults, page
    assert len(pages) > 10
