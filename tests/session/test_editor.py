"""Nothing leads past the editor: what is open for reading, or shown to others, stays as it is."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import app.widgets
from app.model.change import Change
from app.model.history.history import History
from app.model.history.thinning import thinned
from app.model.labels import plain_label, step_label
from app.model.verbs.editing import set_fields
from app.model.verbs.maps import new_project
from app.session.editor import Editor

CHANGING = {"do", "undo", "redo", "mark", "mark_before_next", "end_merge", "thin", "happened"}
"""What changes a History."""


def _rename(editor: Editor) -> None:
    editor.do(
        set_fields(editor.document, [editor.document.project.id], plain_label("Rename"), name="Another")
    )


def _step_behind_a_version(editor: Editor) -> None:
    editor.save_version_before_next(plain_label("Before lunch"))
    _rename(editor)


WAYS: dict[str, Callable[[Editor], object]] = {
    "do": _rename,
    "undo": Editor.undo,
    "redo": Editor.redo,
    "save a version": lambda editor: editor.save_version("Before lunch"),
    "save a version before the next step": _step_behind_a_version,
    "go back": lambda editor: editor.go_back(new_project(), step_label("go_to_beginning")),
    "thin out": lambda editor: editor.thin_history(thinned(editor.history)),
}


def _edited() -> History:
    """A history in which something can be undone and something done again."""
    editor = Editor(History(new_project()))
    for name in ("First", "Second", "Third"):
        editor.do(set_fields(editor.document, [editor.document.project.id], plain_label("Rename"), name=name))
    editor.undo()
    return editor.history


@pytest.mark.parametrize("way", WAYS)
def test_each_way_changes_a_project_that_is_open_for_editing(way: str) -> None:
    editor = Editor(_edited())
    before = editor.history.steps
    WAYS[way](editor)
    assert editor.history.steps != before


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("is_presented", [True, False])
def test_no_way_changes_one_that_is_open_for_reading_or_presented(way: str, is_presented: bool) -> None:
    editor = Editor(_edited(), read_only=not is_presented)
    editor.present(is_presented)
    document, steps = editor.document.copy(), editor.history.steps
    WAYS[way](editor)
    assert editor.document == document
    assert editor.history.steps == steps


def test_what_is_refused_is_said_to_be() -> None:
    editor = Editor(_edited(), read_only=True)
    assert not editor.save_version("Before lunch")
    told: list[Change] = []
    editor.go_back(new_project(), step_label("go_to_beginning"), told.append)
    assert told == []
    assert not editor.thin_history(thinned(editor.history))


def _past_the_editor(path: Path) -> Iterator[str]:
    """Where a module changes a history itself."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Attribute):
            if node.attr in CHANGING and ast.unparse(node.value).endswith("history"):
                yield f"{path.name}:{node.lineno} {ast.unparse(node)}"
        elif isinstance(node, ast.alias) and node.name == "go_back":
            yield f"{path.name}:{node.lineno} go_back"


def test_no_widget_changes_a_history_itself() -> None:
    folder = Path(app.widgets.__path__[0])
    modules = sorted(folder.rglob("*.py"))
    assert len(modules) > 100
    assert [place for path in modules for place in _past_the_editor(path)] == []


def test_a_widget_that_did_would_be_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        "from app.model.history.history_cursor import go_back\n"
        "def f(s): s.editor.history.end_merge(); s._history.mark('x')\n"
    )
    assert len(list(_past_the_editor(module))) == 3
