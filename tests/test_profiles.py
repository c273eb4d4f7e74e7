"""The quick profile leaves nothing out without a reason, and what it tries of many cases is what it says."""

import re
from pathlib import Path

from tests.cases import meeting, some_of

BARE = re.compile(r"mark\.(long|slow)\b(?!\()")


def is_quick(case: object) -> bool:
    return not getattr(case, "marks", ())


def test_what_waits_for_the_long_profile_or_is_slow_says_why() -> None:
    tests = sorted(Path(__file__).parent.rglob("*.py"))
    assert [path.name for path in tests if BARE.search(path.read_text(encoding="utf-8"))] == []


def test_some_of_many_cases_are_the_first_the_last_and_those_between() -> None:
    assert [number for number, case in enumerate(some_of("abcdefg", 3, "alike")) if is_quick(case)] == [
        0,
        3,
        6,
    ]
    assert [case for case in some_of("ab", 1, "alike") if is_quick(case)] == ["a"]


def test_each_value_of_two_factors_is_quick_with_some_other() -> None:
    for first, second in (("abc", "xy"), ("ab", "xyz"), ("a", "xy"), ("abcdef", "xyz")):
        cases = meeting(first, second)
        quick = [case for case in cases if is_quick(case)]
        assert len(cases) == len(first) * len(second)
        assert len(quick) == max(len(first), len(second))
        assert {one for one, _ in quick} == set(first)
        assert {other for _, other in quick} == set(second)
