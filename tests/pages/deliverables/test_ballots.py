"""The ballot of a round, for people who vote on paper, read back from its pages."""

from datetime import UTC, datetime

import pytest

from app.formats.templates import template
from app.model.records import Note
from app.model.verbs.rounds import begin_round
from app.pages.deliverables.pages import Pages
from app.pages.deliverables.sheet_options import BallotOptions
from app.pages.errors import FormatError
from tests.pages.deliverables.written_pages import words, written

pytestmark = pytest.mark.usefixtures("qapp")

A4 = BallotOptions(paper="A4", day="2026-12-01")


def test_it_has_the_numbered_candidates_of_the_newest_round() -> None:
    document = template("pizzeria")
    ideas = [note for note in document.all(Note) if note.colour == "green"]
    now = datetime(2026, 12, 1, 15, 12, tzinfo=UTC)
    document.apply(begin_round(document, "Which idea first?", [note.id for note in ideas], 10, 2, now))
    told = " ".join(words(written(document, A4)))
    for wanted in ("Which idea first?", "Circle 2 numbers.", *(note.text for note in ideas)):
        assert wanted in told, wanted
    assert {str(number) for number in range(1, len(ideas) + 1)} <= set(told.split())


def test_where_no_round_was_begun_a_sentence_says_so() -> None:
    with pytest.raises(FormatError, match="so there is no ballot"):
        Pages(template("pizzeria"), A4)
