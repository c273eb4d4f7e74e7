"""A project outlives a change of what records hold: a field that is renamed, a value that is dropped.

Tried with a copy of this program in which that was done (`later_journeywall.py`).
"""

import json
import sqlite3
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from app.formats.json.json_project import read_document
from app.model.document import Document
from app.model.exchange.clippings import OtherVersionError, clip, from_json, to_json
from app.model.history.history_cursor import HistoryCursor
from app.model.history.versions import compare
from app.model.labels import plain_label
from app.model.nouns import counted
from app.model.records import Entry, Note
from app.model.verbs.editing import set_fields
from app.model.words import quoted
from app.pages.errors import FormatError
from app.storage.errors import NewerVersionError
from app.storage.project_file import ProjectFile
from tests.storage.later_journeywall import LATER, MIGRATION_ALONE, NO_UPGRADE, ask, make_later
from tests.storage.projects import small_document, what_is_in
from tools.stored_sample import FOLDER, form

SAMPLES = sorted(FOLDER.glob("*.journey"))
MANY_STEPS = 1_000

Opened = dict[str, Any]


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with a new schema, as it is to be."""
    return make_later(tmp_path_factory.mktemp("later"))


@pytest.fixture(scope="module")
def without_upgrade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, whose authors forgot the upgrade."""
    return make_later(tmp_path_factory.mktemp("forgotten"), NO_UPGRADE)


@pytest.fixture(scope="module")
def without_upgrade_of_history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, whose authors thought of the tables alone."""
    return make_later(tmp_path_factory.mktemp("tables"), NO_UPGRADE, MIGRATION_ALONE)


LATE = pytest.mark.long("goes through the history of each older schema")
OLDER = [pytest.param(path, id=path.stem, marks=LATE) for path in SAMPLES[:-1]]


@pytest.fixture(scope="module", params=[*OLDER, pytest.param(SAMPLES[-1], id=SAMPLES[-1].stem)])
def sample(request: pytest.FixtureRequest) -> Path:
    stored: Path = request.param
    return stored


@pytest.fixture(scope="module")
def opened(later: Path, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """What came of opening a stored sample in the later program."""
    path = tmp_path_factory.mktemp("opened") / sample.name
    path.write_bytes(sample.read_bytes())
    told: Opened = ask(later, "open", path)
    told["beside"] = what_is_in(path.parent)
    return told


@pytest.fixture(scope="module")
def document() -> Document:
    with ProjectFile.open(SAMPLES[-1], read_only=True) as project:
        return project.document


@pytest.mark.slow("packs and goes through two thousand steps in another process")
def test_all_of_a_long_history_is_undone_and_done_again_by_a_later_journeywall(opened: Opened) -> None:
    assert opened["why_read_only"] is None
    assert opened["undone"] > MANY_STEPS
    assert opened["undone_later"] > opened["undone"] + 500
    assert opened["faults"] == []
    assert opened["is_rescued"]


def test_notes_and_entries_are_what_they_were_under_their_new_names(opened: Opened, sample: Path) -> None:
    with ProjectFile.open(sample, read_only=True) as project:
        assert opened["now"] == records_in(project.document)


def test_versions_are_compared_as_before(opened: Opened, sample: Path) -> None:
    with ProjectFile.open(sample, read_only=True) as project:
        history, cursor = project.history, HistoryCursor(project.history)
        maps = history.document.maps()
        wanted = []
        for at, step in enumerate(cursor.steps, 1):
            if step.act == "version":
                cursor.go_to(at)
                records = records_in(cursor.document)
                found = [compare(cursor.version, history.document, one.id).differences for one in maps]
                wanted.append([str(step.label), records, [len(differences) for differences in found]])
    assert [name for name, *_ in wanted] == ["before lunch", "after the first round", "after the vote"]
    assert opened["versions"] == wanted
    assert [version[:2] for version in opened["versions_later"]] == [version[:2] for version in wanted]


def test_steps_in_rows_and_in_blocks_have_their_new_labels(opened: Opened, sample: Path) -> None:
    with ProjectFile.open(sample, read_only=True) as project:
        votes = sum(str(step.label) == "Add vote" for step in project.history.steps)
    assert votes > 0
    assert opened["labels"]["Stick a dot"] == votes
    assert "Add vote" not in opened["labels"]


def test_what_was_dropped_is_told_and_the_file_as_it_was_is_kept(opened: Opened, sample: Path) -> None:
    with ProjectFile.open(sample, read_only=True) as project:
        notes = project.document.all(Note)
    dropped = [note for note in notes if note.status == "dropped"]
    hard = [note for note in notes if note.impact == "work-around"]
    assert dropped
    assert hard
    assert opened["notice"].startswith(f"{sample.name} is from an older Journeywall. ")
    for sentence, changed in (
        ("The status “dropped” is now “done”", dropped),
        ("The impact “work-around” is none", hard),
    ):
        assert f"{sentence} ({counted('note', len(changed))}: " in opened["notice"]
        assert any(str(quoted(note.text, note.id)) in opened["notice"] for note in changed)
    assert opened["notice"].endswith("A copy of it as it was is kept beside it.")
    assert opened["beside"][f"{sample.stem} (before update).journey"] == sample.read_bytes()


def test_an_old_file_that_is_damaged_is_rescued(later: Path, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / sample.name
    path.write_bytes(sample.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE stranger (words)")
    with ProjectFile.open(sample, read_only=True) as project:
        found = ask(later, "rescue", path)
        assert found["records"] == records_in(project.document)
        assert len(found["losses"]) == 1


def test_old_json_is_imported(later: Path, tmp_path: Path, document: Document) -> None:
    old = tmp_path / "old.json"
    old.write_text(json.dumps(form(document)), encoding="utf-8")
    assert ask(later, "import", old) == {"records": records_in(document)}


def test_an_old_clipping_is_pasted(later: Path, tmp_path: Path, document: Document) -> None:
    old, into = old_clipping(tmp_path, document)
    pasted = ask(later, "paste", old, into)["pasted"]
    clipped = [record for record in records_in(document).values() if "dots" in record]
    said = ("text", "colour", "dots", "status", "impact")
    assert sorted(str([note[name] for name in said]) for note in pasted) == sorted(
        str([note[name] for name in said]) for note in clipped
    )


def test_old_json_and_old_clippings_that_are_spoilt_are_refused(later: Path, tmp_path: Path) -> None:
    small = small_document()
    small.apply(set_fields(small, ["note-0"], plain_label("Drop"), status="dropped", impact="work-around"))
    found = ask(later, "spoilt", *reversed(old_clipping(tmp_path, small)))
    assert found["refused"] > 300
    assert found["read"] > 0


def test_without_the_upgrade_a_file_is_left_as_it_was(
    without_upgrade: Path, sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / sample.name
    path.write_bytes(sample.read_bytes())
    before = what_is_in(tmp_path)
    refused = ask(without_upgrade, "look", path)["refused"]
    assert "status: Input should be 'open', 'in progress' or 'done'" in refused
    assert what_is_in(tmp_path) == before


def test_where_only_the_history_lacks_the_upgrade_the_file_is_read_and_left_as_it_was(
    without_upgrade_of_history: Path, sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / sample.name
    path.write_bytes(sample.read_bytes())
    before = what_is_in(tmp_path)
    found = ask(without_upgrade_of_history, "look", path)
    assert found["notes"] > 0
    assert found["why_read_only"].startswith(
        f"{sample.name} is open for reading only. It is from an older Journeywall"
    )
    assert "cannot be read" in found["undo"]
    assert what_is_in(tmp_path) == before


def test_without_the_upgrade_json_and_clippings_are_refused_in_a_sentence(
    without_upgrade: Path, tmp_path: Path, document: Document
) -> None:
    old, into = old_clipping(tmp_path, document)
    refused = ask(without_upgrade, "import", into)["refused"]
    assert refused.startswith("“project.maps[0].notes[")
    assert ask(without_upgrade, "paste", old, into) == {"refused": "OtherVersionError"}


def test_what_a_newer_journeywall_made_is_refused_in_a_sentence(later: Path, tmp_path: Path) -> None:
    ask(later, "make", tmp_path)
    before = what_is_in(tmp_path)
    with pytest.raises(NewerVersionError, match=f"its form is {LATER}"):
        ProjectFile.open(tmp_path / "new.journey")
    with pytest.raises(FormatError, match="written by a newer version of Journeywall"):
        read_document(BytesIO((tmp_path / "new.json").read_bytes()))
    with pytest.raises(OtherVersionError):
        from_json((tmp_path / "new.clipping").read_text(encoding="utf-8"))
    assert what_is_in(tmp_path) == before


def records_in(document: Document) -> dict[str, dict[str, Any]]:
    """Notes and entries as the later program has them."""
    notes = {note.id: _later(note.model_dump(mode="json")) for note in document.all(Note)}
    entries = {entry.id: entry.model_dump(mode="json") for entry in document.all(Entry)}
    for entry in entries.values():
        entry["channels"] = ["internet" if each == "web" else each for each in entry["channels"]]
    return notes | entries


def _later(fields: dict[str, Any]) -> dict[str, Any]:
    fields["dots"] = fields.pop("votes")
    fields["status"] = "done" if fields["status"] == "dropped" else fields["status"]
    fields["impact"] = None if fields["impact"] == "work-around" else fields["impact"]
    return fields


def old_clipping(folder: Path, document: Document) -> tuple[Path, Path]:
    """All notes of a document as a clipping, and the document as JSON."""
    clipping = clip(document, [note.id for note in document.all(Note)])
    assert clipping is not None
    old, into = folder / "old.clipping", folder / "into.json"
    old.write_text(to_json(clipping), encoding="utf-8")
    into.write_text(json.dumps(form(document)), encoding="utf-8")
    return old, into
