"""What happened in a workshop is kept, and nobody takes it back: undo and redo pass it over."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.model.document import Document
from app.model.history.history import History
from app.model.history.history_cursor import HistoryCursor, document_at, go_back
from app.model.history.thinning import thinned
from app.model.labels import plain_label
from app.model.records import Run
from app.model.verbs.agenda import add_item
from app.model.verbs.notes import add_note, set_text
from app.model.verbs.runs import begin_item, begin_run, hold_clock, set_people
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from tests.documents import documents
from tests.edits import edits
from tests.storage.projects import add_notes, small_document

BEGUN = datetime(2026, 12, 1, 13, 0, tzinfo=UTC)


def in_a_workshop() -> History:
    history = History(small_document())
    history.do(add_item(history.document, "Pain points", id="pains"))
    history.happened(begin_run(history.document, BEGUN, 9, id="run"))
    return history


def text_of(document: Document) -> str:
    return document.notes("section", "stage")[0].text


def test_undo_and_redo_pass_it_over() -> None:
    history = in_a_workshop()
    document = history.document
    history.do(set_text(document, "note-0", "Waits"))
    history.happened(begin_item(document, "run", "pains", BEGUN))
    history.undo()
    assert text_of(document) == "Note 0"
    history.happened(hold_clock(document, "run", BEGUN + timedelta(minutes=3)))
    history.redo()
    assert text_of(document) == "Waits"
    stretches = [(one.began[11:16], one.is_held) for one in document.get(Run, "run").stretches]
    assert stretches == [("13:00", False), ("13:03", True)]
    assert [step.act for step in history.steps][-4:] == ["happened", "undo", "happened", "redo"]


def test_undo_takes_an_agenda_item_away_that_a_run_was_at_and_the_run_stays() -> None:
    history = in_a_workshop()
    document = history.document
    history.happened(begin_item(document, "run", "pains", BEGUN))
    history.undo()
    assert document.agenda() == ()
    assert [one.title for one in document.get(Run, "run").planned] == ["Pain points"]


def test_to_go_back_to_a_version_takes_nothing_back_that_happened() -> None:
    history = in_a_workshop()
    document = history.document
    version = history.mark("before lunch")
    history.happened(begin_item(document, "run", "pains", BEGUN))
    history.happened(begin_run(document, BEGUN, 4, id="second"))
    history.do(add_note(document, "section", "stage", "After lunch", id="late"))
    go_back(history, document_at(history, version), plain_label("Go back"))
    assert "late" not in document
    assert [len(run.stretches) for run in document.runs()] == [1, 0]
    history.undo()
    assert "late" in document


@given(st.data(), documents(most=1))
def test_among_any_edits_all_of_it_stays_and_all_else_is_undone(
    data: st.DataObject, document: Document
) -> None:
    history = History(document)
    history.happened(begin_run(document, BEGUN, id="run"))
    before = document.copy()
    for people in range(1, 5):
        change = data.draw(edits(document)).call(document)
        if all(edit.record.undoable for edit in change):
            history.do(change)
        history.happened(set_people(document, "run", people))
        if turn := data.draw(st.sampled_from([None, history.undo, history.redo])):
            turn()
    while history.undo() is not None:
        pass
    assert {one for one in document if one.undoable} == {one for one in before if one.undoable}
    assert document.get(Run, "run").people == 4
    cursor = HistoryCursor(history)
    cursor.go_to(1)
    assert cursor.document == before


def test_it_is_in_the_file_and_what_was_done_before_it_is_undone_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "day.journey"
    ProjectFile.create(path, small_document()).close()
    with ProjectFile.open(path) as project:
        history = project.history
        history.do(set_text(history.document, "note-0", "Waits"))
        history.undo()
        history.happened(begin_run(history.document, BEGUN, 9, id="run"))
    with ProjectFile.open(path) as project:
        history = project.history
        history.redo()
        assert text_of(history.document) == "Waits"
        history.undo()
        assert history.undoable is None
        assert history.document.get(Run, "run").people == 9
        history.redo()
        add_notes(history, 3)
        document = history.document.copy()
        history.thin(thinned(history))
    with ProjectFile.open(path) as project:
        assert project.document == document
    assert check(path).faults == ()
