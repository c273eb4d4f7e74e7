"""What a Journeywall of the future (`later_journeywall.py`) is asked to do; prints what came of it as JSON.

It runs in a copy of the program whose records are other ones, so it names no field that differs.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from app.formats.json.json_project import read_document, write
from app.formats.options import ExportOptions
from app.model.document import Document
from app.model.exchange.clippings import NotAClippingError, clip, from_json, to_json
from app.model.exchange.pasting import At, paste
from app.model.history.history import History
from app.model.history.history_cursor import HistoryCursor
from app.model.history.versions import compare
from app.model.labels import plain_label
from app.model.records import Entry, Note
from app.model.verbs.editing import set_fields
from app.pages.errors import FormatError
from app.storage.errors import ProjectFileError
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from app.storage.rescue.recover import rescue
from benchmarks.work import work_on, write_history

SECONDS = 60.0


def records_in(document: Document) -> dict[str, Any]:
    """Notes and entries."""
    records = (*document.all(Note), *document.all(Entry))
    return {record.id: record.model_dump(mode="json") for record in records}


def open_file(path: Path) -> Any:
    """Open a file, go through all of its past, and work on."""
    with ProjectFile.open(path) as project:
        told: dict[str, Any] = {"notice": project.notice, "why_read_only": project.why_read_only}
        first = undo_and_redo_all(project, path)
        told |= {
            "undone": first,
            "labels": Counter(str(step.label) for step in project.history.steps),
            "now": records_in(project.document),
            "versions": versions_of(project.history),
        }
    write_history(path, lambda history: work_on(history, 600))
    with ProjectFile.open(path) as project:
        assert project.notice is None
        project.tidy(SECONDS)
        note = project.document.all(Note)[0]
        project.history.do(set_fields(project.document, [note.id], plain_label("Stick dots"), dots=7))
        assert project.wait_until_saved(SECONDS)
        told |= {
            "undone_later": undo_and_redo_all(project, path),
            "versions_later": versions_of(project.history),
        }
    told["faults"] = check(path).faults
    with ProjectFile.open(path, read_only=True) as project:
        told["is_rescued"] = rescue(path).document == project.document
    return told


def undo_and_redo_all(project: ProjectFile, path: Path) -> int:
    """So many steps were undone and done again, in memory, which left the project as it was."""
    with ProjectFile.open(path, read_only=True) as other:
        history = other.history
        now = history.document.copy()
        undone = 0
        while history.undo():
            undone += 1
        for _ in range(undone):
            history.redo()
        assert history.document == now == project.document
        return undone


def versions_of(history: History) -> Any:
    """Each version: its name, its records, and how much of each map differs from now."""
    cursor = HistoryCursor(history)
    found = []
    for at, step in enumerate(cursor.steps, 1):
        if step.act == "version":
            cursor.go_to(at)
            version = cursor.version
            maps = history.document.maps()
            differences = [len(compare(version, history.document, one.id).differences) for one in maps]
            found.append([str(step.label), records_in(version.document), differences])
    return found


def look(path: Path) -> Any:
    """Open a file that cannot be brought up to date whole, and try to undo."""
    try:
        with ProjectFile.open(path) as project:
            told: dict[str, Any] = {
                "why_read_only": project.why_read_only,
                "notes": len(project.document.all(Note)),
            }
            try:
                while project.history.undo():
                    pass
            except ProjectFileError as error:
                told["undo"] = str(error)
            return told
    except ProjectFileError as error:
        return {"refused": str(error)}


def rescue_records(path: Path) -> Any:
    found = rescue(path)
    return {"records": records_in(found.document), "losses": found.losses}


def import_json(path: Path) -> Any:
    try:
        return {"records": records_in(read_document(BytesIO(path.read_bytes())))}
    except FormatError as error:
        return {"refused": str(error)}


def read_spoilt(old: Path, clipping: Path) -> Any:
    """Each value in an old JSON and clipping is replaced by others; what came of it, by the error's type."""
    found: Counter[str] = Counter()
    for spoilt in _spoilt(json.loads(old.read_text(encoding="utf-8"))):
        try:
            read_document(BytesIO(json.dumps(spoilt).encode()))
            found["read"] += 1
        except FormatError:
            found["refused"] += 1
    for spoilt in _spoilt(json.loads(clipping.read_text(encoding="utf-8"))):
        try:
            from_json(json.dumps(spoilt))
            found["read"] += 1
        except NotAClippingError:
            found["refused"] += 1
    return found


def _spoilt(value: Any) -> Iterator[Any]:
    yield from (None, 7, "dropped", [], {}, ["dropped"], {"id": []})
    if isinstance(value, dict):
        for key, inner in value.items():
            for other in _spoilt(inner):
                yield {**value, key: other}
    elif isinstance(value, list):
        for index, inner in enumerate(value[:2]):
            for other in _spoilt(inner):
                yield [*value[:index], other, *value[index + 1 :]]


def paste_clipping(path: Path, into: Path) -> Any:
    try:
        clipping = from_json(path.read_text(encoding="utf-8"))
    except NotAClippingError as error:
        return {"refused": type(error).__name__}
    document = read_document(BytesIO(into.read_bytes()))
    before = records_in(document)
    document.apply(paste(document, clipping, At(document.maps()[0].id)))
    return {"pasted": [record for id, record in records_in(document).items() if id not in before]}


def make(folder: Path) -> Any:
    """A file, a JSON and a clipping of this program, for an older one."""
    document = read_document(BytesIO(Path("resources/templates/pizzeria.json").read_bytes()))
    ProjectFile.create(folder / "new.journey", document).close()
    write_history(folder / "new.journey", lambda history: work_on(history, 20))
    stream = BytesIO()
    write(document, stream, ExportOptions())
    (folder / "new.json").write_bytes(stream.getvalue())
    clipping = clip(document, [note.id for note in document.all(Note)])
    assert clipping is not None
    (folder / "new.clipping").write_text(to_json(clipping), encoding="utf-8")


JOBS: dict[str, Callable[..., Any]] = {
    "open": open_file,
    "look": look,
    "rescue": rescue_records,
    "import": import_json,
    "paste": paste_clipping,
    "spoilt": read_spoilt,
    "make": make,
}

if __name__ == "__main__":
    _, job, *paths = sys.argv
    print(json.dumps(JOBS[job](*map(Path, paths)), default=str))
