"""Whose name is on what others read."""

import pytest

from app.person import LONGEST_NAME, author, named_author, plain_name, set_author, system_author


def test_somebody_goes_by_the_systems_name_until_they_say_another() -> None:
    assert author() == system_author() != ""
    set_author("  Ana\tSánchez ")
    assert author() == named_author() == "Ana Sánchez"
    set_author(" \n")
    assert named_author() == ""
    assert author() == system_author()


@pytest.mark.parametrize(
    ("given", "kept"),
    [("Ana\nB", "Ana B"), ("\u202eAna\x00", "Ana"), ("x" * 500, "x" * LONGEST_NAME), ("", "")],
)
def test_a_name_is_one_short_line(given: str, kept: str) -> None:
    assert plain_name(given) == kept
