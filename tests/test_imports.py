"""The program's modules stand above one another: none needs itself, by whatever way round.

Imports for types alone count as well. They tie modules together all the same for whoever reads or moves them.
"""

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import app

Graph = Mapping[str, set[str]]

WINDOW = "app.widgets.window.main_window"
KNOWS_THE_WINDOW = {
    f"app.widgets.program.{module}"
    for module in (
        "window_manager",
        "windows",
        "opening",
        "making",
        "renaming",
        "project_windows",
    )
}


def modules_in(folder: Path) -> dict[str, Path]:
    """The modules of a package, by name."""
    found = {}
    for path in folder.rglob("*.py"):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def graph_of(modules: Mapping[str, Path]) -> Graph:
    return {name: set(_imported(path, modules)) - {name} for name, path in modules.items()}


def _imported(path: Path, modules: Mapping[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module in modules:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in modules else str(node.module)


def circle_in(graph: Graph) -> list[str]:
    """Modules of which each imports the next, and the last is the first; none where there is no such."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found[::-1]
    return []


@pytest.fixture(scope="module")
def graph() -> Graph:
    return graph_of(modules_in(Path(app.__path__[0])))


def test_no_module_needs_itself(graph: Graph) -> None:
    assert len(graph) > 400
    assert circle_in(graph) == []


def test_nothing_but_the_program_knows_the_window(graph: Graph) -> None:
    assert {name for name, needed in graph.items() if WINDOW in needed} == KNOWS_THE_WINDOW


def test_a_circle_by_types_alone_would_be_found(tmp_path: Path) -> None:
    package = tmp_path / "house"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "floor.py").write_text(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from house.roof import Roof\n"
    )
    (package / "roof.py").write_text("from house import floor\n")
    circle = circle_in(graph_of(modules_in(package)))
    assert set(circle) == {"house.floor", "house.roof"}
