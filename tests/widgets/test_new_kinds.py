"""A new kind of section is a folder and a line in two tuples: tried with kinds that nobody has heard of."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LATE = pytest.mark.long("what is most unlike is tried by one contract")
ALL = {"toy-promises", "toy-wall", "toy-moods"}
"""Those that hold something."""
FEW = {"toy-promises", "toy-moods"}
"""Entries, and points on a graph: what is most unlike notes."""


@pytest.mark.slow("a process opens a window for each kind and each thing that one does with a section")
@pytest.mark.parametrize(
    ("contract", "tests", "kinds"),
    [
        ("tests/widgets/test_every_kind.py", 7, FEW),
        pytest.param("tests/widgets/test_every_kind.py", 7, ALL, marks=LATE),
        pytest.param("tests/widgets/test_every_field.py", 1, ALL, marks=LATE),
        pytest.param("tests/drawing/test_sections.py", 8, ALL, marks=LATE),
    ],
)
def test_what_holds_of_sections_holds_of_new_kinds_that_are_two_lines_in_tuples(
    contract: str, tests: int, kinds: set[str]
) -> None:
    wanted = "toy or says_what_it_holds" if kinds == ALL else " or ".join(sorted(kinds))
    options = ("-p", "tests.toy_kinds", "-p", "no:cacheprovider", "-v", "-k", wanted)
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *options, contract], cwd=ROOT, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stdout[-8000:]
    passed = re.findall(r"::(test_\w+)\[[^\n]*?(toy-[a-z]+)[^\n]*PASSED", ran.stdout)
    assert len({test for test, _ in passed}) == tests
    assert {name for _, name in passed} >= kinds
