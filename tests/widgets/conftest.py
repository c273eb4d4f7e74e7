"""A real window on a real project file, for every test of the window."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from app import collector
from app.collector import WORTH_COLLECTING
from app.formats.templates import template
from app.language.catalogues import ENGLISH
from app.language.spoken import program_language, set_program_language, speaking
from app.model.document import Document
from app.model.verbs.maps import new_project
from app.publishing import background_export, previewing
from app.session import speller
from app.storage import engine
from app.widgets.base import file_work
from app.widgets.program.qt_words import QtWords
from app.widgets.program.style import Style
from app.widgets.program.window_manager import WindowManager
from app.widgets.window import closing
from tests.driver import WindowDriver
from tests.in_process import InProcess
from tests.kept_window import Keeping, opened

IN_ANY_LANGUAGE = (
    "test_canvas_keys",
    "test_both_hands",
    "test_fingers",
    "test_wheel",
    "test_selecting",
    "test_canvas_gestures",
    "test_composing",
    "test_typed_map",
    "test_every_kind",
    "test_every_field",
    "test_any_gesture",
)
"""Modules whose tests work by hands, keys and ids, and compare no English words of the window."""
HAND_ON = (
    *(
        "test_actions",
        "test_agenda",
        "test_arranging",
        "test_at_hand",
        "test_both_hands",
        "test_canvas_gestures",
    ),
    *("test_canvas_keys", "test_panels"),
    *("test_clipboard", "test_controls", "test_finding", "test_fingers", "test_folding"),
    *("test_graph", "test_half_typed", "test_history", "test_inspector", "test_key_points"),
    *("test_language_of_steps", "test_layout_lock", "test_maps", "test_matrix_page", "test_motion"),
    "test_narrow",
    *("test_number_fields", "test_overlays", "test_parking", "test_persona_page"),
    *("test_table_page", "test_tables_in"),
    *("test_belonging", "test_bringing_in", "test_call_outs", "test_composing", "test_content"),
    *("test_copying", "test_counts_window", "test_day_fields", "test_export_options"),
    *("test_register_back", "test_selecting", "test_styles", "test_undo_in_texts"),
    *("test_undoing", "test_wheel", "test_whole_texts"),
)
"""Modules whose tests hand the window on the sample on: all that they look at begins once it is open."""
WINDOWS = ("pizzeria", "empty", "heard", "open_window", "window_manager")
OpenWindow = Callable[[Document], WindowDriver]


@pytest.fixture(scope="session")
def style(qapp: QApplication) -> Style:
    return Style(qapp)


def be_patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for files also where this machine is slow."""
    monkeypatch.setattr(closing, "PATIENCE", 20.0)
    monkeypatch.setattr(file_work, "PATIENCE", 20.0)
    # Spelling has tests of its own; in the others no process is begun for it.
    monkeypatch.setattr(speller, "BEGIN_AFTER", 3_600_000)
    # What all modules of all tests hold is looked through each time: here more windows have to be worth it.
    monkeypatch.setattr(collector, "WORTH_COLLECTING", 4 * WORTH_COLLECTING)


@pytest.fixture(scope="module")
def keeping() -> Iterator[Keeping]:
    """The window that the tests of a module hand on."""
    keeping = Keeping()
    yield keeping
    with pytest.MonkeyPatch.context() as monkeypatch:
        be_patient(monkeypatch)
        keeping.let_go()


@pytest.fixture
def window_manager(
    request: pytest.FixtureRequest, style: Style, monkeypatch: pytest.MonkeyPatch, keeping: Keeping
) -> Iterator[WindowManager]:
    """The open windows, closed at the end as a person closes them, but for one that is kept."""
    be_patient(monkeypatch)
    may_be_kept = "pizzeria" in request.fixturenames and module_of(request.module) in HAND_ON
    with keeping.manager(may_be_kept) as window_manager:
        yield window_manager


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has a writer tell sooner that another program keeps the file busy. Asked for before the window."""
    monkeypatch.setattr(engine, "SECONDS_TO_WAIT", 1.0)


@pytest.fixture
def open_window(window_manager: WindowManager, tmp_path: Path) -> OpenWindow:
    """Opens a document in a window of 1440 × 900 pixels that has the focus."""
    return partial(opened, window_manager, tmp_path)


def module_of(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what knows no word of the window in other languages as well, where there is time for it."""
    if module_of(metafunc.module) in IN_ANY_LANGUAGE and metafunc.config.getoption("--long"):
        # Before a window is made, and after what watches over every test.
        windows = [metafunc.fixturenames.index(name) for name in WINDOWS if name in metafunc.fixturenames]
        metafunc.fixturenames.insert(min(windows, default=0), "window_language")
        metafunc.parametrize("window_language", ["en", "de", "ar_XB"], indirect=True)


@pytest.fixture
def window_language(
    request: pytest.FixtureRequest,
    home_of_its_own: None,
    qapp: QApplication,
) -> Iterator[None]:
    """Windows speak a language, and are mirrored in one of them. What is on the sample stays English."""
    if request.param == ENGLISH:
        yield
        return
    set_program_language(request.param)
    words = QtWords(qapp)
    yield
    words.close()


@pytest.fixture
def empty(open_window: OpenWindow) -> WindowDriver:
    """A window on a new project."""
    return open_window(new_project())


@pytest.fixture
def pizzeria(
    request: pytest.FixtureRequest, window_manager: WindowManager, keeping: Keeping, tmp_path: Path
) -> WindowDriver:
    """A window on the sample: the one that the test before has left, where nothing is left in it."""
    in_any_language = "window_language" in request.fixturenames
    document = sample(ENGLISH if in_any_language else program_language()).copy()
    return keeping.open(window_manager, tmp_path, document)


@cache
def sample(language: str) -> Document:
    """The sample, to be copied: hundreds of windows show it."""
    with speaking(language):
        return template("pizzeria")


@pytest.fixture
def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the jobs of the process beside the window done in the test's own, where no more is asked."""
    for module in (previewing, background_export):
        monkeypatch.setattr(module, "SideProcess", InProcess)


@pytest.fixture
def heard(pizzeria: WindowDriver) -> Iterator[WindowDriver]:
    """A window that assistive technology listens to."""
    QAccessible.setActive(True)
    yield pizzeria
    QAccessible.setActive(False)
