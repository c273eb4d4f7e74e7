"""Korean, Japanese and Chinese typed on the map with the input methods that people use."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import NamedTuple

import pytest

from app.formats.templates import template
from app.storage.project_file import ProjectFile
from tests.real_input_methods import Typist, missing, typist

pytestmark = pytest.mark.long("needs input methods and a display of its own")


PROJECT_NAME = (120, 22)
"""Where the project's name stands in the window's bar."""


class Engine(NamedTuple):
    """An input method: how it is called, a word in its keys, what ends the word, and the word."""

    name: str
    keys: str
    ends: tuple[str, ...]
    word: str


ENGINES = (
    Engine("hangul", "gksrmf", (), "한글"),
    Engine("anthy", "nihon", ("space", "Return"), "日本"),
    Engine("libpinyin", "nihao", ("space",), "你好"),
)


@pytest.fixture(params=ENGINES, ids=[engine.name for engine in ENGINES])
def engine(request: pytest.FixtureRequest) -> Engine:
    engine: Engine = request.param
    if reason := missing(engine.name):
        pytest.skip(reason)
    return engine


@pytest.fixture
def someone(engine: Engine, tmp_path: Path) -> Iterator[Typist]:
    """Somebody who types with the engine, the cursor in the first cell of the sample."""
    path = tmp_path / "pizzeria.journey"
    ProjectFile.create(path, template("pizzeria")).close()
    # Sockets stand in the home folder, and the path of a socket is at most 107 bytes long.
    with TemporaryDirectory() as home, one_at_a_time(), typist(engine.name, path, Path(home)) as someone:
        someone.press("ctrl+Home")
        yield someone


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two sessions of IBus of one user disturb each other, so tests that run beside this wait."""
    import fcntl

    with (Path(gettempdir()) / "journeywall-tests-of-input-methods.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def test_a_word_is_composed_into_notes_that_it_begins_and_a_name(engine: Engine, someone: Typist) -> None:
    before = someone.texts("note")
    for _ in range(2):
        someone.type(engine.keys)
        someone.press(*engine.ends, "Return")
    someone.press("Escape", "Up", "Up")
    someone.type(engine.keys)
    someone.press(*engine.ends, "Escape")
    assert engine.word in someone.wait_for("stage", lambda names: engine.word in names)
    assert someone.texts("note") == [*before, engine.word, engine.word]


def test_a_click_while_a_word_is_composed_keeps_it_once(engine: Engine, someone: Typist) -> None:
    before = someone.texts("note")
    someone.type(engine.keys)
    someone.click(720, 600)
    someone.press("ctrl+Home")
    someone.type(engine.keys)
    someone.press(*engine.ends, "Escape")
    found = someone.wait_for("note", lambda notes: engine.word in notes[len(before) + 1 :])
    assert len(found) == len(before) + 2
    assert found[-1] == engine.word
    assert found[-2]


@pytest.mark.parametrize("table", ["note", "project"])
def test_a_word_that_is_composed_on_the_map_or_in_a_field_when_the_window_closes_is_kept(
    engine: Engine, someone: Typist, table: str
) -> None:
    before = someone.texts(table)[-1]
    if table == "project":
        someone.click(*PROJECT_NAME)
        someone.press("ctrl+a")
    someone.type(engine.keys)
    someone.close_window()
    # As it is seen then: "한글", but "にほん".
    kept = someone.wait_for(table, lambda texts: texts[-1] not in (before, ""))[-1]
    assert kept not in (before, "")
