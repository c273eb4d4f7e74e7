"""Whatever strikes in the middle of an edit, window and file hold the same: all of the edit, or nothing."""

import ast
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from app.model import content
from app.model.change import Change
from app.model.history import history
from app.model.history.history import History
from app.model.history.thinning import thinned
from app.model.verbs.notes import add_note, set_text
from app.storage import writer
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from tests.storage.projects import add_notes, small_file

STRUCK = [str(module.__file__) for module in (content, history, writer, threading)]
"""Where an edit is made and kept."""


def locking_lines(file: str) -> set[int]:
    """The lines that take and free a lock: there Python itself lets nothing strike."""
    parsed = ast.walk(ast.parse(Path(file).read_text(encoding="utf-8")))
    return {node.lineno for node in parsed if isinstance(node, ast.With)}


LEFT_OUT = {file: locking_lines(file) for file in STRUCK}


@contextmanager
def struck(at: int, by: type[BaseException]) -> Iterator[list[int]]:
    """Raise an error before the instruction of that number that runs in the struck files.

    What is given counts down, and is above 0 at the end where fewer instructions ran.
    """
    left = [at]

    def strike(frame: FrameType, event: str, _: object) -> Any:
        left_out = LEFT_OUT.get(frame.f_code.co_filename)
        if left_out is None:
            return None
        frame.f_trace_opcodes = True
        if event == "opcode" and frame.f_lineno not in left_out:
            left[0] -= 1
            if left[0] == 0:
                sys.settrace(None)
                raise by
        return strike

    before = sys.gettrace()
    sys.settrace(strike)
    try:
        yield left
    finally:
        sys.settrace(before)


def another_note(history: History, number: int) -> None:
    history.do(add_note(history.document, "section", "stage", f"At {number}"))


def a_letter_more(history: History, number: int) -> None:
    history.do(set_text(history.document, "note-0", f"At {number}"), merge_key="typing")


def a_step_back(history: History, _: int) -> None:
    history.undo()


def a_version(history: History, number: int) -> None:
    history.mark(f"At {number}")


def less_history(history: History, _: int) -> None:
    history.thin(thinned(history))


@pytest.mark.parametrize("edit", [another_note, a_letter_more, a_step_back, a_version, less_history])
@pytest.mark.parametrize("by", [MemoryError, KeyboardInterrupt])
def test_an_error_at_any_instruction_of_an_edit_tears_nothing(
    edit: Callable[[History, int], None], by: type[BaseException], tmp_path: Path
) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        add_notes(project.history, 2)
        number = 0
        while True:
            number += 1
            if edit is a_step_back and project.history.undoable is None:
                add_notes(project.history, 1)
            before = project.document.copy(), project.history.steps
            left = [0]
            try:
                with struck(number, by) as left:
                    edit(project.history, number)
            except by:
                kept = project.document.copy(), project.history.steps
                if kept == before:
                    continue
                undone = project.history.undoable
                assert undone is None or undone in project.history.steps
            if left[0] > 0:
                break
        assert number > 100
        seen, steps = project.document.copy(), project.history.steps
    with ProjectFile.open(path, read_only=True) as project:
        assert project.document == seen
        assert project.history.steps == steps
    assert check(path).faults == ()


def test_a_part_of_the_window_that_fails_keeps_an_edit_from_no_other(tmp_path: Path) -> None:
    """As where memory runs out while a change is shown."""

    def fail(_: Change) -> None:
        raise MemoryError

    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        told: list[Change] = []
        project.document.subscribe(fail)
        project.document.subscribe(told.append)
        with pytest.raises(MemoryError):
            add_notes(project.history, 1)
        assert len(told) == 1
        seen, steps = project.document.copy(), project.history.steps
        assert len(steps) == 1
    with ProjectFile.open(path, read_only=True) as project:
        assert project.document == seen
        assert project.history.steps == steps
