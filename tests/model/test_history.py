"""Undo and redo as a person meets them."""

from collections.abc import Callable

import pytest

from app.model.change import Change
from app.model.document import Document
from app.model.history.history import History
from app.model.history.steps import Performed
from app.model.records import JourneyMap, Note, Project, Section, Stage
from app.model.verbs.notes import add_note, set_text
from app.model.verbs.stages import rename_stage


@pytest.fixture
def document() -> Document:
    return Document(
        [
            Project(id="project"),
            JourneyMap(id="map"),
            Stage(id="order", map="map", name="Order"),
            Section(id="actions", map="map"),
            Note(id="note", section="actions", stage="order", text="Orders"),
        ]
    )


def typed(document: Document, history: History, *texts: str) -> None:
    for text in texts:
        history.do(set_text(document, "note", text), merge_key=("text", "note"))


def text_of(document: Document) -> str:
    return document.get(Note, "note").text


def test_what_was_undone_can_be_redone_until_something_else_is_done(document: Document) -> None:
    history = History(document)
    history.do(set_text(document, "note", "Reads"))
    history.undo()
    assert text_of(document) == "Orders"
    assert history.redoable is not None
    history.do(rename_stage(document, "order", "Choose"))
    assert history.redoable is None
    assert history.redo() is None
    assert text_of(document) == "Orders"


def test_steps_are_never_taken_off_the_history(document: Document) -> None:
    history = History(document)
    history.do(set_text(document, "note", "Reads"))
    history.undo()
    history.redo()
    assert [(step.act, step.of) for step in history.steps] == [("do", 1), ("undo", 1), ("redo", 1)]
    assert [step.number for step in history.steps] == [1, 2, 3]
    assert {str(step.label) for step in history.steps} == {"Edit note"}


def test_nothing_done_is_no_step(document: Document) -> None:
    history = History(document)
    history.do(set_text(document, "note", "Orders"))
    assert history.steps == ()
    assert history.undo() is None


def test_a_text_typed_letter_by_letter_is_undone_at_once(document: Document) -> None:
    history = History(document)
    typed(document, history, "O", "Or", "Ord")
    assert len(history.steps) == 1
    history.undo()
    assert text_of(document) == "Orders"


@pytest.mark.parametrize(
    "between",
    [
        History.end_merge,
        lambda history: history.do(rename_stage(history.document, "order", "Choose")),
        lambda history: (history.do(rename_stage(history.document, "order", "Choose")), history.undo()),
    ],
    ids=["sealed", "another edit", "an undo"],
)
def test_typing_again_later_is_a_step_of_its_own(
    document: Document, between: Callable[[History], object]
) -> None:
    history = History(document)
    typed(document, history, "O", "Or")
    between(history)
    typed(document, history, "Pays")
    history.undo()
    assert text_of(document) == "Or"


def test_what_grew_back_to_nothing_leaves_no_step(document: Document) -> None:
    history = History(document)
    told: list[Performed] = []
    history.subscribe(told.append)
    typed(document, history, "O", "Or", "Ord", "Orde", "Order", "Orders")
    assert history.steps == ()
    assert history.undoable is None
    assert not told[-1].whole


def test_what_grows_after_growing_back_to_nothing_does_not_join_the_step_before(document: Document) -> None:
    history = History(document)
    history.do(rename_stage(document, "order", "Choose"))
    typed(document, history, "O", "Or", "Ord", "Orde", "Order", "Orders", "Orders!")
    assert [str(step.label) for step in history.steps] == ["Rename stage", "Edit note"]
    history.undo()
    assert text_of(document) == "Orders"
    assert document.get(Stage, "order").name == "Choose"


def test_a_listener_that_left_hears_nothing_more(document: Document) -> None:
    history, told = History(document), list[Performed]()
    leave = history.subscribe(told.append)
    history.do(set_text(document, "note", "Reads"))
    leave()
    history.do(set_text(document, "note", "Pays"))
    assert len(told) == 1


def test_the_document_tells_of_each_change_once_it_is_made(document: Document) -> None:
    told: list[tuple[Change, str]] = []
    document.subscribe(lambda change: told.append((change, text_of(document))))
    history = History(document)
    done = set_text(document, "note", "Reads")
    history.do(done)
    history.undo()
    assert told == [(done, "Reads"), (done.inverse(), "Orders")]


def test_a_past_without_its_changes_cannot_be_undone(document: Document) -> None:
    first = History(document)
    first.do(add_note(document, "actions", "order", "Pays"))
    again = History(document, recorded=first.steps)
    with pytest.raises(KeyError):
        again.undo()
    assert len(document.notes("actions", "order")) == 2


def test_numbers_go_on_where_the_last_session_stopped(document: Document) -> None:
    first = History(document)
    first.do(set_text(document, "note", "Reads"))
    first.do(set_text(document, "note", "Pays"))
    again = History(document, recorded=first.steps)
    again.do(set_text(document, "note", "Orders"))
    assert [step.number for step in again.steps] == [1, 2, 3]
