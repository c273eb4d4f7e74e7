"""What holds for every document and every edit: it can be taken back, and leaves the document sound."""

from collections.abc import Callable
from importlib import import_module
from inspect import isfunction, signature
from pkgutil import walk_packages

import pytest
from hypothesis import given
from hypothesis import strategies as st

import app.model
from app.model import invariants
from app.model.change import Change
from app.model.content import StaleChangeError
from app.model.document import Document
from app.model.history.history import History
from app.model.history.steps import Performed, Step
from app.model.records import Note
from app.model.verbs.maps import new_project
from app.model.verbs.notes import set_text
from tests.documents import documents
from tests.edits import STANDS_FOR, do_some, edits, verbs_for


def verbs_of_the_model() -> set[Callable[..., Change]]:
    """Every function of the model that reads a document and returns a change."""
    return {
        function
        for module in walk_packages(app.model.__path__, "app.model.")
        for name, function in vars(import_module(module.name)).items()
        if isfunction(function) and function.__module__ == module.name and not name.startswith("_")
        if function.__annotations__.get("return") in (Change, "Change")
        if next(iter(signature(function).parameters)) == "document"
    }


def test_every_verb_is_among_those_drawn() -> None:
    drawn = {verb for _, verb, _ in verbs_for(new_project())}
    assert {STANDS_FOR.get(verb, verb) for verb in drawn} == verbs_of_the_model()


@given(documents())
def test_a_drawn_document_is_sound(document: Document) -> None:
    assert list(invariants.faults(document)) == []


@given(st.data(), documents())
def test_a_change_and_its_inverse_leave_the_document_as_it_was(
    data: st.DataObject, document: Document
) -> None:
    before = document.copy()
    change = data.draw(edits(document)).call(document)
    assert document == before, "a verb changed the document by itself"
    document.apply(change)
    document.apply(change.inverse())
    assert document == before
    assert in_order(document) == in_order(before)


@given(st.data(), documents())
def test_every_edit_leaves_the_document_sound(data: st.DataObject, document: Document) -> None:
    change = data.draw(edits(document)).call(document)
    document.apply(change)
    assert list(invariants.faults(document)) == []
    assert str(change.label) or not change
    assert len({edit.record.id for edit in change}) == len(change.edits)
    assert all(edit.before != edit.after for edit in change)


@given(st.data(), documents())
def test_everything_undone_and_redone_is_as_it_was(data: st.DataObject, document: Document) -> None:
    before, history = document.copy(), History(document)
    do_some(data, history)
    after = document.copy()
    while history.undo() is not None:
        assert list(invariants.faults(document)) == []
    assert document == before
    while history.redo() is not None:
        assert list(invariants.faults(document)) == []
    assert document == after
    assert in_order(document) == in_order(after)


@given(st.data(), documents())
def test_a_document_changed_lists_its_records_like_one_loaded(
    data: st.DataObject, document: Document
) -> None:
    history = History(document)
    in_order(document)  # What was asked for before must not be remembered wrongly.
    do_some(data, history)
    assert in_order(document) == in_order(Document(document))


@given(st.data(), documents())
def test_a_history_read_back_undoes_what_an_earlier_session_did(
    data: st.DataObject, document: Document
) -> None:
    before, history = document.copy(), History(document)
    kept: list[tuple[Step, Change]] = []
    history.subscribe(lambda performed: kept.append((performed.step, performed.whole)))
    for _ in range(3):
        do_some(data, history, most=3)
        history.undo()
    changes = {step.number: change for step, change in kept if step.act == "do"}
    again = History(document.copy(), recorded=[step for step, _ in kept], recall=changes.__getitem__)
    assert (again.undoable, again.redoable) == (history.undoable, history.redoable)
    while again.undo() is not None:
        pass
    assert again.document == before


@given(st.data(), documents())
def test_the_steps_tell_what_the_document_was_at_any_time(data: st.DataObject, document: Document) -> None:
    history, seen = History(document), [document.copy()]
    history.subscribe(lambda performed: seen.append(document.copy()))
    do_some(data, history, most=5)
    history.undo()
    history.undo()
    history.redo()
    for step in reversed(history.steps):
        assert document == seen.pop()
        document.apply(history.change_of(step).inverse())
    assert document == seen.pop()


@given(st.data(), documents())
def test_edits_that_grow_are_undone_and_redone(data: st.DataObject, document: Document) -> None:
    before, history = document.copy(), History(document)
    told: list[Performed] = []
    history.subscribe(told.append)
    for _ in range(4):
        history.do(data.draw(edits(document)).call(document), merge_key="typing")
    after = document.copy()
    while history.undo() is not None:
        pass
    assert document == before
    while history.redo() is not None:
        pass
    assert document == after


@given(st.data(), documents())
def test_two_changes_as_one_do_what_both_did(data: st.DataObject, document: Document) -> None:
    twin = document.copy()
    first = data.draw(edits(document)).call(document)
    document.apply(first)
    second = data.draw(edits(document)).call(document)
    document.apply(second)
    twin.apply(first.then(second))
    assert twin == document


@given(documents())
def test_a_change_for_an_older_document_is_refused_and_changes_nothing(document: Document) -> None:
    for note in document.all(Note):
        stale = set_text(document, note.id, "first")
        document.apply(set_text(document, note.id, "in the meantime"))
        before = document.copy()
        with pytest.raises(StaleChangeError):
            document.apply(stale)
        assert document == before


def in_order(document: Document) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The ids of every place, in order."""
    return {place: tuple(record.id for record in document.siblings(place)) for place in document.places()}
