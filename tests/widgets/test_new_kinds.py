"""A new kind of section is a folder and a line in two tuples: tried with kinds that nobody has heard of."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMES = {"toy-promises", "toy-wall", "toy-moods", "toy-rule"}


@pytest.mark.slow(
    "a process opens a window for each of four kinds and each thing that one does with a section"
)
@pytest.mark.parametrize(
    ("contract", "tests"),
    [
        ("tests/widgets/test_every_kind.py", 7),
        pytest.param("tests/widgets/test_every_field.py", 1, marks=pytest.mark.long),
        pytest.param("tests/drawing/test_sections.py", 8, marks=pytest.mark.long),
    ],
)
def test_what_holds_of_sections_holds_of_new_kinds_that_are_two_lines_in_tuples(
    contract: str, tests: int
) -> None:
    options = ("-p", "tests.toy_kinds", "-p", "no:cacheprovider", "-v", "-k", "toy or says_what_it_holds")
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *options, contract], cwd=ROOT, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stdout[-8000:]
    passed = re.findall(r"::(test_\w+)\[[^\n]*?(toy-[a-z]+)[^\n]*PASSED", ran.stdout)
    assert len({test for test, _ in passed}) == tests
    assert {name for _, name in passed} >= NAMES - {"toy-rule"}
