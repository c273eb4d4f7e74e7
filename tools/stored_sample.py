"""Stores a project file of the newest schema with what is in it, which every later version must open.

To be run once a schema is final, before the release that brings it (`python -m tools.stored_sample`). Samples
of older schemas are never made again.
"""

import json
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from app.formats.json.json_project import write
from app.formats.options import ExportOptions
from app.formats.templates import template
from app.model.document import Document
from app.model.history import History
from app.model.past import Past
from app.model.pictures import NewPicture
from app.model.records import Note
from app.model.relations import relate
from app.model.showing import add_picture
from app.model.thinning import thinned
from app.storage.project_file import ProjectFile
from app.storage.tables import SCHEMA
from app.storage.tidying import KEPT
from benchmarks.work import work_on, write_history
from tests.pictures import image

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "storage" / "samples"


def told(project: ProjectFile) -> str:
    """All that a project file holds, as JSON: the project now and at its beginning, and its steps."""
    history = project.history
    past = Past(history)
    past.go_to(0)
    steps = [[step.number, step.at.isoformat(), step.act, step.of, step.label] for step in history.steps]
    found = {
        "now": _form(project.document),
        "beginning": _form(past.document),
        "steps": steps,
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _form(document: Document) -> object:
    stream = BytesIO()
    write(document, stream, ExportOptions())
    return json.loads(stream.getvalue())


def make(path: Path) -> None:
    """A file with every kind of row: records, a picture, steps in rows and in a block, and versions."""
    ProjectFile.create(path, template("pizzeria")).close()
    write_history(path, lambda history: work_on(history, 60))
    with ProjectFile.open(path) as project:
        project.history.mark("before lunch")
        project.history.thin(thinned(project.history))
        _add_the_rest(project.history, project.document)
    write_history(path, lambda history: work_on(history, KEPT + 60))
    with ProjectFile.open(path) as project:
        project.tidy()
        project.history.mark("after the vote")
        project.history.undo()


def _add_the_rest(history: History, document: Document) -> None:
    first, second, *_ = document.all(Note)
    history.do(relate(document, first.id, second.id))
    history.do(
        add_picture(document, first.section, first.stage, NewPicture(image(4, 3), "png", 4, 3), "A picture")
    )


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    stored = FOLDER / f"schema-{SCHEMA}.journey"
    with TemporaryDirectory() as folder:
        path = Path(folder) / stored.name
        make(path)
        with ProjectFile.open(path, read_only=True) as project:
            golden = told(project)
        stored.write_bytes(path.read_bytes())
    stored.with_suffix(".json").write_text(golden, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
