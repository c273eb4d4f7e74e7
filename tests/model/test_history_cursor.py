"""Versions, the document as it was at any step, and going back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.spoken import speaking
from app.model.change import Change
from app.model.document import Document
from app.model.history.history import History
from app.model.history.history_cursor import (
    HistoryCursor,
    difference,
    document_at,
    go_back,
    version_at,
    versions_called,
)
from app.model.history.steps import Step
from app.model.labels import plain_label, step_label
from app.model.records import Note
from app.model.verbs.editing import delete
from app.model.verbs.maps import new_project
from app.model.verbs.notes import add_note, set_text
from app.model.verbs.sections import add_section
from app.model.verbs.stages import add_stage
from tests.documents import documents
from tests.edits import do_some


def lunch() -> History:
    """A history with a version: three notes before lunch."""
    document = new_project()
    journey_map = document.maps()[0].id
    document.apply(add_section(document, journey_map, "Actions", id="actions"))
    for stage in ("arrive", "order"):
        document.apply(add_stage(document, journey_map, stage, id=stage))
    history = History(document)
    for text in ("Waits", "Reads", "Pays"):
        history.do(add_note(document, "actions", "arrive", text, id=text.lower()))
    history.mark("before lunch")
    return history


def test_what_was_undone_is_not_done_first_to_see_what_was_before(monkeypatch: pytest.MonkeyPatch) -> None:
    history = lunch()
    at = len(history.steps)
    for _ in range(2):
        history.undo()
    for _ in range(2):
        history.redo()
    history.undo()
    cursor = HistoryCursor(history)
    read: list[Step] = []
    original = History.change_of

    def noted(self: History, step: Step) -> Change:
        read.append(step)
        return original(self, step)

    monkeypatch.setattr(History, "change_of", noted)
    cursor.go_to(at)
    assert [step.act for step in read] == ["undo"]
    cursor.go_to(len(history.steps))
    assert [step.act for step in read] == ["undo", "undo"]
    assert cursor.document == history.document


@given(document=documents(), data=st.data())
def test_the_document_can_be_seen_as_it_was_after_every_step(document: Document, data: st.DataObject) -> None:
    history = History(document)
    seen = [document.copy()]
    for _ in range(data.draw(st.integers(1, 5))):
        before = len(history.steps)
        do_some(data, history, most=1)
        seen += [document.copy()] * (len(history.steps) - before)
    cursor = HistoryCursor(history)
    for at in data.draw(st.lists(st.integers(0, len(history.steps)), max_size=6)):
        cursor.go_to(at)
        assert cursor.document == seen[at]
    assert document == seen[-1]


@given(before=documents(), after=documents())
def test_a_difference_makes_one_document_of_the_other(before: Document, after: Document) -> None:
    copy = before.copy()
    copy.apply(difference(before, after, plain_label("Go back")))
    assert copy == after
    assert not difference(copy, after, plain_label("Go back"))


def test_going_back_to_a_version_is_one_step_that_can_be_undone() -> None:
    history = lunch()
    document = history.document
    (version,) = history.versions()
    history.do(delete(document, ["waits", "reads"]))
    history.do(set_text(document, "pays", "Pays by card"))
    afternoon = document.copy()
    go_back(history, document_at(history, version), step_label("go_to_version", version=str(version.label)))
    assert [note.text for note in document.notes("actions", "arrive")] == ["Waits", "Reads", "Pays"]
    assert [str(step.label) for step in history.versions()] == [
        "before lunch",
        "Before going back to “before lunch”",
    ]
    history.undo()
    assert document == afternoon


def test_a_version_is_neither_undone_nor_in_the_way_of_undo() -> None:
    history = lunch()
    history.undo()
    history.mark("after the vote")
    assert history.redoable is not None
    history.redo()
    assert [step.act for step in history.steps[-4:]] == ["version", "undo", "version", "redo"]
    assert len(history.document.all(Note)) == 3


def test_typing_does_not_go_on_in_a_step_from_before_a_version() -> None:
    history = lunch()
    document = history.document
    history.do(set_text(document, "pays", "P"), merge_key="pays")
    history.mark("in the middle")
    history.do(set_text(document, "pays", "Pa"), merge_key="pays")
    assert document_at(history, history.versions()[-1]).get(Note, "pays").text == "P"


def test_the_version_of_an_opening_is_made_when_something_is_done() -> None:
    first = lunch()
    first.do(set_text(first.document, "pays", "Pays by card"))
    history = History(
        first.document, recorded=first.steps, recall=lambda number: first.change_of(first.steps[-1])
    )
    history.mark_before_next(plain_label("Opened"))
    assert len(history.versions()) == 1
    history.do(set_text(history.document, "waits", "Waits long"))
    assert [str(step.label) for step in history.steps[-2:]] == ["Opened", "Edit note"]
    history.mark("end of the day")
    history.mark_before_next(plain_label("Opened again"))
    history.do(set_text(history.document, "waits", "Waits"))
    assert [str(step.label) for step in history.versions()] == ["before lunch", "Opened", "end of the day"]


def test_versions_are_found_by_name_and_say_when_they_were() -> None:
    history = lunch()
    before = history.document.copy()
    history.do(delete(history.document, ["waits"]))
    history.mark("Before lunch ")
    assert versions_called(history, "before LUNCH") == (4, 6)
    assert versions_called(history, "dinner") == ()
    first = version_at(history, 4)
    assert first.document == before
    when = history.versions()[0].at.astimezone()
    assert str(first.name) == f"“before lunch”, {when:%H:%M} on {when.day} {when:%B} {when.year}"
    assert str(version_at(history, 0).name) == "the beginning"
    assert not version_at(history, 0).document.all(Note)


def test_a_version_that_the_program_named_is_found_by_its_name_in_english_and_in_what_is_spoken() -> None:
    history = lunch()
    history.mark(step_label("opened"))
    newest = len(history.steps)
    with speaking("de"):
        for name in ("As it was opened", "stand beim öffnen"):
            assert versions_called(history, name) == (newest,)
        assert versions_called(history, "Before Lunch") == (4,)
