"""What is large is announced before it is done, from wherever that is; what was stopped left nothing."""

import ast
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

import app.widgets
from app.model.change import Change
from app.model.document import Document
from app.model.history.history import History
from app.model.labels import plain_label, step_label
from app.model.records import JourneyMap, Note, Persona, Project, Record, Section, Stage
from app.model.verbs.editing import delete, set_fields
from app.model.verbs.sections import fold_sections
from app.session.editor import Editor
from app.session.large_changes import LARGE_CHANGE, Ahead, count_with_held, record_count

MANY = LARGE_CHANGE


class Announcements:
    """What was announced, done only when it is asked for."""

    def __init__(self) -> None:
        self.sentences: list[str] = []
        self._waiting: list[tuple[Callable[[], object], Ahead | None]] = []

    def __call__(self, sentence: str, do: Callable[[], object], ahead: Ahead | None = None) -> None:
        self.sentences.append(sentence)
        self._waiting.append((do, ahead))

    def go_on(self) -> None:
        while self._waiting:
            do, ahead = self._waiting.pop()
            list(ahead or ())
            do()


@pytest.fixture
def announced() -> Announcements:
    return Announcements()


@pytest.fixture
def editor(announced: Announcements) -> Editor:
    """Very many notes of one persona, in a section that is folded."""
    records: list[Record] = [
        Project(id="project"),
        Persona(id="persona"),
        JourneyMap(id="map"),
        Stage(id="stage", map="map"),
        Section(id="section", map="map", is_folded=True),
    ]
    records += [
        Note(id=f"note-{number}", section="section", stage="stage", position=number, persona="persona")
        for number in range(MANY)
    ]
    editor = Editor(History(Document(records)))
    editor.announce = announced
    return editor


@pytest.mark.parametrize("id", ["persona", "section", "stage", "map"])
def test_what_is_held_and_what_names_it_counts(editor: Editor, id: str) -> None:
    assert count_with_held(editor.document, [id]) >= MANY
    assert count_with_held(editor.document, ["note-0"]) == 1


def test_a_change_of_many_records_waits_until_it_was_announced(
    editor: Editor, announced: Announcements
) -> None:
    done: list[Change] = []
    editor.do(delete(editor.document, ["persona"]), then=done.append)
    assert announced.sentences == ["Delete persona…"]
    assert "persona" in editor.document
    assert done == []
    announced.go_on()
    assert "persona" not in editor.document
    assert len(done) == 1


def test_a_verb_of_many_records_is_asked_only_then(editor: Editor, announced: Announcements) -> None:
    ids = [note.id for note in editor.document.all(Note)]
    asked: list[str] = []

    def verb() -> Change:
        asked.append("asked")
        return delete(editor.document, ids)

    editor.do_to(ids, verb, "Deleting")
    assert announced.sentences == ["Deleting…"]
    assert asked == []
    announced.go_on()
    assert editor.document.all(Note) == ()
    assert asked == ["asked"]
    assert announced.sentences == ["Deleting…", "Delete 1,500 notes…"]


def test_what_a_change_needs_is_made_ready_before_it_is_made(
    editor: Editor, announced: Announcements
) -> None:
    seen: list[str] = []

    def prepare(change: Change) -> Generator[float, None, None]:
        seen.append(f"{change.label}: {'persona' in editor.document}")
        yield 0.5

    editor.prepare = prepare
    editor.do(delete(editor.document, ["persona"]))
    assert seen == []
    announced.go_on()
    editor.undo()
    announced.go_on()
    assert seen == ["Delete persona: True", "Delete persona: False"]


def test_what_comes_into_view_counts(editor: Editor, announced: Announcements) -> None:
    shown = fold_sections(editor.document, ["section"], False)
    assert record_count(editor.document, shown) == MANY + 1
    editor.do_at_once(shown)
    assert record_count(editor.document, fold_sections(editor.document, ["section"], True)) == 1
    assert announced.sentences == []


def test_undoing_going_back_and_doing_again_are_announced_too(
    editor: Editor, announced: Announcements
) -> None:
    before = editor.document.copy()
    editor.history.do(delete(editor.document, ["persona"]))
    editor.undo()
    announced.go_on()
    editor.redo()
    announced.go_on()
    editor.go_back(before, step_label("go_to_version", version="the morning"))
    announced.go_on()
    assert editor.document == before
    assert announced.sentences == [
        "Undo Delete persona…",
        "Redo Delete persona…",
        "Go back to “the morning”…",
    ]


def test_what_is_typed_does_not_wait(editor: Editor, announced: Announcements) -> None:
    ids = [note.id for note in editor.document.all(Note)]
    editor.do(set_fields(editor.document, ids, plain_label("Set owner"), owner="M"), merge_key="owner")
    assert announced.sentences == []
    assert {note.owner for note in editor.document.all(Note)} == {"M"}


def test_a_map_that_is_presented_by_now_stays_as_it_is(editor: Editor, announced: Announcements) -> None:
    editor.do(delete(editor.document, ["persona"]))
    editor.present(True)
    announced.go_on()
    assert "persona" in editor.document


def _not_waiting(path: Path) -> Iterator[str]:
    """Where something follows a change that may not have been made yet."""
    for node in ast.walk(ast.parse(path.read_text())):
        for block in (getattr(node, "body", None), getattr(node, "orelse", None)):
            for statement in block[:-1] if isinstance(block, list) else ():
                if isinstance(statement, ast.Expr) and _may_wait(statement.value):
                    yield f"{path.name}:{statement.lineno} {ast.unparse(statement)}"


def _may_wait(call: ast.expr) -> bool:
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return False
    is_change = call.func.attr in ("do", "do_to") and ast.unparse(call.func.value).endswith("editor")
    merge_key = len(call.args) > 1 or any(keyword.arg == "merge_key" for keyword in call.keywords)
    return is_change and not (call.func.attr == "do" and merge_key)


def test_what_follows_a_change_in_a_widget_is_its_then() -> None:
    modules = sorted(Path(app.widgets.__path__[0]).rglob("*.py"))
    # To show the field, or the notes where they lay, as they are, until they are others, is right.
    assert {place.split(":")[0] for path in modules for place in _not_waiting(path)} == {
        "form.py",
        "move_to_cell.py",
    }
