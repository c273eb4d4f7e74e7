"""The minutes of the day, read back from their pages."""

import pytest

from app.formats.templates import template
from app.pages.deliverables.pages import Pages
from app.pages.deliverables.sheet_options import MinutesOptions
from app.pages.errors import FormatError
from tests.held_workshop import QUESTION, held_workshop, what_it_was
from tests.pages.deliverables.written_pages import words, written

pytestmark = pytest.mark.usefixtures("qapp")

A4 = MinutesOptions(paper="A4", day="2026-12-01")


def test_they_hold_all_that_the_day_came_to() -> None:
    history = held_workshop()
    options = A4.changed(compared_with=what_it_was(history))
    told = " ".join(words(written(history.document, options)))
    for wanted in (
        "Workshop on 1 December 2026", "10 people: Eva, Ben", "22 / 20 Pain points", QUESTION,
        "1. Light the sign: 5 hands",
        "Do first", "due 24 December 2026", "Loyalty card", "Nobody answers for these yet", "What changed",
    ):  # fmt: skip
        assert wanted in told, wanted


def test_without_names_nobody_is_named() -> None:
    history = held_workshop()
    told = " ".join(words(written(history.document, A4.changed(without_names=True))))
    assert not any(name in told for name in ("Eva, Ben", "Marta"))


def test_where_no_workshop_was_held_a_sentence_says_so() -> None:
    with pytest.raises(FormatError, match="No workshop was held in this project yet"):
        Pages(template("pizzeria"), A4)
