"""A map that is arranged for its paper is one step, and comes back the same from wherever it is kept."""

from io import BytesIO
from pathlib import Path

import pytest

from app.drawing.layout import lay_out
from app.formats.json.json_project import read_document, write
from app.formats.options import ExportOptions
from app.model.document import Document
from app.model.history.history_cursor import HistoryCursor
from app.model.history.versions import Version, compare
from app.pages.composition.compose import compose
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from tests.wall.wall_maps import NAMES, wall_map

pytestmark = pytest.mark.usefixtures("qapp")
PAPERS = ("A0", "A3", "roll-914")
SOME = ("bank-account", "insurance-claim", "software-purchase")
each_map = pytest.mark.parametrize(
    "name",
    [
        name if name in SOME else pytest.param(name, marks=pytest.mark.long("other maps are arranged too"))
        for name in NAMES
    ],
)


def arranged(name: str, paper: str = "A0") -> Document:
    document = wall_map(name)
    document.apply(compose(document, document.maps()[0].id, paper))
    assert document.maps()[0].arranged is not None
    return document


@each_map
def test_an_arranged_map_comes_back_the_same_from_json(name: str) -> None:
    document = arranged(name)
    stream = BytesIO()
    write(document, stream, ExportOptions())
    assert read_document(BytesIO(stream.getvalue())) == document


@pytest.mark.slow("composes for three papers and keeps each in a file")
@each_map
def test_arranging_for_paper_after_paper_is_kept_and_undone_step_by_step(name: str, tmp_path: Path) -> None:
    path, before = tmp_path / "a.journey", wall_map(name)
    found = [before.copy()]
    with ProjectFile.create(path, before) as project:
        map = project.document.maps()[0].id
        for paper in PAPERS:
            project.history.do(compose(project.document, map, paper))
            found.append(project.document.copy())
    with ProjectFile.open(path) as project:
        assert project.document == found[-1]
        cursor = HistoryCursor(project.history)
        for at, document in enumerate(found):
            cursor.go_to(at)
            assert cursor.document == document
        for document in reversed(found[:-1]):
            project.history.undo()
            assert project.document == document
        project.history.redo()
        assert project.document == found[1]
    assert check(path).is_sound


@each_map
def test_arranging_is_no_difference_in_what_a_map_says(name: str) -> None:
    before = wall_map(name)
    after = arranged(name)
    comparison = compare(Version("before", before), after, after.maps()[0].id)
    assert comparison.differences == ()


@each_map
def test_an_arranged_map_is_laid_out_on_the_screen_as_on_its_paper(name: str) -> None:
    document = arranged(name)
    map = document.maps()[0].id
    screen, paper = lay_out(document, map), lay_out(document, map, for_paper=True)
    assert list(screen.boxes_in(screen.rectangle)) == list(paper.boxes_in(paper.rectangle))
